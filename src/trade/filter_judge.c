/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A filter asked by the numbers of a reading's dictionaries: each spelling is
 * judged once, and remembered. */
#include <config.h>

#include "base/mem.h"
#include "trade/filter.h"

enum verdict { VERDICT_OPEN, VERDICT_TAKE, VERDICT_LEAVE, VERDICT_BY_YEAR };

/* One question about the names of one dictionary, and the verdicts so far by
 * number. The dictionary grows while it is asked. */
struct question {
    bool (*takes)(const struct filter *filter, struct str name);
    /* In place of it: the answer depends on the year. */
    struct year_set (*years)(const struct filter *filter, struct str name);
    const struct map *map;
    uint8_t *verdicts;
    struct year_set *by_year; /* of VERDICT_BY_YEAR; null until there is one */
    size_t cap;
};

struct filter_judge {
    const struct filter *filter;
    struct names *names;
    struct question supplier;
    struct question recipient;
    struct question category;
    struct question designation;
    struct question description;
};

struct filter_judge *filter_judge_new(const struct filter *filter,
                                      struct names *names)
{
    struct filter_judge *judge = mem_alloc(1, sizeof(*judge));
    *judge = (struct filter_judge){
        .filter = filter,
        .names = names,
        .supplier = {.years = filter_supplier_years, .map = &names->places},
        .recipient = {.years = filter_recipient_years, .map = &names->places},
        .category = {.takes = filter_takes_category, .map = &names->categories},
        .designation = {.takes = filter_takes_weapon,
                        .map = &names->designations},
        .description = {.takes = filter_takes_weapon,
                        .map = &names->descriptions},
    };
    return judge;
}

static void free_question(struct question *question)
{
    mem_free(question->verdicts);
    mem_free(question->by_year);
}

void filter_judge_free(struct filter_judge *judge)
{
    if (!judge)
        return;
    free_question(&judge->supplier);
    free_question(&judge->recipient);
    free_question(&judge->category);
    free_question(&judge->designation);
    free_question(&judge->description);
    mem_free(judge);
}

static void grow_verdicts(struct question *question)
{
    size_t cap = question->map->cap;
    question->verdicts =
        mem_resize(question->verdicts, cap, sizeof(*question->verdicts));
    memset(question->verdicts + question->cap, VERDICT_OPEN,
           cap - question->cap);
    if (question->by_year)
        question->by_year =
            mem_resize(question->by_year, cap, sizeof(*question->by_year));
    question->cap = cap;
}

static enum verdict verdict_of(struct question *question,
                               const struct filter *filter, struct str name,
                               uint32_t number)
{
    if (!question->years)
        return question->takes(filter, name) ? VERDICT_TAKE : VERDICT_LEAVE;
    struct year_set years = question->years(filter, name);
    if (year_set_is_all(&years))
        return VERDICT_TAKE;
    if (year_set_is_empty(&years))
        return VERDICT_LEAVE;
    if (!question->by_year)
        question->by_year =
            mem_alloc(question->cap, sizeof(*question->by_year));
    question->by_year[number] = years;
    return VERDICT_BY_YEAR;
}

/* Asks about a name for the first time. */
static void decide(struct filter_judge *judge, struct question *question,
                   uint32_t number)
{
    names_lock(judge->names);
    if (number >= question->cap)
        grow_verdicts(question);
    struct str name = names_text(question->map, number);
    names_unlock(judge->names);
    question->verdicts[number] =
        (uint8_t)verdict_of(question, judge->filter, name, number);
}

static bool ask_nameless(const struct filter_judge *judge,
                         const struct question *question, int year)
{
    if (!question->years)
        return question->takes(judge->filter, STR(""));
    struct year_set years = question->years(judge->filter, STR(""));
    return year_set_has(&years, year);
}

static inline bool ask(struct filter_judge *judge, struct question *question,
                       uint32_t number, int year)
{
    if (number == NAME_NONE)
        return ask_nameless(judge, question, year);
    if (number >= question->cap || question->verdicts[number] == VERDICT_OPEN)
        decide(judge, question, number);
    uint8_t verdict = question->verdicts[number];
    return verdict == VERDICT_TAKE ||
           (verdict == VERDICT_BY_YEAR &&
            year_set_has(&question->by_year[number], year));
}

bool filter_takes(struct filter_judge *judge, const struct flow *flow)
{
    const struct filter *filter = judge->filter;
    unsigned condition = 1u << flow->condition;
    int year = flow->year;
    return (filter->conditions == 0 || (filter->conditions & condition)) &&
           ask(judge, &judge->supplier, flow->supplier, year) &&
           ask(judge, &judge->recipient, flow->recipient, year) &&
           ask(judge, &judge->category, flow->category, year) &&
           (ask(judge, &judge->designation, flow->designation, year) ||
            ask(judge, &judge->description, flow->description, year));
}

static bool takes_row(struct filter_judge *judge,
                      const struct flow_columns *columns, size_t row)
{
    int year = columns->year[row];
    return ask(judge, &judge->supplier, columns->supplier[row], year) &&
           ask(judge, &judge->recipient, columns->recipient[row], year) &&
           ask(judge, &judge->category, columns->category[row], year);
}

void filter_keep(struct filter_judge *judge, struct flow_columns *columns)
{
    size_t kept = 0;
    for (size_t i = 0; i < columns->count; i++) {
        bool takes = takes_row(judge, columns, i);
        columns->supplier[kept] = columns->supplier[i];
        columns->recipient[kept] = columns->recipient[i];
        columns->category[kept] = columns->category[i];
        columns->year[kept] = columns->year[i];
        columns->value[kept] = columns->value[i];
        if (columns->estimates)
            columns->estimates[kept] = columns->estimates[i];
        kept += takes;
    }
    columns->count = kept;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "trade/filter.h"

#include <stdint.h>

#include "base/diag.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "trade/hs.h"
#include "trade/list.h"

void pattern_list_add(struct pattern_list *list, struct str pattern,
                      struct arena *arena)
{
    list->items = list_room(arena, list->items, list->count, &list->cap,
                            sizeof(*list->items));
    list->items[list->count++] = arena_str(arena, pattern);
}

static bool matches_any(const struct pattern_list *list, struct str text)
{
    for (size_t i = 0; i < list->count; i++)
        if (str_matches(text, list->items[i]))
            return true;
    return false;
}

bool filter_is_empty(const struct filter *filter)
{
    return filter->supplier.count == 0 && filter->not_supplier.count == 0 &&
           filter->recipient.count == 0 && filter->not_recipient.count == 0 &&
           filter->category.count == 0 && filter->not_category.count == 0 &&
           filter->weapon.count == 0 && filter->conditions == 0;
}

void filter_open_supplier(struct filter *filter)
{
    filter->supplier = (struct place_set){0};
    filter->not_supplier = (struct place_set){0};
}

void filter_open_recipient(struct filter *filter)
{
    filter->recipient = (struct place_set){0};
    filter->not_recipient = (struct place_set){0};
}

static bool takes_place(const struct place_set *wanted,
                        const struct place_set *unwanted, struct str name)
{
    struct arena scratch;
    arena_init(&scratch);
    bool takes =
        (wanted->count == 0 || place_set_find(wanted, name, &scratch)) &&
        !place_set_find(unwanted, name, &scratch);
    arena_done(&scratch);
    return takes;
}

static bool takes_supplier(const struct filter *filter, struct str name)
{
    return takes_place(&filter->supplier, &filter->not_supplier, name);
}

static bool takes_recipient(const struct filter *filter, struct str name)
{
    return takes_place(&filter->recipient, &filter->not_recipient, name);
}

/* "IV" of "IV. Combat aircraft". */
static bool is_number_of(struct str pattern, struct str name)
{
    return name.len > pattern.len &&
           str_starts(str_skip(name, pattern.len), STR(". ")) &&
           str_eq_fold((struct str){name.ptr, pattern.len}, pattern);
}

bool filter_names_category(struct str pattern, struct str name)
{
    return str_matches(name, pattern) || hs_list_has(pattern, name) ||
           is_number_of(pattern, name);
}

static bool names_any(const struct pattern_list *list, struct str category)
{
    for (size_t i = 0; i < list->count; i++)
        if (filter_names_category(list->items[i], category))
            return true;
    return false;
}

bool filter_hides_category(const struct filter *filter, struct str name)
{
    return names_any(&filter->not_category, name);
}

bool filter_takes_category(const struct filter *filter, struct str name)
{
    return (filter->category.count == 0 ||
            names_any(&filter->category, name)) &&
           !filter_hides_category(filter, name);
}

bool filter_cuts_category(const struct filter *filter, struct str name)
{
    const struct pattern_list *list = &filter->not_category;
    for (size_t i = 0; i < list->count; i++)
        if (hs_list_enters(list->items[i], name))
            return true;
    return false;
}

static bool takes_weapon(const struct filter *filter, struct str name)
{
    return filter->weapon.count == 0 || matches_any(&filter->weapon, name);
}

enum verdict { VERDICT_OPEN, VERDICT_TAKE, VERDICT_LEAVE };

/* One question about the names of one dictionary, and the verdicts so far by
 * number. The dictionary grows while it is asked. */
struct question {
    bool (*takes)(const struct filter *filter, struct str name);
    const struct map *map;
    uint8_t *verdicts;
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
        .supplier = {.takes = takes_supplier, .map = &names->places},
        .recipient = {.takes = takes_recipient, .map = &names->places},
        .category = {.takes = filter_takes_category, .map = &names->categories},
        .designation = {.takes = takes_weapon, .map = &names->designations},
        .description = {.takes = takes_weapon, .map = &names->descriptions},
    };
    return judge;
}

void filter_judge_free(struct filter_judge *judge)
{
    if (!judge)
        return;
    mem_free(judge->supplier.verdicts);
    mem_free(judge->recipient.verdicts);
    mem_free(judge->category.verdicts);
    mem_free(judge->designation.verdicts);
    mem_free(judge->description.verdicts);
    mem_free(judge);
}

static void grow_verdicts(struct question *question)
{
    size_t cap = question->map->cap;
    question->verdicts =
        mem_resize(question->verdicts, cap, sizeof(*question->verdicts));
    memset(question->verdicts + question->cap, VERDICT_OPEN,
           cap - question->cap);
    question->cap = cap;
}

/* Asks about a name for the first time. */
static bool decide(struct filter_judge *judge, struct question *question,
                   uint32_t number)
{
    names_lock(judge->names);
    if (number >= question->cap)
        grow_verdicts(question);
    struct str name = names_text(question->map, number);
    names_unlock(judge->names);
    bool takes = question->takes(judge->filter, name);
    question->verdicts[number] = takes ? VERDICT_TAKE : VERDICT_LEAVE;
    return takes;
}

static inline bool ask(struct filter_judge *judge, struct question *question,
                       uint32_t number)
{
    if (number < question->cap && question->verdicts[number] != VERDICT_OPEN)
        return question->verdicts[number] == VERDICT_TAKE;
    if (number == NAME_NONE)
        return question->takes(judge->filter, STR(""));
    return decide(judge, question, number);
}

bool filter_takes(struct filter_judge *judge, const struct flow *flow)
{
    const struct filter *filter = judge->filter;
    unsigned condition = 1u << flow->condition;
    return (filter->conditions == 0 || (filter->conditions & condition)) &&
           ask(judge, &judge->supplier, flow->supplier) &&
           ask(judge, &judge->recipient, flow->recipient) &&
           ask(judge, &judge->category, flow->category) &&
           (ask(judge, &judge->designation, flow->designation) ||
            ask(judge, &judge->description, flow->description));
}

bool filter_fits_columns(const struct filter *filter)
{
    return filter->weapon.count == 0 && filter->conditions == 0;
}

static bool takes_row(struct filter_judge *judge,
                      const struct flow_columns *columns, size_t row)
{
    return ask(judge, &judge->supplier, columns->supplier[row]) &&
           ask(judge, &judge->recipient, columns->recipient[row]) &&
           ask(judge, &judge->category, columns->category[row]);
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

static bool has_name(const struct map *places, struct str key)
{
    struct arena scratch;
    arena_init(&scratch);
    bool found = false;
    for (size_t i = 0; i < places->len && !found; i++)
        found = str_eq(utf8_key(&scratch, places->keys[i]), key);
    arena_done(&scratch);
    return found;
}

/* ", A, B": the nearest names of the table, then those of the reading that
 * the table does not have. */
static const char *nearest_names(const struct place_item *item,
                                 const struct map *places, struct arena *arena)
{
    const char *text = "";
    struct place_lookup lookup = place_look_up(item->spelling);
    for (size_t i = 0; i < lookup.count; i++)
        text = arena_printf(arena, "%s, %s", text, lookup.found[i]->name);
    size_t count = lookup.count;
    for (size_t i = 0; i < places->len && count < PLACE_CANDIDATES * 2; i++) {
        struct str name = places->keys[i];
        struct str key = utf8_key(arena, name);
        size_t longer = key.len > item->key.len ? key.len : item->key.len;
        if (place_of_name(name) || str_distance(key, item->key) * 3 > longer)
            continue;
        text = arena_printf(arena, "%s, %s", text, diag_quote(arena, name));
        count++;
    }
    return text;
}

static bool check_spelling(const struct place_item *item,
                           const struct map *places, struct err *err)
{
    if (item->place || has_name(places, item->key))
        return true;
    struct arena arena;
    arena_init(&arena);
    const char *nearest = nearest_names(item, places, &arena);
    err_set(err, ERR_REQUEST, "no place is called %s; %s%s",
            diag_quote(&arena, item->spelling),
            nearest[0] ? "the nearest are " : "none comes near",
            nearest[0] ? nearest + 2 : "");
    arena_done(&arena);
    return false;
}

bool filter_check_spellings(const struct filter *filter,
                            const struct names *names, struct err *err)
{
    const struct place_set *const sets[] = {
        &filter->supplier, &filter->not_supplier, &filter->recipient,
        &filter->not_recipient};
    for (size_t i = 0; i < sizeof(sets) / sizeof(sets[0]); i++)
        for (size_t j = 0; j < sets[i]->count; j++)
            if (!check_spelling(&sets[i]->items[j], &names->places, err))
                return false;
    return true;
}

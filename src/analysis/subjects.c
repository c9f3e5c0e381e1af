/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/subjects.h"

#include <stdlib.h>

#include "analysis/pieces.h"

bool subjects_are_places(const struct subjects *subjects)
{
    return subjects->each == EACH_SUPPLIER || subjects->each == EACH_RECIPIENT;
}

static int active_years(const struct subject *subject)
{
    int years = 0;
    for (int year = 0; year < period_length(subject->periods.now); year++) {
        bool any = false;
        for (size_t i = 0; i < subject->count && !any; i++)
            any = subject->entities[i]->years[year] > 0;
        years += any;
    }
    return years;
}

/* Once it has its entities. */
static void measure(struct subject *subject, const struct subjects *subjects)
{
    struct arena *arena = subjects->study->arena;
    spread_build(&subject->now, subject->entities, subject->count,
                 subject->called, false, arena);
    spread_build(&subject->before, subject->entities, subject->count,
                 subject->called, true, arena);
    subject->years_active = active_years(subject);
}

static struct subject *add_subject(struct subjects *subjects,
                                   const struct periods *periods)
{
    struct subject *subject = &subjects->items[subjects->count++];
    *subject = (struct subject){
        .supplier = str_from(subjects->sides.supplier.name),
        .recipient = str_from(subjects->sides.recipient.name),
        .periods = *periods,
    };
    return subject;
}

static const struct entity **all_of(const struct group *group,
                                    struct arena *arena)
{
    const struct entity **entities =
        arena_alloc(arena, group->count + 1, sizeof(*entities));
    for (size_t i = 0; i < group->count; i++)
        entities[i] = &group->entities[i];
    return entities;
}

static bool build_piece(struct subjects *subjects, const struct question *piece,
                        struct err *err)
{
    const struct study *study = subjects->study;
    struct periods periods;
    struct group group;
    if (!question_periods(piece, study, 5, &periods, err))
        return false;
    subjects->clipped |= periods.clipped;
    group_build(
        &group, study, subjects->by, &periods,
        (struct group_masks){.category = piece->category, .order_only = true});
    if (subjects->each == EACH_CATEGORY && !group.ranked)
        return true;
    struct subject *subject = add_subject(subjects, &periods);
    subject->entities = all_of(&group, study->arena);
    subject->count = group.count;
    subject->called = subjects->by == BY_PAIR ? PART_BOTH : PART_FIRST;
    if (piece->category != NAME_NONE)
        subject->category =
            names_text(&study->names->categories, piece->category);
    measure(subject, subjects);
    return true;
}

bool subjects_check_periods(const struct study *study, size_t count, int span,
                            struct err *err)
{
    char years[PERIOD_TEXT];
    if (count)
        return true;
    period_print(years, study->scope.covered);
    return err_set(err, ERR_REQUEST,
                   "--span %d: no period of so many years is asked for and "
                   "covered (%s)",
                   span, years);
}

static bool build_pieces(struct subjects *subjects, int span, struct err *err)
{
    const struct question *pieces;
    size_t count;
    if (!pieces_of(subjects->question, subjects->study, subjects->each, span,
                   &pieces, &count, err) ||
        !subjects_check_periods(subjects->study, count, span, err))
        return false;
    subjects->items =
        arena_alloc(subjects->study->arena, count + 1, sizeof *subjects->items);
    for (size_t i = 0; i < count; i++)
        if (!build_piece(subjects, &pieces[i], err))
            return false;
    return true;
}

static uint32_t place_of(const struct subjects *subjects,
                         const struct entity *entity)
{
    return subjects->each == EACH_SUPPLIER ? entity->key.supplier
                                           : entity->key.recipient;
}

/* The pairs of each place, one place after the other; counts[place] of them
 * from starts[place] on. */
static const struct entity **sort_pairs(const struct subjects *subjects,
                                        const struct group *group,
                                        size_t *starts, size_t *counts)
{
    size_t places = subjects->study->names->places.len;
    const struct entity **pairs =
        arena_alloc(subjects->study->arena, group->count + 1, sizeof(*pairs));
    for (size_t i = 0; i < group->count; i++)
        counts[place_of(subjects, &group->entities[i])]++;
    for (size_t i = 1; i < places; i++)
        starts[i] = starts[i - 1] + counts[i - 1];
    memset(counts, 0, places * sizeof *counts);
    for (size_t i = 0; i < group->count; i++) {
        uint32_t place = place_of(subjects, &group->entities[i]);
        pairs[starts[place] + counts[place]++] = &group->entities[i];
    }
    return pairs;
}

static bool is_listed(const struct year_set *mask, size_t place,
                      struct period now)
{
    return !mask || year_set_meets(&mask[place], now);
}

static bool build_places(struct subjects *subjects, struct err *err)
{
    const struct study *study = subjects->study;
    const struct question *question = subjects->question;
    struct periods periods;
    struct group group;
    size_t places = study->names->places.len;
    size_t *starts = arena_alloc(study->arena, places + 1, sizeof *starts);
    size_t *counts = arena_alloc(study->arena, places + 1, sizeof *counts);
    bool suppliers = subjects->each == EACH_SUPPLIER;
    const struct year_set *mask = question_listed(question, study, suppliers);
    if (!question_periods(question, study, 5, &periods, err))
        return false;
    subjects->clipped = periods.clipped;
    group_build(
        &group, study, BY_PAIR, &periods,
        (struct group_masks){.category = NAME_NONE, .order_only = true});
    const struct entity **pairs = sort_pairs(subjects, &group, starts, counts);
    subjects->items =
        arena_alloc(study->arena, places + 1, sizeof *subjects->items);
    for (size_t i = 0; i < places; i++) {
        if (!counts[i] || !is_listed(mask, i, periods.now))
            continue;
        struct subject *subject = add_subject(subjects, &periods);
        *(suppliers ? &subject->supplier : &subject->recipient) =
            study->names->places.keys[i];
        subject->entities = &pairs[starts[i]];
        subject->count = counts[i];
        subject->called = suppliers ? PART_SECOND : PART_FIRST;
        measure(subject, subjects);
        if (!subject->now.count && !subjects->named)
            subjects->count--;
    }
    return true;
}

/* The name of one that has one. */
static struct str name_of(const struct subject *subject)
{
    if (subject->category.len)
        return subject->category;
    return subject->called == PART_SECOND ? subject->supplier
                                          : subject->recipient;
}

/* Largest first, then by name; without a record last. */
static int subject_order(const void *left, const void *right)
{
    const struct subject *a = left;
    const struct subject *b = right;
    if ((a->now.count > 0) != (b->now.count > 0))
        return a->now.count > 0 ? -1 : 1;
    if (a->now.all.sum != b->now.all.sum)
        return a->now.all.sum > b->now.all.sum ? -1 : 1;
    return str_cmp(name_of(a), name_of(b));
}

static void list_subjects(struct subjects *subjects)
{
    const struct subject *items = subjects->items;
    size_t top = subjects->question->top;
    size_t listed = subjects->count;
    if (subjects_are_places(subjects) || subjects->each == EACH_CATEGORY)
        qsort(subjects->items, subjects->count, sizeof *subjects->items,
              subject_order);
    if (!subjects->named && top < listed)
        listed = top;
    while (listed > 0 && listed < subjects->count &&
           items[listed].now.all.sum == items[listed - 1].now.all.sum)
        listed++;
    subjects->listed = listed;
}

/* From the first year of any to the last; there is one at least. */
static struct period span_of(const struct subjects *subjects)
{
    struct period span = subjects->items[0].periods.now;
    for (size_t i = 1; i < subjects->count; i++) {
        struct period now = subjects->items[i].periods.now;
        span.from = now.from < span.from ? now.from : span.from;
        span.to = now.to > span.to ? now.to : span.to;
    }
    return span;
}

bool subjects_build(struct subjects *subjects, const struct study *study,
                    const struct question *question, enum each each, int span,
                    struct err *err)
{
    *subjects = (struct subjects){
        .study = study,
        .question = question,
        .by = question->by,
        .each = each,
        .whole = whole_of(study, question, question->by),
        .named =
            question->list_supplier.count || question->list_recipient.count,
    };
    struct periods all;
    bool timed =
        each == EACH_YEAR || each == EACH_WINDOW || each == EACH_ROLLING;
    if (!question_periods(question, study, timed ? 0 : 5, &all, err) ||
        !sides_of(&subjects->sides, study, question, err) ||
        !(subjects_are_places(subjects) ? build_places(subjects, err)
                                        : build_pieces(subjects, span, err)))
        return false;
    subjects->asked = all.now;
    if (subjects->count)
        all.now = span_of(subjects);
    /* Each row has its own period before, and all of them have none. */
    if (timed)
        all.before = (struct period){.from = 1, .to = 0};
    group_build(&subjects->group, study, subjects->by, &all,
                (struct group_masks){.category = question->category});
    list_subjects(subjects);
    return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/subjects.h"

#include <stdlib.h>

#include "analysis/census.h"
#include "analysis/pieces.h"
#include "analysis/prose.h"
#include "analysis/view_parts.h"

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
    group_build(&group, study, subjects->by, &periods,
                (struct group_masks){.category = piece->category,
                                     .order_only = true});
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

static bool build_pieces(struct subjects *subjects, int span, struct err *err)
{
    const struct question *pieces;
    size_t count;
    if (!pieces_of(subjects->question, subjects->study, subjects->each, span,
                   &pieces, &count, err))
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
    const struct entity **pairs = arena_alloc(
        subjects->study->arena, group->count + 1, sizeof(*pairs));
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
    const struct entity **pairs =
        sort_pairs(subjects, &group, starts, counts);
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

struct str subject_name(const struct subjects *subjects,
                        const struct subject *subject)
{
    char years[PERIOD_TEXT];
    switch (subjects->each) {
    case EACH_SUPPLIER:
        return subject->supplier;
    case EACH_RECIPIENT:
        return subject->recipient;
    case EACH_CATEGORY:
        return subject->category;
    default:
        period_print(years, subject->periods.now);
        return arena_str(subjects->study->arena, str_from(years));
    }
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
        .named = question->list_supplier.count || question->list_recipient.count,
    };
    struct periods all;
    if (!question_periods(question, study, 5, &all, err) ||
        !sides_of(&subjects->sides, study, question, err) ||
        !(subjects_are_places(subjects) ? build_places(subjects, err)
                                        : build_pieces(subjects, span, err)))
        return false;
    if (subjects->count)
        all.now = span_of(subjects);
    group_build(&subjects->group, study, subjects->by, &all,
                (struct group_masks){.category = question->category});
    list_subjects(subjects);
    return true;
}

/* Kinds of goods are not of anybody. */
static const char *counted_words(enum by by)
{
    switch (by) {
    case BY_CATEGORY:
        return "categories among";
    case BY_WEAPON:
        return "kinds of weapons among";
    case BY_PAIR:
        return "pairs of supplier and recipient of";
    default:
        return by == BY_RECIPIENT ? "recipients of" : "suppliers of";
    }
}

const char *subjects_noun(const struct subjects *subjects)
{
    const struct sides *sides = &subjects->sides;
    const char *by =
        subjects->each == EACH_SUPPLIER ? "" : sides->supplier.name;
    const char *to =
        subjects->each == EACH_RECIPIENT ? "" : sides->recipient.name;
    return arena_printf(subjects->study->arena, "%s %s%s%s%s%s",
                        counted_words(subjects->by), sides->goods,
                        *by ? " from " : "", by, *to ? " to " : "", to);
}

const char *subjects_years(const struct subjects *subjects)
{
    char years[PERIOD_TEXT];
    period_print(years, subjects->group.periods.now);
    return arena_printf(subjects->study->arena, "%s%s", years,
                        subjects->clipped ? " (covered years only)" : "");
}

void subjects_foot(struct result *result, const struct subjects *subjects)
{
    const struct study *study = subjects->study;
    struct view *view = &result->view;
    struct periods periods = subjects->group.periods;
    bool timed = subjects->each == EACH_YEAR ||
                 subjects->each == EACH_WINDOW ||
                 subjects->each == EACH_ROLLING;
    periods.clipped = subjects->clipped;
    periods.before_missing = periods.before_missing && !timed;
    result->provenance.universe = whole_summary(
        subjects->whole, study, &subjects->group, subjects->by);
    parts_note_periods(result, &periods);
    if (!subjects->group.ranked)
        parts_note_nothing(result, study);
    parts_show_notes(result);
    view_add_foot(view, &result->arena, "%s",
                  whole_line(subjects->whole, study, &subjects->group,
                             subjects->by));
    view_add_foot(view, &result->arena, "%s.", census_line(study));
    view_add_foot(view, &result->arena, "%s", study->source_line);
}

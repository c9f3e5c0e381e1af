/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/release.h"

#include <stdlib.h>

#include "analysis/magnitude.h"
#include "analysis/prose.h"
#include "analysis/values.h"
#include "analysis/view_parts.h"
#include "base/buf.h"
#include "trade/category.h"
#include "trade/place.h"

#define LINE_BYTES ((size_t)4000)

static bool same_place(struct str a, struct str b)
{
    if (str_eq(a, b))
        return true;
    const struct place *place = place_of_name(a);
    return place && place == place_of_name(b);
}

static bool same_entity(const struct entity *a, const struct entity *b)
{
    if (a->place || b->place)
        return a->place == b->place;
    if (a->key.category != NAME_NONE)
        return category_same(a->name, b->name);
    return same_place(a->name, b->name) && same_place(a->second, b->second);
}

const struct entity *release_counterpart(const struct ranking *other,
                                         const struct entity *entity)
{
    for (size_t i = 0; i < other->group.count; i++) {
        const struct entity *candidate = &other->group.entities[i];
        if (same_entity(candidate, entity))
            return candidate;
    }
    return NULL;
}

static int by_rank(const void *left, const void *right)
{
    const struct entity *a = *(const struct entity *const *)left;
    const struct entity *b = *(const struct entity *const *)right;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    return str_cmp(a->name, b->name);
}

void release_foot(struct result *result, const struct ranking *ranking,
                  const struct ranking *other)
{
    const struct entity **moved =
        arena_alloc(ranking->study->arena, ranking->count + 1, sizeof(*moved));
    size_t count = 0;
    for (size_t i = 0; i < ranking->count; i++) {
        const struct entity *there =
            release_counterpart(other, ranking->rows[i]);
        if (there && there->rank &&
            there->halves.now != ranking->rows[i]->halves.now)
            moved[count++] = there;
    }
    if (!count)
        return;
    qsort(moved, count, sizeof *moved, by_rank);
    struct buf line;
    buf_init(&line, LINE_BYTES);
    for (size_t i = 0; i < count; i++) {
        buf_printf(
            &line, "%s%.*s %s (%s %%)", i ? ", " : "", STR_ARG(moved[i]->name),
            rank_words(&result->arena, other->question->ties,
                       moved[i]->halves.now),
            share_words(&result->arena, &moved[i]->now, &other->group.now));
    }
    view_add_foot(&result->view, &result->arena, "Release of %s differs: %s.",
                  other->study->release_name, line.ptr);
    buf_done(&line);
}

/* Entities that any release lists, those of the last one first. */
static size_t join_rows(const struct ranking *rankings, size_t count,
                        const struct entity **rows)
{
    size_t joined = 0;
    for (size_t i = count; i-- > 0;) {
        for (size_t j = 0; j < rankings[i].count; j++) {
            const struct entity *entity = rankings[i].rows[j];
            size_t k = 0;
            while (k < joined && !same_entity(rows[k], entity))
                k++;
            if (k == joined)
                rows[joined++] = entity;
        }
    }
    return joined;
}

static void add_release_columns(struct result *result,
                                const struct ranking *ranking)
{
    struct arena *arena = &result->arena;
    const char *release = *ranking->study->release_name
                              ? ranking->study->release_name
                              : "No release named";
    const char *unit = magnitude_head(ranking->study, arena);
    size_t first = parts_column(
        result, KIND_AMOUNT, 8, 3,
        (struct heads){{NULL, NULL, unit},
                       arena_printf(arena, "%s, %s", unit, release)});
    parts_column(result, KIND_SHARE, 6, 2,
                 (struct heads){{NULL, "Share", "%"},
                                arena_printf(arena, "Share, %%, %s", release)});
    size_t rank =
        parts_column(result, KIND_RANK, 4, 2,
                     (struct heads){{NULL, NULL, "Rank"},
                                    arena_printf(arena, "Rank, %s", release)});
    parts_span(result, 0, first, rank, 0, release);
}

static void fill_release_cells(struct value *cells,
                               const struct ranking *ranking,
                               const struct entity *entity)
{
    const struct entity *here = release_counterpart(ranking, entity);
    if (!here || !here->now.rows) {
        cells[0] = value_null(REASON_NO_RECORD);
        cells[1] = value_null(REASON_NO_RECORD);
        cells[2] = value_null(REASON_NO_RECORD);
        return;
    }
    cells[0] = amount_value(&here->now);
    cells[1] = share_value(ranking->study, &here->now, &ranking->group.now);
    cells[2] =
        ties_value(ranking->question->ties, here->halves.now, here->tied);
}

static const char *title_of(struct arena *arena, const struct ranking *ranking)
{
    const char *plural = by_plural(ranking->question->by);
    char years[PERIOD_TEXT];
    period_print(years, ranking->group.periods.now);
    return arena_printf(arena, "%c%s of %s, %s, by release",
                        plural[0] - 'a' + 'A', plural + 1,
                        study_goods(ranking->study, ranking->question), years);
}

/* How many columns name the row. */
static size_t add_name_columns(struct result *result, enum by by)
{
    parts_names(result, 16, 0, by_head(by));
    if (by != BY_PAIR)
        return 1;
    parts_names(result, 16, 2, "Recipient");
    return 2;
}

/* The last one, unless another one holds less than the world: then all of them
 * together are not the world's. */
static const struct ranking *narrowest(const struct ranking *rankings,
                                       size_t count)
{
    for (size_t i = count; i-- > 0;) {
        if (rankings[i].whole != WHOLE_WORLD)
            return &rankings[i];
    }
    return &rankings[count - 1];
}

static void add_rows(struct result *result, const struct ranking *rankings,
                     size_t count, size_t names)
{
    struct view *view = &result->view;
    struct arena *arena = &result->arena;
    size_t cap = 0;
    for (size_t i = 0; i < count; i++)
        cap += rankings[i].count;
    const struct entity **rows = arena_alloc(arena, cap + 1, sizeof(*rows));
    size_t joined = join_rows(rankings, count, rows);
    for (size_t j = 0; j < joined; j++) {
        struct value *cells = view_add_row(view, arena, VIEW_ENTRY);
        cells[0] = value_text(rows[j]->name);
        if (names > 1)
            cells[1] = value_text(rows[j]->second);
        for (size_t i = 0; i < count; i++)
            fill_release_cells(cells + names + i * 3, &rankings[i], rows[j]);
    }
    struct value *total = view_add_row(view, arena, VIEW_TOTAL);
    total[0] = value_word(whole_label(narrowest(rankings, count)->whole));
    for (size_t i = 0; i < count; i++) {
        const struct cube_cell *now = &rankings[i].group.now;
        total[names + i * 3] = amount_value(now);
        total[names + i * 3 + 1] = share_value(rankings[i].study, now, now);
    }
}

void release_view(struct result *result, const struct ranking *rankings,
                  size_t count)
{
    struct view *view = &result->view;
    struct arena *arena = &result->arena;
    const struct ranking *last = &rankings[count - 1];
    view->title = title_of(arena, last);
    view->unit_line =
        unit_line(last->study->cube->unit, last->study->cube->measure);
    size_t names = add_name_columns(result, last->question->by);
    for (size_t i = 0; i < count; i++)
        add_release_columns(result, &rankings[i]);
    add_rows(result, rankings, count, names);
    view_add_row(view, arena, VIEW_RULE);
    const struct ranking *narrow = narrowest(rankings, count);
    view_add_foot(view, arena, "%s",
                  whole_line(narrow->whole, narrow->study, &narrow->group,
                             narrow->question->by));
    const char *ties = ties_note(last->question->ties);
    if (ties) {
        result_add_note(result, "%s", ties);
        view_add_foot(view, arena, "%s", ties);
    }
    for (size_t i = 0; i < count; i++)
        view_add_foot(view, arena, "%s", rankings[i].study->source_line);
}

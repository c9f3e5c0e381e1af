/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/series.h"

#include <assert.h>

#include "analysis/columns.h"
#include "analysis/lines.h"
#include "analysis/series_view.h"
#include "trade/place.h"

/* A row in the making; the facts point into it. */
struct row {
    struct periods periods;
    struct entity entity;
    struct row_facts facts;
    struct cube_cell wholes[6];
    size_t whole_count;
};

/* The sums of a whole over both periods, kept in the row. False, and both
 * null, when there is no such whole or it does not cover the row's years. */
static bool add_whole(struct row *row, const struct tracks *tracks,
                      const struct track *track, const struct cube_cell **now,
                      const struct cube_cell **before)
{
    const struct periods *periods = &row->periods;
    if (!track || !period_within(periods->now, tracks->covered))
        return false;
    struct cube_cell *sums = &row->wholes[row->whole_count];
    row->whole_count += 2;
    sums[0] = tracks_sum(tracks, track, periods->now);
    if (period_within(periods->before, tracks->covered))
        sums[1] = tracks_sum(tracks, track, periods->before);
    *now = &sums[0];
    *before = &sums[1];
    return true;
}

static void add_wholes(struct row *row, const struct series *series,
                       const struct line *line)
{
    struct row_facts *facts = &row->facts;
    if (!add_whole(row, &series->world, series->world.items, &facts->world_now,
                   &facts->world_before))
        facts->no_world = series->world.count ? REASON_NOT_COVERED
                          : scope_is_world(&series->study->scope)
                              ? REASON_NONE
                              : REASON_PARTIAL_SELECTION;
    bool supplier =
        add_whole(row, &series->supplier_wholes, line->supplier_whole,
                  &facts->supplier_now, &facts->supplier_before);
    bool recipient =
        add_whole(row, &series->recipient_wholes, line->recipient_whole,
                  &facts->recipient_now, &facts->recipient_before);
    bool pair = !series->sides.supplier.all && !series->sides.recipient.all;
    if (pair && !supplier)
        facts->no_supplier = REASON_PARTIAL_SELECTION;
    if (pair && !recipient)
        facts->no_recipient = REASON_PARTIAL_SELECTION;
    facts->recipient_first = series->each == EACH_SUPPLIER;
}

static void set_row(struct row *row, const struct series *series,
                    const struct line *line, size_t piece)
{
    struct err err = {0};
    bool covered = question_periods(&series->pieces[piece], series->study, 0,
                                    &row->periods, &err);
    assert(covered);
    (void)covered;
    const struct periods *periods = &row->periods;
    struct entity *entity = &row->entity;
    entity->now = lines_sum(series, line, periods->now);
    entity->before = lines_sum(series, line, periods->before);
    entity->recorded = line->track->recorded +
                       (periods->now.from - series->tracks.covered.from);
    struct place_taken now = lines_rank(series, &entity->now, periods->now);
    entity->rank = now.rank;
    entity->tied = now.tied;
    entity->previous_rank =
        lines_rank(series, &entity->before, periods->before).rank;
    row->facts = (struct row_facts){
        .supplier = line->supplier,
        .recipient = line->recipient,
        .category = line->category,
        .entity = entity,
        .rank_of = now.of,
    };
    add_wholes(row, series, line);
}

static void fill_row(struct result *result, const struct series *series,
                     const struct line *line, size_t piece)
{
    struct row row = {0};
    amount mean;
    set_row(&row, series, line, piece);
    bool recorded = row.entity.now.rows > 0;
    if (!recorded && !(series->question->complete &&
                       study_existed(line->supplier, row.periods.now) &&
                       study_existed(line->recipient, row.periods.now)))
        return;
    struct value *cells =
        columns_row(result, series->study, &row.periods, &row.facts);
    if (!recorded)
        cells[result_find_column(result, "amount")] = value_amount(0);
    cells[result->column_count - 1] =
        lines_mean(series, line, row.periods.now.to, 1, &mean)
            ? value_amount(mean)
            : value_null(series->periods.undivided ? REASON_UNDIVIDED_YEARS
                                                   : REASON_NOT_COVERED);
}

static void fill_rows(struct result *result, const struct series *series)
{
    columns_add(result, series->study);
    result_add_column(result, "trailing_mean", KIND_AMOUNT,
                      unit_word(series->study->cube->unit),
                      "mean of the five years that end in year_to");
    for (size_t i = 0; i < series->listed; i++) {
        for (size_t j = 0; j < series->piece_count; j++)
            fill_row(result, series, &series->lines[i], j);
    }
    result->listed = result->row_count;
}

struct result *series_result(const struct study *study,
                             const struct question *question, enum each each,
                             int span, const struct study *world,
                             struct err *err)
{
    struct series series;
    struct study marking = *study;
    if (!lines_build(&series, &marking, question, each, span, world, err))
        return NULL;
    /* Shares of totals that are printed rounded may print differently too. */
    marking.marks |= series.totals && series.totals->marks;
    struct result *result = result_new("series");
    fill_rows(result, &series);
    series_view(result, &series);
    return result;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/prose.h"
#include "analysis/series_view.h"

/* "844 TIV million"; what would print as 0 is "less than 1". */
static const char *amount_words(struct arena *arena, const struct study *study,
                                const struct cube_cell *cell)
{
    char text[DECIMAL_TEXT];
    amount_whole(text, cell->sum);
    bool below =
        str_eq(str_from(text), STR("0")) && cell_high(cell) <= AMOUNT_ONE;
    return arena_printf(arena, "%s %s", below ? "less than 1" : text,
                        unit_title(study->cube->unit));
}

/* " (mean of 2019–23: 558)", " (2014–18: 2 485)" */
static const char *context(struct arena *arena, const struct series *series,
                           struct period period)
{
    char years[PERIOD_TEXT];
    char text[DECIMAL_TEXT];
    if (series->each != EACH_YEAR) {
        struct period before = period_before(period);
        if (!period_within(before, series->tracks.covered))
            return "";
        struct cube_cell cell = lines_sum(series, series->lines, before);
        period_print(years, before);
        amount_whole(text, cell.sum);
        return arena_printf(arena, " (%s: %s)", years,
                            cell.rows ? text : "none recorded");
    }
    amount mean;
    if (!lines_mean(series, series->lines, period.to, AMOUNT_ONE, &mean))
        return "";
    period_print(years, (struct period){period.to - MEAN_YEARS + 1, period.to});
    amount_whole(text, mean);
    return arena_printf(arena, " (mean of %s: %s)", years, text);
}

void series_sentence(struct result *result, const struct series *series)
{
    struct arena *arena = &result->arena;
    const struct study *study = series->study;
    if (!series->piece_count)
        return;
    struct period period = lines_period(series, series->piece_count - 1);
    struct cube_cell cell = lines_sum(series, series->lines, period);
    char years[PERIOD_TEXT];
    period_print(years, period);
    result->sentence = arena_printf(
        arena, "%s%s %s in %s%s. %s.", sides_subject(&series->sides, study),
        cell.rows ? " were" : ":",
        cell.rows ? amount_words(arena, study, &cell) : "none recorded", years,
        context(arena, series, period), citation(study));
}

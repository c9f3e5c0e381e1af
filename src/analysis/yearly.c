/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/yearly.h"

#include <string.h>

#include "base/buf.h"

#define YEARS_BYTES ((size_t)4000)

static void yearly_init(struct yearly *yearly, const struct study *study,
                        struct period period, int span)
{
    size_t most = (size_t)period_length(period) + 1;
    *yearly = (struct yearly){.period = period, .span = span};
    yearly->years = arena_alloc(study->arena, most, sizeof *yearly->years);
    yearly->steps = arena_alloc(study->arena, most, sizeof *yearly->steps);
    yearly->values = arena_alloc(study->arena, most, sizeof *yearly->values);
    yearly->from = arena_alloc(study->arena, most, sizeof *yearly->from);
    yearly->to = arena_alloc(study->arena, most, sizeof *yearly->to);
}

static void add(struct yearly *yearly, struct period piece, double value)
{
    size_t i = yearly->n++;
    yearly->from[i] = piece.from;
    yearly->to[i] = piece.to;
    yearly->years[i] = (piece.from + piece.to) / 2.0;
    yearly->steps[i] = (double)((piece.from - yearly->from[0]) / yearly->span);
    yearly->values[i] = value;
    yearly->zeros += value == 0;
    if (value > yearly->values[yearly->largest])
        yearly->largest = i;
}

/* Where the values are not one behind the other. */
static void find_missing(struct yearly *yearly, const struct study *study)
{
    struct buf buf;
    buf_init(&buf, YEARS_BYTES);
    for (size_t i = 1; i < yearly->n; i++) {
        for (int year = yearly->to[i - 1] + 1; year < yearly->from[i];
             year += yearly->span) {
            buf_printf(&buf, "%s%d", yearly->missing ? ";" : "", year);
            yearly->missing++;
        }
    }
    yearly->missing_years = arena_str(study->arena, buf_str(&buf)).ptr;
    buf_done(&buf);
}

/* Whether a year without any record is known to have had none: SIPRI counts
 * all of them, and a file that says which years it covers means it. */
static bool counts_all(const struct study *study)
{
    return study->scope.declared.from ||
           (study->source_line && strstr(study->source_line, "SIPRI"));
}

/* Whether the source tells of each year: where nothing was delivered, or where
 * it was left out. What is of some goods only cannot be told from a year of
 * none of them. */
struct telling {
    bool all;
    struct tracks tracks; /* of everything in the data */
};

static void find_telling(struct telling *telling, const struct series *series)
{
    struct group_masks everything = {.category = NAME_NONE};
    telling->all =
        counts_all(series->study) || question_narrows_goods(series->question);
    if (!telling->all)
        tracks_build(&telling->tracks, series->study, BY_WORLD, everything);
}

/* Whether there is a value for each year of the piece. */
static bool is_told(const struct telling *telling, const struct series *series,
                    const struct line *line, struct period piece)
{
    for (int year = piece.from; year <= piece.to; year++) {
        struct period one = {year, year};
        struct cube_cell cell = lines_sum(series, line, one);
        if (!cell.rows && cell.unreported)
            return false;
        if (!telling->all &&
            !tracks_sum(&telling->tracks, telling->tracks.items, one).rows)
            return false;
    }
    return true;
}

/* "South Korea", "South Korea to Poland", "World". */
static const char *name_of(const struct series *series, const struct line *line)
{
    struct arena *arena = series->study->arena;
    struct str supplier = line->supplier;
    struct str recipient = line->recipient;
    struct str goods = str_from(series->sides.goods);
    ptrdiff_t narrowed = str_find(goods, STR(" ("));
    const char *name =
        !supplier.len && !recipient.len
            ? "World"
            : arena_printf(arena, "%.*s%s%.*s", STR_ARG(supplier),
                           recipient.len == 0 ? ""
                           : supplier.len     ? " to "
                                              : "to ",
                           STR_ARG(recipient));
    if (series->each == EACH_CATEGORY)
        name = arena_printf(arena, "%s (%.*s)", name, STR_ARG(line->category));
    if (narrowed >= 0)
        name = arena_printf(arena, "%s%s", name, goods.ptr + narrowed);
    return name;
}

/* Whether the piece belongs to the series: a state that is no more, or not yet,
 * delivers nothing, and that is no zero. */
static bool takes_part(const struct series *series, const struct line *line,
                       size_t piece)
{
    struct period period = lines_period(series, piece);
    return lines_sum(series, line, period).rows ||
           (study_existed(line->supplier, period) &&
            study_existed(line->recipient, period));
}

/* The first piece of the series, and the one behind its last. */
static void find_ends(const struct series *series, const struct line *line,
                      size_t *first, size_t *end)
{
    *first = 0;
    *end = series->piece_count;
    while (*first < *end && !takes_part(series, line, *first))
        (*first)++;
    while (*end > *first && !takes_part(series, line, *end - 1))
        (*end)--;
}

void yearly_of_line(struct yearly *yearly, const struct series *series,
                    const struct line *line)
{
    const struct study *study = series->study;
    struct telling telling;
    bool windows = series->each == EACH_WINDOW;
    yearly_init(yearly, study, lines_span(series), windows ? series->span : 1);
    yearly->name = name_of(series, line);
    find_telling(&telling, series);
    size_t first;
    size_t end;
    find_ends(series, line, &first, &end);
    yearly->trimmed = first > 0 || end < series->piece_count;
    for (size_t i = first; i < end; i++) {
        struct period piece = lines_period(series, i);
        if (!is_told(&telling, series, line, piece))
            continue;
        struct ratio mean = {lines_sum(series, line, piece).sum,
                             AMOUNT_ONE * period_length(piece)};
        add(yearly, piece, ratio_double(mean));
    }
    find_missing(yearly, study);
}

/* The mean of the values of a window; false: one of its years has none. */
static bool window_mean(const struct year_series *series, struct period window,
                        double *mean)
{
    double sum = 0;
    int count = 0;
    for (size_t i = 0; i < series->count; i++) {
        if (!period_has(window, series->items[i].year))
            continue;
        sum += series->items[i].value;
        count++;
    }
    *mean = sum / period_length(window);
    return count == period_length(window);
}

void yearly_of_file(struct yearly *yearly, const struct study *study,
                    struct period period, int span)
{
    const struct year_series *series = study->series;
    int count = period_length(period) / span;
    period.from = period.to - count * span + 1;
    yearly_init(yearly, study, period, span);
    yearly->name = series->name;
    for (int i = 0; i < count; i++) {
        struct period piece = {period.from + i * span,
                               period.from + (i + 1) * span - 1};
        double value;
        if (window_mean(series, piece, &value))
            add(yearly, piece, value);
    }
    find_missing(yearly, study);
}

double yearly_mean(const struct yearly *yearly, size_t first, size_t count)
{
    double sum = 0;
    for (size_t i = first; i < first + count; i++)
        sum += yearly->values[i];
    return sum / (double)count;
}

struct period yearly_run(const struct yearly *yearly, size_t first,
                         size_t count)
{
    return (struct period){yearly->from[first], yearly->to[first + count - 1]};
}

const char *yearly_label(const struct yearly *yearly, size_t at,
                         struct arena *arena)
{
    char years[PERIOD_TEXT];
    period_print(years, yearly_run(yearly, at, 1));
    return arena_printf(arena, "%s", years);
}

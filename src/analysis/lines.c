/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/lines.h"

#include <assert.h>
#include <stdlib.h>

#include "analysis/pieces.h"

static enum by by_of(enum each each)
{
    switch (each) {
    case EACH_SUPPLIER:
        return BY_SUPPLIER;
    case EACH_RECIPIENT:
        return BY_RECIPIENT;
    case EACH_CATEGORY:
        return BY_CATEGORY;
    default:
        return BY_WORLD;
    }
}

enum by lines_by(const struct series *series)
{
    return by_of(series->each);
}

struct period lines_period(const struct series *series, size_t piece)
{
    return series->pieces[piece].years.years;
}

struct period lines_span(const struct series *series)
{
    if (!series->piece_count)
        return (struct period){0, -1};
    return (struct period){lines_period(series, 0).from,
                           lines_period(series, series->piece_count - 1).to};
}

struct cube_cell lines_sum(const struct series *series, const struct line *line,
                           struct period period)
{
    return tracks_sum(&series->tracks, line->track, period);
}

bool lines_mean(const struct series *series, const struct line *line, int year,
                amount unit, amount *mean)
{
    struct period five = {year - MEAN_YEARS + 1, year};
    if (series->periods.undivided ||
        !period_within(five, series->tracks.covered))
        return false;
    amount sum = lines_sum(series, line, five).sum;
    amount parts = 2 * MEAN_YEARS * unit;
    *mean = (2 * sum + MEAN_YEARS * unit) / parts * unit;
    return true;
}

struct place_taken lines_rank(const struct series *series,
                              const struct cube_cell *cell,
                              struct period period)
{
    struct place_taken place = {0};
    size_t above = 0;
    size_t equal = 0;
    for (size_t i = 0; i < series->rivals.count; i++) {
        amount sum;
        if (!tracks_amount(&series->rivals, &series->rivals.items[i], period,
                           &sum))
            continue;
        place.of++;
        above += sum > cell->sum;
        equal += sum == cell->sum;
    }
    if (place.of && cell->rows) {
        place.rank = above + 1;
        place.tied = equal > 1;
    }
    return place;
}

/* Largest first, then by name. */
static int line_order(const void *left, const void *right)
{
    const struct line *a = left;
    const struct line *b = right;
    if (a->all.sum != b->all.sum)
        return a->all.sum > b->all.sum ? -1 : 1;
    return str_cmp(a->name, b->name);
}

static void name_line(struct line *line, const struct series *series)
{
    const struct study *study = series->study;
    line->name = line->track->name;
    line->supplier = str_from(series->sides.supplier.name);
    line->recipient = str_from(series->sides.recipient.name);
    if (series->question->category != NAME_NONE)
        line->category =
            names_text(&study->names->categories, series->question->category);
    if (series->each == EACH_SUPPLIER)
        line->supplier = line->name;
    if (series->each == EACH_RECIPIENT)
        line->recipient = line->name;
    if (series->each == EACH_CATEGORY)
        line->category = line->name;
}

/* The track of which this one is a part: its own, or the only one. */
static const struct track *whole_track(const struct tracks *wholes,
                                       const struct track *track)
{
    const struct track *own = tracks_find(wholes, track->id);
    return own || !wholes->count ? own : &wholes->items[0];
}

/* A line without a record in the period is none, unless it is the only one. */
static void add_lines(struct series *series)
{
    const struct tracks *tracks = &series->tracks;
    series->lines = arena_alloc(series->study->arena, tracks->count + 1,
                                sizeof *series->lines);
    for (size_t i = 0; i < tracks->count; i++) {
        struct line line = {.track = &tracks->items[i]};
        line.all = tracks_sum(tracks, line.track, series->periods.now);
        if (!line.all.rows && by_of(series->each) != BY_WORLD)
            continue;
        name_line(&line, series);
        line.supplier_whole = whole_track(&series->supplier_wholes, line.track);
        line.recipient_whole =
            whole_track(&series->recipient_wholes, line.track);
        series->lines[series->line_count++] = line;
    }
    qsort(series->lines, series->line_count, sizeof *series->lines, line_order);
    size_t top = series->question->top;
    size_t listed = top < series->line_count ? top : series->line_count;
    while (listed > 0 && listed < series->line_count &&
           series->lines[listed].all.sum == series->lines[listed - 1].all.sum)
        listed++;
    series->listed = listed;
}

/* A share of a side's total says something where the other side (or the
 * category) is narrowed down, and holds where that side is not narrowed by the
 * data themselves. */
static void find_sides(struct series *series)
{
    const struct study *study = series->study;
    const struct sides *sides = &series->sides;
    enum each each = series->each;
    struct group_masks masks = {.category = series->question->category};
    if ((!sides->supplier.all || each == EACH_SUPPLIER) &&
        (sides->recipient.mask || each == EACH_RECIPIENT ||
         each == EACH_CATEGORY) &&
        scope_side_is_open(&study->scope.recipient)) {
        masks.supplier = sides->supplier.mask;
        tracks_build(&series->supplier_wholes, study,
                     each == EACH_SUPPLIER ? BY_SUPPLIER : BY_WORLD, masks);
    }
    masks.supplier = NULL;
    if ((!sides->recipient.all || each == EACH_RECIPIENT) &&
        (sides->supplier.mask || each == EACH_SUPPLIER ||
         each == EACH_CATEGORY) &&
        scope_side_is_open(&study->scope.supplier)) {
        masks.recipient = sides->recipient.mask;
        tracks_build(&series->recipient_wholes, study,
                     each == EACH_RECIPIENT ? BY_RECIPIENT : BY_WORLD, masks);
    }
}

/* Totals of another file know neither categories nor weapons. */
static bool totals_fit(const struct study *world, const struct series *series)
{
    const struct filter *asked = series->question->asked;
    return world && scope_is_world(&world->scope) &&
           world->cube->unit == series->study->cube->unit &&
           series->question->category == NAME_NONE && !asked->category.count &&
           !asked->not_category.count && !asked->weapon.count &&
           !asked->conditions;
}

static void find_world(struct series *series, const struct study *world)
{
    const struct study *study = series->study;
    struct group_masks masks = {.category = series->question->category};
    if (series->sides.supplier.all && series->sides.recipient.all &&
        by_of(series->each) == BY_WORLD)
        return;
    if (scope_is_world(&study->scope))
        series->totals = study;
    else if (totals_fit(world, series))
        series->totals = world;
    else if (scope_side_is_open(&study->scope.supplier) &&
             scope_side_is_open(&study->scope.recipient))
        series->totals = study;
    if (series->totals)
        tracks_build(&series->world, series->totals, BY_WORLD, masks);
}

/* With whom a line is ranked: all suppliers, or recipients, of the same
 * deliveries; nobody where a line is neither. */
static void find_rivals(struct series *series)
{
    const struct study *study = series->study;
    const struct sides *sides = &series->sides;
    struct group_masks masks = {.category = series->question->category};
    bool single = by_of(series->each) == BY_WORLD;
    if ((series->each == EACH_SUPPLIER ||
         (single && sides->supplier.one && sides->recipient.all)) &&
        scope_side_is_open(&study->scope.supplier)) {
        masks.recipient = sides->recipient.mask;
        tracks_build(&series->rivals, study, BY_SUPPLIER, masks);
    } else if ((series->each == EACH_RECIPIENT ||
                (single && sides->recipient.one && sides->supplier.all)) &&
               scope_side_is_open(&study->scope.recipient)) {
        masks.supplier = sides->supplier.mask;
        tracks_build(&series->rivals, study, BY_RECIPIENT, masks);
    }
}

static bool check_each(const struct study *study, enum each each,
                       struct err *err)
{
    unsigned missing = by_dims(by_of(each)) & ~study->cube->dims;
    assert(study->cube->dims & DIM_YEAR);
    return !missing ||
           err_set(err, ERR_REQUEST,
                   "--each %s: the data do not tell one from another; use a "
                   "file that names them, such as SIPRI's register",
                   by_word(by_of(each)));
}

bool lines_build(struct series *series, const struct study *study,
                 const struct question *question, enum each each, int span,
                 const struct study *world, struct err *err)
{
    *series = (struct series){
        .study = study,
        .question = question,
        .each = each == EACH_NONE ? EACH_YEAR : each,
        .span = span,
    };
    enum each walk = by_of(each) == BY_WORLD ? series->each : EACH_YEAR;
    if (!check_each(study, each, err) ||
        !question_periods(question, study, 0, &series->periods, err) ||
        !sides_of(&series->sides, study, question, err) ||
        !pieces_of(question, study, walk, span, &series->pieces,
                   &series->piece_count, err))
        return false;
    assert(!series->sides.supplier.mask || study->cube->dims & DIM_SUPPLIER);
    assert(!series->sides.recipient.mask || study->cube->dims & DIM_RECIPIENT);
    struct group_masks masks = {.supplier = series->sides.supplier.mask,
                                .recipient = series->sides.recipient.mask,
                                .category = question->category};
    tracks_build(&series->tracks, study, by_of(each), masks);
    find_sides(series);
    find_world(series, world);
    find_rivals(series);
    add_lines(series);
    return true;
}

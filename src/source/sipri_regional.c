/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SIPRI's tables of regional transfers (doc/formats/sipri-regional.md): a
 * region on the first row of its block only, "Regional total", and the
 * suppliers to it (or the recipients from it), one column a year. The regions
 * overlap, so one of them is read and the others are never added to it. */
#include <config.h>

#include "base/diag.h"
#include "base/mem.h"
#include "source/layouts.h"
#include "source/title.h"
#include "source/wide.h"
#include "trade/filter.h"

#define HALF_WIDTH (AMOUNT_ONE / 2)

/* Column 0 holds the region, column 1 the other side. */
enum { LABELS = 2 };

/* Regions that a refusal names. */
enum { NAMED = 3 };

/* "Unnamed: 0" is what pandas calls a column without a name. */
static bool is_unnamed(struct str cell)
{
    cell = str_trim(cell);
    return !cell.len || str_starts(cell, STR("Unnamed:"));
}

static int recognise(const struct head *head, size_t record)
{
    const struct head_record *header = &head->records[record];
    return wide_count_years(header, LABELS) > 1 &&
                   is_unnamed(header->cells[0]) && is_unnamed(header->cells[1])
               ? 96
               : 0;
}

static bool is_sum_column(struct str cell)
{
    return cell.len == 9 && cell.ptr[4] == '-';
}

struct regional {
    struct reading *reading;
    struct names *names;
    struct flow_sink sink;
    struct wide wide;
    bool suppliers;                /* rows name suppliers, not recipients */
    const struct place_set *asked; /* regions asked for */

    /* The block at hand. */
    struct str region; /* in the reading's arena */
    uint32_t number;   /* of its name; NAME_NONE: not asked for */
    uint64_t faults;   /* rows at fault before it */
    amount *sums;      /* a year, and each sum column behind them */
    size_t *cells;
    struct str *totals; /* as printed; null pointers: not seen */
    uint64_t total_line;

    size_t regions;   /* seen so far */
    size_t chosen;    /* of them */
    const char *some; /* the first ones, quoted */
    struct str only;  /* the chosen one */
};

static size_t columns_of(const struct regional *regional)
{
    return regional->wide.years + regional->wide.sum_count;
}

static bool open_table(struct reading *reading, struct err *err)
{
    bool suppliers;
    reading->unit = UNIT_TIV_MILLION;
    reading->measure = MEASURE_DELIVERY;
    reading->half_width = HALF_WIDTH;
    date_find_generated(source_preamble(reading), &reading->generated);
    reading->scope.declared =
        wide_range(&reading->head.records[reading->header], LABELS);
    return title_breakdown(source_preamble(reading), &suppliers) ||
           err_set(err, ERR_DATA,
                   "%s: nothing says whether its rows are suppliers or "
                   "recipients; keep its title line, or write 'broken down by "
                   "suppliers' above the header",
                   reading->name);
}

/* The totals of the block just read against the sums of its rows. */
static void check_block(struct regional *regional)
{
    if (regional->total_line &&
        tally_left_out(&regional->reading->tally) == regional->faults) {
        for (size_t i = 0; i < columns_of(regional); i++)
            wide_check_sum(&regional->wide, regional->total_line,
                           regional->totals[i], regional->sums[i],
                           regional->cells[i]);
    }
    regional->total_line = 0;
    regional->faults = tally_left_out(&regional->reading->tally);
    for (size_t i = 0; i < columns_of(regional); i++) {
        regional->sums[i] = 0;
        regional->cells[i] = 0;
    }
}

static bool is_asked(const struct regional *regional, struct str region)
{
    struct arena scratch;
    arena_init(&scratch);
    bool asked = place_set_find(regional->asked, region, &scratch) != NULL;
    arena_done(&scratch);
    return asked;
}

static void begin_block(struct regional *regional, struct str label)
{
    struct arena *arena = &regional->reading->arena;
    check_block(regional);
    regional->region = arena_str(arena, label);
    regional->number = NAME_NONE;
    if (regional->regions++ < NAMED)
        regional->some =
            arena_printf(arena, "%s%s%s", regional->some,
                         *regional->some ? ", " : "", diag_quote(arena, label));
    if (!regional->asked->count || !is_asked(regional, label))
        return;
    regional->chosen++;
    regional->only = regional->region;
    regional->number = map_intern(&regional->names->places, label);
}

static struct str printed(const struct regional *regional, size_t column)
{
    size_t years = regional->wide.years;
    return column < years ? wide_text(&regional->wide, column)
                          : regional->wide.sums[column - years];
}

static void keep_total(struct regional *regional)
{
    struct reading *reading = regional->reading;
    reading->tally.total_rows++;
    regional->total_line = regional->wide.line;
    for (size_t i = 0; i < columns_of(regional); i++)
        regional->totals[i] = arena_str(&reading->arena, printed(regional, i));
}

static bool push_row(struct regional *regional, uint32_t label, struct err *err)
{
    const struct wide *wide = &regional->wide;
    struct reading *reading = regional->reading;
    struct flow flow = flow_unknown(reading->unit, reading->measure);
    flow.supplier = regional->suppliers ? label : regional->number;
    flow.recipient = regional->suppliers ? regional->number : label;
    flow.half_width = reading->half_width;
    flow.line = wide->line;
    for (size_t i = 0; i < wide->years; i++) {
        flow.year = wide->year[i];
        flow.cell = wide->cells[i].state;
        flow.value = wide->cells[i].value;
        if (flow.cell != CELL_NONE &&
            !regional->sink.take(regional->sink.context, &flow, err))
            return false;
    }
    return true;
}

static void add_sums(struct regional *regional)
{
    struct wide *wide = &regional->wide;
    for (size_t i = 0; i < wide->years; i++) {
        if (wide->cells[i].state == CELL_NONE)
            continue;
        source_see_year(regional->reading, wide->year[i]);
        regional->sums[i] += wide->cells[i].value;
        regional->cells[i]++;
    }
    for (size_t i = 0; i < wide->sum_count; i++) {
        wide_check_sum(wide, wide->line, wide->sums[i], wide->sum,
                       wide->filled);
        regional->sums[wide->years + i] += wide->sum;
        regional->cells[wide->years + i] += wide->filled;
    }
}

static bool read_row(struct regional *regional, struct err *err)
{
    struct tally *tally = &regional->reading->tally;
    if (!wide_read(&regional->wide))
        return true;
    add_sums(regional);
    if (regional->number == NAME_NONE && !regional->reading->no_sum) {
        tally->asides[ASIDE_REGION]++;
        return true;
    }
    tally->rows_used++;
    uint32_t label =
        map_intern(&regional->names->places, regional->wide.labels[1]);
    return regional->reading->no_sum || push_row(regional, label, err);
}

static bool read_record(struct regional *regional, struct err *err)
{
    struct wide *wide = &regional->wide;
    struct tally *tally = &regional->reading->tally;
    if (wide->labels[0].len && !str_eq(wide->labels[0], regional->region))
        begin_block(regional, wide->labels[0]);
    if (!regional->region.len || !wide->labels[1].len) {
        tally->rows_read++;
        tally_fault(tally, FAULT_NAME, wide->line, wide->labels[1]);
        return true;
    }
    if (str_eq_fold(wide->labels[1], STR("Regional total"))) {
        keep_total(regional);
        return true;
    }
    return read_row(regional, err);
}

static bool read_all(struct regional *regional, struct err *err)
{
    enum wide_record record;
    for (;;) {
        if (!wide_next(&regional->wide, &record, err))
            return false;
        if (record == WIDE_END) {
            check_block(regional);
            return true;
        }
        if (!read_record(regional, err))
            return false;
    }
}

/* One region was chosen, or it is only described. */
static bool check_choice(const struct regional *regional, struct err *err)
{
    const struct reading *reading = regional->reading;
    const char *option = regional->suppliers ? "recipient" : "supplier";
    if (regional->chosen == 1 || reading->no_sum)
        return true;
    if (regional->chosen)
        return err_set(err, ERR_REQUEST,
                       "--%s: %zu regions of %s are named; they overlap and "
                       "are never added: name one",
                       option, regional->chosen, reading->name);
    const char *what = regional->asked->count
                           ? "none of its regions is called so"
                           : "its regions overlap and are never added";
    return err_set(err, ERR_REQUEST,
                   "%s: %s; name one of its %zu regions with --%s: %s%s",
                   reading->name, what, regional->regions, option,
                   regional->some, regional->regions > NAMED ? ", ..." : "");
}

static void set_scope(const struct regional *regional)
{
    struct scope *scope = &regional->reading->scope;
    struct scope_side all = {.extent = SCOPE_ALL, .divided = true};
    struct scope_side region = {.extent = SCOPE_SOME, .divided = true};
    if (regional->chosen == 1)
        region = (struct scope_side){.extent = SCOPE_ONE,
                                     .name = regional->only,
                                     .divided = true,
                                     .region = true};
    scope->supplier = regional->suppliers ? all : region;
    scope->recipient = regional->suppliers ? region : all;
}

static bool read_regional(struct reading *reading, struct names *names,
                          struct flow_sink sink, struct err *err)
{
    static const struct place_set none;
    const struct filter *named = reading->options.named;
    struct regional regional = {
        .reading = reading,
        .names = names,
        .sink = sink,
        .asked = &none,
        .number = NAME_NONE,
        .some = "",
    };
    title_breakdown(source_preamble(reading), &regional.suppliers);
    if (named)
        regional.asked =
            regional.suppliers ? &named->recipient : &named->supplier;
    if (reading->options.every_quantity)
        reading->no_sum = "its regions overlap";
    wide_init(&regional.wide, reading,
              (struct wide_form){.labels = LABELS, .is_sum = is_sum_column});
    size_t columns = columns_of(&regional);
    regional.sums = mem_alloc(columns, sizeof(*regional.sums));
    regional.cells = mem_alloc(columns, sizeof(*regional.cells));
    regional.totals = mem_alloc(columns, sizeof(*regional.totals));
    bool done = read_all(&regional, err) && check_choice(&regional, err);
    if (done)
        set_scope(&regional);
    wide_done(&regional.wide);
    mem_free(regional.sums);
    mem_free(regional.cells);
    mem_free(regional.totals);
    return done;
}

const struct source source_sipri_regional = {
    .id = "sipri_regional",
    .title = "SIPRI table of regional transfers by year",
    .database = "SIPRI Arms Transfers Database",
    .recognise = recognise,
    .open = open_table,
    .read = read_regional,
};

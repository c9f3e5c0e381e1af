/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The World Bank's indicators (doc/formats/world-bank.md): one row a country
 * and indicator, one column a year. SIPRI's exports and imports in TIV, and
 * military expenditure, which is no trade. Rows are held until the last one,
 * because it is the whole file that says which of them count. */
#include <config.h>

#include "source/aggregates.h"
#include "source/indicator.h"
#include "source/layouts.h"
#include "source/wide.h"
#include "trade/filter.h"
#include "trade/list.h"
#include "trade/place.h"
#include "trade/place_table.h"

#define HALF_WIDTH (AMOUNT_ONE / 2)

/* Columns before the first year. */
enum { LABELS = 4 };

enum label { LABEL_NAME, LABEL_CODE, LABEL_INDICATOR, LABEL_INDICATOR_CODE };

/* Files call them so; those of the Bank's DataBank speak of series. */
static const char *const label_names[LABELS][2] = {
    [LABEL_NAME] = {"Country Name", "Country Name"},
    [LABEL_CODE] = {"Country Code", "Country Code"},
    [LABEL_INDICATOR] = {"Indicator Name", "Series Name"},
    [LABEL_INDICATOR_CODE] = {"Indicator Code", "Series Code"},
};

/* Where the label stands, or LABELS. */
static size_t find_label(const struct head_record *header, enum label label)
{
    size_t i = 0;
    while (i < LABELS &&
           !str_eq_fold(str_trim(header->cells[i]),
                        str_from(label_names[label][0])) &&
           !str_eq_fold(str_trim(header->cells[i]),
                        str_from(label_names[label][1])))
        i++;
    return i;
}

static int recognise(const struct head *head, size_t record)
{
    const struct head_record *header = &head->records[record];
    if (!wide_count_years(header, LABELS))
        return 0;
    for (size_t i = 0; i < LABELS; i++) {
        if (find_label(header, (enum label)i) == LABELS)
            return 0;
    }
    return 100;
}

/* "Last Updated Date","2020-07-01": the day on which the Bank made it. */
static void find_updated(struct reading *reading)
{
    struct str text = source_preamble(reading);
    ptrdiff_t at = str_find(text, STR("Last Updated Date"));
    if (at < 0)
        return;
    text = str_skip(text, (size_t)at);
    struct str line = str_cut(&text, '\n');
    while (line.len && (line.ptr[0] < '0' || line.ptr[0] > '9'))
        line = str_skip(line, 1);
    if (line.len >= 10)
        date_parse_iso((struct str){line.ptr, 10}, &reading->generated);
}

static bool open_bank(struct reading *reading, struct err *err)
{
    (void)err;
    reading->unit = UNIT_TIV_MILLION;
    reading->measure = MEASURE_DELIVERY;
    reading->half_width = HALF_WIDTH;
    reading->database = reading->source->database;
    find_updated(reading);
    reading->scope.declared =
        wide_range(&reading->head.records[reading->header], LABELS);
    return true;
}

struct held_cell {
    int year;
    enum cell_state state;
    amount value;
};

struct held_row {
    enum indicator kind;
    struct str place;
    struct str indicator;
    uint64_t line;
    const struct held_cell *cells;
    size_t count;
};

struct bank {
    struct reading *reading;
    struct names *names;
    struct wide wide;
    size_t at[LABELS];
    struct held_row *rows;
    size_t count;
    size_t cap;
    size_t of_kind[INDICATOR_KINDS];
};

static struct str label(const struct bank *bank, enum label label)
{
    return bank->wide.labels[bank->at[label]];
}

/* Neither a place by its code (Kosovo has none of ISO's) nor by its name. */
static bool is_aggregate(const struct bank *bank)
{
    struct str code = label(bank, LABEL_CODE);
    return aggregate_has_code(code) ||
           (!place_of_code(code) && !place_of_name(label(bank, LABEL_NAME)));
}

static void hold_row(struct bank *bank, enum indicator kind)
{
    struct wide *wide = &bank->wide;
    struct arena *arena = &bank->reading->arena;
    struct held_cell *cells =
        arena_alloc(arena, wide->filled ? wide->filled : 1, sizeof(*cells));
    size_t count = 0;
    for (size_t i = 0; i < wide->years; i++) {
        const struct wide_cell *cell = &wide->cells[i];
        if (cell->state != CELL_NONE)
            cells[count++] =
                (struct held_cell){cell->year, cell->state, cell->value};
    }
    bank->rows = list_room(arena, bank->rows, bank->count, &bank->cap,
                           sizeof(*bank->rows));
    bank->rows[bank->count++] = (struct held_row){
        .kind = kind,
        .place = arena_str(arena, label(bank, LABEL_NAME)),
        .indicator = arena_str(arena, label(bank, LABEL_INDICATOR)),
        .line = wide->line,
        .cells = cells,
        .count = count,
    };
    bank->of_kind[kind]++;
}

static void read_row(struct bank *bank)
{
    struct tally *tally = &bank->reading->tally;
    struct wide *wide = &bank->wide;
    enum indicator kind = indicator_of_code(label(bank, LABEL_INDICATOR_CODE));
    bool trade = indicator_is_trade(kind);
    if (!label(bank, LABEL_NAME).len) {
        tally->rows_read++;
        tally_fault(tally, FAULT_NAME, wide->line, label(bank, LABEL_CODE));
    } else if (kind == INDICATOR_OTHER) {
        tally_aside(tally, ASIDE_INDICATOR, 1);
    } else if (kind == INDICATOR_CURRENCIES) {
        tally_aside(tally, ASIDE_CURRENCY, 1);
    } else if (is_aggregate(bank)) {
        tally_aside(tally, ASIDE_AGGREGATE, 1);
    } else {
        /* Units of TIV, rounded to whole millions. */
        wide->form.part = trade ? AMOUNT_ONE : 1;
        bank->reading->half_width = trade ? HALF_WIDTH : 0;
        if (wide_read(wide))
            hold_row(bank, kind);
    }
}

static bool read_all(struct bank *bank, struct err *err)
{
    enum wide_record record;
    for (;;) {
        if (!wide_next(&bank->wide, &record, err))
            return false;
        if (record == WIDE_END)
            return true;
        if (record == WIDE_NOTE)
            tally_aside(&bank->reading->tally, ASIDE_NOTES, 1);
        else
            read_row(bank);
    }
}

/* Which of exports and imports, and whether there is trade at all. */
static enum indicator choose(const struct bank *bank)
{
    const struct read_options *options = &bank->reading->options;
    const struct filter *named = options->named;
    bool imports = options->one_side ? options->recipients
                                     : named && named->recipient.count &&
                                           !named->supplier.count;
    enum indicator first = imports ? INDICATOR_IMPORTS : INDICATOR_EXPORTS;
    enum indicator second = imports ? INDICATOR_EXPORTS : INDICATOR_IMPORTS;
    return bank->of_kind[first]    ? first
           : bank->of_kind[second] ? second
                                   : INDICATOR_DOLLARS;
}

static bool is_chosen(enum indicator kind, enum indicator chosen)
{
    return indicator_is_trade(chosen) ? kind == chosen
                                      : !indicator_is_trade(kind);
}

static enum aside aside_of(enum indicator kind)
{
    return kind == INDICATOR_EXPORTS   ? ASIDE_EXPORTS
           : kind == INDICATOR_IMPORTS ? ASIDE_IMPORTS
                                       : ASIDE_SPENDING;
}

static bool push_row(struct bank *bank, const struct held_row *row,
                     struct flow_sink sink, struct err *err)
{
    struct reading *reading = bank->reading;
    struct names *names = bank->names;
    struct flow flow =
        flow_unknown(indicator_unit(row->kind), reading->measure);
    uint32_t place = map_intern(&names->places, row->place);
    uint32_t other = map_intern(&names->places, STR(SCOPE_NOT_DIVIDED));
    flow.supplier = row->kind == INDICATOR_EXPORTS ? place : other;
    flow.recipient = row->kind == INDICATOR_EXPORTS ? other : place;
    if (!indicator_is_trade(row->kind))
        flow.category = map_intern(&names->categories, row->indicator);
    flow.half_width = reading->half_width;
    flow.line = row->line;
    reading->tally.rows_used++;
    for (size_t i = 0; i < row->count; i++) {
        flow.year = row->cells[i].year;
        flow.cell = row->cells[i].state;
        flow.value = row->cells[i].value;
        source_see_year(reading, flow.year);
        if (!sink.take(sink.context, &flow, err))
            return false;
    }
    return true;
}

/* The places used are those of the Bank, or one of them. */
static void set_scope(struct bank *bank, enum indicator chosen)
{
    struct scope *scope = &bank->reading->scope;
    struct scope_side own = {.extent = SCOPE_SOME, .divided = true};
    const struct held_row *only = NULL;
    bool several = false;
    for (size_t i = 0; i < bank->count; i++) {
        const struct held_row *row = &bank->rows[i];
        if (!is_chosen(row->kind, chosen))
            continue;
        several |= only && !str_eq(only->place, row->place);
        only = row;
    }
    if (only && !several)
        own = (struct scope_side){
            .extent = SCOPE_ONE, .name = only->place, .divided = true};
    struct scope_side all = {.extent = SCOPE_ALL};
    scope->supplier = chosen == INDICATOR_EXPORTS ? own : all;
    scope->recipient = chosen == INDICATOR_EXPORTS ? all : own;
    scope->broad = several;
}

/* What the reading tells, as its chosen rows do. */
static void set_reading(struct bank *bank, enum indicator chosen)
{
    struct reading *reading = bank->reading;
    bool trade = indicator_is_trade(chosen);
    reading->half_width = trade ? HALF_WIDTH : 0;
    set_scope(bank, chosen);
    if (trade && reading->scope.broad)
        reading->note =
            "The World Bank lists countries as they are now: no Soviet Union, "
            "no Taiwan, no armed groups, no unknown suppliers. All: those "
            "listed.";
    if (trade)
        return;
    reading->measure = MEASURE_SPENDING;
    reading->database =
        "SIPRI Military Expenditure Database, as the World Bank gives it";
    for (size_t i = 0; i < bank->count; i++)
        reading->unit = indicator_unit(bank->rows[i].kind);
}

static bool push_all(struct bank *bank, struct flow_sink sink, struct err *err)
{
    enum indicator chosen = choose(bank);
    set_reading(bank, chosen);
    for (size_t i = 0; i < bank->count; i++) {
        const struct held_row *row = &bank->rows[i];
        if (!is_chosen(row->kind, chosen))
            bank->reading->tally.asides[aside_of(row->kind)]++;
        else if (!push_row(bank, row, sink, err))
            return false;
    }
    return true;
}

static bool read_bank(struct reading *reading, struct names *names,
                      struct flow_sink sink, struct err *err)
{
    const struct head_record *header = &reading->head.records[reading->header];
    struct bank bank = {.reading = reading, .names = names};
    for (size_t i = 0; i < LABELS; i++)
        bank.at[i] = find_label(header, (enum label)i);
    wide_init(&bank.wide, reading,
              (struct wide_form){.labels = LABELS, .notes = true});
    bool done = read_all(&bank, err) && push_all(&bank, sink, err);
    wide_done(&bank.wide);
    return done;
}

const struct source source_world_bank = {
    .id = "world_bank",
    .title = "World Bank indicators by year",
    .database = "SIPRI Arms Transfers Database, as the World Bank gives it",
    .recognise = recognise,
    .open = open_bank,
    .one_sided = true,
    .read = read_bank,
};

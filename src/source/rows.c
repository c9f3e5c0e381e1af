/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows in their turn: which columns are read, what becomes of a row, and what
 * all of them have shown. */
#include <config.h>

#include "source/rows.h"

#include "base/diag.h"
#include "base/mem.h"
#include "source/records.h"

/* Of the number that a deal and year were first seen at; above them stands the
 * file. */
#define LINE_BITS 48

const enum role row_word_roles[ROW_WORDS] = {ROLE_UNIT, ROLE_MEASURE, ROLE_CELL,
                                             ROLE_ROUNDED_TO};

static bool is_wanted(const struct reading *reading, enum role role)
{
    switch (role) {
    case ROLE_DESIGNATION:
    case ROLE_DESCRIPTION:
    case ROLE_UNIT_VALUE:
        return reading->options.weapons;
    case ROLE_CATEGORY:
        return reading->options.categories;
    case ROLE_WEIGHT: /* unless it is the amount */
        return false;
    default:
        return true;
    }
}

static void want_columns(struct rows *rows)
{
    const struct reading *reading = rows->reading;
    size_t columns[ROLE_COUNT];
    for (size_t i = 0; i < ROLE_COUNT; i++)
        columns[i] =
            is_wanted(reading, (enum role)i) ? reading->roles[i] : SIZE_MAX;
    records_want(rows->reading, columns, ROLE_COUNT, rows->at);
}

static void begin(struct rows *rows)
{
    rows->seen = (struct period){0, -1};
    memo_init(&rows->places);
    memo_init(&rows->categories);
    memo_init(&rows->flags);
    memo_init(&rows->conditions);
}

/* The number of what all rows say. */
static uint32_t fixed_number(const struct reading *reading, enum role role,
                             struct map *map, uint32_t otherwise)
{
    struct str fixed = reading->fixed[role];
    return fixed.len > 0 ? map_intern(map, fixed) : otherwise;
}

void rows_init(struct rows *rows, struct reading *reading, struct names *names,
               struct flow_sink sink, struct tally *tally)
{
    *rows = (struct rows){
        .reading = reading,
        .names = names,
        .sink = sink,
        .tally = tally,
        .deals = reading->seen_deals,
        .unit = reading->unit,
        .measure = reading->measure,
    };
    rows->undivided = map_intern(&names->places, STR(SCOPE_NOT_DIVIDED));
    rows->supplier =
        fixed_number(reading, ROLE_SUPPLIER, &names->places, rows->undivided);
    rows->recipient =
        fixed_number(reading, ROLE_RECIPIENT, &names->places, rows->undivided);
    rows->category =
        fixed_number(reading, ROLE_CATEGORY, &names->categories, NAME_NONE);
    tally->batch = &rows->batch;
    want_columns(rows);
    begin(rows);
}

void rows_init_like(struct rows *rows, const struct rows *first,
                    struct flow_sink sink, struct tally *tally)
{
    *rows = (struct rows){.reading = first->reading,
                          .names = first->names,
                          .sink = sink,
                          .tally = tally,
                          .undivided = first->undivided,
                          .supplier = first->supplier,
                          .recipient = first->recipient,
                          .category = first->category,
                          .unit = first->unit,
                          .measure = first->measure,
                          .used_any = first->used_any};
    memcpy(rows->at, first->at, sizeof(rows->at));
    tally->batch = &rows->batch;
    begin(rows);
}

static void columns_done(struct row_columns *columns)
{
    mem_free(columns->supplier);
    mem_free(columns->recipient);
    mem_free(columns->category);
    mem_free(columns->year);
    mem_free(columns->value);
    mem_free(columns->estimates);
    mem_free(columns->slow);
}

void rows_done(struct rows *rows)
{
    rows->tally->batch = NULL;
    memo_done(&rows->places);
    memo_done(&rows->categories);
    memo_done(&rows->flags);
    memo_done(&rows->conditions);
    columns_done(&rows->columns);
}

static uint64_t place_of(const struct rows *rows, uint64_t line)
{
    return (uint64_t)rows->reading->file_number << LINE_BITS | line;
}

void rows_note_deal(struct rows *rows, struct str cell, int year, uint64_t line)
{
    struct str deal = str_trim(cell);
    if (deal.len > 0)
        deal_years_add(rows->deals, deal, year, place_of(rows, line));
}

bool rows_check_deals(const struct rows *rows, uint64_t line, struct err *err)
{
    const uint64_t lines = ((uint64_t)1 << LINE_BITS) - 1;
    struct reading *reading = rows->reading;
    struct deal_twice twice;
    if (!rows->deals || !rows_has(rows, ROLE_DEAL) ||
        !deal_years_twice(rows->deals, &reading->arena, &twice) ||
        twice.second >= place_of(rows, line))
        return true;
    bool here = twice.first >> LINE_BITS == reading->file_number;
    return err_set(
        err, ERR_DATA,
        "%s: deal %s and year %d stand twice (first on %s %llu%s); "
        "remove one, or name each file once",
        reading_place(reading, &reading->arena, twice.second & lines),
        diag_quote(&reading->arena, twice.deal), twice.year,
        here ? reading_line_word(reading) : "line",
        (unsigned long long)(twice.first & lines),
        here ? "" : " of another file");
}

/* Rows that say the same as this one count the same. */
static void keep_words(struct rows *rows, const struct flow *flow)
{
    struct row_words *words = &rows->words;
    words->known = false;
    for (size_t i = 0; i < ROW_WORDS; i++) {
        enum role role = row_word_roles[i];
        struct str text =
            rows_has(rows, role) ? rows_cell(rows, role) : STR("");
        if (text.len > ROW_WORD_BYTES)
            return;
        memcpy(words->bytes[i], text.ptr, text.len);
        words->texts[i] = (struct str){words->bytes[i], text.len};
    }
    words->said_exact = rows_text(rows, ROLE_CELL).len > 0;
    words->unit = flow->unit;
    words->measure = flow->measure;
    words->half_width = flow->half_width;
    words->known = !words->said_exact || flow->cell == CELL_EXACT;
}

bool rows_have_rules(const struct rows *rows)
{
    const struct source *source = rows->reading->source;
    return source->row || source->counts || source->find_amount ||
           source->estimates_beside || !rows_has(rows, ROLE_AMOUNT);
}

bool source_set_aside(const struct rows *rows, enum aside aside)
{
    rows->tally->asides[aside]++;
    return false;
}

bool source_fault(const struct rows *rows, enum row_fault fault, enum role role)
{
    tally_fault(rows->tally, fault, rows->batch.lines[rows->row],
                rows_text(rows, role));
    return false;
}

bool rows_use(struct rows *rows, struct err *err)
{
    struct flow flow;
    const struct source *source = rows->reading->source;
    if (record_is_blank(&rows->batch, rows->row))
        return true;
    rows->tally->rows_read++;
    if (source->footer && record_is_text(&rows->batch, rows->row)) {
        source_set_aside(rows, ASIDE_FOOTER);
        return true;
    }
    if (!rows_read(rows, &flow))
        return true;
    enum aside aside;
    if (source->row && !source->row(rows, &flow, &aside)) {
        rows->tally->asides[aside]++;
        return true;
    }
    if (rows->deals && rows_has(rows, ROLE_DEAL))
        rows_note_deal(rows, rows_cell(rows, ROLE_DEAL), flow.year, flow.line);
    keep_words(rows, &flow);
    if (!rows->used_any) {
        rows->unit = flow.unit;
        rows->measure = flow.measure;
        rows->used_any = true;
    }
    rows->tally->rows_used++;
    if (flow.cell == CELL_NONE) /* written with --complete: no record */
        return true;
    if (flow.year)
        period_see(&rows->seen, flow.year);
    return rows->sink.take(rows->sink.context, &flow, err);
}

void rows_add(struct rows *rows, const struct rows *other)
{
    if (rows->deals && other->deals)
        deal_years_join(rows->deals, other->deals);
    if (period_length(other->seen) > 0) {
        period_see(&rows->seen, other->seen.from);
        period_see(&rows->seen, other->seen.to);
    }
    rows->estimates |= other->estimates;
    rows->supplier_divided |= other->supplier_divided;
    rows->recipient_divided |= other->recipient_divided;
    tally_add(rows->tally, other->tally);
}

void rows_settle(const struct rows *rows)
{
    struct reading *reading = rows->reading;
    reading->unit = rows->unit;
    reading->measure = rows->measure;
    reading->estimates |= rows->estimates;
    if (period_length(rows->seen) > 0) {
        source_see_year(reading, rows->seen.from);
        source_see_year(reading, rows->seen.to);
    }
    if (!rows->used_any)
        return;
    reading->scope.supplier.divided = rows->supplier_divided;
    reading->scope.recipient.divided = rows->recipient_divided;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The World Bank's indicators (doc/formats/world-bank.md): one row a country
 * and indicator, one column a year. SIPRI's exports and imports in TIV, and
 * military expenditure, which is no trade. */
#include <config.h>

#include "source/aggregates.h"
#include "source/country_series.h"
#include "source/layouts.h"
#include "source/wide.h"
#include "source/world_bank.h"
#include "trade/place.h"
#include "trade/place_table.h"

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

/* Of the first rows: trade if there is any, else what the first one that can
 * be told tells. A later row may say better. */
static enum indicator first_indicator(const struct reading *reading)
{
    const struct head *head = &reading->head;
    size_t at =
        find_label(&head->records[reading->header], LABEL_INDICATOR_CODE);
    enum indicator first = INDICATOR_OTHER;
    for (size_t i = reading->header + 1; i < head->count; i++) {
        const struct head_record *record = &head->records[i];
        if (at >= record->count)
            continue;
        enum indicator is = indicator_of_code(str_trim(record->cells[at]));
        if (indicator_is_trade(is))
            return is;
        if (first == INDICATOR_OTHER)
            first = is;
    }
    return first == INDICATOR_OTHER ? INDICATOR_EXPORTS : first;
}

static bool open_bank(struct reading *reading, struct err *err)
{
    (void)err;
    enum indicator indicator = first_indicator(reading);
    reading->unit = indicator_unit(indicator);
    reading->measure =
        indicator_is_trade(indicator) ? MEASURE_DELIVERY : MEASURE_SPENDING;
    find_updated(reading);
    reading->scope.declared =
        wide_range(&reading->head.records[reading->header], LABELS);
    return true;
}

struct bank {
    struct reading *reading;
    struct wide wide;
    struct country_series series;
    size_t at[LABELS];
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

static void read_cells(struct bank *bank, enum indicator indicator)
{
    struct wide *wide = &bank->wide;
    bank->reading->part = indicator_is_trade(indicator) ? AMOUNT_ONE : 1;
    wide->tally = country_series_begin(&bank->series, indicator);
    if (!wide_read(wide))
        return;
    wide->tally->rows_used++;
    for (size_t i = 0; i < wide->years; i++) {
        if (wide->cells[i].state != CELL_NONE)
            country_series_add(&bank->series, indicator,
                               label(bank, LABEL_NAME),
                               label(bank, LABEL_INDICATOR), wide->line,
                               wide->year[i], wide->cells[i]);
    }
}

static void read_row(struct bank *bank)
{
    struct tally *tally = &bank->reading->tally;
    enum indicator indicator =
        indicator_of_code(label(bank, LABEL_INDICATOR_CODE));
    if (!label(bank, LABEL_NAME).len) {
        tally->rows_read++;
        tally_fault(tally, FAULT_NAME, bank->wide.line,
                    label(bank, LABEL_CODE));
    } else if (indicator == INDICATOR_OTHER) {
        tally_aside(tally, ASIDE_INDICATOR, 1);
    } else if (indicator == INDICATOR_CURRENCIES) {
        tally_aside(tally, ASIDE_CURRENCY, 1);
    } else if (is_aggregate(bank)) {
        tally_aside(tally, ASIDE_AGGREGATE, 1);
    } else {
        read_cells(bank, indicator);
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

static bool read_bank(struct reading *reading, struct names *names,
                      struct flow_sink sink, struct err *err)
{
    const struct head_record *header = &reading->head.records[reading->header];
    struct bank bank = {.reading = reading};
    for (size_t i = 0; i < LABELS; i++)
        bank.at[i] = find_label(header, (enum label)i);
    wide_init(&bank.wide, reading,
              (struct wide_form){.labels = LABELS, .notes = true});
    country_series_init(&bank.series, reading, names);
    bank.series.listed = WORLD_BANK_LISTED;
    bool done =
        read_all(&bank, err) && country_series_push(&bank.series, sink, err);
    if (reading->measure == MEASURE_SPENDING)
        reading->database = WORLD_BANK_SPENDING;
    country_series_done(&bank.series);
    wide_done(&bank.wide);
    return done;
}

const struct source source_world_bank = {
    .id = "world_bank",
    .title = "World Bank indicators by year",
    .database = WORLD_BANK_TRADE,
    .recognise = recognise,
    .open = open_bank,
    .one_sided = true,
    .read = read_bank,
};

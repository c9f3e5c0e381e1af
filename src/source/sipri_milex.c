/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets of SIPRI's military expenditure saved as text
 * (doc/formats/sipri-milex.md): one row a country, one column a year, headings
 * of regions between them, footnotes below. Expenditure is no trade: it is
 * described and converted, and never added up. */
#include <config.h>

#include "source/aggregates.h"
#include "source/cells.h"
#include "source/country_series.h"
#include "source/layouts.h"
#include "source/wide.h"

#define MILLION ((amount)1000000)
#define BILLION ((amount)1000000000)

/* Of what stands above the header. */
#define TITLE_BYTES ((size_t)8192)

/* Country, Notes, Currency and Reporting year at most stand before the
 * years. */
enum { MOST_LABELS = 5 };

static size_t count_labels(const struct head_record *header)
{
    size_t i = 0;
    int year;
    while (i < header->count && !wide_year(header->cells[i], &year))
        i++;
    return i;
}

static bool is_beside(struct str cell)
{
    cell = str_trim(cell);
    return str_eq_fold(cell, STR("notes")) ||
           str_eq_fold(cell, STR("currency")) ||
           str_eq_fold(cell, STR("reporting year"));
}

static int recognise(const struct head *head, size_t record)
{
    const struct head_record *header = &head->records[record];
    size_t labels = count_labels(header);
    if (labels < 2 || labels > MOST_LABELS ||
        wide_count_years(header, labels) < 2 ||
        !str_eq_fold(str_trim(header->cells[0]), STR("country")))
        return 0;
    return is_beside(header->cells[1]) ||
                   (labels > 2 && is_beside(header->cells[2]))
               ? 98
               : 0;
}

/* What the sheet tells, from its title and the lines below it. */
struct sheet {
    enum indicator indicator;
    const char *name;
    amount scale;
};

static bool says(struct str text, const char *words)
{
    return str_find(text, str_from(words)) >= 0;
}

/* Small letters, one blank for each run of them. */
static struct str fold(struct reading *reading, struct str text)
{
    char *folded = arena_alloc(&reading->arena, text.len + 1, 1);
    size_t len = 0;
    for (size_t i = 0; i < text.len && len < TITLE_BYTES; i++) {
        char c = text.ptr[i];
        if (c >= 'A' && c <= 'Z')
            c = (char)(c - 'A' + 'a');
        if (c == '\t' || c == '\n' || c == '"')
            c = ' ';
        if (c != ' ' || (len && folded[len - 1] != ' '))
            folded[len++] = c;
    }
    return (struct str){folded, len};
}

/* "USD, constant 2018": the year that prices are of, where it is said. */
static const char *constant_name(struct reading *reading, struct str text)
{
    ptrdiff_t at = str_find(text, STR("constant"));
    struct str rest = at < 0 ? (struct str){"", 0} : str_skip(text, (size_t)at);
    int year;
    for (size_t i = 0; i + 4 <= rest.len && i < 24; i++) {
        struct str four = {rest.ptr + i, 4};
        if (cells_year(four, &year))
            return arena_printf(&reading->arena, "USD, constant %d", year);
    }
    return "USD, constant";
}

static struct sheet find_sheet(struct reading *reading)
{
    struct str text = fold(reading, source_preamble(reading));
    struct sheet sheet = {INDICATOR_OTHER, "", 1};
    bool share = says(text, "percent") || says(text, "per cent") ||
                 says(text, "share of");
    if (share && (says(text, "gross domestic product") || says(text, "gdp")))
        return (struct sheet){INDICATOR_PERCENT, "share of GDP", 1};
    if (share && says(text, "government"))
        return (struct sheet){INDICATOR_PERCENT, "share of government spending",
                              1};
    if (says(text, "local currency"))
        return (struct sheet){INDICATOR_CURRENCIES, "", 1};
    if (says(text, "per capita"))
        return (struct sheet){INDICATOR_PER_HEAD, "USD per capita, current", 1};
    if (!says(text, "us$") && !says(text, "us dollar"))
        return sheet;
    sheet.indicator = INDICATOR_DOLLARS;
    sheet.scale =
        says(text, "us$ b") || says(text, "billion") ? BILLION : MILLION;
    sheet.name =
        says(text, "constant") ? constant_name(reading, text) : "USD, current";
    return sheet;
}

/* Whether some amount of the first rows has a percent sign. */
static bool has_signs(const struct reading *reading)
{
    const struct head *head = &reading->head;
    for (size_t i = reading->header + 1; i < head->count; i++) {
        for (size_t j = 1; j < head->records[i].count; j++) {
            struct str cell = str_trim(head->records[i].cells[j]);
            if (cell.len > 1 && str_ends(cell, STR("%")) &&
                cell.ptr[0] >= '0' && cell.ptr[0] <= '9')
                return true;
        }
    }
    return false;
}

static bool refuse(const struct reading *reading, const char *why,
                   struct err *err)
{
    return err_set(err, ERR_REQUEST, "%s: %s", reading->name, why);
}

/* What --unit says where no title does. */
static bool take_unit(const struct reading *reading, struct sheet *sheet,
                      struct err *err)
{
    int unit = reading->options.unit;
    if (sheet->indicator == INDICATOR_CURRENCIES)
        return refuse(reading,
                      "this sheet is in as many currencies as countries; save "
                      "the sheet in US dollars, or the share of GDP",
                      err);
    if (sheet->indicator == INDICATOR_OTHER && unit == UNIT_USD)
        *sheet = (struct sheet){INDICATOR_DOLLARS, "USD", MILLION};
    else if (sheet->indicator == INDICATOR_OTHER &&
             (unit == UNIT_PERCENT || has_signs(reading)))
        *sheet = (struct sheet){INDICATOR_PERCENT, "per cent", 1};
    if (sheet->indicator == INDICATOR_OTHER)
        return refuse(reading,
                      "nothing above the header says what this sheet of "
                      "military expenditure counts; keep its title, or say "
                      "--unit usd (millions) or --unit percent",
                      err);
    return sheet->indicator != INDICATOR_PERCENT || unit == UNIT_PERCENT ||
           has_signs(reading) ||
           refuse(reading,
                  "its shares have no percent sign, so 0.02 may be 2 per cent "
                  "or 0.02; --unit percent takes them as per cent",
                  err);
}

static bool open_sheet(struct reading *reading, struct err *err)
{
    const struct head_record *header = &reading->head.records[reading->header];
    struct sheet sheet = find_sheet(reading);
    if (!take_unit(reading, &sheet, err))
        return false;
    reading->unit = indicator_unit(sheet.indicator);
    reading->measure = MEASURE_SPENDING;
    reading->scale = sheet.scale;
    reading->scope.declared = wide_range(header, count_labels(header));
    return true;
}

struct milex {
    struct wide wide;
    struct country_series series;
    struct sheet sheet;
};

/* Headings and footnotes have no amount and no word for a missing one. */
static bool is_empty(const struct wide *wide)
{
    for (size_t i = 0; i < wide->years; i++) {
        if (wide_text(wide, i).len)
            return false;
    }
    return true;
}

static void read_row(struct milex *milex)
{
    struct wide *wide = &milex->wide;
    struct country_series *series = &milex->series;
    struct tally *tally = &series->reading->tally;
    if (is_empty(wide)) {
        tally_aside(tally, ASIDE_NOTES, 1);
        return;
    }
    if (aggregate_has_name(wide->labels[0])) {
        tally_aside(tally, ASIDE_AGGREGATE, 1);
        return;
    }
    wide->tally = country_series_begin(series, milex->sheet.indicator);
    if (!wide->labels[0].len) {
        wide->tally->rows_read++;
        tally_fault(wide->tally, FAULT_NAME, wide->line, wide_text(wide, 0));
        return;
    }
    if (!wide_read(wide))
        return;
    wide->tally->rows_used++;
    for (size_t i = 0; i < wide->years; i++) {
        if (wide->cells[i].state != CELL_NONE)
            country_series_add(series, milex->sheet.indicator, wide->labels[0],
                               str_from(milex->sheet.name), wide->line,
                               wide->year[i], wide->cells[i]);
    }
}

static bool read_all(struct milex *milex, struct err *err)
{
    enum wide_record record;
    for (;;) {
        if (!wide_next(&milex->wide, &record, err))
            return false;
        if (record == WIDE_END)
            return true;
        if (record == WIDE_NOTE)
            tally_aside(&milex->series.reading->tally, ASIDE_NOTES, 1);
        else
            read_row(milex);
    }
}

static bool read_sheet(struct reading *reading, struct names *names,
                       struct flow_sink sink, struct err *err)
{
    const struct head_record *header = &reading->head.records[reading->header];
    struct milex milex = {.sheet = find_sheet(reading)};
    if (!take_unit(reading, &milex.sheet, err))
        return false;
    wide_init(&milex.wide, reading,
              (struct wide_form){.labels = count_labels(header),
                                 .notes = true,
                                 .percent = true});
    country_series_init(&milex.series, reading, names);
    if (has_signs(reading)) /* one decimal */
        milex.series.spending_half_width = AMOUNT_ONE / 20;
    bool done =
        read_all(&milex, err) && country_series_push(&milex.series, sink, err);
    country_series_done(&milex.series);
    wide_done(&milex.wide);
    return done;
}

const struct source source_sipri_milex = {
    .id = "sipri_milex",
    .title = "SIPRI military expenditure by year",
    .database = "SIPRI Military Expenditure Database",
    .recognise = recognise,
    .open = open_sheet,
    .read = read_sheet,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/comtrade.h"

#include "base/mem.h"
#include "source/detect.h"
#include "source/layouts.h"

/* What the old and the new layout call the columns; the roles are of no use
 * here. Of the flow the code or the word is enough. */
static const struct source_column own_columns[COMTRADE_COLUMNS] = {
    [COMTRADE_CLASS] = {0, false, {"Classification", "classificationCode"}},
    [COMTRADE_YEAR] = {0, true, {"Year", "refYear"}},
    [COMTRADE_PERIOD] = {0, false, {"Period"}},
    [COMTRADE_TYPE] = {0, false, {"typeCode"}},
    [COMTRADE_FLOW_CODE] = {0, true, {"Trade Flow Code", "flowCode"}},
    [COMTRADE_FLOW] = {0, false, {"Trade Flow", "flowDesc"}},
    [COMTRADE_REPORTER_CODE] = {0, false, {"Reporter Code", "reporterCode"}},
    [COMTRADE_REPORTER] = {0, true, {"Reporter", "reporterDesc"}},
    [COMTRADE_PARTNER_CODE] = {0, false, {"Partner Code", "partnerCode"}},
    [COMTRADE_PARTNER] = {0, true, {"Partner", "partnerDesc"}},
    [COMTRADE_PARTNER2] = {0, false, {"2nd Partner Code", "partner2Code"}},
    [COMTRADE_CUSTOMS] = {0, false, {"Customs Proc. Code", "customsCode"}},
    [COMTRADE_MODE] = {0, false, {"Mode of Transport Code", "motCode"}},
    [COMTRADE_COMMODITY] = {0, true, {"Commodity Code", "cmdCode"}},
    [COMTRADE_VALUE] = {0, true, {"Trade Value (US$)", "primaryValue"}},
};

/* Which side the reporter is on is known at the end only. */
static const struct source_column legacy_columns[] = {
    {ROLE_YEAR, true, {"Year"}},
    {ROLE_SUPPLIER, false, {"Reporter"}},
    {ROLE_RECIPIENT, false, {"Partner"}},
    {ROLE_CATEGORY, true, {"Commodity Code"}},
    {ROLE_AMOUNT, true, {"Trade Value (US$)"}},
};

static const struct source_column plus_columns[] = {
    {ROLE_YEAR, true, {"refYear"}},
    {ROLE_SUPPLIER, false, {"reporterDesc"}},
    {ROLE_RECIPIENT, false, {"partnerDesc"}},
    {ROLE_CATEGORY, true, {"cmdCode"}},
    {ROLE_AMOUNT, true, {"primaryValue"}},
};

static void find_columns(const struct reading *reading,
                         size_t columns[COMTRADE_COLUMNS])
{
    const struct head_record *header = &reading->head.records[reading->header];
    for (size_t i = 0; i < COMTRADE_COLUMNS; i++) {
        columns[i] = SIZE_MAX;
        for (size_t j = 0; j < header->count && columns[i] == SIZE_MAX; j++) {
            if (detect_is_name(header->cells[j], &own_columns[i]))
                columns[i] = j;
        }
    }
}

static bool is_missing(const size_t columns[COMTRADE_COLUMNS],
                       enum comtrade_column column)
{
    bool other =
        column == COMTRADE_FLOW_CODE && columns[COMTRADE_FLOW] != SIZE_MAX;
    return columns[column] == SIZE_MAX && own_columns[column].needed && !other;
}

static bool check_columns(const struct reading *reading, struct err *err)
{
    size_t columns[COMTRADE_COLUMNS];
    const struct head_record *header = &reading->head.records[reading->header];
    bool plus = reading->source == &source_comtrade_plus;
    find_columns(reading, columns);
    for (size_t i = 0; i < COMTRADE_COLUMNS; i++) {
        if (is_missing(columns, (enum comtrade_column)i))
            return err_set(err, ERR_DATA,
                           "%s:%llu: this is %s, but the column '%s' is "
                           "missing; download the file again",
                           reading->name, (unsigned long long)header->line,
                           reading->source->title, own_columns[i].names[plus]);
    }
    return true;
}

static bool open_comtrade(struct reading *reading, struct err *err)
{
    reading->unit = UNIT_USD;
    reading->measure = MEASURE_CUSTOMS_EXPORT;
    reading->scope.by_category = true;
    return check_columns(reading, err);
}

static bool read_comtrade(struct reading *reading, struct names *names,
                          struct flow_sink sink, struct err *err)
{
    struct comtrade_book book;
    size_t columns[COMTRADE_COLUMNS];
    find_columns(reading, columns);
    comtrade_book_init(&book, reading);
    bool done = comtrade_read_rows(&book, columns, err);
    if (done) {
        comtrade_book_close(&book);
        done = comtrade_choose(&book, err) &&
               comtrade_push(&book, names, sink, err);
    }
    comtrade_book_done(&book);
    return done;
}

const struct source source_comtrade = {
    .id = "comtrade",
    .title = "UN Comtrade trade data (to 2022)",
    .database = "UN Comtrade",
    .columns = legacy_columns,
    .column_count = sizeof legacy_columns / sizeof legacy_columns[0],
    .certain = 4,
    .two_reports = true,
    .open = open_comtrade,
    .read = read_comtrade,
};

const struct source source_comtrade_plus = {
    .id = "comtrade",
    .title = "UN Comtrade trade data (Comtrade+)",
    .database = "UN Comtrade",
    .columns = plus_columns,
    .column_count = sizeof plus_columns / sizeof plus_columns[0],
    .certain = 4,
    .two_reports = true,
    .open = open_comtrade,
    .read = read_comtrade,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mapped tables with one column a year. */
#include <config.h>

#include "source/cells.h"
#include "source/code_table.h"
#include "source/mapped.h"
#include "source/wide.h"

/* Parts that a row says once, for all of its years. */
static bool is_label(enum role role)
{
    switch (role) {
    case ROLE_SUPPLIER:
    case ROLE_RECIPIENT:
    case ROLE_CATEGORY:
    case ROLE_DESCRIPTION:
    case ROLE_DESIGNATION:
        return true;
    default:
        return false;
    }
}

static size_t first_year(const struct reading *reading)
{
    const struct head_record *header = &reading->head.records[reading->header];
    size_t at = 0;
    while (at < header->count && wide_count_years(header, at) == 0)
        at++;
    return at;
}

static bool check_labels(const struct reading *reading, size_t labels,
                         struct err *err)
{
    for (int role = 0; role < ROLE_COUNT; role++) {
        size_t column = reading->roles[role];
        if (column == SIZE_MAX)
            continue;
        if (!is_label((enum role)role))
            return err_set(err, ERR_REQUEST,
                           "--map: %s is not read beside years=; leave it out",
                           mapping_part_name((enum role)role));
        if (column >= labels)
            return err_set(err, ERR_REQUEST,
                           "%s: %s stands behind the first column of a year; "
                           "move it before them",
                           reading->name, mapping_part_name((enum role)role));
    }
    return true;
}

bool mapped_check_wide(struct reading *reading, struct err *err)
{
    const struct head_record *header = &reading->head.records[reading->header];
    struct period asked = reading->mapping->years;
    size_t labels = first_year(reading);
    struct period there = wide_range(header, labels);
    char years[PERIOD_TEXT];
    period_print(years, there);
    if (labels == header->count || labels == 0)
        return err_set(err, ERR_REQUEST,
                       "%s:%llu: years=: no column is called by a year behind "
                       "the names; years stand there as 1990, X1990 or 1990 "
                       "[YR1990]",
                       reading->name, (unsigned long long)header->line);
    int year;
    for (size_t i = labels + wide_count_years(header, labels);
         i < header->count; i++) {
        if (wide_year(header->cells[i], &year))
            return err_set(err, ERR_REQUEST,
                           "%s:%llu: years=: the columns of years end before "
                           "that of %d; put them side by side",
                           reading->name, (unsigned long long)header->line,
                           year);
    }
    bool all = asked.from == CELLS_YEAR_FIRST && asked.to == CELLS_YEAR_LAST;
    if (!all && !period_within(asked, there))
        return err_set(err, ERR_REQUEST,
                       "%s:%llu: years=%d-%d: the columns are of %s; correct "
                       "the range, or write years=all",
                       reading->name, (unsigned long long)header->line,
                       asked.from, asked.to, years);
    if (!all)
        reading->scope.declared = asked;
    return check_labels(reading, labels, err);
}

/* The row at hand, and who reads it. */
struct row {
    const struct wide *wide;
    const struct reading *reading;
    struct names *names;
};

static struct str text_of(const struct row *row, enum role role)
{
    size_t column = row->reading->roles[role];
    return column == SIZE_MAX ? row->reading->fixed[role]
                              : row->wide->labels[column];
}

static uint32_t number_of(const struct row *row, enum role role,
                          struct map *map)
{
    struct str text = text_of(row, role);
    return text.len ? map_intern(map, text) : NAME_NONE;
}

/* A side that nothing names is not divided. */
static uint32_t place_of(const struct row *row, enum role role)
{
    const struct reading *reading = row->reading;
    struct str name = text_of(row, role);
    if (!name.len)
        name = STR(SCOPE_NOT_DIVIDED);
    else if (reading->codes && reading->roles[role] != SIZE_MAX)
        code_table_name(reading->codes, name, &name);
    return map_intern(&row->names->places, name);
}

static bool has_names(const struct row *row)
{
    const enum role sides[] = {ROLE_SUPPLIER, ROLE_RECIPIENT};
    for (size_t i = 0; i < 2; i++) {
        if (row->reading->roles[sides[i]] != SIZE_MAX &&
            !text_of(row, sides[i]).len)
            return false;
    }
    return true;
}

static bool push(const struct row *row, struct flow_sink sink, struct err *err)
{
    const struct wide *wide = row->wide;
    struct names *names = row->names;
    struct flow flow = flow_unknown(row->reading->unit, row->reading->measure);
    flow.supplier = place_of(row, ROLE_SUPPLIER);
    flow.recipient = place_of(row, ROLE_RECIPIENT);
    flow.category = number_of(row, ROLE_CATEGORY, &names->categories);
    flow.description = number_of(row, ROLE_DESCRIPTION, &names->descriptions);
    flow.designation = number_of(row, ROLE_DESIGNATION, &names->designations);
    flow.half_width = row->reading->half_width;
    flow.line = wide->line;
    for (size_t i = 0; i < wide->years; i++) {
        const struct cell_amount *cell = &wide->cells[i];
        if (cell->state == CELL_NONE ||
            !period_has(row->reading->mapping->years, wide->year[i]))
            continue;
        flow.year = wide->year[i];
        flow.value = cell->value;
        flow.cell = cell->state;
        source_see_year(wide->reading, flow.year);
        if (!sink.take(sink.context, &flow, err))
            return false;
    }
    return true;
}

static bool read_row(struct wide *wide, const struct row *row,
                     struct flow_sink sink, struct err *err)
{
    struct tally *tally = &wide->reading->tally;
    if (!has_names(row)) {
        tally->rows_read++;
        tally_fault(tally, FAULT_NAME, wide->line, STR(""));
        return true;
    }
    if (!wide_read(wide))
        return true;
    tally->rows_used++;
    return push(row, sink, err);
}

bool mapped_read_wide(struct reading *reading, struct names *names,
                      struct flow_sink sink, struct err *err)
{
    struct wide wide;
    struct row row = {&wide, reading, names};
    enum wide_record record;
    bool done = true;
    wide_init(&wide, reading,
              (struct wide_form){.labels = first_year(reading)});
    while (done && (done = wide_next(&wide, &record, err)) &&
           record != WIDE_END)
        done = read_row(&wide, &row, sink, err);
    wide_done(&wide);
    return done;
}

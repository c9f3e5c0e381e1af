/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A year and a number, nothing else (doc/formats/two-column.md). Known by its
 * cells, and only if no other layout wants the file. */
#include <config.h>

#include "source/two_column.h"

#include "source/cells.h"
#include "source/layouts.h"

/* Below whatever a layout with more to say of its header scores. */
enum { CONFIDENCE = 10 };

/* The columns of years and of values. */
struct pair {
    size_t year;
    size_t value;
};

static bool is_year_name(struct str cell)
{
    cell = str_trim(cell);
    return str_eq_fold(cell, STR("year")) || str_eq_fold(cell, STR("years")) ||
           str_eq_fold(cell, STR("period"));
}

static bool is_number(struct str cell)
{
    struct decimal decimal;
    cell = str_trim(cell);
    return decimal_parse(cell, '.', &decimal) == DECIMAL_OK ||
           decimal_parse(cell, ',', &decimal) == DECIMAL_OK;
}

static bool is_time(struct str cell)
{
    int year;
    cell = str_trim(cell);
    return two_column_year(cell, &year) || two_column_period(cell, &year);
}

/* Fields that hold something; others stand behind them in files that were
 * filled up with delimiters. */
static size_t filled(const struct head_record *record)
{
    size_t count = record->count;
    while (count > 0 && !str_trim(record->cells[count - 1]).len)
        count--;
    return count;
}

/* Records below the header with a year in one column, and of these, those with
 * a number in the other. */
struct counted {
    size_t rows;
    size_t years;
    size_t numbers;
};

static struct counted count_rows(const struct head *head, size_t header,
                                 struct pair pair)
{
    struct counted counted = {0};
    for (size_t i = header + 1; i < head->count; i++) {
        const struct head_record *record = &head->records[i];
        if (!filled(record))
            continue;
        counted.rows++;
        if (record->count < 2 || !is_time(record->cells[pair.year]))
            continue;
        counted.years++;
        struct str value = str_trim(record->cells[pair.value]);
        counted.numbers += is_number(value) || cells_missing(value);
    }
    return counted;
}

/* A header "year,value" is believed whatever follows, another one that says
 * "year" where half of the rows bear it out, and any other where nearly all
 * do. */
static bool fits(const struct head *head, size_t record, struct pair pair)
{
    const struct head_record *header = &head->records[record];
    if (is_time(header->cells[pair.year]) ||
        is_number(header->cells[pair.value]))
        return false;
    struct counted counted = count_rows(head, record, pair);
    if (is_year_name(header->cells[pair.year]))
        return str_eq_fold(str_trim(header->cells[pair.value]), STR("value")) ||
               (counted.rows && counted.numbers * 2 >= counted.rows);
    return counted.rows >= 3 && counted.numbers * 10 >= counted.rows * 9;
}

static bool find_pair(const struct head *head, size_t record, struct pair *pair)
{
    if (record >= head->count || filled(&head->records[record]) != 2)
        return false;
    *pair = (struct pair){0, 1};
    if (fits(head, record, *pair))
        return true;
    *pair = (struct pair){1, 0};
    return fits(head, record, *pair);
}

static int recognise(const struct head *head, size_t record)
{
    struct pair pair;
    return find_pair(head, record, &pair) ? CONFIDENCE : 0;
}

static bool open_series(struct reading *reading, struct err *err)
{
    struct pair pair = {0, 1};
    (void)err;
    find_pair(&reading->head, reading->header, &pair);
    reading->roles[ROLE_YEAR] = pair.year;
    reading->roles[ROLE_AMOUNT] = pair.value;
    reading->database = "";
    if (reading->options.unit >= 0)
        reading->unit = (enum unit)reading->options.unit;
    return true;
}

const struct source source_two_column = {
    .id = "two_column",
    .title = "Two-column series, a year and a value",
    .recognise = recognise,
    .series = true,
    .open = open_series,
    .read = two_column_read,
};

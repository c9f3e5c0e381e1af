/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is consistent over the records, times what the cells look like: the
 * pattern score and the type score of van den Burg, Nazabal and Sutton,
 * "Wrangling messy CSV files by detecting row and type patterns" (2019),
 * with a preamble that counts little. */
#include <config.h>

#include "csv/dialect.h"

#include <string.h>

#include "base/mem.h"

/* Points of a cell, of 100. */
enum {
    POINTS_KNOWN = 100, /* a number, a date, a time, an amount of money */
    POINTS_WORD = 80,
    POINTS_EMPTY = 60,
    POINTS_BLANKS = 50, /* blanks round it */
    POINTS_MIXED = 30,  /* something that is a delimiter elsewhere inside */
    POINTS_QUOTED = 10, /* quotes that are still there */
};

/* Numbers, dates and times are no longer. */
#define KNOWN_BYTES ((size_t)40)

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Digits, and what stands between and round them; a currency is a sign in
 * front. No date and no time has a comma. */
static bool is_known(struct str cell)
{
    static const char marks[] = " .,:/+-%$()'?";
    bool digits = false, comma = false, other = false;

    if (str_starts(cell, STR("\xE2\x82\xAC")) || /* the euro sign */
        str_starts(cell, STR("\xC2\xA3")))       /* and the pound's */
        cell = str_skip(cell, cell.ptr[0] == '\xC2' ? 2 : 3);
    if (cell.len > KNOWN_BYTES)
        return false;
    for (size_t i = 0; i < cell.len; i++) {
        bool exponent = (cell.ptr[i] == 'e' || cell.ptr[i] == 'E') && digits;
        digits |= is_digit(cell.ptr[i]);
        comma |= cell.ptr[i] == ',';
        other |= cell.ptr[i] == '/' || cell.ptr[i] == ':';
        if (!is_digit(cell.ptr[i]) && !exponent &&
            !memchr(marks, cell.ptr[i], sizeof(marks) - 1))
            return false;
    }
    return digits && !(comma && other);
}

static bool is_quoted(struct str cell)
{
    char first = cell.ptr[0], last = cell.ptr[cell.len - 1];

    return first == '"' || last == '"' ||
           (cell.len > 1 && first == '\'' && last == '\'');
}

static bool is_mixed(struct str cell, char delimiter)
{
    static const char usual[] = ",;\t|";

    for (size_t i = 0; i < sizeof(usual) - 1; i++)
        if (usual[i] != delimiter && memchr(cell.ptr, usual[i], cell.len))
            return true;
    return false;
}

static unsigned points_of(struct str cell, char delimiter)
{
    struct str bare = str_trim(cell);

    if (cell.len == 0)
        return POINTS_EMPTY;
    if (bare.len < cell.len)
        return POINTS_BLANKS;
    if (is_known(cell))
        return POINTS_KNOWN;
    if (is_quoted(cell))
        return POINTS_QUOTED;
    return is_mixed(cell, delimiter) ? POINTS_MIXED : POINTS_WORD;
}

static bool is_blank(const struct head_record *record)
{
    for (size_t i = 0; i < record->count; i++)
        if (record->cells[i].len > 0)
            return false;
    return true;
}

static bool is_regular(const struct head_record *record, size_t width)
{
    return record->count == width && !record->damaged && !is_blank(record);
}

static size_t count_regular(const struct head *head, size_t width)
{
    size_t count = 0;

    for (size_t i = 0; i < head->count; i++)
        count += is_regular(&head->records[i], width);
    return count;
}

/* That most records have; of two, the larger. */
static size_t usual_width(const struct head *head)
{
    size_t width = 0, most = 0;

    for (size_t i = 0; i < head->count; i++) {
        size_t count = count_regular(head, head->records[i].count);
        if (count > most || (count == most && head->records[i].count > width)) {
            most = count;
            width = head->records[i].count;
        }
    }
    return most > 0 ? width : 0;
}

static size_t count_filled(const struct head_record *record)
{
    size_t count = 0;

    for (size_t i = 0; i < record->count; i++)
        count += record->cells[i].len > 0;
    return count;
}

static bool has_known(const struct head_record *record)
{
    for (size_t i = 0; i < record->count; i++)
        if (is_known(str_trim(record->cells[i])))
            return true;
    return false;
}

/* A line above the table that a spreadsheet made as wide as it: of the cells
 * of the next record it has less than half. */
static bool is_padded(const struct head *head, size_t record, size_t width)
{
    size_t next = record + 1;

    while (next < head->count && !is_regular(&head->records[next], width))
        next++;
    return next < head->count && 2 * count_filled(&head->records[record]) <
                                     count_filled(&head->records[next]);
}

/* The first record of the usual width, or the one right above it, where that
 * one is a line of names that has some more or fewer than there are columns. */
static size_t find_header(const struct head *head, size_t width)
{
    const struct head_record *records = head->records;
    size_t first = 0;

    while (first < head->count && (!is_regular(&records[first], width) ||
                                   is_padded(head, first, width)))
        first++;
    if (first == 0 || first == head->count || !has_known(&records[first]))
        return first < head->count ? first : 0;
    const struct head_record *above = &records[first - 1];
    size_t off =
        above->count > width ? above->count - width : width - above->count;
    bool names = above->count > 1 && off <= 1 + width / 4 && !is_blank(above) &&
                 !has_known(above);
    return names ? first - 1 : first;
}

/* The mean of the cells in records of that width. Where nothing ever stands is
 * no column. */
static unsigned mean_points(const struct head *head, size_t header,
                            size_t width)
{
    size_t sum = 0, rows = 0, columns = 0;

    for (size_t i = header; i < head->count; i++)
        rows += is_regular(&head->records[i], width);
    for (size_t column = 0; column < width; column++) {
        size_t points = 0;
        bool filled = false;
        for (size_t i = header; i < head->count; i++) {
            const struct head_record *record = &head->records[i];
            if (!is_regular(record, width))
                continue;
            struct str cell = record->cells[column];
            points += points_of(cell, head->dialect.delimiter);
            filled |= cell.len > 0;
        }
        sum += filled ? points : 0;
        columns++;
    }
    return rows > 0 ? (unsigned)(sum / (rows * columns)) : 0;
}

struct dialect_guess dialect_judge(const struct head *head)
{
    struct dialect_guess guess = {.dialect = head->dialect};
    size_t width = usual_width(head), records = 0, above = 0, damaged = 0;

    if (width == 0)
        return guess;
    guess.header = find_header(head, width);
    guess.columns = head->records[guess.header].count;
    guess.named = !has_known(&head->records[guess.header]);
    for (size_t i = 0; i < head->count; i++) {
        bool counts = !is_blank(&head->records[i]);
        records += counts && i >= guess.header;
        above += counts && i < guess.header;
        damaged += head->records[i].damaged;
    }
    size_t regular =
        (1000 * count_regular(head, width) + 500 * damaged) / records;
    if (regular > 1000)
        regular = 1000;
    size_t pattern = regular * regular / 1000 * (width - 1) / width;
    pattern = pattern * (2 * records + above) / (2 * records + 2 * above);
    guess.score =
        (unsigned)(pattern * mean_points(head, guess.header, width) / 100);
    return guess;
}

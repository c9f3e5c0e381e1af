/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "csv/carve.h"

#include <string.h>

#include "csv/cpu.h"

static ALWAYS_INLINE struct str field_at(const char *bytes,
                                         const uint32_t *before, size_t field)
{
    uint32_t begin = before[field] + 1;

    return (struct str){bytes + begin, before[field + 1] - begin};
}

/* A last field without the CR of its line end: there can be no other CR. */
static struct str without_cr(struct str last)
{
    if (last.len > 0 && last.ptr[last.len - 1] == '\r')
        last.len--;
    return last;
}

static const uint32_t *next_stops(const struct index *index)
{
    return index->stops + index->stops_done - 1;
}

static void used(struct index *index, size_t records, size_t stops)
{
    index->ends_done += records;
    index->stops_done += stops;
}

struct found carve_look(const struct index *index, const struct block *block)
{
    const uint32_t *before = next_stops(index);
    uint32_t begin = before[0] + 1, end = index->ends[index->ends_done];
    size_t fields = 1;

    while (before[fields] != end)
        fields++;
    return (struct found){before, fields, {block->bytes + begin, end - begin}};
}

static struct str first_line(struct str text)
{
    size_t len = 0;

    while (len < text.len && text.ptr[len] != '\n' && text.ptr[len] != '\r')
        len++;
    return (struct str){text.ptr, len};
}

static struct str found_field(const struct found *found,
                              const struct block *block, size_t field)
{
    if (field >= found->fields)
        return (struct str){block->bytes, 0};
    struct str text = field_at(block->bytes, found->before, field);
    return field + 1 == found->fields ? without_cr(text) : text;
}

static bool is_empty(const struct block *block, struct str field)
{
    return field.len == 0 ||
           (block->quoted && field.len == 2 && field.ptr[0] == block->quote);
}

/* Whether quotes can go as cells are found: what stands where an empty one ends
 * is no quote, and what stands last in one that has quotes is. */
static bool has_simple_quotes(const struct block *block)
{
    return block->quoted && !block->doubled && !block->crs;
}

static void unquote(struct str *cell, char quote)
{
    if (cell->len > 0 && cell->ptr[0] == quote) {
        cell->ptr++;
        cell->len -= 2;
    }
}

void carve_one(struct sheet *sheet, struct index *index,
               const struct block *block, const struct found *found)
{
    const struct want *want = sheet->want;
    struct str *cells = sheet->cells + sheet->rows * want->count;
    size_t filled = found->fields;

    for (size_t k = 0; k < want->count; k++) {
        cells[k] = found_field(found, block, want->columns[k]);
        if (has_simple_quotes(block))
            unquote(&cells[k], block->quote);
    }
    while (found->fields > want->expected && filled > 0 &&
           is_empty(block, found_field(found, block, filled - 1)))
        filled--;
    if (found->fields != want->expected || want->surplus > 0)
        sheet_note(sheet, found->fields, filled, first_line(found->text));
    sheet->rows++;
    used(index, 1, found->fields);
}

/* How many of the wanted columns a record has. */
static size_t count_within(const struct want *want, size_t fields)
{
    size_t count = 0;

    while (want->columns[count] < fields)
        count++;
    return count;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Whether nothing stands in the surplus fields, but for the CR of the line's
 * end. */
static ALWAYS_INLINE bool
is_surplus_empty(const char *bytes, const uint32_t *surplus, size_t count)
{
    if (count == 0)
        return true;
    uint32_t end = surplus[count];
    return end - surplus[0] - (bytes[end - 1] == '\r') == count;
}

/* The wanted cells of `rows` records, or of those before the first that has
 * another number of fields: how many. */
static ALWAYS_INLINE size_t fill_rows(struct str *cell, const struct want *want,
                                      const struct index *index,
                                      const struct block *block, size_t rows,
                                      size_t surplus, bool quoted)
{
    const char *bytes = block->bytes;
    const uint32_t *before = next_stops(index);
    const uint32_t *ends = index->ends + index->ends_done;
    const size_t within = count_within(want, want->expected);
    const char quote = block->quote;
    const size_t expected = want->expected, width = expected + surplus;
    size_t row = 0;

    for (; row < rows && before[width] == ends[row] &&
           is_surplus_empty(bytes, before + expected, surplus);
         row++) {
#pragma GCC unroll 4
        for (size_t k = 0; k < within; k++) {
            struct str field = field_at(bytes, before, want->columns[k]);
            size_t quotes = quoted && *field.ptr == quote;
            *cell++ = (struct str){field.ptr + quotes, field.len - 2 * quotes};
        }
        for (size_t k = within; k < want->count; k++)
            *cell++ = (struct str){bytes, 0};
        before += width;
    }
    return row;
}

/* The last fields lose the CR of CRLF, where they are wanted. */
static void trim_rows(struct str *cell, const struct want *want, size_t rows)
{
    size_t within = count_within(want, want->expected);

    if (within == 0 || want->columns[within - 1] + 1 != want_width(want))
        return;
    cell += within - 1;
    for (size_t row = 0; row < rows; row++, cell += want->count)
        *cell = without_cr(*cell);
}

size_t carve_regular(struct sheet *sheet, struct index *index,
                     const struct block *block)
{
    const struct want *want = sheet->want;
    struct str *cells = sheet->cells + sheet->rows * want->count;

    size_t width = want_width(want);
    if (width == 0)
        return 0;
    size_t rows = least(sheet->max_rows - sheet->rows,
                        index->end_count - index->ends_done);
    rows = least(rows, (index->stop_count - index->stops_done) / width);
    if (want->surplus > 0)
        rows = fill_rows(cells, want, index, block, rows, want->surplus,
                         has_simple_quotes(block));
    else if (has_simple_quotes(block))
        rows = fill_rows(cells, want, index, block, rows, 0, true);
    else
        rows = fill_rows(cells, want, index, block, rows, 0, false);
    if (block->crs)
        trim_rows(cells, want, rows);
    sheet->rows += rows;
    used(index, rows, rows * width);
    return rows;
}

static void undouble(struct str *cell, struct block *block)
{
    char *to = block->bytes + (cell->ptr - block->bytes);
    size_t len = 0;

    for (size_t i = 0; i < cell->len; i++) {
        to[len++] = cell->ptr[i];
        i += cell->ptr[i] == block->quote;
    }
    cell->len = len;
}

void carve_unquote(struct sheet *sheet, struct block *block)
{
    size_t count = sheet->rows * sheet->want->count;

    if (!block->quoted || has_simple_quotes(block))
        return;
    for (size_t i = 0; i < count; i++) {
        struct str *cell = &sheet->cells[i];
        unquote(cell, block->quote);
        if (block->doubled && cell->len > 0 &&
            memchr(cell->ptr, block->quote, cell->len))
            undouble(cell, block);
    }
}

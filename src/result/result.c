/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "result/result.h"

#include <assert.h>
#include <stdarg.h>
#include <string.h>

#include "base/mem.h"
#include "result/grow.h"

#define FIRST_ROWS ((size_t)64)

struct result *result_new(const char *command)
{
    struct result *result = mem_alloc(1, sizeof(*result));
    arena_init(&result->arena);
    result->command = arena_printf(&result->arena, "%s", command);
    return result;
}

void result_free(struct result *result)
{
    if (!result)
        return;
    mem_free(result->cells);
    arena_done(&result->arena);
    mem_free(result);
}

size_t result_add_column(struct result *result, const char *name,
                         enum kind kind, const char *unit,
                         const char *description)
{
    assert(result->row_count == 0);
    assert(result_find_column(result, name) == SIZE_MAX);
    result->columns =
        grow(&result->arena, result->columns, result->column_count,
             &result->column_cap, sizeof(*result->columns));
    result->columns[result->column_count] =
        (struct column){name, kind, unit, description};
    return result->column_count++;
}

void result_add_columns(struct result *result, const struct column *columns,
                        size_t count, const char *unit)
{
    for (size_t i = 0; i < count; i++) {
        bool counts = unit && columns[i].kind == KIND_AMOUNT;
        result_add_column(result, columns[i].name, columns[i].kind,
                          counts ? unit : columns[i].unit,
                          columns[i].description);
    }
}

struct value *result_add_row(struct result *result)
{
    if (result->row_count == result->row_cap) {
        result->row_cap =
            result->row_cap > 0 ? mem_product(result->row_cap, 2) : FIRST_ROWS;
        size_t cells = mem_product(result->row_cap, result->column_count);
        result->cells =
            mem_resize(result->cells, cells, sizeof(*result->cells));
    }
    struct value *row =
        result->cells + result->row_count * result->column_count;
    memset(row, 0, result->column_count * sizeof(*row));
    result->row_count++;
    return row;
}

const struct value *result_row(const struct result *result, size_t row)
{
    assert(row < result->row_count);
    return result->cells + row * result->column_count;
}

size_t result_find_column(const struct result *result, const char *name)
{
    for (size_t i = 0; i < result->column_count; i++)
        if (strcmp(result->columns[i].name, name) == 0)
            return i;
    return SIZE_MAX;
}

static bool has_note(const struct result *result, const char *note)
{
    for (size_t i = 0; i < result->note_count; i++)
        if (strcmp(result->notes[i], note) == 0)
            return true;
    return false;
}

void result_add_note(struct result *result, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    const char *note = arena_vprintf(&result->arena, format, values);
    va_end(values);
    if (has_note(result, note))
        return;
    result->notes = grow(&result->arena, result->notes, result->note_count,
                         &result->note_cap, sizeof(*result->notes));
    result->notes[result->note_count++] = note;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "csv/head.h"

#include "base/mem.h"
#include "csv/text.h"
#include "csv/tokenizer.h"

/* The cells of one record while it grows; their texts live in the arena. */
struct row {
    struct arena *arena;
    struct str *cells;
    size_t count, cap;
};

static void take(void *owner, size_t index, struct str field)
{
    struct row *row = owner;

    if (index == row->cap) {
        row->cap = 2 * index + 16;
        row->cells = mem_resize(row->cells, row->cap, sizeof(*row->cells));
    }
    row->cells[index] = arena_str(row->arena, field);
    row->count = index + 1;
}

/* A line that quotes made unreadable, as if they were ordinary. */
static void take_plain(struct row *row, struct str line,
                       const struct dialect *dialect)
{
    const char bytes[] = {dialect->delimiter, dialect->second};
    const struct str delimiter = {bytes, dialect->second ? 2 : 1};
    size_t index = 0;

    for (ptrdiff_t at; (at = str_find(line, delimiter)) >= 0;) {
        take(row, index++, (struct str){line.ptr, (size_t)at});
        line = str_skip(line, (size_t)at + delimiter.len);
    }
    take(row, index, line);
}

static struct head_record keep(const struct row *row,
                               const struct record *record)
{
    struct str *cells = arena_alloc(row->arena, row->count, sizeof(*cells));

    for (size_t i = 0; i < row->count; i++)
        cells[i] = row->cells[i];
    return (struct head_record){
        .cells = cells,
        .count = row->count,
        .line = record->line,
        .damaged = record->fault != TOKEN_SOUND,
    };
}

void head_split(struct head *head, struct str bytes, bool whole,
                struct dialect dialect, struct arena *arena)
{
    struct head_record *records =
        arena_alloc(arena, HEAD_RECORDS, sizeof(*records));
    struct row row = {.arena = arena};
    struct text *text = text_memory(bytes);
    struct tokenizer *tokenizer =
        tokenizer_new(text, NULL, dialect, (struct reader_limits){0});
    struct token_taker taker = {take, &row};
    struct record record;
    struct err none = {0}; /* nothing can fail without limits and a file */

    *head = (struct head){.dialect = dialect, .records = records};
    for (;;) {
        if (!tokenizer_next(tokenizer, taker, &record, &none) ||
            record.line == 0)
            break;
        bool cut = !record.ended || record.fault == TOKEN_UNCLOSED;
        if (head->count == HEAD_RECORDS || (cut && !whole))
            break;
        if (record.fault)
            take_plain(&row, record.first_line, &dialect);
        records[head->count++] = keep(&row, &record);
    }
    head->whole = whole && record.line == 0;
    tokenizer_free(tokenizer);
    text_close(text);
    mem_free(row.cells);
}

bool head_find_line(const struct head *head, uint64_t line, size_t *record)
{
    for (size_t i = 0; i < head->count; i++) {
        if (head->records[i].line == line) {
            *record = i;
            return true;
        }
    }
    return false;
}

/* Fields up to the last that is not empty. */
static size_t count_filled(const struct head_record *record)
{
    size_t count = record->count;

    while (count > 0 && record->cells[count - 1].len == 0)
        count--;
    return count;
}

/* How many of the records below the header have `surplus` empty fields more,
 * and how many have anything. */
static size_t count_with(const struct head *head, size_t header, size_t surplus,
                         size_t *records)
{
    size_t width = head->records[header].count, with = 0;

    *records = 0;
    for (size_t i = header + 1; i < head->count; i++) {
        const struct head_record *record = &head->records[i];
        size_t filled = count_filled(record);
        *records += filled > 0;
        with +=
            filled > 0 && filled <= width && record->count == width + surplus;
    }
    return with;
}

size_t head_surplus(const struct head *head, size_t header)
{
    size_t width = head->records[header].count;

    for (size_t i = header + 1; i < head->count; i++) {
        size_t fields = head->records[i].count, records;
        if (fields > width &&
            2 * count_with(head, header, fields - width, &records) > records)
            return fields - width;
    }
    return 0;
}

char head_tail(const struct head *head, size_t header)
{
    char tail = 0;
    size_t with = 0, without = 0;

    for (size_t i = header; i < head->count; i++) {
        const struct head_record *record = &head->records[i];
        struct str last = record->cells[record->count - 1];
        char end = last.len > 0 ? last.ptr[last.len - 1] : '\0';
        if (i == header)
            tail = end;
        else if (end == tail)
            with++;
        else
            without++;
    }
    bool possible =
        (tail == ';' || tail == ',') && tail != head->dialect.delimiter;
    return possible && with >= without ? tail : 0;
}

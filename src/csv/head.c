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
static void take_plain(struct row *row, struct str line, char delimiter)
{
    size_t index = 0;

    do
        take(row, index++, str_cut(&line, delimiter));
    while (line.ptr);
}

static struct head_record keep(const struct row *row, uint64_t line)
{
    struct str *cells = arena_alloc(row->arena, row->count, sizeof(*cells));

    for (size_t i = 0; i < row->count; i++)
        cells[i] = row->cells[i];
    return (struct head_record){cells, row->count, line};
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
            take_plain(&row, record.first_line, dialect.delimiter);
        records[head->count++] = keep(&row, record.line);
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

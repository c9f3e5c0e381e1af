/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/code_table_file.h"

#include "csv/head.h"
#include "source/detect.h"

/* The world has some 250 places; a larger table is none of places. */
#define MOST_ROWS ((size_t)100000)

static const struct source_column code_column = {
    ROLE_SUPPLIER, true, {"country_code", "code"}};

/* The better name first. */
static const struct source_column name_columns[] = {
    {ROLE_SUPPLIER, true, {"country_name_abbreviation"}},
    {ROLE_SUPPLIER, true, {"country_name", "name"}},
    {ROLE_SUPPLIER, true, {"country_name_full"}},
};

struct columns {
    size_t header; /* record of the head */
    size_t code;
    size_t name;
};

static size_t find(const struct head_record *record,
                   const struct source_column *column)
{
    for (size_t i = 0; i < record->count; i++) {
        if (detect_is_name(record->cells[i], column))
            return i;
    }
    return SIZE_MAX;
}

static bool find_columns(const struct head *head, struct columns *columns)
{
    for (size_t i = 0; i < head->count; i++) {
        const struct head_record *record = &head->records[i];
        columns->header = i;
        columns->code = find(record, &code_column);
        columns->name = SIZE_MAX;
        for (size_t j = 0; j < sizeof name_columns / sizeof name_columns[0] &&
                           columns->name == SIZE_MAX;
             j++)
            columns->name = find(record, &name_columns[j]);
        if (columns->code != SIZE_MAX && columns->name != SIZE_MAX)
            return true;
    }
    return false;
}

/* Under which delimiter it is a table of codes. */
static bool find_table(struct text *text, const char *name,
                       struct dialect *dialect, struct columns *columns,
                       struct arena *scratch, struct err *err)
{
    static const char delimiters[] = {',', ';', '\t'};
    struct str bytes;
    bool whole;
    if (!text_peek(text, HEAD_BYTES, &bytes, &whole, err))
        return false;
    for (size_t i = 0; i < sizeof delimiters; i++) {
        struct head head;
        *dialect = (struct dialect){.delimiter = delimiters[i], .quote = '"'};
        head_split(&head, bytes, whole, *dialect, scratch);
        if (find_columns(&head, columns)) {
            dialect->tail = head_tail(&head, columns->header);
            return true;
        }
    }
    return err_set(err, ERR_REQUEST,
                   "%s: no table of country codes; it needs the columns "
                   "country_code and country_name",
                   name);
}

static bool add_rows(struct code_table *table, const struct batch *batch,
                     bool code_first, const char *name, struct arena *arena,
                     struct err *err)
{
    for (size_t i = 0; i < batch->rows; i++) {
        if (batch->status[i] == RECORD_QUOTES)
            return err_set(err, ERR_DATA,
                           "%s:%llu: a quote where none may stand; double it, "
                           "or quote the whole field",
                           name, (unsigned long long)batch->lines[i]);
        const struct str *cells = &batch->cells[i * batch->columns];
        struct str code = code_table_digits(cells[code_first ? 0 : 1]);
        struct str spelling = str_trim(cells[code_first ? 1 : 0]);
        if (!code.len && !spelling.len)
            continue;
        if (!code.len || !spelling.len)
            return err_set(err, ERR_DATA,
                           "%s:%llu: a code without a name, or a name without "
                           "a code; fill it in",
                           name, (unsigned long long)batch->lines[i]);
        if (table->count == MOST_ROWS)
            return err_set(err, ERR_DATA,
                           "%s: more than %zu codes; this is no table of "
                           "countries",
                           name, MOST_ROWS);
        code_table_add(table,
                       (struct code_entry){.code = arena_str(arena, code),
                                           .name = arena_str(arena, spelling),
                                           .file = name,
                                           .line = batch->lines[i]},
                       arena);
    }
    return true;
}

static bool read_rows(struct code_table *table, struct text *text,
                      const char *name, struct dialect dialect,
                      const struct columns *columns,
                      const struct reader_limits *limits, struct arena *arena,
                      struct err *err)
{
    size_t before = table->count;
    bool code_first = columns->code < columns->name;
    size_t wanted[] = {code_first ? columns->code : columns->name,
                       code_first ? columns->name : columns->code};
    struct reader *reader = reader_open(text, name, dialect, *limits);
    bool done = reader_skip(reader, columns->header + 1, err);
    struct batch batch = {.rows = 1};
    if (done)
        reader_want(reader, wanted, 2, 0);
    while (done && batch.rows)
        done = reader_next(reader, &batch, err) &&
               add_rows(table, &batch, code_first, name, arena, err);
    reader_close(reader);
    if (done && table->count == before)
        return err_set(err, ERR_DATA, "%s: no code stands below the header",
                       name);
    return done;
}

bool code_table_read(struct code_table *table, const char *path,
                     const struct read_options *options, struct arena *arena,
                     struct err *err)
{
    struct arena scratch;
    struct dialect dialect = {0};
    struct columns columns = {0};
    struct input *input = input_open(path, options->input_limits, err);
    if (!input)
        return false;
    arena_init(&scratch);
    const char *slash = strrchr(path, '/');
    const char *name = slash && slash[1] ? slash + 1 : path;
    name = arena_str(arena, str_from(name)).ptr;
    struct text *text = text_open(input, NULL, err);
    bool done = text &&
                find_table(text, name, &dialect, &columns, &scratch, err) &&
                read_rows(table, text, name, dialect, &columns,
                          &options->limits, arena, err);
    if (text)
        text_close(text);
    input_close(input);
    arena_done(&scratch);
    return done;
}

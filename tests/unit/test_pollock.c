/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pollock's polluted tables (Vitagliano and others, "Pollock: A Data Loading
 * Benchmark", 2023), read as a layout would: how many come out as the clean
 * table, with the dialect given and with it found, and that none comes out as
 * something else without a word. `test_pollock FOLDER` measures others of the
 * kind: csv/, clean/ and parameters/ stand in the folder. */
#include <config.h>

#include <dirent.h>
#include <jansson.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/input.h"
#include "base/mem.h"
#include "csv/dialect.h"
#include "source/records.h"
#include "tap.h"

#define PATH 4096

/* Files of the sample, and how many of them read as the clean table. */
#define SAMPLE ((size_t)191)
#define SAMPLE_GIVEN ((size_t)1)
#define SAMPLE_FOUND ((size_t)1)

enum outcome { SAME, TOLD, SILENT, OUTCOMES };

struct table {
    struct arena arena;
    struct input *input;
    struct text *text;
    struct head head;
    size_t header;   /* record of the head */
    size_t expected; /* fields */
    size_t surplus;
    struct buf rows;  /* a line a record, its cells in brackets */
    const char *said; /* the first thing that a reader is told, or null */
};

static const char *folder;
static size_t counts[2][OUTCOMES];

static void say(struct table *table, const char *text)
{
    if (!table->said)
        table->said = text;
}

static void table_init(struct table *table)
{
    *table = (struct table){0};
    arena_init(&table->arena);
    buf_init(&table->rows, PTRDIFF_MAX - 1);
}

static void table_done(struct table *table)
{
    text_close(table->text);
    input_close(table->input);
    buf_done(&table->rows);
    arena_done(&table->arena);
}

static bool peek(struct table *table, const char *path, const char *encoding,
                 struct str *bytes, bool *whole, struct err *err)
{
    table->input = input_open(path, (struct input_limits){0}, err);
    if (!table->input)
        return false;
    table->text = text_open(table->input, encoding, err);
    return table->text && text_peek(table->text, HEAD_BYTES, bytes, whole, err);
}

static size_t number_of(const json_t *parameters, const char *key)
{
    return (size_t)json_integer_value(json_object_get(parameters, key));
}

static const char *text_of(const json_t *parameters, const char *key)
{
    const char *text = json_string_value(json_object_get(parameters, key));

    return text ? text : "";
}

/* As the parameters have it. */
static bool open_given(struct table *table, const char *path,
                       const json_t *parameters, struct err *err)
{
    const char *delimiter = text_of(parameters, "delimiter");
    struct dialect dialect = {.delimiter = delimiter[0],
                              .quote = text_of(parameters, "quotechar")[0],
                              .escape = text_of(parameters, "escapechar")[0]};
    struct str bytes;
    bool whole;

    if (dialect.delimiter)
        dialect.second = delimiter[1];
    if (dialect.escape == dialect.quote)
        dialect.escape = '\0';
    if (!peek(table, path, text_of(parameters, "encoding"), &bytes, &whole,
              err))
        return false;
    if (!dialect.delimiter)
        return err_set(err, ERR_REQUEST, "no delimiter is given");
    head_split(&table->head, bytes, whole, dialect, &table->arena);
    table->header = number_of(parameters, "preamble_lines");
    table->expected = number_of(parameters, "n_columns");
    return true;
}

/* As it is found. */
static bool open_found(struct table *table, const char *path, struct err *err)
{
    struct dialect_guess guesses[DIALECT_GUESSES];
    struct str bytes;
    bool whole;

    if (!peek(table, path, NULL, &bytes, &whole, err))
        return false;
    size_t count = dialect_find(bytes, whole, guesses);
    if (!dialect_is_sure(guesses, count))
        return err_set(err, ERR_REQUEST, "not sure of the delimiter");
    if (!guesses[0].named)
        say(table, "a header without names");
    if (guesses[0].header > 0)
        say(table, "lines above the header");
    head_split(&table->head, bytes, whole, guesses[0].dialect, &table->arena);
    table->header = guesses[0].header;
    table->expected = guesses[0].columns;
    table->surplus = head_surplus(&table->head, table->header);
    return true;
}

/* Layouts take cells without the blanks round them. */
static void add_cells(struct table *table, const struct str *cells,
                      size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct str cell = str_trim(cells[i]);
        buf_printf(&table->rows, "[%.*s]", STR_ARG(cell));
    }
    buf_add_text(&table->rows, "\n");
}

/* Left out with a word, or taken. */
static void take_row(struct table *table, const struct batch *batch, size_t row)
{
    const struct head_record *header = &table->head.records[table->header];

    if (record_is_blank(batch, row))
        return;
    if (batch->status[row] != RECORD_OK)
        say(table, batch->status[row] == RECORD_QUOTES ? "quotes" : "fields");
    else if (record_is_header(batch, row, header))
        say(table, "the header again");
    else
        add_cells(table, &batch->cells[row * batch->columns], batch->columns);
}

static bool read_rows(struct table *table, struct reader *reader,
                      struct err *err)
{
    struct batch batch = {.rows = 1};
    size_t *columns = mem_alloc(table->expected, sizeof(*columns));

    for (size_t i = 0; i < table->expected; i++)
        columns[i] = i;
    reader_want(reader, columns, table->expected, table->expected);
    reader_allow(reader, table->surplus);
    mem_free(columns);
    struct share *share = share_open(reader);
    bool sound = true;
    while (sound && batch.rows > 0) {
        sound = share_fetch(reader, share, &batch, err);
        for (size_t row = 0; sound && row < batch.rows; row++)
            take_row(table, &batch, row);
    }
    share_close(share);
    return sound;
}

static bool read_table(struct table *table, struct err *err)
{
    if (table->header >= table->head.count || table->expected == 0)
        return err_set(err, ERR_DATA, "no header");
    const struct head_record *header = &table->head.records[table->header];
    if (header->damaged || header->count != table->expected)
        say(table, "the header");
    if (table->surplus > 0)
        say(table, "surplus fields");
    add_cells(table, header->cells, header->count);
    struct reader *reader = reader_open(table->text, "f", table->head.dialect,
                                        reader_default_limits);
    bool sound = reader_skip(reader, table->header + 1, err) &&
                 read_rows(table, reader, err);
    reader_close(reader);
    return sound;
}

static void read_clean(struct buf *rows, const char *path)
{
    struct table table;
    struct str bytes;
    bool whole;
    struct err err = {0};

    table_init(&table);
    CU_ASSERT_FATAL(peek(&table, path, NULL, &bytes, &whole, &err));
    head_split(&table.head, bytes, whole,
               (struct dialect){.delimiter = ',', .quote = '"'}, &table.arena);
    if (table.head.count > 0) {
        table.expected = table.head.records[0].count;
        CU_ASSERT(read_table(&table, &err));
        CU_ASSERT(table.said == NULL);
    }
    buf_add(rows, buf_str(&table.rows));
    table_done(&table);
}

/* One way to read one file. */
static void measure(bool is_given, const char *name, const char *path,
                    const json_t *parameters, struct str clean)
{
    struct table table;
    struct err err = {0};

    table_init(&table);
    bool sound = (is_given ? open_given(&table, path, parameters, &err)
                           : open_found(&table, path, &err)) &&
                 read_table(&table, &err);
    if (!sound)
        say(&table, err.text);
    bool same = sound && str_eq(buf_str(&table.rows), clean);
    enum outcome outcome = same ? SAME : table.said ? TOLD : SILENT;
    counts[is_given][outcome]++;
    if (outcome == SILENT || getenv("POLLOCK_ALL"))
        printf("# %s, dialect %s: %s (%s)\n", name,
               is_given ? "given" : "found",
               (const char *[]){"same", "told", "WRONG AND SILENT"}[outcome],
               table.said ? table.said : "nothing said");
    table_done(&table);
}

static void measure_file(const char *name)
{
    char path[PATH];
    json_error_t fault;
    struct buf clean;

    snprintf(path, PATH, "%s/parameters/%s_parameters.json", folder, name);
    json_t *parameters = json_load_file(path, 0, &fault);
    CU_ASSERT_FATAL(parameters != NULL);
    buf_init(&clean, PTRDIFF_MAX - 1);
    snprintf(path, PATH, "%s/clean/%s", folder, name);
    read_clean(&clean, path);
    snprintf(path, PATH, "%s/csv/%s", folder, name);
    measure(true, name, path, parameters, buf_str(&clean));
    measure(false, name, path, parameters, buf_str(&clean));
    buf_done(&clean);
    json_decref(parameters);
}

static void measure_all(void)
{
    char path[PATH];

    if (!folder) {
        tap_skip("ARMSTATS_SHARED is not set");
        return;
    }
    snprintf(path, PATH, "%s/csv", folder);
    DIR *stream = opendir(path);
    CU_ASSERT_FATAL(stream != NULL);
    for (struct dirent *entry; (entry = readdir(stream));)
        if (entry->d_name[0] != '.')
            measure_file(entry->d_name);
    closedir(stream);
    for (int i = 1; i >= 0; i--)
        printf("# dialect %s: %zu read as the clean table, %zu otherwise and "
               "said so, %zu wrong and silent\n",
               i ? "given" : "found", counts[i][SAME], counts[i][TOLD],
               counts[i][SILENT]);
}

/* What doc/formats/dialects.md says of the sample: fewer would be worse. */
static void test_counts(void)
{
    size_t files = 0;

    for (size_t i = 0; i < OUTCOMES; i++)
        files += counts[0][i];
    if (files != SAMPLE) {
        tap_skip("these are other files than the sample");
        return;
    }
    CU_ASSERT(counts[0][SAME] >= SAMPLE_FOUND);
    CU_ASSERT(counts[1][SAME] >= SAMPLE_GIVEN);
}

static void test_silent(void)
{
    CU_ASSERT_EQUAL(counts[0][SILENT], 0);
    CU_ASSERT_EQUAL(counts[1][SILENT], 0);
}

int main(int argc, char **argv)
{
    static const struct tap_case cases[] = {
        {"all files are read in both ways", measure_all},
        {"none is wrong and silent", test_silent},
        {"as many as before read as the clean table", test_counts},
    };
    char path[PATH];

    if (argc > 1) {
        folder = argv[1];
    } else if (tap_shared()) {
        snprintf(path, PATH, "%s/csv_suites/pollock", tap_shared());
        folder = path;
    }
    return TAP_RUN("Pollock", cases);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "csv/tokenizer.h"

#include <assert.h>
#include <csv.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/mem.h"
#include "csv/rewrite.h"

#define WRITTEN(number) #number
#define DOTTED(major, minor, release) \
    WRITTEN(major) "." WRITTEN(minor) "." WRITTEN(release)

/* libcsv asks for so much more room at a time. */
#define FIELD_STEP 16384

struct tokenizer {
    struct lines lines;
    struct csv_parser csv;
    const char *file;
    struct rewrite rewrite;
    struct reader_limits limits; /* none is SIZE_MAX */
    /* of the record at hand */
    struct token_taker taker;
    size_t fields, filled;
    size_t quotes;   /* in it; counted only where there is a tail */
    bool inside;     /* the next line begins inside quotes, */
    uint64_t opened; /* which were opened on this line */
    bool done;       /* libcsv saw its end */
    bool long_field; /* a field passed the limit */
};

static int never_space(unsigned char c)
{
    (void)c;
    return 0;
}

static void *resize(void *ptr, size_t size)
{
    return mem_resize(ptr, size, 1);
}

static size_t or_none(size_t limit)
{
    return limit ? limit : SIZE_MAX;
}

struct tokenizer *tokenizer_new(struct text *text, const char *file,
                                struct dialect dialect,
                                struct reader_limits limits)
{
    assert(dialect.delimiter && dialect.delimiter != dialect.quote &&
           dialect.delimiter != dialect.tail);
    struct tokenizer *tokenizer = mem_alloc(1, sizeof(*tokenizer));
    struct csv_parser *csv = &tokenizer->csv;

    tokenizer->file = file;
    rewrite_init(&tokenizer->rewrite, dialect);
    tokenizer->limits = (struct reader_limits){
        or_none(limits.field), or_none(limits.record), or_none(limits.columns)};
    lines_init(&tokenizer->lines, text, tokenizer->limits.record);

    /* Not CSV_STRICT_FINI: every line is given an end, and csv_fini() serves
     * only to forget a damaged record. */
    csv_init(csv, CSV_STRICT);
    csv_set_delim(csv, rewrite_delimiter(&tokenizer->rewrite));
    csv_set_quote(csv, rewrite_quote(&tokenizer->rewrite));
    csv_set_space_func(csv, never_space);
    csv_set_realloc_func(csv, resize);
    csv_set_free_func(csv, mem_free);
    csv_set_blk_size(csv, FIELD_STEP);
    return tokenizer;
}

void tokenizer_free(struct tokenizer *tokenizer)
{
    if (!tokenizer)
        return;
    csv_free(&tokenizer->csv);
    rewrite_done(&tokenizer->rewrite);
    lines_done(&tokenizer->lines);
    mem_free(tokenizer);
}

static void on_field(void *text, size_t len, void *data)
{
    struct tokenizer *tokenizer = data;
    size_t index = tokenizer->fields++;
    struct str field =
        rewrite_field(&tokenizer->rewrite, (struct str){text, len});

    if (field.len > 0)
        tokenizer->filled = index + 1;
    if (field.len > tokenizer->limits.field)
        tokenizer->long_field = true;
    else if (index < tokenizer->limits.columns)
        tokenizer->taker.take(tokenizer->taker.owner, index, field);
}

static void on_record(int c, void *data)
{
    struct tokenizer *tokenizer = data;

    (void)c;
    tokenizer->done = true;
}

/* False where strict parsing failed. */
static bool parse(struct tokenizer *tokenizer, struct str bytes)
{
    return csv_parse(&tokenizer->csv, bytes.ptr, bytes.len, on_field, on_record,
                     tokenizer) == bytes.len;
}

/* Length of the run of tail characters that the line ends with outside
 * quotes. */
static size_t tail_run(struct tokenizer *tokenizer, struct str line)
{
    const struct dialect *dialect = &tokenizer->rewrite.dialect;
    size_t run = 0;

    if (!dialect->tail)
        return 0;
    if (dialect->quote)
        for (size_t i = 0; i < line.len; i++)
            tokenizer->quotes += line.ptr[i] == dialect->quote;
    if (tokenizer->quotes % 2 == 0)
        while (run < line.len && line.ptr[line.len - 1 - run] == dialect->tail)
            run++;
    return run;
}

/* A whole line to libcsv, which must have an end even if it has none, and is
 * not asked about blank lines, because it would drop them. */
static bool feed(struct tokenizer *tokenizer, const struct line *line)
{
    struct str bytes = rewrite_line(&tokenizer->rewrite, line->text);
    struct str end = {line->text.ptr + line->text.len, line->end};
    size_t tail = tail_run(tokenizer, bytes);

    bytes.len -= tail;
    if (bytes.len == 0 && !tokenizer->inside) {
        on_field(NULL, 0, tokenizer);
        on_record(0, tokenizer);
        return true;
    }
    if (tail > 0 || end.len == 0)
        end = STR("\n");
    if (bytes.ptr + bytes.len == end.ptr) {
        bytes.len += end.len;
        return parse(tokenizer, bytes);
    }
    return parse(tokenizer, bytes) && parse(tokenizer, end);
}

static bool unclosed(struct tokenizer *tokenizer, const char *advice,
                     struct err *err)
{
    const struct csv_parser *csv = &tokenizer->csv;
    struct str text = rewrite_field(
        &tokenizer->rewrite,
        (struct str){(const char *)csv->entry_buf, csv->entry_pos});
    struct str line = {text.ptr, 0}; /* of the text the first one tells most */
    struct arena arena;

    while (line.len < text.len && text.ptr[line.len] != '\n' &&
           text.ptr[line.len] != '\r')
        line.len++;
    arena_init(&arena);
    err_set(err, ERR_DATA, "%.600s:%llu: unclosed quote: %s; close it, or %s",
            tokenizer->file, (unsigned long long)tokenizer->opened,
            diag_quote(&arena, line), advice);
    arena_done(&arena);
    return false;
}

static bool past_limit(const struct tokenizer *tokenizer, size_t limit,
                       const char *what, const char *option, struct err *err)
{
    struct str line = lines_first(&tokenizer->lines).text;
    struct arena arena;

    /* What stands behind may not have been read. */
    if (line.len > tokenizer->limits.record)
        line.len = tokenizer->limits.record;
    arena_init(&arena);
    err_set(err, ERR_DATA,
            "%.600s:%llu: more than %zu %s: %s; %s raises the limit, "
            "--no-limits lifts it",
            tokenizer->file, (unsigned long long)tokenizer->lines.kept, limit,
            what, diag_quote(&arena, line), option);
    arena_done(&arena);
    return false;
}

/* Of fields and columns; the record may not be complete. */
static bool within_limits(struct tokenizer *tokenizer, struct err *err)
{
    const struct reader_limits *limits = &tokenizer->limits;

    if (tokenizer->fields > limits->columns)
        return past_limit(tokenizer, limits->columns, "columns",
                          "--max-columns", err);
    bool begun_long = tokenizer->csv.entry_pos > limits->field;
    if (begun_long && tokenizer->csv.quoted)
        return unclosed(tokenizer, "raise --max-field", err);
    if (begun_long || tokenizer->long_field)
        return past_limit(tokenizer, limits->field, "bytes in a field",
                          "--max-field", err);
    return true;
}

/* After a line that did not end the record, and had `fields` before it. */
static void note_inside(struct tokenizer *tokenizer, size_t fields)
{
    if (!tokenizer->inside || tokenizer->fields > fields)
        tokenizer->opened = tokenizer->lines.number - 1;
    tokenizer->inside = true;
}

/* The part within the limit shows whether it is a quote, a field or the
 * columns that went too far. */
static bool too_long(struct tokenizer *tokenizer, struct line line,
                     struct err *err)
{
    size_t limit = tokenizer->limits.record;
    size_t surplus = lines_len(&tokenizer->lines, &line) - limit;
    size_t fields = tokenizer->fields;

    line.text.len -= surplus < line.text.len ? surplus : line.text.len;
    line.text = rewrite_line(&tokenizer->rewrite, line.text);
    bool quoted = parse(tokenizer, line.text) && tokenizer->csv.quoted;
    if (quoted)
        note_inside(tokenizer, fields);
    if (!within_limits(tokenizer, err))
        return false;
    if (quoted)
        return unclosed(tokenizer, "raise --max-record", err);
    return past_limit(tokenizer, limit, "bytes in a record", "--max-record",
                      err);
}

/* One line of the record; it is complete when done or faulty. */
static bool add_line(struct tokenizer *tokenizer, const struct line *line,
                     enum token_fault *fault, struct err *err)
{
    size_t fields = tokenizer->fields;

    if (!line->text.ptr) {
        if (tokenizer->file)
            return unclosed(tokenizer, "remove it", err);
        *fault = TOKEN_UNCLOSED;
        return true;
    }
    if (lines_len(&tokenizer->lines, line) > tokenizer->limits.record)
        return too_long(tokenizer, *line, err);
    if (!feed(tokenizer, line)) {
        *fault = TOKEN_QUOTES;
        return true;
    }
    if (!tokenizer->done)
        note_inside(tokenizer, fields);
    return within_limits(tokenizer, err);
}

static void begin_record(struct tokenizer *tokenizer)
{
    lines_keep(&tokenizer->lines);
    tokenizer->fields = 0;
    tokenizer->filled = 0;
    tokenizer->quotes = 0;
    tokenizer->inside = false;
    tokenizer->done = false;
}

static void give_up(struct tokenizer *tokenizer)
{
    csv_fini(&tokenizer->csv, NULL, NULL, NULL);
    lines_back(&tokenizer->lines);
    tokenizer->fields = 0;
    tokenizer->filled = 0;
    tokenizer->long_field = false;
}

bool tokenizer_next(struct tokenizer *tokenizer, struct token_taker taker,
                    struct record *record, struct err *err)
{
    enum token_fault fault = TOKEN_SOUND;
    struct line line;

    *record = (struct record){0};
    tokenizer->taker = taker;
    begin_record(tokenizer);
    while (!tokenizer->done && !fault) {
        if (!lines_next(&tokenizer->lines, &line, err))
            return false;
        if (!line.text.ptr && !tokenizer->inside)
            return true;
        if (!add_line(tokenizer, &line, &fault, err))
            return false;
    }
    struct line first = lines_first(&tokenizer->lines);
    if (fault) {
        give_up(tokenizer);
        line = first;
    }
    *record = (struct record){
        .line = tokenizer->lines.kept,
        .byte = tokenizer->lines.passed,
        .fields = tokenizer->fields,
        .filled = tokenizer->filled,
        .fault = fault,
        .first_line = first.text,
        .ended = line.end > 0,
    };
    return true;
}

struct lines *tokenizer_lines(struct tokenizer *tokenizer)
{
    return &tokenizer->lines;
}

const char *tokenizer_library(void)
{
    return DOTTED(CSV_MAJOR, CSV_MINOR, CSV_RELEASE);
}

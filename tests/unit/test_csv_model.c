/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader against a model: RFC 4180 written down a second time, and what
 * other dialects have beside it, without libcsv, buffers and chunks, on every
 * short text and on random longer ones. */
#include <config.h>

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "csv_dump.h"
#include "tap.h"

#define MOST 64 /* bytes of a text, and so fields and lines */

enum state { START, PLAIN, QUOTED, CLOSED, BAD };

/* One record as the model sees it. */
struct model {
    const struct csv_view *view;
    struct str lines[MOST + 1], ends[MOST + 1];
    size_t line_count;
    char bytes[MOST];
    size_t len;             /* of bytes */
    size_t stops[MOST + 1]; /* where each field ends in bytes */
    size_t fields;
    size_t opened; /* line of the last opening quote */
};

static void split_lines(struct model *model, struct str text)
{
    model->line_count = 0;
    while (text.len > 0) {
        size_t len = 0, end = 0;
        while (len < text.len && text.ptr[len] != '\n' && text.ptr[len] != '\r')
            len++;
        if (len < text.len)
            end = 1;
        if (len + 1 < text.len && memcmp(text.ptr + len, "\r\n", 2) == 0)
            end = 2;
        model->lines[model->line_count] = (struct str){text.ptr, len};
        model->ends[model->line_count++] = (struct str){text.ptr + len, end};
        text = str_skip(text, len + end);
    }
}

static void add(struct model *model, char c)
{
    model->bytes[model->len++] = c;
}

static enum state stop_field(struct model *model)
{
    model->stops[model->fields++] = model->len;
    return START;
}

static size_t delimiter_len(const struct dialect *dialect, struct str text)
{
    if (text.len == 0 || text.ptr[0] != dialect->delimiter)
        return 0;
    if (!dialect->second)
        return 1;
    return text.len > 1 && text.ptr[1] == dialect->second ? 2 : 0;
}

/* Bytes behind an escape that are ordinary; 0: there is no escape here. */
static size_t escaped_len(const struct dialect *dialect, struct str text)
{
    if (text.len < 2 || !dialect->escape || text.ptr[0] != dialect->escape)
        return 0;
    if (text.ptr[1] == dialect->escape || text.ptr[1] == dialect->quote)
        return 1;
    return delimiter_len(dialect, str_skip(text, 1));
}

/* The beginning of the text; *used: so many bytes. */
static enum state step(struct model *model, enum state state, struct str text,
                       size_t line, size_t *used)
{
    const struct dialect *dialect = &model->view->dialect;
    bool is_quote = dialect->quote && text.ptr[0] == dialect->quote;
    size_t delimiter = delimiter_len(dialect, text);
    size_t escaped = delimiter ? 0 : escaped_len(dialect, text);

    *used = 1;
    if (state == QUOTED && is_quote)
        return CLOSED;
    if (state == START && is_quote) {
        model->opened = line;
        return QUOTED;
    }
    if (state != QUOTED && delimiter > 0) {
        *used = delimiter;
        return stop_field(model);
    }
    if ((state == PLAIN && is_quote) || (state == CLOSED && !is_quote))
        return BAD;
    if (delimiter > 0)
        *used = delimiter;
    for (size_t i = 0; i < (escaped ? escaped : *used); i++)
        add(model, text.ptr[i + (escaped > 0)]);
    if (escaped > 0)
        *used = 1 + escaped;
    return state == START ? PLAIN : state == CLOSED ? QUOTED : state;
}

static enum state add_line(struct model *model, enum state state, size_t line)
{
    struct str text = model->lines[line];
    size_t body = text.len;

    while (body > 0 && model->view->dialect.tail &&
           text.ptr[body - 1] == model->view->dialect.tail)
        body--;
    for (size_t i = 0, used; i < text.len && state != BAD; i += used) {
        if (i >= body && state != QUOTED)
            break;
        state = step(model, state, str_skip(text, i), line, &used);
    }
    for (size_t i = 0; i < model->ends[line].len && state == QUOTED; i++)
        add(model, model->ends[line].ptr[i]);
    if (state != QUOTED && state != BAD)
        stop_field(model);
    return state;
}

static struct str field(const struct model *model, size_t i)
{
    size_t begin = i > 0 ? model->stops[i - 1] : 0;

    return (struct str){model->bytes + begin, model->stops[i] - begin};
}

static void print_record(const struct model *model, struct buf *out,
                         size_t line, size_t last)
{
    size_t expected = model->view->expected, fields = model->fields;
    size_t width = expected > 0 ? expected + model->view->surplus : 0;
    size_t filled = fields;
    const char *status = "ok";

    while (filled > 0 && field(model, filled - 1).len == 0)
        filled--;
    if (fields < width)
        status = "fewer";
    else if (width > 0 && filled > 0 && (fields > width || filled > expected))
        status = "more";
    else if (width > 0)
        fields = expected;
    buf_printf(out, "%zu %s %zu ", line + 1, status, fields);
    for (size_t i = 0; i < fields && i < model->view->columns; i++)
        buf_printf(out, "[%.*s]", STR_ARG(field(model, i)));
    if (strcmp(status, "ok") != 0)
        buf_printf(out, " raw(%.*s)", STR_ARG(model->lines[line]));
    buf_add_text(out, model->ends[last].len > 0 ? "\n" : " no end\n");
}

static void print_unclosed(const struct model *model, struct buf *out)
{
    size_t begin = model->fields > 0 ? model->stops[model->fields - 1] : 0;
    struct str open = {model->bytes + begin, model->len - begin};

    for (size_t i = 0; i < open.len; i++)
        if (open.ptr[i] == '\n' || open.ptr[i] == '\r')
            open.len = i;
    buf_printf(out,
               "error 3 f:%zu: unclosed quote: '%.*s'; close it, or remove "
               "it\n",
               model->opened + 1, STR_ARG(open));
}

static void model_dump(struct buf *out, struct str text,
                       const struct csv_view *view)
{
    struct model model = {.view = view};

    split_lines(&model, text);
    for (size_t line = 0; line < model.line_count;) {
        enum state state = START;
        size_t next = line;
        model.len = 0;
        model.fields = 0;
        do
            state = add_line(&model, state, next++);
        while (state == QUOTED && next < model.line_count);
        if (state == QUOTED) {
            print_unclosed(&model, out);
            return;
        }
        if (state == BAD) {
            next = line + 1;
            buf_printf(out, "%zu quotes 0  raw(%.*s)%s\n", line + 1,
                       STR_ARG(model.lines[line]),
                       model.ends[line].len > 0 ? "" : " no end");
        } else {
            print_record(&model, out, line, next - 1);
        }
        line = next;
    }
}

static const struct csv_view views[] = {
    {.dialect = {.delimiter = ',', .quote = '"'}, .columns = 3, .expected = 2},
    {.dialect = {.delimiter = ',', .quote = '"'}, .columns = 3, .block = 30},
    {.dialect = {.delimiter = ',', .quote = '"', .tail = ';'}, .columns = 4},
    {.dialect = {.delimiter = ';', .quote = 0, .tail = ','},
     .columns = 9,
     .expected = 3},
    {.dialect = {.delimiter = ',', .quote = '"'},
     .columns = 3,
     .expected = 1,
     .surplus = 1},
    {.dialect = {.delimiter = ',', .quote = '"'},
     .columns = 3,
     .expected = 1,
     .surplus = 2,
     .block = 30},
    {.dialect = {.delimiter = ',', .quote = '"', .escape = ';'}, .columns = 4},
    {.dialect = {.delimiter = ',', .quote = '"', .second = 'a'}, .columns = 4},
    {.dialect = {.delimiter = ',', .second = ',', .escape = ';'},
     .columns = 4,
     .expected = 2,
     .block = 30},
};

#define VIEWS (sizeof(views) / sizeof(views[0]))

/* False, having said so, where reader and model differ. */
static bool agree(struct str text, size_t chunk, const struct csv_view *view)
{
    struct buf read, expected;

    buf_init(&read, 1 << 20);
    buf_init(&expected, 1 << 20);
    csv_dump_bytes(&read, text, chunk, view);
    model_dump(&expected, text, view);
    bool same = str_eq(buf_str(&read), buf_str(&expected));
    if (!same)
        CHECK_TEXT(buf_str(&read).ptr, buf_str(&expected).ptr);
    buf_done(&read);
    buf_done(&expected);
    return same;
}

static const char alphabet[] = {'a', ',', '"', '\n', '\r', ';'};

static void test_all_short_texts(void)
{
    size_t count = 1;

    for (size_t len = 0; len <= 5; len++, count *= sizeof(alphabet))
        for (size_t n = 0; n < count; n++) {
            char text[5];
            size_t rest = n;
            for (size_t i = 0; i < len; i++, rest /= sizeof(alphabet))
                text[i] = alphabet[rest % sizeof(alphabet)];
            for (size_t i = 0; i < VIEWS; i++)
                if (!agree((struct str){text, len}, 1 + n % 3, &views[i]))
                    return;
        }
    CU_PASS("all of them");
}

static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static void test_random_texts(void)
{
    uint64_t state = 20240311;

    for (int n = 0; n < 6000; n++) {
        char text[MOST];
        size_t len = next_random(&state) % (MOST + 1);
        uint64_t pairs = next_random(&state) % 4; /* few damaged, or many */
        for (size_t i = 0; i < len; i++) {
            text[i] = alphabet[next_random(&state) % sizeof(alphabet)];
            if (text[i] == '"' && pairs > 0 && i > 0 && i + 1 < len) {
                text[i++] = next_random(&state) % 3 ? '"' : ',';
                text[i] = '"';
            }
        }
        size_t chunk = next_random(&state) % 8;
        for (size_t i = 0; i < VIEWS; i++)
            if (!agree((struct str){text, len}, chunk, &views[i]))
                return;
    }
    CU_PASS("all of them");
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"all texts of up to five characters", test_all_short_texts},
        {"random texts", test_random_texts},
    };
    return TAP_RUN("csv model", cases);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/json_scan.h"

#include "base/diag.h"

/* Two quotes a number at most. */
#define BUF_MOST ((size_t)PTRDIFF_MAX - 1)

void json_scan_init(struct json_scan *scan, const char *file, struct str text)
{
    *scan = (struct json_scan){.file = file, .text = text, .line = 1};
    buf_init(&scan->buf, BUF_MOST);
}

void json_scan_done(struct json_scan *scan)
{
    buf_done(&scan->buf);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Lines end as they do for the reader: LF, CRLF or a lone CR. */
static void count_lines(struct json_scan *scan, struct str passed)
{
    for (size_t i = 0; i < passed.len; i++) {
        bool pair = passed.ptr[i] == '\r' && i + 1 < scan->text.len &&
                    passed.ptr[i + 1] == '\n';
        if (passed.ptr[i] == '\n' || (passed.ptr[i] == '\r' && !pair))
            scan->line++;
    }
}

static void pass(struct json_scan *scan, size_t len)
{
    count_lines(scan, (struct str){scan->text.ptr, len});
    scan->text = str_skip(scan->text, len);
}

char json_scan_look(struct json_scan *scan)
{
    size_t len = 0;
    while (len < scan->text.len && is_blank(scan->text.ptr[len]))
        len++;
    pass(scan, len);
    return scan->text.len > 0 ? scan->text.ptr[0] : '\0';
}

static bool fault(const struct json_scan *scan, uint64_t line, const char *what,
                  struct err *err)
{
    return err_set(err, ERR_DATA,
                   "%s:%llu: damaged JSON: %s; save or download the file again",
                   scan->file, (unsigned long long)line, what);
}

bool json_scan_expect(struct json_scan *scan, char mark, const char *where,
                      struct err *err)
{
    struct arena arena;
    char found = json_scan_look(scan);
    if (found == mark) {
        pass(scan, 1);
        return true;
    }
    arena_init(&arena);
    struct str rest = scan->text;
    rest = str_cut(&rest, '\n');
    fault(scan, scan->line,
          found ? arena_printf(&arena, "'%c' is missing %s before %s", mark,
                               where, diag_quote(&arena, rest))
                : arena_printf(&arena, "the file ends where '%c' is missing %s",
                               mark, where),
          err);
    arena_done(&arena);
    return false;
}

/* Length of the run of digits at `at`. */
static size_t digits(struct str text, size_t at)
{
    size_t len = 0;
    while (at + len < text.len && is_digit(text.ptr[at + len]))
        len++;
    return len;
}

static bool has(struct str text, size_t at, const char *marks)
{
    return at < text.len && text.ptr[at] && strchr(marks, text.ptr[at]);
}

/* Length of the number that the text begins with, as JSON has it; 0: none. It
 * ends before a mark that no digit follows. */
static size_t number_len(struct str text)
{
    size_t at = has(text, 0, "-");
    if (has(text, at, "0") && at + 1 < text.len && is_digit(text.ptr[at + 1]))
        return 0;
    size_t len = digits(text, at);
    if (!len)
        return 0;
    at += len;
    if (has(text, at, ".") && (len = digits(text, at + 1)) > 0)
        at += 1 + len;
    if (has(text, at, "eE")) {
        size_t sign = has(text, at + 1, "+-") ? 1 : 0;
        if ((len = digits(text, at + 1 + sign)) > 0)
            at += 1 + sign + len;
    }
    return at;
}

/* Length of the text in quotes at the beginning; all of it if it does not
 * end. */
static size_t string_len(struct str text)
{
    size_t at = 1;
    while (at < text.len && text.ptr[at] != '"')
        at += text.ptr[at] == '\\' ? 2 : 1;
    return at < text.len ? at + 1 : text.len;
}

/* The next piece of a value: a text, a number, or one character. */
static size_t copy_piece(struct json_scan *scan, struct str text)
{
    size_t number = number_len(text);
    size_t len = number ? number : text.ptr[0] == '"' ? string_len(text) : 1;
    if (number)
        buf_add_char(&scan->buf, '"');
    buf_add(&scan->buf, (struct str){text.ptr, len});
    if (number)
        buf_add_char(&scan->buf, '"');
    return len;
}

/* Copies the value at the beginning of the text; its length, or 0 if it does
 * not end or goes too deep. What stands outside of objects, lists, texts and
 * numbers is a word: it ends where one of these may follow. */
static size_t copy_value(struct json_scan *scan, const char **wrong)
{
    struct str text = scan->text;
    size_t at = 0;
    unsigned depth = 0;
    buf_clear(&scan->buf);
    while (at < text.len) {
        char c = text.ptr[at];
        bool opens = c == '{' || c == '[', closes = c == '}' || c == ']';
        if (!depth && at > 0 && (is_blank(c) || closes || c == ',' || c == ':'))
            return at;
        if (opens && ++depth > JSON_SCAN_DEPTH) {
            *wrong = "lists or objects stand too deep within each other";
            return 0;
        }
        bool whole = c == '"' || number_len(str_skip(text, at)) > 0;
        at += copy_piece(scan, str_skip(text, at));
        if (closes && depth > 0)
            depth--;
        if (!depth && (closes || whole))
            return at;
    }
    *wrong = "the file ends within the value that begins here";
    return depth ? 0 : at;
}

/* The length of the next value, which is copied; 0 with an error. */
static size_t take_value(struct json_scan *scan, struct err *err)
{
    const char *wrong = "";
    json_scan_look(scan);
    size_t len = copy_value(scan, &wrong);
    if (!len)
        fault(scan, scan->line, wrong, err);
    return len;
}

bool json_scan_pass(struct json_scan *scan, struct err *err)
{
    size_t len = take_value(scan, err);
    pass(scan, len);
    return len > 0;
}

json_t *json_scan_value(struct json_scan *scan, struct err *err)
{
    json_error_t told;
    size_t len = take_value(scan, err);
    if (!len)
        return NULL;
    json_t *value = json_loadb(scan->buf.ptr, scan->buf.len,
                               JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &told);
    if (value)
        pass(scan, len);
    else
        fault(scan, scan->line + (uint64_t)(told.line > 1 ? told.line - 1 : 0),
              told.text, err);
    return value;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "csv/dialect.h"

/* Physical lines that are looked at for what may be a delimiter. */
#define LINES ((size_t)100)

/* So many lines with quotes, none of which begins a field, are no accident:
 * they are inches. */
#define INCHES ((size_t)3)

/* In the order in which they are met. What stands in the middle of numbers,
 * dates and names is none. */
static const char *const delimiters[] = {
    ",",  ";",  "\t",   "|",        ":",        "^",  "~",  " ",  "#",
    "&",  "!",  "\x1F", "\xC2\xA7", "\xC2\xA6", /* U+00A7, U+00A6 */
    ", ", "; ", "| ",   "||",       "::",       ";;", ",,", "~~", "^^",
};

#define DELIMITERS (sizeof(delimiters) / sizeof(delimiters)[0])

/* Quote and escape, likewise. */
static const struct {
    char quote, escape;
} manners[] = {{'"', 0}, {'"', '\\'}, {'\'', 0}, {'\'', '\\'}, {0, 0}};

#define MANNERS (sizeof(manners) / sizeof(manners)[0])

static struct str next_line(struct str *rest)
{
    size_t len = 0;

    while (len < rest->len && rest->ptr[len] != '\n' && rest->ptr[len] != '\r')
        len++;
    struct str line = {rest->ptr, len};
    *rest = str_skip(*rest, len < rest->len ? len + 1 : len);
    return line;
}

/* In how many of the first lines the text stands. */
static size_t count_lines(struct str bytes, struct str text, size_t *lines)
{
    size_t with = 0;

    *lines = 0;
    while (bytes.len > 0 && *lines < LINES) {
        struct str line = next_line(&bytes);
        *lines += line.len > 0;
        with += str_find(line, text) >= 0;
    }
    return with;
}

/* In one line of four at least: quoted line ends and a preamble may be in the
 * others. */
static bool is_common(struct str bytes, struct str text)
{
    size_t lines;
    size_t with = count_lines(bytes, text, &lines);

    return with > 0 && 4 * with >= lines;
}

static bool is_border(char byte, char delimiter)
{
    return byte == '\n' || byte == '\r' || byte == delimiter;
}

/* Behind the quotes that are open at `at`; null where nothing closes them. */
static const char *behind_quotes(const char *at, const char *end,
                                 const struct dialect *dialect)
{
    while (at < end) {
        bool two = at + 1 < end &&
                   ((dialect->escape && *at == dialect->escape) ||
                    (*at == dialect->quote && at[1] == dialect->quote));
        if (*at == dialect->quote && !two)
            return at + 1;
        at += two ? 2 : 1;
    }
    return NULL;
}

/* Whether the quote stands where fields begin, and more of these end with it
 * than have it closed in the middle: an apostrophe is no quote. */
static bool may_quote(struct str bytes, const struct dialect *dialect)
{
    char first = dialect->delimiter;
    char last = dialect->second ? dialect->second : first;
    const char *at = bytes.ptr, *end = bytes.ptr + bytes.len;
    size_t whole = 0, broken = 0;

    while (at && at < end &&
           (at = memchr(at, dialect->quote, (size_t)(end - at)))) {
        bool begins = at == bytes.ptr || is_border(at[-1], last);
        at++;
        if (!begins)
            continue;
        at = behind_quotes(at, end, dialect);
        if (!at)
            break;
        if (at == end || is_border(*at, first))
            whole++;
        else
            broken++;
    }
    return whole > broken;
}

/* Whether the escape stands in front of the quote. */
static bool may_escape(struct str bytes, char escape, char quote)
{
    const char *at = bytes.ptr, *end = bytes.ptr + bytes.len;

    while (at < end && (at = memchr(at, escape, (size_t)(end - at)))) {
        at++;
        if (at < end && *at == quote)
            return true;
    }
    return false;
}

/* Whether anything speaks for reading the bytes in this manner, which is not
 * the usual one. */
static bool is_worth_trying(struct str bytes, const struct dialect *dialect)
{
    if (dialect->escape && !may_escape(bytes, dialect->escape, dialect->quote))
        return false;
    if (dialect->quote)
        return may_quote(bytes, dialect);
    struct dialect usual = *dialect;
    usual.quote = '"';
    size_t lines;
    return count_lines(bytes, STR("\""), &lines) >= INCHES &&
           !may_quote(bytes, &usual);
}

static struct dialect_guess judge(struct dialect dialect, struct str bytes,
                                  bool whole)
{
    struct head head;
    struct arena arena;

    arena_init(&arena);
    head_split(&head, bytes, whole, dialect, &arena);
    struct dialect_guess guess = dialect_judge(&head);
    arena_done(&arena);
    return guess;
}

/* Puts it behind those that are as good. */
static size_t insert(struct dialect_guess *guesses, size_t count,
                     struct dialect_guess guess)
{
    size_t at = count;

    while (at > 0 && guesses[at - 1].score < guess.score)
        at--;
    if (at == DIALECT_GUESSES)
        return count;
    count += count < DIALECT_GUESSES;
    for (size_t i = count - 1; i > at; i--)
        guesses[i] = guesses[i - 1];
    guesses[at] = guess;
    return count;
}

/* All manners of one delimiter. */
static size_t try(struct dialect_guess *guesses, size_t count, struct str bytes,
                  bool whole, struct dialect dialect)
{
    for (size_t i = 0; i < MANNERS; i++) {
        dialect.quote = manners[i].quote;
        dialect.escape = manners[i].escape;
        if (dialect.delimiter == dialect.quote)
            continue;
        if (i == 0 || is_worth_trying(bytes, &dialect))
            count = insert(guesses, count, judge(dialect, bytes, whole));
    }
    return count;
}

size_t dialect_find(struct str bytes, bool whole,
                    struct dialect_guess guesses[DIALECT_GUESSES])
{
    size_t count = 0;

    for (size_t i = 0; i < DELIMITERS; i++) {
        struct dialect dialect = {.delimiter = delimiters[i][0],
                                  .second = delimiters[i][1]};
        if (i == 0 || is_common(bytes, str_from(delimiters[i])))
            count = try(guesses, count, bytes, whole, dialect);
    }
    return count;
}

bool dialect_is_sure(const struct dialect_guess *guesses, size_t count)
{
    const struct dialect *best = &guesses[0].dialect;

    for (size_t i = 1; i < count; i++) {
        const struct dialect *other = &guesses[i].dialect;
        if (other->delimiter != best->delimiter ||
            other->second != best->second)
            return 10 * guesses[0].score >= 11 * guesses[i].score;
    }
    return guesses[0].score > 0;
}

void dialect_refine(struct dialect *dialect, struct str bytes, bool whole)
{
    struct dialect_guess guesses[DIALECT_GUESSES];
    struct dialect other = *dialect;
    bool open = false;

    for (size_t i = 1; i < MANNERS && !open; i++) {
        other.quote = manners[i].quote;
        other.escape = manners[i].escape;
        open = other.quote && is_worth_trying(bytes, &other);
    }
    if (!open)
        return;
    try(guesses, 0, bytes, whole, *dialect);
    if (!guesses[0].dialect.quote)
        return;
    dialect->quote = guesses[0].dialect.quote;
    dialect->escape = guesses[0].dialect.escape;
}

static const char *delimiter_words(const struct dialect *dialect,
                                   struct arena *arena)
{
    static const struct {
        char delimiter;
        const char *words;
    } known[] = {
        {',', "commas"}, {';', "semicolons"}, {'\t', "tabs"},
        {'|', "bars"},   {':', "colons"},     {' ', "blanks"},
    };

    for (size_t i = 0; i < sizeof(known) / sizeof(known)[0]; i++)
        if (!dialect->second && known[i].delimiter == dialect->delimiter)
            return known[i].words;
    if (!dialect->second && dialect->delimiter < ' ')
        return "a control character";
    return arena_printf(arena, "'%c%.*s'", dialect->delimiter,
                        dialect->second ? 1 : 0, &dialect->second);
}

const char *dialect_words(const struct dialect *dialect, struct arena *arena)
{
    const char *quoted = "", *escaped = "";

    if (dialect->delimiter == ',' && !dialect->second &&
        dialect->quote == '"' && !dialect->escape)
        return NULL;
    if (!dialect->quote)
        quoted = ", without quotes";
    else if (dialect->quote != '"')
        quoted = arena_printf(arena, ", quoted with %c", dialect->quote);
    if (dialect->escape)
        escaped = arena_printf(arena, ", escaped with %c", dialect->escape);
    return arena_printf(arena, "separated by %s%s%s",
                        delimiter_words(dialect, arena), quoted, escaped);
}

const char *dialect_line_end(struct str bytes)
{
    struct str rest = bytes;
    struct str line = next_line(&rest);
    const char *end = line.ptr + line.len;

    if (line.len == bytes.len)
        return "";
    if (*end == '\n')
        return "LF";
    return rest.len > 0 && rest.ptr[0] == '\n' ? "CRLF" : "CR";
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/two_column.h"

static const char *const numbers[] = {"two",   "three", "four", "five", "six",
                                      "seven", "eight", "nine", "ten",  NULL};

bool two_column_year(struct str cell, int *year)
{
    unsigned long value;
    if (cell.len != 4 || !str_to_uint(cell, 9999, &value) || value < 1000)
        return false;
    *year = (int)value;
    return true;
}

/* What stands between the ends of a period, or nothing. */
static size_t dash_bytes(struct str text)
{
    static const char *const dashes[] = {"-", "\u2013", "/", "_"};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        if (str_starts(text, str_from(dashes[i])))
            return strlen(dashes[i]);
    }
    return 0;
}

bool two_column_period(struct str cell, int *last)
{
    int first;
    unsigned long end;
    if (cell.len < 7 || !two_column_year((struct str){cell.ptr, 4}, &first))
        return false;
    struct str rest = str_trim(str_skip(cell, 4));
    size_t dash = dash_bytes(rest);
    if (!dash)
        return false;
    rest = str_trim(str_skip(rest, dash));
    if (two_column_year(rest, last))
        return *last > first;
    if (rest.len != 2 || !str_to_uint(rest, 99, &end))
        return false;
    *last = first - first % 100 + (int)end;
    if (*last <= first)
        *last += 100;
    return true;
}

/* Small letters; a blank for every run of what is neither letter nor digit. */
static struct str plain_words(struct str name, struct arena *arena)
{
    char *text = arena_alloc(arena, name.len + 1, 1);
    size_t len = 0;
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        if (c >= 'A' && c <= 'Z')
            c = (char)(c | 0x20);
        bool gap = !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
        if (!gap)
            text[len++] = c;
        else if (len && text[len - 1] != ' ')
            text[len++] = ' ';
    }
    return str_trim((struct str){text, len});
}

static bool is_number_word(struct str word)
{
    unsigned long number;
    for (size_t i = 0; numbers[i]; i++) {
        if (str_eq(word, str_from(numbers[i])))
            return true;
    }
    return str_to_uint(word, 99, &number) && number > 1;
}

static bool is_years_word(struct str word)
{
    static const char *const words[] = {"year", "years", "yr", "yrs", "y"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (str_eq(word, str_from(words[i])))
            return true;
    }
    return false;
}

static struct str without_digits(struct str word)
{
    while (word.len && word.ptr[0] >= '0' && word.ptr[0] <= '9')
        word = str_skip(word, 1);
    return word;
}

/* "5yr", "ma5", "5ma" in one word. */
static bool is_short_form(struct str word)
{
    struct str tail = without_digits(word);
    if (tail.len < word.len)
        return is_years_word(tail) || str_eq(tail, STR("ma")) ||
               str_eq(tail, STR("yma"));
    return word.len > 2 && str_starts(word, STR("ma")) &&
           without_digits(str_skip(word, 2)).len == 0;
}

bool two_column_is_moving(struct str name, struct arena *arena)
{
    static const char *const words[] = {
        "moving*", "rolling", "trailing", "running",  "smooth*",  "lowess",
        "loess",   "cumul*",  "sma",      "overlap*", "rollmean", "rollsum"};
    struct str rest = plain_words(name, arena);
    struct str before = {"", 0};
    while (rest.ptr) {
        struct str word = str_cut(&rest, ' ');
        for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
            if (str_matches(word, str_from(words[i])))
                return true;
        }
        if (is_short_form(word) ||
            (is_years_word(word) && is_number_word(before)))
            return true;
        before = word;
    }
    return false;
}

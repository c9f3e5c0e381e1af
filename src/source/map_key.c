/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an entry says of how the file is to be read. */
#include <config.h>

#include "source/cells.h"
#include "source/map_scan.h"

#define LARGEST_SCALE ((unsigned long)1000000000)

static const struct {
    char c;
    const char *word;
} char_words[] = {
    {',', "comma"}, {';', "semicolon"}, {'\t', "tab"},        {' ', "space"},
    {'|', "pipe"},  {'.', "point"},     {'\'', "apostrophe"},
};

const char *map_char_word(char c)
{
    for (size_t i = 0; i < sizeof char_words / sizeof char_words[0]; i++) {
        if (char_words[i].c == c)
            return char_words[i].word;
    }
    return NULL;
}

static bool take_years(const struct map_scan *scan)
{
    struct period_spec spec;
    if (scan->mapping->years.from)
        return map_refuse_twice(scan);
    if (!period_parse(scan->entry.value, &spec) ||
        (spec.form != PERIOD_YEARS && spec.form != PERIOD_ALL))
        return map_refuse(scan, "not a range of years",
                          "write all, or as 1990-2023, for a table with one "
                          "column a year");
    struct period all = {CELLS_YEAR_FIRST, CELLS_YEAR_LAST};
    scan->mapping->years = spec.form == PERIOD_ALL ? all : spec.years;
    return true;
}

static bool take_scale(const struct map_scan *scan)
{
    static const struct {
        const char *word;
        unsigned long scale;
    } words[] = {
        {"thousand", 1000}, {"million", 1000000}, {"billion", LARGEST_SCALE}};
    unsigned long scale = 0;
    if (scan->mapping->scale)
        return map_refuse_twice(scan);
    if (!str_to_uint(scan->entry.value, LARGEST_SCALE, &scale))
        scale = 0;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (str_eq_fold(scan->entry.value, str_from(words[i].word)))
            scale = words[i].scale;
    }
    scan->mapping->scale = (amount)scale;
    return scale || map_refuse(scan, "not what a 1 in the file stands for",
                               "write thousand, million, billion or a whole "
                               "number");
}

static bool take_skip(const struct map_scan *scan)
{
    unsigned long lines;
    if (scan->mapping->skip != SIZE_MAX)
        return map_refuse_twice(scan);
    if (!str_to_uint(scan->entry.value, HEAD_RECORDS - 2, &lines))
        return map_refuse(scan, "not a number of lines",
                          "write how many stand above the header, at most 58");
    scan->mapping->skip = lines;
    return true;
}

static bool take_header(const struct map_scan *scan)
{
    if (scan->mapping->header != TRI_UNKNOWN)
        return map_refuse_twice(scan);
    return cells_flag(scan->entry.value, &scan->mapping->header) ||
           map_refuse(scan, "neither yes nor no",
                      "write no if the first line is data");
}

static bool take_text(const struct map_scan *scan, struct str *text)
{
    struct str value = str_trim(scan->entry.value);
    if (text->len)
        return map_refuse_twice(scan);
    *text = value;
    return value.len ||
           map_refuse(scan, "nothing behind the =", "leave it out");
}

/* One character, or the word for it. `these`: only they will do; null: any
 * that can stand between cells. */
static bool take_char(const struct map_scan *scan, const char *these, char *c)
{
    struct str value = scan->entry.value;
    char found = value.len == 1 ? value.ptr[0] : '\0';
    if (*c)
        return map_refuse_twice(scan);
    for (size_t i = 0; i < sizeof char_words / sizeof char_words[0]; i++) {
        if (str_eq_fold(value, str_from(char_words[i].word)))
            found = char_words[i].c;
    }
    if (str_eq(value, STR("\\t")))
        found = '\t';
    bool right = found && (these ? strchr(these, found) != NULL
                                 : (signed char)found > 0 && found != '"');
    if (right)
        *c = found;
    return right ||
           map_refuse(scan, "not one of its characters",
                      these ? "write comma, point, space or apostrophe"
                            : "write one character, or comma, semicolon, tab, "
                              "space or pipe");
}

const char *const map_key_names[MAP_KEY_COUNT] = {
    [MAP_YEARS] = "years",         [MAP_SCALE] = "scale",
    [MAP_HEADER] = "header",       [MAP_SKIP] = "skip",
    [MAP_DELIMITER] = "delimiter", [MAP_DECIMAL] = "decimal",
    [MAP_THOUSANDS] = "thousands", [MAP_ENCODING] = "encoding",
    [MAP_SOURCE] = "source",
};

bool map_take_key(const struct map_scan *scan, bool *known)
{
    struct mapping *mapping = scan->mapping;
    int key = 0;
    while (key < MAP_KEY_COUNT &&
           !str_eq(scan->entry.name, str_from(map_key_names[key])))
        key++;
    *known = key < MAP_KEY_COUNT;
    switch (key) {
    case MAP_YEARS:
        return take_years(scan);
    case MAP_SCALE:
        return take_scale(scan);
    case MAP_HEADER:
        return take_header(scan);
    case MAP_SKIP:
        return take_skip(scan);
    case MAP_DELIMITER:
        return take_char(scan, NULL, &mapping->delimiter);
    case MAP_DECIMAL:
        return take_char(scan, ".,", &mapping->decimal);
    case MAP_THOUSANDS:
        return take_char(scan, ".,' ", &mapping->thousands);
    case MAP_ENCODING:
        return take_text(scan, &mapping->encoding);
    case MAP_SOURCE:
        return take_text(scan, &mapping->database);
    default:
        return true;
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/title.h"

void title_side(struct str words, struct scope_side *side)
{
    words = str_trim(words);
    if (!words.len)
        return;
    if (str_eq_fold(words, STR("all")) ||
        str_eq_fold(words, STR("all countries"))) {
        side->extent = SCOPE_ALL;
    } else if (str_find(words, STR(",")) >= 0 ||
               str_find(words, STR(";")) >= 0) {
        side->extent = SCOPE_SOME;
    } else {
        side->extent = SCOPE_ONE;
        side->name = words;
    }
}

void title_sides(struct str title, const char *end, struct scope_side *supplier,
                 struct scope_side *recipient)
{
    ptrdiff_t stop = str_find(title, str_from(end));
    if (stop >= 0)
        title.len = (size_t)stop;
    ptrdiff_t to = str_find(title, STR(" to "));
    if (to >= 0) {
        title_side(str_skip(title, (size_t)to + 4), recipient);
        title.len = (size_t)to;
    }
    ptrdiff_t from = str_find(title, STR(" from "));
    if (from >= 0)
        title_side(str_skip(title, (size_t)from + 6), supplier);
}

/* Letters of a title that are looked at. */
enum { TITLE_LETTERS = 400 };

/* The line's letters only, small. */
static struct str letters_of(struct str line, char letters[TITLE_LETTERS])
{
    size_t len = 0;
    for (size_t i = 0; i < line.len && len < TITLE_LETTERS; i++) {
        char c = line.ptr[i];
        if (c >= 'A' && c <= 'Z')
            c = (char)(c - 'A' + 'a');
        if (c >= 'a' && c <= 'z')
            letters[len++] = c;
    }
    return (struct str){letters, len};
}

bool title_breakdown(struct str text, bool *suppliers)
{
    char letters[TITLE_LETTERS];
    while (text.ptr && text.len) {
        struct str title = letters_of(str_cut(&text, '\n'), letters);
        ptrdiff_t at = str_find(title, STR("brokendownby"));
        if (at < 0)
            continue;
        title = str_skip(title, (size_t)at);
        bool from = str_find(title, STR("supplier")) >= 0 ||
                    str_find(title, STR("exporter")) >= 0;
        bool to = str_find(title, STR("recipient")) >= 0 ||
                  str_find(title, STR("importer")) >= 0;
        *suppliers = from;
        return from != to;
    }
    return false;
}

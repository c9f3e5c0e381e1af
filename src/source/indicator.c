/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/indicator.h"

#include <stddef.h>

/* Longer names are not needed to tell. */
enum { WORDS = 200 };

enum indicator indicator_of_code(struct str code)
{
    static const struct str spending = {"MS.MIL.XPND.", 12};
    if (str_eq_fold(code, STR("MS.MIL.XPRT.KD")))
        return INDICATOR_EXPORTS;
    if (str_eq_fold(code, STR("MS.MIL.MPRT.KD")))
        return INDICATOR_IMPORTS;
    if (!str_starts(code, spending))
        return INDICATOR_OTHER;
    code = str_skip(code, spending.len);
    if (str_eq(code, STR("CD")) || str_eq(code, STR("KD")))
        return INDICATOR_DOLLARS;
    if (str_eq(code, STR("CN")) || str_eq(code, STR("KN")))
        return INDICATOR_CURRENCIES;
    return str_ends(code, STR("ZS")) ? INDICATOR_PERCENT : INDICATOR_OTHER;
}

/* Whether one of the words, which end in null, stands in the text. */
static bool has_any(struct str text, const char *const *words)
{
    for (size_t i = 0; words[i]; i++) {
        if (str_find(text, str_from(words[i])) >= 0)
            return true;
    }
    return false;
}

#define ANY(...) ((const char *const[]){__VA_ARGS__, NULL})

static enum indicator spending_of(struct str text)
{
    if (has_any(text, ANY("%", "percent", "per cent", "share")))
        return INDICATOR_PERCENT;
    if (has_any(text, ANY("per capita", "per head", "per person")))
        return INDICATOR_PER_HEAD;
    return has_any(text, ANY("lcu", "local currency", "national currency"))
               ? INDICATOR_CURRENCIES
               : INDICATOR_DOLLARS;
}

enum indicator indicator_of_words(struct str words)
{
    char folded[WORDS];
    size_t len = words.len < WORDS ? words.len : WORDS;
    for (size_t i = 0; i < len; i++) {
        char c = words.ptr[i];
        folded[i] = c >= 'A' && c <= 'Z'               ? (char)(c - 'A' + 'a')
                    : c == '_' || c == '-' || c == '.' ? ' '
                                                       : c;
    }
    struct str text = {folded, len};
    if (has_any(text,
                ANY("military exp", "military spending", "milex", "defence exp",
                    "defense exp", "defence spending", "defense spending")))
        return spending_of(text);
    if (!has_any(text, ANY("arms", "weapons")))
        return INDICATOR_OTHER;
    bool exports = has_any(text, ANY("export"));
    bool imports = has_any(text, ANY("import"));
    return exports == imports ? INDICATOR_OTHER
           : exports          ? INDICATOR_EXPORTS
                              : INDICATOR_IMPORTS;
}

bool indicator_is_trade(enum indicator indicator)
{
    return indicator == INDICATOR_EXPORTS || indicator == INDICATOR_IMPORTS;
}

enum unit indicator_unit(enum indicator indicator)
{
    if (indicator_is_trade(indicator))
        return UNIT_TIV_MILLION;
    return indicator == INDICATOR_PERCENT ? UNIT_PERCENT : UNIT_USD;
}

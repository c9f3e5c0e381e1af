/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/unroca.h"

#define NUMBER_TEXT ((size_t)24)

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The next run of letters, cut off the text; empty at its end. */
static struct str next_word(struct str *text)
{
    while (text->len && !is_letter(text->ptr[0]))
        *text = str_skip(*text, 1);
    struct str word = {text->ptr, 0};
    while (word.len < text->len && is_letter(text->ptr[word.len]))
        word.len++;
    *text = str_skip(*text, word.len);
    return word;
}

enum unroca_table unroca_table_of(struct str cell)
{
    static const struct {
        const char *word;
        enum unroca_table table;
    } words[] = {
        {"export", UNROCA_EXPORTS},       {"exports", UNROCA_EXPORTS},
        {"import", UNROCA_IMPORTS},       {"imports", UNROCA_IMPORTS},
        {"holdings", UNROCA_HOLDINGS},    {"production", UNROCA_HOLDINGS},
        {"procurement", UNROCA_HOLDINGS},
    };
    enum unroca_table found = UNROCA_UNKNOWN;
    for (struct str word; (word = next_word(&cell)).len;) {
        for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
            if (!str_eq_fold(word, str_from(words[i].word)))
                continue;
            if (found != UNROCA_UNKNOWN && found != words[i].table)
                return UNROCA_UNKNOWN;
            found = words[i].table;
        }
    }
    return found;
}

/* "1,200" and "1 200" without their marks; false where these do not group
 * thousands. */
static bool ungroup(struct str cell, char out[NUMBER_TEXT], size_t *len)
{
    size_t digits = 0; /* behind the last mark */
    bool marked = false;
    *len = 0;
    for (size_t i = 0; i < cell.len; i++) {
        char c = cell.ptr[i];
        if (c == ',' || c == ' ') {
            if (!digits || digits > 3 || (marked && digits != 3))
                return false;
            marked = true;
            digits = 0;
            continue;
        }
        if (*len == NUMBER_TEXT)
            return false;
        out[(*len)++] = c;
        digits++;
    }
    return !marked || digits == 3;
}

static bool has_digit(struct str cell)
{
    for (size_t i = 0; i < cell.len; i++) {
        if (is_digit(cell.ptr[i]))
            return true;
    }
    return false;
}

enum decimal_fault unroca_number(struct str cell, amount *items)
{
    char plain[NUMBER_TEXT];
    size_t len;
    struct decimal decimal;
    *items = 0;
    if (str_eq_fold(cell, STR("nil")) || str_eq_fold(cell, STR("none")))
        return DECIMAL_OK;
    if (!has_digit(cell))
        return DECIMAL_EMPTY;
    if (!ungroup(cell, plain, &len))
        return DECIMAL_NOT_A_NUMBER;
    enum decimal_fault wrong =
        decimal_parse((struct str){plain, len}, '.', &decimal);
    if (wrong)
        return wrong;
    *items = decimal.value;
    return decimal.value % AMOUNT_ONE || decimal.rounded ? DECIMAL_NOT_A_NUMBER
                                                         : DECIMAL_OK;
}

static const struct {
    const char *number;
    const char *title;
    const char *name;
} categories[] = {
#define CATEGORY(number, title)          \
    {                                    \
        number, title, number ". " title \
    }
    CATEGORY("I", "Battle tanks"),
    CATEGORY("II", "Armoured combat vehicles"),
    CATEGORY("III", "Large-calibre artillery systems"),
    CATEGORY("IV", "Combat aircraft"),
    CATEGORY("V", "Attack helicopters"),
    CATEGORY("VI", "Warships"),
    CATEGORY("VII", "Missiles and missile launchers"),
#undef CATEGORY
};

/* Behind the number: "a) ..." or "(a) ..." is a part of the category only. */
static bool is_part(struct str rest)
{
    while (rest.len &&
           (rest.ptr[0] == ' ' || rest.ptr[0] == '.' || rest.ptr[0] == '('))
        rest = str_skip(rest, 1);
    return rest.len >= 1 && is_letter(rest.ptr[0]) &&
           (rest.len == 1 || !is_letter(rest.ptr[1])) &&
           (rest.len == 1 || rest.ptr[1] == ')' || rest.ptr[1] == '.');
}

struct str unroca_category(struct str cell)
{
    struct str text = cell;
    struct str prefix = STR("category ");
    if (text.len > prefix.len &&
        str_eq_fold((struct str){text.ptr, prefix.len}, prefix))
        text = str_trim(str_skip(text, prefix.len));
    if (str_starts(text, STR("(")))
        text = str_skip(text, 1);
    struct str rest = text;
    struct str number = {text.ptr, 0};
    if (text.len && is_letter(text.ptr[0]))
        number = next_word(&rest);
    for (size_t i = 0; i < sizeof categories / sizeof categories[0]; i++) {
        if (str_eq_fold(text, str_from(categories[i].title)) ||
            (str_eq_fold(number, str_from(categories[i].number)) &&
             !is_part(rest)))
            return str_from(categories[i].name);
    }
    return cell;
}

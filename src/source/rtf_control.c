/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands behind a backslash. */
#include <config.h>

#include "source/rtf.h"
#include "source/rtf_text.h"

enum { WORD_BYTES = 32 };

/* A control word and its number. */
struct control {
    char word[WORD_BYTES + 1];
    size_t len;
    bool numbered;
    long number;
};

static bool is_word(const struct control *control, const char *word)
{
    return strcmp(control->word, word) == 0;
}

static void add_code(struct rtf *rtf, uint32_t code)
{
    char text[RTF_CHARACTER];
    rtf_add_text(rtf, (struct str){text, rtf_character(text, code)});
}

/* \uN: a unit of UTF-16, as a signed number; then what stands for it where
 * nobody knows it. */
static void add_unit(struct rtf *rtf, long number)
{
    uint32_t unit = (uint32_t)(number & 0xFFFF);
    if (unit >= 0xD800 && unit < 0xDC00) {
        rtf->high = unit;
    } else {
        rtf->skip = 0;
        if (unit >= 0xDC00 && unit < 0xE000 && rtf->high)
            unit = 0x10000 + ((rtf->high - 0xD800) << 10) + (unit - 0xDC00);
        rtf->high = 0;
        add_code(rtf, unit);
    }
    rtf->skip = rtf_state_of(rtf)->skips;
}

static bool read_word(struct rtf *rtf, int byte, struct control *control,
                      struct err *err)
{
    bool negative = false;
    *control = (struct control){0};
    while ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')) {
        if (control->len < WORD_BYTES)
            control->word[control->len++] = (char)byte;
        if (!rtf_byte(rtf, &byte, err))
            return false;
    }
    if (byte == '-') {
        negative = true;
        if (!rtf_byte(rtf, &byte, err))
            return false;
    }
    while (byte >= '0' && byte <= '9') {
        control->numbered = true;
        if (control->number < 100000000)
            control->number = control->number * 10 + (byte - '0');
        if (!rtf_byte(rtf, &byte, err))
            return false;
    }
    if (negative)
        control->number = -control->number;
    if (byte != ' ')
        rtf_give_back(rtf, byte);
    return true;
}

/* Destinations whose contents are no text of the document. */
static bool is_passed_over(const struct control *control)
{
    static const char *const words[] = {
        "fonttbl", "colortbl", "stylesheet", "info",    "pict",   "object",
        "header",  "headerl",  "headerr",    "headerf", "footer", "footerl",
        "footerr", "footerf",  "footnote",   "xe",      "tc",     "themedata",
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (is_word(control, words[i]))
            return true;
    }
    return false;
}

static bool skip_binary(struct rtf *rtf, long count, struct err *err)
{
    int byte = 0;
    while (count-- > 0 && byte >= 0) {
        if (!rtf_byte(rtf, &byte, err))
            return false;
    }
    return true;
}

/* Characters that have a word. */
static bool add_named(struct rtf *rtf, const struct control *control)
{
    static const struct {
        const char *word;
        const char *text;
    } named[] = {
        {"line", " "},           {"emdash", "\u2014"},    {"endash", "\u2013"},
        {"bullet", "\u2022"},    {"lquote", "\u2018"},    {"rquote", "\u2019"},
        {"ldblquote", "\u201C"}, {"rdblquote", "\u201D"},
    };
    for (size_t i = 0; i < sizeof named / sizeof named[0]; i++) {
        if (!is_word(control, named[i].word))
            continue;
        rtf_add_text(rtf, str_from(named[i].text));
        return true;
    }
    return false;
}

/* True in *ends: the paragraph is complete. */
static bool obey(struct rtf *rtf, const struct control *control, bool *ends,
                 struct err *err)
{
    struct rtf_state *state = rtf_state_of(rtf);
    if (is_word(control, "par") || is_word(control, "row"))
        *ends = !state->passed_over;
    else if (is_word(control, "tab") || is_word(control, "cell"))
        rtf_add_cell(rtf);
    else if (is_word(control, "b"))
        state->bold = !control->numbered || control->number != 0;
    else if (is_word(control, "plain"))
        state->bold = false;
    else if (is_word(control, "mac"))
        rtf->mac = true;
    else if (is_word(control, "u") && control->numbered)
        add_unit(rtf, control->number);
    else if (is_word(control, "uc"))
        state->skips = control->number > 0 && control->number < 16
                           ? (unsigned)control->number
                           : 0;
    else if (is_word(control, "bin"))
        return skip_binary(rtf, control->number, err);
    else if (is_passed_over(control))
        state->passed_over = true;
    else
        add_named(rtf, control);
    return true;
}

static int hex_digit(int byte)
{
    if (byte >= '0' && byte <= '9')
        return byte - '0';
    byte |= 0x20;
    return byte >= 'a' && byte <= 'f' ? byte - 'a' + 10 : -1;
}

/* \'hh */
static bool read_escape(struct rtf *rtf, struct err *err)
{
    int code = 0;
    for (size_t i = 0; i < 2; i++) {
        int byte;
        if (!rtf_byte(rtf, &byte, err))
            return false;
        if (hex_digit(byte) < 0) {
            rtf_give_back(rtf, byte);
            return true;
        }
        code = code * 16 + hex_digit(byte);
    }
    add_code(rtf, rtf_byte_code((unsigned char)code, rtf->mac));
    return true;
}

bool rtf_read_control(struct rtf *rtf, bool *ends, struct err *err)
{
    struct control control;
    int byte;
    if (!rtf_byte(rtf, &byte, err))
        return false;
    if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'))
        return read_word(rtf, byte, &control, err) &&
               obey(rtf, &control, ends, err);
    char character = (char)byte;
    switch (byte) {
    case '\'':
        return read_escape(rtf, err);
    case '\n':
    case '\r':
        *ends = !rtf_state_of(rtf)->passed_over;
        break;
    case '*':
        rtf_state_of(rtf)->passed_over = true;
        break;
    case '~':
        rtf_add_text(rtf, STR(" "));
        break;
    case '_':
        rtf_add_text(rtf, STR("-"));
        break;
    case '\\':
    case '{':
    case '}':
        rtf_add_text(rtf, (struct str){&character, 1});
        break;
    default:
        break;
    }
    return true;
}

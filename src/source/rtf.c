/* SPDX-License-Identifier: GPL-3.0-or-later */
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

void rtf_init(struct rtf *rtf, struct text *text, const char *file, size_t most)
{
    *rtf = (struct rtf){.text = text, .file = file, .line = 1};
    buf_init(&rtf->paragraph, most);
}

void rtf_done(struct rtf *rtf)
{
    buf_done(&rtf->paragraph);
}

/* The next byte, -1 at the end. */
static bool next_byte(struct rtf *rtf, int *byte, struct err *err)
{
    *byte = -1;
    if (rtf->at == rtf->len && !rtf->ended) {
        if (!text_read(rtf->text, rtf->bytes, sizeof rtf->bytes, &rtf->len,
                       err))
            return false;
        rtf->at = 0;
        rtf->ended = rtf->len == 0;
    }
    if (rtf->ended)
        return true;
    *byte = (unsigned char)rtf->bytes[rtf->at++];
    rtf->line += *byte == '\n';
    return true;
}

static void give_back(struct rtf *rtf, int byte)
{
    if (byte < 0)
        return;
    rtf->at--;
    rtf->line -= byte == '\n';
}

static struct rtf_state *state_of(struct rtf *rtf)
{
    return &rtf->states[rtf->depth];
}

static bool is_word(const struct control *control, const char *word)
{
    return strcmp(control->word, word) == 0;
}

static void new_paragraph(struct rtf *rtf)
{
    buf_clear(&rtf->paragraph);
    rtf->cells = 1;
    rtf->starts[0] = 0;
    rtf->bold = true;
    rtf->filled = false;
    rtf->first_line = rtf->line;
}

static void add_cell(struct rtf *rtf)
{
    if (state_of(rtf)->passed_over)
        return;
    if (rtf->cells < RTF_CELLS)
        rtf->starts[rtf->cells] = rtf->paragraph.len;
    rtf->cells++;
}

/* Text of the document; UTF-8. */
static void add_text(struct rtf *rtf, struct str text)
{
    if (state_of(rtf)->passed_over || rtf->depth == 0)
        return;
    if (rtf->skip > 0) {
        rtf->skip--;
        return;
    }
    bool blank = str_trim(text).len == 0;
    if (!blank && !rtf->filled)
        rtf->first_line = rtf->line;
    rtf->filled = rtf->filled || !blank;
    rtf->bold = rtf->bold && (blank || state_of(rtf)->bold);
    buf_add(&rtf->paragraph, text);
}

static void add_code(struct rtf *rtf, uint32_t code)
{
    char text[RTF_CHARACTER];
    add_text(rtf, (struct str){text, rtf_character(text, code)});
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
    rtf->skip = state_of(rtf)->skips;
}

static bool open_group(struct rtf *rtf, struct err *err)
{
    if (rtf->depth + 1 == RTF_DEPTH)
        return err_set(err, ERR_DATA,
                       "%s:%llu: more than %d groups of RTF within each other; "
                       "download the file again",
                       rtf->file, (unsigned long long)rtf->line, RTF_DEPTH);
    rtf->depth++;
    rtf->states[rtf->depth] = rtf->states[rtf->depth - 1];
    if (rtf->depth == 1)
        *state_of(rtf) = (struct rtf_state){.skips = 1};
    rtf->skip = 0;
    return true;
}

static bool read_word(struct rtf *rtf, int byte, struct control *control,
                      struct err *err)
{
    bool negative = false;
    *control = (struct control){0};
    while ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')) {
        if (control->len < WORD_BYTES)
            control->word[control->len++] = (char)byte;
        if (!next_byte(rtf, &byte, err))
            return false;
    }
    if (byte == '-') {
        negative = true;
        if (!next_byte(rtf, &byte, err))
            return false;
    }
    while (byte >= '0' && byte <= '9') {
        control->numbered = true;
        if (control->number < 100000000)
            control->number = control->number * 10 + (byte - '0');
        if (!next_byte(rtf, &byte, err))
            return false;
    }
    if (negative)
        control->number = -control->number;
    if (byte != ' ')
        give_back(rtf, byte);
    return true;
}

/* Destinations whose contents are no text of the document. */
static bool is_passed_over(const struct control *control)
{
    static const char *const words[] = {
        "fonttbl", "colortbl", "stylesheet", "info",   "pict",    "object",
        "header",  "headerl",  "headerr",    "headerf", "footer", "footerl",
        "footerr", "footerf",  "footnote",   "xe",     "tc",      "themedata",
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
        if (!next_byte(rtf, &byte, err))
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
        add_text(rtf, str_from(named[i].text));
        return true;
    }
    return false;
}

/* True in *ends: the paragraph is complete. */
static bool obey(struct rtf *rtf, const struct control *control, bool *ends,
                 struct err *err)
{
    struct rtf_state *state = state_of(rtf);
    if (is_word(control, "par") || is_word(control, "row"))
        *ends = !state->passed_over;
    else if (is_word(control, "tab") || is_word(control, "cell"))
        add_cell(rtf);
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
        if (!next_byte(rtf, &byte, err))
            return false;
        if (hex_digit(byte) < 0) {
            give_back(rtf, byte);
            return true;
        }
        code = code * 16 + hex_digit(byte);
    }
    add_code(rtf, rtf_byte_code((unsigned char)code, rtf->mac));
    return true;
}

/* What stands behind a backslash. */
static bool read_control(struct rtf *rtf, bool *ends, struct err *err)
{
    struct control control;
    int byte;
    if (!next_byte(rtf, &byte, err))
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
        *ends = !state_of(rtf)->passed_over;
        break;
    case '*':
        state_of(rtf)->passed_over = true;
        break;
    case '~':
        add_text(rtf, STR(" "));
        break;
    case '_':
        add_text(rtf, STR("-"));
        break;
    case '\\':
    case '{':
    case '}':
        add_text(rtf, (struct str){&character, 1});
        break;
    default:
        break;
    }
    return true;
}

/* A byte of text, or of what is UTF-8 already. */
static bool read_plain(struct rtf *rtf, int byte)
{
    char character = (char)byte;
    if (byte == '\n' || byte == '\r' || byte == 0)
        return true;
    if (byte == '\t') {
        add_cell(rtf);
        return true;
    }
    add_text(rtf, (struct str){&character, 1});
    return true;
}

static bool give_paragraph(struct rtf *rtf, struct rtf_paragraph *paragraph,
                           struct err *err)
{
    if (rtf->paragraph.full)
        return err_set(err, ERR_DATA,
                       "%s:%llu: more than %zu bytes in a paragraph; "
                       "--max-record raises the limit, --no-limits lifts it",
                       rtf->file, (unsigned long long)rtf->first_line,
                       rtf->paragraph.max);
    struct str text = buf_str(&rtf->paragraph);
    size_t kept = rtf->cells < RTF_CELLS ? rtf->cells : RTF_CELLS;
    for (size_t i = 0; i < kept; i++) {
        size_t end = i + 1 < kept ? rtf->starts[i + 1] : text.len;
        paragraph->cells[i] =
            (struct str){text.ptr + rtf->starts[i], end - rtf->starts[i]};
    }
    paragraph->count = rtf->cells;
    paragraph->bold = rtf->bold && rtf->filled;
    paragraph->line = rtf->first_line;
    return true;
}

/* Reads on until a paragraph ends; false in *more: the document has ended. */
static bool read_on(struct rtf *rtf, bool *more, struct err *err)
{
    bool ends = false;
    while (!ends) {
        int byte;
        if (!next_byte(rtf, &byte, err))
            return false;
        *more = byte >= 0;
        if (byte < 0)
            return true;
        bool done = true;
        if (byte == '{')
            done = open_group(rtf, err);
        else if (byte == '}' && rtf->depth > 0)
            rtf->depth--;
        else if (byte == '\\')
            done = read_control(rtf, &ends, err);
        else
            done = read_plain(rtf, byte);
        if (!done)
            return false;
        rtf->skip = byte == '{' || byte == '}' ? 0 : rtf->skip;
    }
    return true;
}

bool rtf_next(struct rtf *rtf, struct rtf_paragraph *paragraph, bool *more,
              struct err *err)
{
    new_paragraph(rtf);
    if (!read_on(rtf, more, err) || !give_paragraph(rtf, paragraph, err))
        return false;
    paragraph->cut = !*more && rtf->depth > 0;
    return true;
}

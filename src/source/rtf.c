/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/rtf.h"

void rtf_init(struct rtf *rtf, struct text *text, const char *file, size_t most)
{
    *rtf = (struct rtf){.text = text, .file = file, .line = 1};
    buf_init(&rtf->paragraph, most);
}

void rtf_done(struct rtf *rtf)
{
    buf_done(&rtf->paragraph);
}

bool rtf_byte(struct rtf *rtf, int *byte, struct err *err)
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

void rtf_give_back(struct rtf *rtf, int byte)
{
    if (byte < 0)
        return;
    rtf->at--;
    rtf->line -= byte == '\n';
}

struct rtf_state *rtf_state_of(struct rtf *rtf)
{
    return &rtf->states[rtf->depth];
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

void rtf_add_cell(struct rtf *rtf)
{
    if (rtf_state_of(rtf)->passed_over)
        return;
    if (rtf->cells < RTF_CELLS)
        rtf->starts[rtf->cells] = rtf->paragraph.len;
    rtf->cells++;
}

void rtf_add_text(struct rtf *rtf, struct str text)
{
    if (rtf_state_of(rtf)->passed_over || rtf->depth == 0)
        return;
    if (rtf->skip > 0) {
        rtf->skip--;
        return;
    }
    bool blank = str_trim(text).len == 0;
    if (!blank && !rtf->filled)
        rtf->first_line = rtf->line;
    rtf->filled = rtf->filled || !blank;
    rtf->bold = rtf->bold && (blank || rtf_state_of(rtf)->bold);
    buf_add(&rtf->paragraph, text);
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
        *rtf_state_of(rtf) = (struct rtf_state){.skips = 1};
    rtf->skip = 0;
    return true;
}

/* A byte of text, or of what is UTF-8 already. */
static bool read_plain(struct rtf *rtf, int byte)
{
    char character = (char)byte;
    if (byte == '\n' || byte == '\r' || byte == 0)
        return true;
    if (byte == '\t') {
        rtf_add_cell(rtf);
        return true;
    }
    rtf_add_text(rtf, (struct str){&character, 1});
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
        if (!rtf_byte(rtf, &byte, err))
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
            done = rtf_read_control(rtf, &ends, err);
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside source/ only: the paragraphs of an RTF document, as cells divided by
 * tabs. What is no text of the document (fonts, styles, pictures, headers) is
 * passed over. Groups are counted, never followed by recursion. */
#ifndef SOURCE_RTF_H
#define SOURCE_RTF_H

#include "base/buf.h"
#include "csv/text.h"

/* Groups within each other; cells of a paragraph that are kept. */
enum { RTF_DEPTH = 200, RTF_CELLS = 16 };

struct rtf_state {
    bool bold;
    bool passed_over; /* a destination that is no text */
    unsigned skips;   /* characters behind a \u that say the same */
};

struct rtf {
    struct text *text; /* borrowed */
    const char *file;
    char bytes[4096];
    size_t len, at;
    uint64_t line;
    bool ended;

    struct rtf_state states[RTF_DEPTH];
    size_t depth; /* 0: outside of the document */
    bool mac;     /* bytes from 128 on are of Mac Roman, else Windows-1252 */
    unsigned skip;
    uint32_t high; /* first half of a character, or 0 */

    /* The paragraph so far. */
    struct buf paragraph;
    size_t starts[RTF_CELLS];
    size_t cells;        /* also those past RTF_CELLS */
    bool bold;           /* all of its text is */
    bool filled;         /* it has text that is not blank */
    uint64_t first_line; /* of its first character */
};

struct rtf_paragraph {
    struct str cells[RTF_CELLS];
    size_t count; /* may be larger: what is past them is left out */
    bool bold;    /* all of its text that is not blank */
    bool cut;     /* the document ends in its middle */
    uint64_t line;
};

/* `most`: bytes of a paragraph. The file's name is used in messages. */
void rtf_init(struct rtf *rtf, struct text *text, const char *file,
              size_t most);
void rtf_done(struct rtf *rtf);

/* The next paragraph, valid until the next call; *more is false at the end of
 * the document. ERR_DATA: groups too deep, a paragraph too long, and what
 * text_read() reports. */
bool rtf_next(struct rtf *rtf, struct rtf_paragraph *paragraph, bool *more,
              struct err *err);

/* Between rtf.c and rtf_control.c. The next byte, -1 at the end; a byte is
 * given back to be read again. */
bool rtf_byte(struct rtf *rtf, int *byte, struct err *err);
void rtf_give_back(struct rtf *rtf, int byte);

/* Of the innermost group. */
struct rtf_state *rtf_state_of(struct rtf *rtf);

/* UTF-8, of the paragraph unless it is passed over. */
void rtf_add_text(struct rtf *rtf, struct str text);
void rtf_add_cell(struct rtf *rtf);

/* Reads and obeys what stands behind a backslash; *ends becomes true where
 * the paragraph does. */
bool rtf_read_control(struct rtf *rtf, bool *ends, struct err *err);

#endif

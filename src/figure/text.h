/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text on paper: what may stand in a picture, how wide it is, where it breaks.
 * gnuplot knows no widths before it draws, so they are estimated here, from
 * DejaVu Sans, the widest of the usual sans serifs. All text lives in the
 * arena given. */
#ifndef FIGURE_TEXT_H
#define FIGURE_TEXT_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

#define TEXT_LINES 40

struct text_lines {
    struct str line[TEXT_LINES];
    size_t count;
};

/* The first character of a clean text, and its length in bytes. */
uint32_t text_code(struct str text, size_t *len);

/* Valid UTF-8 in one line: controls and line separators become blanks; bad
 * bytes, overrides of the writing direction and what XML forbids U+FFFD. */
struct str text_clean(struct arena *arena, struct str text);

/* In em, rather too much than too little. The text is clean. */
double text_width(struct str text);

/* Of the widest line; 0 without lines. */
double text_lines_width(const struct text_lines *lines);

/* Cleans the text and adds it as lines of at most `em`, broken at blanks, or
 * anywhere in a word that is wider. There will be `most` lines in all, at
 * most TEXT_LINES; what does not fit ends in an ellipsis. */
void text_wrap(struct text_lines *lines, struct arena *arena, struct str text,
               double em, size_t most);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The only writer of gnuplot's language and of its data files. gnuplot runs
 * what stands between backticks in a string, so text from the world gets into
 * a script through gp_quote() alone and into a data file through gp_cell().
 * Both are given clean text (figure/text.h). */
#ifndef FIGURE_SCRIPT_H
#define FIGURE_SCRIPT_H

#include "base/buf.h"
#include "base/str.h"
#include "figure/text.h"

/* A string literal: "…" with every byte outside [A-Za-z0-9 ,.()_:;/+-] as an
 * octal escape, of four digits below 0100 and three above: so no digit of the
 * text is read into an escape, and no quote, backslash, backtick, @ or newline
 * is left for the scanner to find. */
void gp_quote(struct buf *script, struct str text);

/* name = value */
void gp_set_text(struct buf *script, const char *name, struct str text);
void gp_set_number(struct buf *script, const char *name, double value);

/* One string, the lines joined by newlines. */
void gp_set_lines(struct buf *script, const char *name,
                  const struct text_lines *lines);

/* A text cell of a data file, lines joined by newlines that gnuplot draws.
 * Lines have no blanks at their ends: gnuplot drops a row with a cell of
 * blanks alone. Cells are separated by tabs: the caller's. */
void gp_cell(struct buf *data, const struct text_lines *lines);

#endif

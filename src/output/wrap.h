/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text broken into lines of a greatest display width. */
#ifndef OUTPUT_WRAP_H
#define OUTPUT_WRAP_H

#include <stdio.h>

#include "base/str.h"

/* Takes the next line off *rest, without the blanks at its end; *rest is
 * empty behind the last. Breaks behind the last ", " that fits when the text
 * has one (`commas`), else at a blank (not before a "%"), else behind a
 * hyphen, else anywhere. Empty only for a text of blanks: one character may be
 * wider than `width`. */
struct str wrap_line(struct str *rest, size_t width, bool commas);

/* Writes a paragraph in lines of at most `width`. Behind a label such as
 * "1  " its further lines are indented. */
void wrap_paragraph(FILE *out, struct str text, size_t width);

#endif

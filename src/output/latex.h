/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A result's view as a LaTeX table (booktabs). Compiles under pdflatex with
 * \usepackage[T1]{fontenc} and \usepackage{booktabs} as long as the names are
 * Latin; a comment behind the table says when they are not. */
#ifndef OUTPUT_LATEX_H
#define OUTPUT_LATEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/str.h"
#include "result/result.h"

/* Any text as LaTeX that shows just that text and does nothing: control
 * characters and invalid bytes made visible, U+2212 as $-$, U+202F as a thin
 * space. */
struct str latex_escape(struct arena *arena, struct str text);

/* Whether pdflatex has all characters of the text in its T1 fonts. */
bool latex_is_latin(struct str text);

/* `number`: the label is tab:COMMAND, from the second on tab:COMMAND-2. */
void latex_write(FILE *out, const struct result *result, size_t number);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels that attack gnuplot, and the texts of an SVG, in order: for the
 * tests of figure/ with the real program. */
#ifndef TESTS_UNIT_FIGURE_SVG_H
#define TESTS_UNIT_FIGURE_SVG_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

/* The file that comes into being when a label is executed. */
#define SVG_MARK "EXECUTED"

/* Label number `i` of as many as wanted, not empty: pieces that are commands,
 * quotes, escapes, broken UTF-8 and plain letters in random order. */
struct str svg_attack(struct arena *arena, size_t i, const char *folder);

/* The next text of the picture, decoded; cuts *svg. False at the end. */
bool svg_next_text(struct arena *arena, struct str *svg, struct str *text);

#endif

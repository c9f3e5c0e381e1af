/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which characters the fonts of this machine can draw. gnuplot's PDF, PNG and
 * EPS draw one that no font has as strokes right across the page, and say
 * nothing. */
#ifndef FIGURE_FONTS_H
#define FIGURE_FONTS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

/* Asks fontconfig's fc-list, if the text (clean) has more than Latin letters
 * and our own signs. ERR_SYSTEM names a character that no font has; without
 * fc-list, which comes with gnuplot's own libraries, the first such one. */
bool fonts_cover(struct arena *arena, struct str text, struct err *err);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom SIPRI's titles select: "... from All countries to Poland. Deals ...",
 * "TIV of arms exports from South Korea, 1950-2021". */
#ifndef SOURCE_TITLE_H
#define SOURCE_TITLE_H

#include <stdbool.h>

#include "base/str.h"
#include "trade/scope.h"

/* Sets the extent (and name) of the sides that the title names behind "from"
 * and "to", up to `end` or the end of the title; leaves the others alone.
 * Blanks are as they come. A list of several is SCOPE_SOME. The name stays in
 * the title's memory. */
void title_sides(struct str title, const char *end, struct scope_side *supplier,
                 struct scope_side *recipient);

/* Of tables by region: "Volume of exports of major arms by region broken down
 * by suppliers", in any case and with any blanks, on any line of the text:
 * whether the rows are suppliers, or recipients. False: nothing says it. */
bool title_breakdown(struct str text, bool *suppliers);

/* The side that a selection's words mean: "all", "All countries", a name. */
void title_side(struct str words, struct scope_side *side);

#endif

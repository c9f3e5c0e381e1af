/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table and the sentence of a comparison. */
#ifndef ANALYSIS_COMPARE_VIEW_H
#define ANALYSIS_COMPARE_VIEW_H

#include "analysis/compare.h"

void compare_view(struct result *result, const struct comparison *comparison);

/* "World deliveries of major arms fell by 3.3 per cent between 2014–18 and
 * 2019–23; Russia contributed −11 points, France +3.4." */
void compare_sentence(struct result *result,
                      const struct comparison *comparison);

/* "World deliveries of major arms by supplier, 2014–18 to 2019–23": what, the
 * rows (null: none), the periods. */
const char *compare_title(struct arena *arena, const struct study *study,
                          const struct sides *sides, const char *rows,
                          const struct periods *periods);

/* Lines of an effect for people: "World effect", "New markets". Of two or more
 * lines, EFFECT_NEW is about the base period. */
const char *compare_effect_label(enum effect_kind kind);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What in a file's rows deserves a look: nothing is changed or left out by
 * it, and most of it is sound (methods 9). */
#ifndef ANALYSIS_SCREENS_H
#define ANALYSIS_SCREENS_H

#include "analysis/study.h"

enum screen_kind {
    SCREEN_IDENTICAL, /* rows alike in everything that is read, without the
                         first of them */
    SCREEN_SELF,      /* supplier and recipient are one place */
    SCREEN_NAMES,     /* names that no table knows, each once */
    SCREEN_STATE,     /* a year in which supplier or recipient did not exist */
    SCREEN_ZERO,      /* an amount of 0, also below printed precision */
    SCREEN_NO_AMOUNT, /* none is given */
    SCREEN_EARLY,     /* delivered before it was ordered */
    SCREEN_JUMPS,     /* years whose total stands far from those around it */
    SCREEN_COUNT,
};

#define SCREEN_EXAMPLES 3

struct screen {
    bool made; /* false: the data do not tell what it looks at */
    size_t count;
    const char *examples[SCREEN_EXAMPLES]; /* "line 17", "'Zubrowka'", in the
                                              order of the file */
    size_t shown;
    uint64_t line; /* of the last example */
};

/* All screens of a study whose rows were kept, or the few that a `series` of
 * years and values allows; its cube tells the years, unless `sums` says that
 * they are not to be added up. Texts are in the study's arena. */
void screens_of(const struct study *study, bool series, bool sums,
                struct screen screens[SCREEN_COUNT]);

/* "2 identical rows (line 17; line 18)", or "identical rows" without any. */
const char *screen_words(struct arena *arena, enum screen_kind kind,
                         const struct screen *screen);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From whom and to whom the deliveries of a question go: the places that take
 * part, and what titles and sentences call them. */
#ifndef ANALYSIS_SIDES_H
#define ANALYSIS_SIDES_H

#include "analysis/study.h"

struct side {
    const struct year_set *mask; /* over the reading's places; null: all in the
                                    data */
    bool all;         /* everybody: neither the question nor the data select */
    bool one;         /* a single place */
    const char *name; /* "South Korea" (as the file spells it), "Israel and
                         Turkiye", "all but Israel"; "" for all */
};

struct sides {
    struct side supplier;
    struct side recipient;
    const char *goods; /* "major arms (Aircraft)", without places */
};

/* What question->asked selects on both sides. ERR_REQUEST when it names places
 * on a side that the data do not divide. In the study's arena. */
bool sides_of(struct sides *sides, const struct study *study,
              const struct question *question, struct err *err);

/* "Deliveries of major arms by South Korea to Poland", "World deliveries of
 * major arms". */
const char *sides_title(const struct sides *sides, const struct study *study);

/* "South Korea's deliveries of major arms to Poland", else as the title. */
const char *sides_subject(const struct sides *sides, const struct study *study);

/* "South Korea's", "United States'". */
const char *possessive(struct arena *arena, const char *name);

#endif

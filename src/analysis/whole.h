/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of what a share is a share. A share of the world is given only where the
 * selection is everybody. */
#ifndef ANALYSIS_WHOLE_H
#define ANALYSIS_WHOLE_H

#include "analysis/columns.h"

enum whole {
    WHOLE_WORLD,
    WHOLE_SUPPLIER,  /* rows are the recipients of one or some suppliers */
    WHOLE_RECIPIENT, /* rows are the suppliers to one or some recipients */
    WHOLE_SELECTION, /* something else: shares of what was selected */
};

/* Whether the study holds everybody on that side, once those are set aside
 * that the question asks for there. */
bool whole_side(const struct study *study, const struct question *question,
                bool supplier);

enum whole whole_of(const struct study *study, const struct question *question,
                    enum by by);

/* Sets the denominators of the facts to the group's totals, on the side that
 * they are totals of. */
void whole_set(enum whole whole, const struct group *group,
               struct row_facts *facts);

/* "World" or "All": the last row of a table. */
const char *whole_label(enum whole whole);

/* "2019–23 against 2014–18; world 139 978, unknown suppliers 0.1 %": what is
 * told on standard error and stands in the result's meta. */
const char *whole_summary(enum whole whole, const struct study *study,
                          const struct group *group, enum by by);

/* "World: all recorded deliveries, unknown suppliers (0.1 %) included." */
const char *whole_line(enum whole whole, const struct study *study,
                       const struct group *group, enum by by);

#endif

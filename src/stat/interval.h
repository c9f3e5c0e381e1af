/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An interval around a statistic, or why there is none. */
#ifndef STAT_INTERVAL_H
#define STAT_INTERVAL_H

#include "stat/estimate.h"

struct interval {
    enum undefined undefined;
    double low; /* finite, low <= high; 0 where it is undefined */
    double high;
};

/* UNDEFINED_SINGULAR where an end is not finite, the last guard as in
 * estimate_of(). */
static inline struct interval interval_of(double low, double high)
{
    if (!isfinite(low) || !isfinite(high))
        return (struct interval){UNDEFINED_SINGULAR, 0, 0};
    return low <= high ? (struct interval){DEFINED, low, high}
                       : (struct interval){DEFINED, high, low};
}

static inline struct interval interval_none(enum undefined undefined)
{
    return (struct interval){undefined, 0, 0};
}

static inline bool interval_is(struct interval interval)
{
    return interval.undefined == DEFINED;
}

#endif

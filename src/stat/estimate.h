/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A statistic: a finite number, or why there is none. A statistic never
 * fails, and never is NaN, infinite, or 0 for want of data. */
#ifndef STAT_ESTIMATE_H
#define STAT_ESTIMATE_H

#include <math.h>
#include <stdbool.h>

enum undefined {
    DEFINED,
    UNDEFINED_NO_DATA,
    UNDEFINED_N_TOO_SMALL,
    UNDEFINED_CONSTANT,          /* all values are equal */
    UNDEFINED_ZERO_BASE,         /* would divide by zero */
    UNDEFINED_SINGULAR,          /* regressors depend on each other */
    UNDEFINED_SEPARATED,         /* no finite estimate: all weight on zeros */
    UNDEFINED_NEGATIVE_VARIANCE, /* a correction that took all of it away */
    UNDEFINED_NONPOSITIVE,       /* no logarithm */
    UNDEFINED_GAPS,              /* needs an unbroken annual series */
    UNDEFINED_NOT_REACHED,       /* a curve that never falls so far */
    UNDEFINED_TIES,              /* is defined without ties only */
};

struct estimate {
    enum undefined undefined;
    double value; /* finite; 0 where it is undefined */
};

/* The number; UNDEFINED_SINGULAR where it is not finite, which is meant as a
 * last guard and no substitute for looking first. */
static inline struct estimate estimate_of(double value)
{
    return isfinite(value) ? (struct estimate){DEFINED, value}
                           : (struct estimate){UNDEFINED_SINGULAR, 0};
}

static inline struct estimate estimate_none(enum undefined undefined)
{
    return (struct estimate){undefined, 0};
}

static inline bool estimate_is(struct estimate estimate)
{
    return estimate.undefined == DEFINED;
}

#endif

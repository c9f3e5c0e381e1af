/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times until something happens, some of which are known only to be longer
 * than what was seen: Kaplan and Meier (1958), Greenwood's standard error,
 * Nelson and Aalen, quantiles, restricted mean. Where it happens and where one
 * stops looking at the same time, the latter comes behind. */
#ifndef STAT_SURVIVAL_H
#define STAT_SURVIVAL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "stat/estimate.h"

struct lifetime {
    double time;   /* finite, not negative */
    bool happened; /* else it had not yet */
};

/* At one time at which it happened, or at which looking stopped. */
struct survival_step {
    double time;
    size_t at_risk; /* of whom it is not known to have happened before */
    size_t events;
    size_t censored;
    double survival;       /* share of whom it has not happened to by then */
    struct estimate error; /* Greenwood's; UNDEFINED_NEGATIVE_VARIANCE where
                              nobody is left: it is 0 times infinite */
    double hazard;         /* cumulative, sum of events / at risk */
};

struct survival {
    struct survival_step *steps; /* by time, each once */
    size_t count;
    size_t n;
    size_t events;
};

/* In the arena; the times in any order. n = 0: no steps. */
struct survival survival_of(const struct lifetime *lifetimes, size_t n,
                            struct arena *arena);

enum survival_scale {
    SURVIVAL_LOG_LOG, /* of log(-log S): within 0 to 1 by itself */
    SURVIVAL_LOG,     /* of log S, cut at 1 */
    SURVIVAL_PLAIN,   /* of S, cut at 0 and 1 */
};

struct survival_limits {
    struct estimate low;
    struct estimate high;
};

/* Pointwise interval of the survival at a step; level 0.95. Undefined where S
 * is 1 or 0. */
struct survival_limits survival_limits(const struct survival_step *step,
                                       enum survival_scale scale, double level);

/* The share of whom it has not happened to at that time: 1 before the first
 * step. UNDEFINED_NOT_REACHED past the last one unless nobody is left there,
 * UNDEFINED_NO_DATA without anybody. */
struct estimate survival_at(const struct survival *survival, double time);

/* The smallest time by which that share (0 < share < 1) has had it happen.
 * R's survfit takes the middle between it and the next time at which it
 * happened where the curve meets the share exactly: *middle, which equals the
 * quantile elsewhere; may be null. UNDEFINED_NOT_REACHED where the curve stays
 * above. */
struct estimate survival_quantile(const struct survival *survival, double share,
                                  struct estimate *middle);

/* The times at which the log-log limits of the curve pass it (Brookmeyer and
 * Crowley 1982). */
struct survival_limits survival_quantile_limits(const struct survival *survival,
                                                double share,
                                                enum survival_scale scale,
                                                double level);

/* Mean of the times cut at the horizon: the area under the curve up to it, and
 * its standard error. UNDEFINED_NOT_REACHED past the last time unless nobody
 * is left there. */
struct restricted_mean {
    struct estimate mean;
    struct estimate error;
};

struct restricted_mean survival_mean(const struct survival *survival,
                                     double horizon);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LOESS (Cleveland, Grosse and Shyu 1992), computed at every point: R's
 * loess(surface = "direct", statistics = "exact"). R's default interpolates
 * and differs visibly. */
#ifndef STAT_LOESS_H
#define STAT_LOESS_H

#include <stddef.h>

#include "stat/estimate.h"

#define LOESS_SPAN 0.75
#define LOESS_ROUNDS 3U /* of robustness, where asked for */

/* Owns its arrays. */
struct loess {
    enum undefined undefined;
    size_t n;
    size_t window; /* floor(span n + 1e-5), at most n */
    unsigned degree;
    double *fit;
    struct estimate *se;     /* of the fit; UNDEFINED_SINGULAR after rounds of
                                robustness, or with no residuals to tell */
    double enp;              /* equivalent parameters: trace of L'L */
    double delta1;           /* tr (I-L)'(I-L) */
    double delta2;           /* tr ((I-L)'(I-L))^2 */
    struct estimate scale;   /* s, s^2 = RSS / delta1 */
    struct estimate freedom; /* delta1^2 / delta2, for Student's t */
};

/* `x` ascending, degree 1 or 2, 0 < span. Above 1 the reach of every point is
 * stretched by sqrt(span), which is what R computes (its manual says span).
 * `rounds` of robustness (0: none, R's family "gaussian"; "symmetric" has 3).
 * UNDEFINED_NO_DATA for n = 0, UNDEFINED_N_TOO_SMALL where the window has
 * fewer than degree + 2 values, UNDEFINED_SINGULAR where those nearer than the
 * farthest of a window, which alone have weight, are too few for the degree.
 * Gaps in x do no harm. O(n^3) steps. */
void loess_fit(struct loess *loess, const double *x, const double *y, size_t n,
               double span, unsigned degree, unsigned rounds);
void loess_done(struct loess *loess);

#endif

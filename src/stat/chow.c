/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/chow.h"

#include <gsl/gsl_cdf.h>

static enum undefined why_not(const struct chow *chow, const double *values,
                              size_t n)
{
    double noise = segment_noise(values, n);
    if (chow->whole.rss <= noise)
        return UNDEFINED_CONSTANT;
    if (chow->left.rss + chow->right.rss <= noise)
        return UNDEFINED_SINGULAR;
    return DEFINED;
}

struct chow chow_test(const double *values, size_t n, size_t at,
                      enum regime regime)
{
    size_t k = (size_t)regime;
    struct chow chow = {.f = estimate_none(UNDEFINED_N_TOO_SMALL),
                        .p = estimate_none(UNDEFINED_N_TOO_SMALL)};
    if (n < BREAK_LEAST_YEARS || at < BREAK_LEAST_REGIME || at > n ||
        n - at < BREAK_LEAST_REGIME)
        return chow;
    chow.numerator = k;
    chow.denominator = n - 2 * k;
    chow.whole = segment_of(values, n, regime);
    chow.left = segment_of(values, at, regime);
    chow.right = segment_of(values + at, n - at, regime);
    enum undefined undefined = why_not(&chow, values, n);
    if (undefined) {
        chow.f = chow.p = estimate_none(undefined);
        return chow;
    }
    double v1 = (double)chow.numerator;
    double v2 = (double)chow.denominator;
    double rss = chow.left.rss + chow.right.rss;
    double gained = chow.whole.rss > rss ? chow.whole.rss - rss : 0;
    double f = gained / v1 / (rss / v2);
    chow.f = estimate_of(f);
    chow.p = estimate_of(gsl_cdf_fdist_Q(f, v1, v2));
    return chow;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/sign_test.h"

#include <gsl/gsl_cdf.h>
#include <limits.h>

struct estimate sign_test(uint64_t up, uint64_t down)
{
    uint64_t n = up + down, fewer = up < down ? up : down;
    if (n == 0)
        return estimate_none(UNDEFINED_NO_DATA);
    if (n > UINT_MAX)
        return estimate_none(UNDEFINED_SINGULAR);
    double tail = gsl_cdf_binomial_P((unsigned)fewer, 0.5, (unsigned)n);
    return estimate_of(fmin(1, 2 * tail));
}

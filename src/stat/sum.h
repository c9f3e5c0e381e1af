/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sum that keeps what each addition loses (Neumaier 1974). Its last bits
 * depend on the order of the terms, so callers add them in a fixed one. */
#ifndef STAT_SUM_H
#define STAT_SUM_H

#include <math.h>

struct sum {
    double total;
    double lost;
};

static inline void sum_add(struct sum *sum, double term)
{
    double total = sum->total + term;
    if (fabs(sum->total) >= fabs(term))
        sum->lost += (sum->total - total) + term;
    else
        sum->lost += (term - total) + sum->total;
    sum->total = total;
}

static inline double sum_value(const struct sum *sum)
{
    return sum->total + sum->lost;
}

#endif

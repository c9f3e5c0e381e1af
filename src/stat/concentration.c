/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/concentration.h"

#include <assert.h>

#include "stat/sum.h"

/* Sum of s^q over the active units. */
static double power_sum(const struct units *units, double q)
{
    struct sum sum = {0};
    for (size_t i = units->active; i-- > 0;)
        sum_add(&sum, pow(units->values[i] / units->total, q));
    return sum_value(&sum);
}

struct estimate concentration_hhi(const struct units *units)
{
    enum undefined state = units_state(units);
    if (state != DEFINED)
        return estimate_none(state);
    return estimate_of(power_sum(units, 2));
}

struct estimate concentration_normalised(struct estimate hhi, size_t n)
{
    if (!estimate_is(hhi))
        return hhi;
    if (n < 2)
        return estimate_none(UNDEFINED_N_TOO_SMALL);
    double least = 1 / (double)n;
    return estimate_of((hhi.value - least) / (1 - least));
}

struct estimate concentration_largest(const struct units *units, size_t k)
{
    enum undefined state = units_state(units);
    if (state != DEFINED)
        return estimate_none(state);
    if (k >= units->active)
        return estimate_of(1);
    struct sum sum = {0};
    for (size_t i = 0; i < k; i++)
        sum_add(&sum, units->values[i]);
    return estimate_of(sum_value(&sum) / units->total);
}

struct estimate concentration_shannon(const struct units *units)
{
    enum undefined state = units_state(units);
    if (state != DEFINED)
        return estimate_none(state);
    struct sum sum = {0};
    for (size_t i = units->active; i-- > 0;) {
        double share = units->values[i] / units->total;
        sum_add(&sum, share * log(share));
    }
    return estimate_of(fmax(0, -sum_value(&sum)));
}

struct estimate concentration_evenness(const struct units *units)
{
    struct estimate shannon = concentration_shannon(units);
    if (!estimate_is(shannon))
        return shannon;
    if (units->active < 2)
        return estimate_none(UNDEFINED_N_TOO_SMALL);
    return estimate_of(shannon.value / log((double)units->active));
}

struct estimate concentration_hill(const struct units *units, double q)
{
    enum undefined state = units_state(units);
    assert(q >= 0);
    if (state != DEFINED)
        return estimate_none(state);
    if (q == 1)
        return estimate_of(exp(concentration_shannon(units).value));
    if (isinf(q))
        return estimate_of(units->total / units->values[0]);
    return estimate_of(pow(power_sum(units, q), 1 / (1 - q)));
}

struct estimate concentration_hall_tideman(const struct units *units)
{
    enum undefined state = units_state(units);
    if (state != DEFINED)
        return estimate_none(state);
    struct sum sum = {0};
    for (size_t i = units->active; i-- > 0;)
        sum_add(&sum, (double)(i + 1) * (units->values[i] / units->total));
    return estimate_of(1 / (2 * sum_value(&sum) - 1));
}

double concentration_contribution(double share_before, double share_now)
{
    return (share_now - share_before) * (share_now + share_before);
}

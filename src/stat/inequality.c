/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/inequality.h"

#include <assert.h>

#include "stat/sum.h"

static double mean_of(const struct units *units)
{
    return units->total / (double)units->count;
}

struct estimate inequality_gini(const struct units *units)
{
    enum undefined state = units_state(units);
    if (state != DEFINED)
        return estimate_none(state);
    struct sum sum = {0};
    double n = (double)units->count;
    for (size_t i = 0; i < units->count; i++)
        sum_add(&sum, (n - 1 - 2 * (double)i) * units->values[i]);
    return estimate_of(fmax(0, sum_value(&sum) / (n * units->total)));
}

struct estimate inequality_gini_corrected(const struct units *units)
{
    struct estimate gini = inequality_gini(units);
    if (!estimate_is(gini))
        return gini;
    if (units->count < 2)
        return estimate_none(UNDEFINED_N_TOO_SMALL);
    double n = (double)units->count;
    return estimate_of(gini.value * n / (n - 1));
}

struct estimate inequality_theil_t(const struct units *units)
{
    enum undefined state = units_state(units);
    if (state != DEFINED)
        return estimate_none(state);
    struct sum sum = {0};
    double mean = mean_of(units);
    for (size_t i = units->active; i-- > 0;) {
        double ratio = units->values[i] / mean;
        sum_add(&sum, ratio * log(ratio));
    }
    return estimate_of(fmax(0, sum_value(&sum) / (double)units->count));
}

struct estimate inequality_theil_t_normalised(const struct units *units)
{
    struct estimate theil = inequality_theil_t(units);
    if (!estimate_is(theil))
        return theil;
    if (units->count < 2)
        return estimate_none(UNDEFINED_N_TOO_SMALL);
    return estimate_of(theil.value / log((double)units->count));
}

struct estimate inequality_theil_l(const struct units *units)
{
    enum undefined state = units_state(units);
    if (state != DEFINED)
        return estimate_none(state);
    if (units->active < units->count)
        return estimate_none(UNDEFINED_NONPOSITIVE);
    struct sum sum = {0};
    double mean = mean_of(units);
    for (size_t i = units->count; i-- > 0;)
        sum_add(&sum, log(mean / units->values[i]));
    return estimate_of(fmax(0, sum_value(&sum) / (double)units->count));
}

/* Geometric mean by mean; 0 when a unit is 0. */
static double geometric_ratio(const struct units *units)
{
    struct estimate deviation = inequality_theil_l(units);
    return estimate_is(deviation) ? exp(-deviation.value) : 0;
}

struct estimate inequality_atkinson(const struct units *units, double epsilon)
{
    enum undefined state = units_state(units);
    assert(epsilon > 0);
    if (state != DEFINED)
        return estimate_none(state);
    if (epsilon == 1)
        return estimate_of(1 - geometric_ratio(units));
    if (epsilon > 1 && units->active < units->count)
        return estimate_of(1);
    struct sum sum = {0};
    double mean = mean_of(units);
    for (size_t i = units->active; i-- > 0;)
        sum_add(&sum, pow(units->values[i] / mean, 1 - epsilon));
    double level = sum_value(&sum) / (double)units->count;
    return estimate_of(fmax(0, 1 - pow(level, 1 / (1 - epsilon))));
}

struct estimate inequality_cv(const struct units *units)
{
    enum undefined state = units_state(units);
    if (state != DEFINED)
        return estimate_none(state);
    struct sum sum = {0};
    double mean = mean_of(units);
    for (size_t i = units->count; i-- > 0;) {
        double ratio = units->values[i] / mean - 1;
        sum_add(&sum, ratio * ratio);
    }
    return estimate_of(sqrt(sum_value(&sum) / (double)units->count));
}

void inequality_lorenz(const struct units *units, double *shares)
{
    struct sum sum = {0};
    assert(units_state(units) == DEFINED);
    shares[0] = 0;
    for (size_t i = 0; i < units->count; i++) {
        sum_add(&sum, units->values[units->count - 1 - i]);
        shares[i + 1] = sum_value(&sum) / units->total;
    }
    shares[units->count] = 1;
}

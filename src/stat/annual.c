/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/annual.h"

#include <assert.h>
#include <math.h>

void annual_check(struct annual series)
{
    for (size_t i = 0; i < series.n; i++) {
        assert(isfinite(series.years[i]) && isfinite(series.values[i]));
        assert(i == 0 || series.years[i - 1] < series.years[i]);
    }
}

bool annual_unbroken(struct annual series)
{
    for (size_t i = 1; i < series.n; i++) {
        if (series.years[i] - series.years[i - 1] != 1)
            return false;
    }
    return true;
}

bool annual_constant(struct annual series)
{
    for (size_t i = 1; i < series.n; i++) {
        if (series.values[i] != series.values[0])
            return false;
    }
    return true;
}

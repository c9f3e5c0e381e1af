/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/units.h"

#include <assert.h>
#include <stdlib.h>

#include "base/mem.h"
#include "stat/sum.h"

static int larger_first(const void *left, const void *right)
{
    double a = *(const double *)left;
    double b = *(const double *)right;
    return (a < b) - (a > b);
}

void units_init(struct units *units, const double *values, size_t count)
{
    struct sum total = {0};
    *units = (struct units){.count = count};
    units->values = mem_alloc(count, sizeof *units->values);
    for (size_t i = 0; i < count; i++) {
        assert(isfinite(values[i]) && values[i] >= 0);
        units->values[i] = values[i];
        units->active += values[i] > 0;
    }
    qsort(units->values, count, sizeof *units->values, larger_first);
    for (size_t i = 0; i < count; i++)
        sum_add(&total, units->values[i]);
    units->total = sum_value(&total);
}

void units_done(struct units *units)
{
    mem_free(units->values);
    *units = (struct units){0};
}

enum undefined units_state(const struct units *units)
{
    if (!units->count)
        return UNDEFINED_NO_DATA;
    return units->active ? DEFINED : UNDEFINED_ZERO_BASE;
}

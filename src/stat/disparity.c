/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/disparity.h"

#include <assert.h>

struct estimate disparity(double weight, double strength, size_t degree)
{
    assert(weight > 0 && strength > 0 && degree > 0);
    if (degree < 2)
        return estimate_none(UNDEFINED_N_TOO_SMALL);
    double rest = 1 - weight / strength;
    return estimate_of(pow(rest > 0 ? rest : 0, (double)(degree - 1)));
}

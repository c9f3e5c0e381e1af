/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "invented.h"

#include <stdint.h>

void invented_noise(double *values, size_t n, unsigned long long seed)
{
    uint64_t state = seed * 2 + 1;
    for (size_t i = 0; i < n; i++) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        values[i] = (double)(state >> 33) / 1073741824.0 - 1;
    }
}

void invented_steps(double *values, size_t n, size_t length, double size,
                    unsigned long long seed)
{
    invented_noise(values, n, seed);
    for (size_t i = 0; i < n; i++)
        values[i] += size * (double)(i / length);
}

void invented_line(double *values, size_t n, double start, double slope)
{
    for (size_t i = 0; i < n; i++)
        values[i] = start + slope * (double)i;
}

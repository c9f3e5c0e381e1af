/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Series for the tests of statistics that need no reference values. */
#ifndef TESTS_UNIT_INVENTED_H
#define TESTS_UNIT_INVENTED_H

#include <stddef.h>

/* Noise, even in [-1, 1): the same for the same seed on every machine. */
void invented_noise(double *values, size_t n, unsigned long long seed);

/* Noise about steps of `size`: one after every `length` values. */
void invented_steps(double *values, size_t n, size_t length, double size,
                    unsigned long long seed);

void invented_line(double *values, size_t n, double start, double slope);

#endif

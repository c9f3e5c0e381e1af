/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values that stand far from those around them (Hampel 1974): a description of
 * a series, not a test. */
#ifndef STAT_HAMPEL_H
#define STAT_HAMPEL_H

#include <stdbool.h>
#include <stddef.h>

enum {
    HAMPEL_REACH = 3,  /* neighbours on either side; fewer at the ends */
    HAMPEL_LEAST = 5,  /* values of a window that is looked at */
    HAMPEL_FACTOR = 3, /* so many robust standard deviations */
};

/* far[i]: |value - median| > 3 * 1.4826 * MAD of the window around the i-th of
 * n values in order of time; medians[i] is the window's. A window with a MAD of
 * 0 tells nothing: far[i] is false. Returns how many are far. */
size_t hampel_far(const double *values, size_t n, bool *far, double *medians);

#endif

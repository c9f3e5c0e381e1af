/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A piece of an unbroken annual series under one mean or one line, grown year
 * by year: what all searches for breaks add up. Positions count from 0 in the
 * series and breaks are told as the number of observations up to the last of
 * the left segment, so that `years[at]` is the first year of the new regime.
 * None of these methods sees years: that there is no gap is looked at by the
 * caller, who says UNDEFINED_GAPS instead of asking. */
#ifndef STAT_SEGMENT_H
#define STAT_SEGMENT_H

#include <stdbool.h>
#include <stddef.h>

/* Fewest years of a test for breaks, and of each of its regimes. */
#define BREAK_LEAST_YEARS ((size_t)20)
#define BREAK_LEAST_REGIME ((size_t)5)

/* What stays the same within a regime; the value is the number of
 * coefficients. */
enum regime {
    REGIME_MEAN = 1,
    REGIME_LINE = 2,
};

struct segment {
    enum regime regime;
    size_t count;
    double x_mean; /* positions count from 0 within the segment */
    double y_mean;
    double sxx;
    double sxy;
    double rss;
};

void segment_begin(struct segment *segment, enum regime regime);

/* Takes the next value. The recursive residual (Brown, Durbin and Evans 1975):
 * what the values before it did not foresee, in units that make its square
 * the growth of the residual sum of squares; 0 for the first coefficients. No
 * sum is ever taken away again, so a step between two constants leaves 0. */
double segment_add(struct segment *segment, double value);

/* The whole of an array. */
struct segment segment_of(const double *values, size_t count,
                          enum regime regime);

/* Fitted value at a position, which may lie outside. */
double segment_at(const struct segment *segment, double position);

/* Change a year: 0 under REGIME_MEAN. */
double segment_slope(const struct segment *segment);

/* Residual sums of squares at or below it are rounding of the values and
 * stand for a perfect fit. */
double segment_noise(const double *values, size_t count);

#endif

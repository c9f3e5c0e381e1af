/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/segment.h"

#include <float.h>
#include <math.h>

void segment_begin(struct segment *segment, enum regime regime)
{
    *segment = (struct segment){.regime = regime};
}

static double foresight(const struct segment *segment, double position,
                        double value)
{
    double seen = (double)segment->count;
    double dx = position - segment->x_mean;
    if (segment->count < (size_t)segment->regime)
        return 0;
    double surprise = value - segment_at(segment, position);
    if (segment->regime == REGIME_MEAN)
        return surprise / sqrt(1 + 1 / seen);
    return surprise / sqrt(1 + 1 / seen + dx * dx / segment->sxx);
}

double segment_add(struct segment *segment, double value)
{
    double position = (double)segment->count;
    double residual = foresight(segment, position, value);
    double dx = position - segment->x_mean;
    double dy = value - segment->y_mean;
    segment->count++;
    double count = (double)segment->count;
    segment->x_mean += dx / count;
    segment->y_mean += dy / count;
    segment->sxx += dx * dx * (count - 1) / count;
    segment->sxy += dx * dy * (count - 1) / count;
    segment->rss += residual * residual;
    return residual;
}

struct segment segment_of(const double *values, size_t count,
                          enum regime regime)
{
    struct segment segment;
    segment_begin(&segment, regime);
    for (size_t i = 0; i < count; i++)
        segment_add(&segment, values[i]);
    return segment;
}

double segment_slope(const struct segment *segment)
{
    if (segment->regime == REGIME_MEAN || segment->count < 2)
        return 0;
    return segment->sxy / segment->sxx;
}

double segment_at(const struct segment *segment, double position)
{
    return segment->y_mean +
           segment_slope(segment) * (position - segment->x_mean);
}

double segment_noise(const double *values, size_t count)
{
    double largest = 0;
    for (size_t i = 0; i < count; i++)
        largest = fmax(largest, fabs(values[i]));
    double rounding = 8 * DBL_EPSILON * largest;
    return (double)count * rounding * rounding;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/lowess.h"

#include <math.h>
#include <stdbool.h>

#include "base/mem.h"
#include "stat/bisquare.h"

struct lowess {
    const double *x;
    const double *y;
    size_t n;
    double *robust;  /* weights, 1 in the first round */
    double *weights; /* of one point */
    size_t left;     /* window of nearest neighbours */
    size_t right;
};

static double cube(double x)
{
    return x * x * x;
}

/* Tricube, 1 within a thousandth of the reach and 0 beyond all but one. */
static double nearness(double distance, double reach)
{
    if (distance > 0.999 * reach)
        return 0;
    if (distance <= 0.001 * reach)
        return 1;
    return cube(1 - cube(distance / reach));
}

static void slide(struct lowess *lowess, double at)
{
    const double *x = lowess->x;
    while (lowess->right + 1 < lowess->n &&
           at - x[lowess->left] > x[lowess->right + 1] - at) {
        lowess->left++;
        lowess->right++;
    }
}

/* Weights that sum to 1 from `left` on, until the end that is returned; ties
 * of the farthest neighbour come with it. `left` if all are 0. */
static size_t weigh(struct lowess *lowess, double at, double reach)
{
    double sum = 0;
    size_t end = lowess->left;
    for (; end < lowess->n; end++) {
        double distance = fabs(lowess->x[end] - at);
        double weight = nearness(distance, reach);
        if (weight <= 0 && lowess->x[end] > at)
            break;
        lowess->weights[end] = weight * lowess->robust[end];
        sum += lowess->weights[end];
    }
    if (sum <= 0)
        return lowess->left;
    for (size_t i = lowess->left; i < end; i++)
        lowess->weights[i] /= sum;
    return end;
}

/* Makes the weights those of the local line, unless the x are too close. */
static void tilt(struct lowess *lowess, size_t end, double at)
{
    double mean = 0;
    double spread = 0;
    double range = lowess->x[lowess->n - 1] - lowess->x[0];
    for (size_t i = lowess->left; i < end; i++)
        mean += lowess->weights[i] * lowess->x[i];
    for (size_t i = lowess->left; i < end; i++) {
        double dx = lowess->x[i] - mean;
        spread += lowess->weights[i] * dx * dx;
    }
    if (sqrt(spread) <= 0.001 * range)
        return;
    for (size_t i = lowess->left; i < end; i++)
        lowess->weights[i] *= 1 + (at - mean) * (lowess->x[i] - mean) / spread;
}

static double fit_at(struct lowess *lowess, size_t point)
{
    double at = lowess->x[point];
    slide(lowess, at);
    double reach =
        fmax(at - lowess->x[lowess->left], lowess->x[lowess->right] - at);
    size_t end = weigh(lowess, at, reach);
    if (end == lowess->left)
        return lowess->y[point];
    if (reach > 0)
        tilt(lowess, end, at);
    double fit = 0;
    for (size_t i = lowess->left; i < end; i++)
        fit += lowess->weights[i] * lowess->y[i];
    return fit;
}

static void round_of(struct lowess *lowess, size_t window, double *fit)
{
    lowess->left = 0;
    lowess->right = window - 1;
    for (size_t i = 0; i < lowess->n; i++)
        fit[i] = fit_at(lowess, i);
}

static bool make_robust(struct lowess *lowess, const double *fit)
{
    return bisquare_weights(lowess->y, fit, lowess->n, 1e-7, lowess->robust,
                            lowess->weights);
}

enum undefined lowess_fit(const double *x, const double *y, size_t n,
                          double span, unsigned rounds, double *fit)
{
    if (!n)
        return UNDEFINED_NO_DATA;
    double size = fmin((double)n, floor(span * (double)n + 1e-7));
    if (size < 3)
        return UNDEFINED_N_TOO_SMALL;
    struct lowess lowess = {.x = x, .y = y, .n = n};
    lowess.robust = mem_alloc(n, sizeof *lowess.robust);
    lowess.weights = mem_alloc(n, sizeof *lowess.weights);
    for (size_t i = 0; i < n; i++)
        lowess.robust[i] = 1;
    round_of(&lowess, (size_t)size, fit);
    while (rounds-- > 0 && make_robust(&lowess, fit))
        round_of(&lowess, (size_t)size, fit);
    mem_free(lowess.weights);
    mem_free(lowess.robust);
    return DEFINED;
}

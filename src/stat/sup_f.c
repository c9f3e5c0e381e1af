/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/sup_f.h"

#include <assert.h>
#include <gsl/gsl_rng.h>
#include <math.h>

#include "base/mem.h"

/* Scratch for one series: residual sums of squares left and right of each
 * candidate. */
struct sides {
    double *left;
    double *right;
};

static void sides_begin(struct sides *sides, size_t n)
{
    sides->left = mem_alloc(n + 1, sizeof *sides->left);
    sides->right = mem_alloc(n + 1, sizeof *sides->right);
}

static void sides_done(struct sides *sides)
{
    mem_free(sides->right);
    mem_free(sides->left);
}

static void grow(const double *values, size_t n, enum regime regime,
                 struct sides *sides)
{
    struct segment left;
    struct segment right;
    segment_begin(&left, regime);
    segment_begin(&right, regime);
    for (size_t i = 0; i < n; i++) {
        segment_add(&left, values[i]);
        segment_add(&right, values[n - 1 - i]);
        sides->left[i + 1] = left.rss;
        sides->right[n - 1 - i] = right.rss;
    }
}

/* The statistics of one series; infinite where a candidate leaves no residual.
 */
struct triple {
    double of[SUP_F_KINDS];
    size_t at;
};

static struct triple measure(const double *values, size_t n, enum regime regime,
                             const struct sup_f *test, struct sides *sides)
{
    grow(values, n, regime, sides);
    double whole = sides->left[n];
    double freedom = (double)n - 2 * (double)regime;
    struct triple triple = {.at = test->first};
    double sum = 0;
    double lifted = 0; /* sum of exp((F - largest) / 2) */
    for (size_t at = test->first; at <= test->last; at++) {
        double rss = sides->left[at] + sides->right[at];
        double f = whole > rss ? (whole - rss) * freedom / rss : 0;
        if (isinf(f))
            return (struct triple){{f, f, f}, at};
        sum += f;
        if (f > triple.of[SUP_F]) {
            lifted *= exp((triple.of[SUP_F] - f) / 2);
            triple.of[SUP_F] = f;
            triple.at = at;
        }
        lifted += exp((f - triple.of[SUP_F]) / 2);
    }
    double count = (double)(test->last - test->first + 1);
    triple.of[AVE_F] = sum / count;
    triple.of[EXP_F] = triple.of[SUP_F] / 2 + log(lifted / count);
    return triple;
}

static void set_all(struct sup_f *test, enum undefined undefined)
{
    for (size_t i = 0; i < SUP_F_KINDS; i++) {
        test->of[i].value = estimate_none(undefined);
        test->of[i].p_residual = estimate_none(undefined);
        test->of[i].p_sieve = estimate_none(undefined);
    }
}

static enum undefined why_not(const double *values, size_t n,
                              const struct sup_f *test,
                              const struct sides *sides)
{
    double noise = segment_noise(values, n);
    if (sides->left[n] <= noise)
        return UNDEFINED_CONSTANT;
    for (size_t at = test->first; at <= test->last; at++)
        if (sides->left[at] + sides->right[at] <= noise)
            return UNDEFINED_SINGULAR;
    return DEFINED;
}

struct sup_f sup_f_test(const double *values, size_t n, enum regime regime)
{
    struct sup_f test = {.at = 0};
    struct sides sides;
    set_all(&test, UNDEFINED_N_TOO_SMALL);
    if (n < BREAK_LEAST_YEARS)
        return test;
    size_t share = n * 15 / 100;
    test.first = share > BREAK_LEAST_REGIME ? share : BREAK_LEAST_REGIME;
    test.last = n - test.first;
    sides_begin(&sides, n);
    struct triple triple = measure(values, n, regime, &test, &sides);
    enum undefined undefined = why_not(values, n, &test, &sides);
    set_all(&test, undefined ? undefined : UNDEFINED_NO_DATA);
    test.at = triple.at;
    for (size_t i = 0; i < SUP_F_KINDS && !undefined; i++)
        test.of[i].value = estimate_of(triple.of[i]);
    sides_done(&sides);
    return test;
}

/* What series without a break are made of. */
struct null_model {
    struct segment fit;
    double *drawn_from; /* residuals or innovations, mean 0 */
    size_t count;
    double memory; /* coefficient of the AR(1) */
};

/* Years that an AR(1) runs before the first one that counts. */
#define WARM_UP 50

static void residuals_of(const double *values, size_t n,
                         struct null_model *null)
{
    null->count = n;
    for (size_t i = 0; i < n; i++)
        null->drawn_from[i] = values[i] - segment_at(&null->fit, (double)i);
}

/* By Yule and Walker, whose coefficient is below 1. */
static void innovations_of(struct null_model *null)
{
    double *residuals = null->drawn_from;
    double products = 0;
    double squares = residuals[0] * residuals[0];
    for (size_t i = 1; i < null->count; i++) {
        products += residuals[i] * residuals[i - 1];
        squares += residuals[i] * residuals[i];
    }
    null->memory = products / squares;
    double mean = 0;
    null->count--;
    for (size_t i = 0; i < null->count; i++) {
        residuals[i] = residuals[i + 1] - null->memory * residuals[i];
        mean += residuals[i] / (double)null->count;
    }
    for (size_t i = 0; i < null->count; i++)
        residuals[i] -= mean;
}

static void draw(const struct null_model *null, gsl_rng *rng, double *drawn,
                 size_t n)
{
    double last = 0;
    size_t warm_up = null->memory != 0 ? WARM_UP : 0;
    for (size_t i = 0; i < warm_up + n; i++) {
        size_t which = gsl_rng_uniform_int(rng, null->count);
        last = null->memory * last + null->drawn_from[which];
        if (i >= warm_up)
            drawn[i - warm_up] =
                segment_at(&null->fit, (double)(i - warm_up)) + last;
    }
}

/* How many of the draws reach each statistic. */
static void run(const struct sup_f *test, const struct null_model *null,
                size_t n, size_t draws, unsigned long seed,
                size_t reached[SUP_F_KINDS])
{
    struct sides sides;
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
    if (!rng)
        mem_exhausted();
    double *drawn = mem_alloc(n, sizeof *drawn);
    sides_begin(&sides, n);
    gsl_rng_set(rng, seed);
    for (size_t i = 0; i < draws; i++) {
        draw(null, rng, drawn, n);
        struct triple triple =
            measure(drawn, n, null->fit.regime, test, &sides);
        for (size_t kind = 0; kind < SUP_F_KINDS; kind++)
            reached[kind] += triple.of[kind] >= test->of[kind].value.value;
    }
    sides_done(&sides);
    mem_free(drawn);
    gsl_rng_free(rng);
}

static struct estimate share_of(size_t reached, size_t draws)
{
    return estimate_of((double)(1 + reached) / (double)(1 + draws));
}

void sup_f_bootstrap(struct sup_f *test, const double *values, size_t n,
                     enum regime regime, size_t draws, unsigned long seed)
{
    assert(draws > 0);
    if (!estimate_is(test->of[SUP_F].value))
        return;
    size_t by_residual[SUP_F_KINDS] = {0};
    size_t by_sieve[SUP_F_KINDS] = {0};
    struct null_model null = {.fit = segment_of(values, n, regime)};
    null.drawn_from = mem_alloc(n, sizeof *null.drawn_from);
    residuals_of(values, n, &null);
    run(test, &null, n, draws, seed, by_residual);
    innovations_of(&null);
    run(test, &null, n, draws, seed, by_sieve);
    mem_free(null.drawn_from);
    for (size_t i = 0; i < SUP_F_KINDS; i++) {
        test->of[i].p_residual = share_of(by_residual[i], draws);
        test->of[i].p_sieve = share_of(by_sieve[i], draws);
    }
}

double sup_f_critical(enum regime regime, unsigned percent)
{
    static const double critical[][3] = {
        [REGIME_MEAN] = {7.07491940, 8.60850895, 12.07391583},
        [REGIME_LINE] = {9.86321399, 11.55971105, 15.28750305},
    };
    assert(percent == 10 || percent == 5 || percent == 1);
    return critical[regime][percent == 10 ? 0 : percent == 5 ? 1 : 2];
}

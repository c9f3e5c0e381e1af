/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/bai_perron.h"

#include <assert.h>
#include <gsl/gsl_math.h>
#include <math.h>

#include "base/mem.h"
#include "stat/bai_interval.h"

/* costs[m][i]: least residual sum of squares of the first i values with m
 * breaks; before[m][i]: where the last regime of it begins. */
struct table {
    size_t n;
    double *costs;
    size_t *before;
};

static size_t cell(const struct table *table, size_t m, size_t i)
{
    return m * (table->n + 1) + i;
}

static void table_begin(struct table *table, size_t n, size_t most)
{
    size_t cells = mem_product(most + 1, n + 1);
    table->n = n;
    table->costs = mem_alloc(cells, sizeof *table->costs);
    table->before = mem_alloc(cells, sizeof *table->before);
    for (size_t i = 0; i < cells; i++)
        table->costs[i] = INFINITY;
}

static void table_done(struct table *table)
{
    mem_free(table->before);
    mem_free(table->costs);
}

static void offer(struct table *table, size_t m, size_t end, size_t start,
                  double cost)
{
    size_t at = cell(table, m, end);
    if (cost < table->costs[at]) {
        table->costs[at] = cost;
        table->before[at] = start;
    }
}

/* One regime from `start` on, up to every end. The costs of a prefix are final
 * before a regime starts behind it, so no pair is looked at twice. */
static void extend(struct table *table, const struct bai_perron *result,
                   const double *values, size_t start)
{
    struct segment segment;
    segment_begin(&segment, result->regime);
    for (size_t end = start + 1; end <= table->n; end++) {
        segment_add(&segment, values[end - 1]);
        if (segment.count < result->least)
            continue;
        if (!start)
            offer(table, 0, end, 0, segment.rss);
        for (size_t m = 1; start && m <= result->most; m++)
            offer(table, m, end, start,
                  table->costs[cell(table, m - 1, start)] + segment.rss);
    }
}

static void judge(struct bai_perron_fit *fit, size_t n, size_t k, size_t m)
{
    double size = (double)n;
    double count = (double)((k + 1) * (m + 1));
    double free = count - 1;
    if (fit->rss <= 0) {
        fit->bic = fit->lwz = estimate_none(UNDEFINED_SINGULAR);
        return;
    }
    fit->bic = estimate_of(size * log(fit->rss / size) +
                           size * (1 + log(2 * M_PI)) + count * log(size));
    fit->lwz = estimate_of(log(fit->rss / (size - free)) +
                           free / size * 0.299 * pow(log(size), 2.1));
}

static void take_fit(struct bai_perron *result, const struct table *table,
                     size_t m, double noise)
{
    struct bai_perron_fit *fit = &result->fits[m];
    double rss = table->costs[cell(table, m, table->n)];
    fit->rss = rss <= noise ? 0 : rss;
    judge(fit, table->n, (size_t)result->regime, m);
    size_t end = table->n;
    for (size_t i = m; i > 0; i--) {
        end = table->before[cell(table, i, end)];
        fit->at[i - 1] = end;
    }
}

/* Whether a criterion prefers one; without residuals it is minus infinity. */
static bool less(struct estimate one, struct estimate other)
{
    if (!estimate_is(other))
        return false;
    return !estimate_is(one) || one.value < other.value;
}

static void choose(struct bai_perron *result)
{
    const struct bai_perron_fit *fits = result->fits;
    for (size_t m = 1; m <= result->most; m++) {
        if (less(fits[m].bic, fits[result->chosen].bic))
            result->chosen = m;
        if (less(fits[m].lwz, fits[result->chosen_lwz].lwz))
            result->chosen_lwz = m;
    }
}

/* Mean square of the jump between two fits over the positions of one of them,
 * which begins `offset` after the left one: delta'Q delta of Bai. */
static double mean_jump(const struct segment *left, const struct segment *right,
                        size_t offset, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        double position = (double)(offset + i);
        double jump = segment_at(right, position - (double)left->count) -
                      segment_at(left, position);
        sum += jump * jump;
    }
    return sum / (double)count;
}

static void locate(struct bai_perron_break *found, const struct segment *left,
                   const struct segment *right, double level)
{
    double jump_left = mean_jump(left, right, 0, left->count);
    double jump_right = mean_jump(left, right, left->count, right->count);
    double noise_left = left->rss / (double)left->count;
    double noise_right = right->rss / (double)right->count;
    found->low = found->high = estimate_none(UNDEFINED_CONSTANT);
    if (noise_left <= 0 || noise_right <= 0 || jump_left <= 0 ||
        jump_right <= 0)
        return;
    double xi = jump_right / jump_left;
    double phi = xi * noise_right / noise_left;
    double tail = (1 - level) / 2;
    struct estimate above = bai_interval_quantile(1 - tail, true, xi, phi);
    struct estimate below = bai_interval_quantile(tail, false, xi, phi);
    double unit = noise_left / jump_left;
    double at = (double)found->at;
    found->low = found->high = estimate_none(UNDEFINED_NOT_REACHED);
    if (!estimate_is(above) || !estimate_is(below))
        return;
    found->low = estimate_of(at - ceil(above.value * unit));
    found->high = estimate_of(at - floor(below.value * unit));
}

static void describe(struct bai_perron *result, const double *values,
                     double level, double noise)
{
    const struct bai_perron_fit *fit = &result->fits[result->chosen];
    size_t start = 0;
    for (size_t i = 0; i <= result->chosen; i++) {
        size_t end = i < result->chosen ? fit->at[i] : result->n;
        struct segment *regime = &result->regimes[i];
        *regime = segment_of(values + start, end - start, result->regime);
        if (regime->rss <= noise)
            regime->rss = 0;
        start = end;
    }
    for (size_t i = 0; i < result->chosen; i++) {
        result->breaks[i].at = fit->at[i];
        locate(&result->breaks[i], &result->regimes[i], &result->regimes[i + 1],
               level);
    }
}

/* A number of breaks that leaves no choice of where they stand is not looked
 * for. */
static size_t most_breaks(size_t n, size_t least)
{
    size_t regimes = (n + least - 1) / least;
    return regimes > 2 ? regimes - 2 : 0;
}

void bai_perron_search(struct bai_perron *result, const double *values,
                       size_t n, enum regime regime, double level)
{
    *result = (struct bai_perron){.regime = regime, .n = n};
    if (n < BREAK_LEAST_YEARS) {
        result->undefined = UNDEFINED_N_TOO_SMALL;
        return;
    }
    double noise = segment_noise(values, n);
    if (segment_of(values, n, REGIME_MEAN).rss <= noise) {
        result->undefined = UNDEFINED_CONSTANT;
        return;
    }
    size_t share = n * 15 / 100;
    result->least = share > BREAK_LEAST_REGIME ? share : BREAK_LEAST_REGIME;
    result->most = most_breaks(n, result->least);
    assert(result->most <= BAI_PERRON_MOST);
    struct table table;
    table_begin(&table, n, result->most);
    for (size_t start = 0; start + result->least <= n; start++)
        extend(&table, result, values, start);
    for (size_t m = 0; m <= result->most; m++)
        take_fit(result, &table, m, noise);
    table_done(&table);
    choose(result);
    describe(result, values, level, noise);
}

enum rival bai_perron_best(const struct bai_perron *means,
                           const struct bai_perron *lines)
{
    struct estimate bic[] = {
        [RIVAL_MEAN] = means->fits[0].bic,
        [RIVAL_SHIFTS] = means->fits[means->chosen].bic,
        [RIVAL_LINE] = lines->fits[0].bic,
        [RIVAL_LINES] = lines->fits[lines->chosen].bic,
    };
    enum rival best = RIVAL_MEAN;
    for (enum rival rival = RIVAL_SHIFTS; rival <= RIVAL_LINES; rival++)
        if (less(bic[rival], bic[best]))
            best = rival;
    return best;
}

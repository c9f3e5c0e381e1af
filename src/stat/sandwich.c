/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/sandwich.h"

#include <assert.h>
#include <math.h>

#include "base/mem.h"

size_t sandwich_lags(size_t n)
{
    double lags = floor(4 * pow((double)n / 100, 2.0 / 9));
    return n == 0 || lags < (double)n ? (size_t)lags : n - 1;
}

/* x' B x. */
static double form(const double *x, const double *bread, size_t k)
{
    double sum = 0;
    for (size_t a = 0; a < k; a++) {
        for (size_t b = 0; b < k; b++)
            sum += x[a] * bread[a * k + b] * x[b];
    }
    return sum;
}

/* Leverage is 1 where a row alone decides its own fit; its residual is 0. */
static double residual_hc3(const struct sandwich_parts *parts, size_t i)
{
    double weight = parts->weight ? parts->weight[i] : 1;
    double left = 1 - weight * form(design_row(&parts->design, i), parts->bread,
                                    parts->design.k);
    return left > 0 ? parts->residual[i] / left : parts->residual[i];
}

/* Scores, n * k; the caller frees. */
static double *scores_of(const struct sandwich_parts *parts, bool hc3)
{
    size_t n = parts->design.n, k = parts->design.k;
    double *scores = mem_alloc(mem_product(n, k), sizeof *scores);
    for (size_t i = 0; i < n; i++) {
        double u = hc3 ? residual_hc3(parts, i) : parts->residual[i];
        for (size_t a = 0; a < k; a++)
            scores[i * k + a] = u * design_row(&parts->design, i)[a];
    }
    return scores;
}

/* Adds weight (s s_lag' + s_lag s'), or s s' for lag 0, over all rows. */
static void add_lag(double *meat, const double *scores, size_t n, size_t k,
                    size_t lag, double weight)
{
    for (size_t i = lag; i < n; i++) {
        const double *now = scores + i * k, *then = scores + (i - lag) * k;
        for (size_t a = 0; a < k; a++) {
            for (size_t b = 0; b < k; b++) {
                double add = now[a] * then[b];
                meat[a * k + b] +=
                    weight * (lag ? add + then[a] * now[b] : add);
            }
        }
    }
}

/* covariance = factor B M B. */
static void put_between(double *covariance, const double *meat,
                        const double *bread, size_t k, double factor)
{
    double *half = mem_alloc(mem_product(k, k), sizeof *half);
    for (size_t a = 0; a < k * k; a++) {
        for (size_t c = 0; c < k; c++)
            half[a] += bread[a / k * k + c] * meat[c * k + a % k];
    }
    for (size_t a = 0; a < k * k; a++) {
        covariance[a] = 0;
        for (size_t c = 0; c < k; c++)
            covariance[a] +=
                factor * half[a / k * k + c] * bread[c * k + a % k];
    }
    mem_free(half);
}

static size_t rank_of(const struct sandwich_parts *parts)
{
    size_t rank = 0, k = parts->design.k;
    for (size_t a = 0; a < k; a++)
        rank += parts->bread[a * k + a] > 0;
    return rank;
}

void sandwich_covariance(double *covariance, const struct sandwich_parts *parts,
                         enum sandwich kind, size_t lags)
{
    assert(kind != SANDWICH_CLASSICAL);
    size_t n = parts->design.n, k = parts->design.k;
    double rows = (double)n, degrees = rows - (double)rank_of(parts);
    double *scores = scores_of(parts, kind == SANDWICH_HC3);
    double *meat = mem_alloc(mem_product(k, k), sizeof *meat);
    bool serial = kind == SANDWICH_NEWEY_WEST || kind == SANDWICH_NEWEY_WEST0;
    add_lag(meat, scores, n, k, 0, 1);
    for (size_t lag = 1; serial && lag <= lags && lag < n; lag++) {
        double weight = 1 - (double)lag / ((double)lags + 1);
        add_lag(meat, scores, n, k, lag, weight);
    }
    bool small = kind == SANDWICH_HC1 || kind == SANDWICH_NEWEY_WEST;
    put_between(covariance, meat, parts->bread, k,
                small && degrees > 0 ? rows / degrees : 1);
    mem_free(scores);
    mem_free(meat);
}

void sandwich_clustered(double *covariance, const struct sandwich_parts *parts,
                        const size_t *cluster, size_t clusters, bool small)
{
    size_t n = parts->design.n, k = parts->design.k;
    double rows = (double)n, groups = 0, factor = 1;
    double degrees = rows - (double)rank_of(parts);
    double *scores = scores_of(parts, false);
    double *sums = mem_alloc(mem_product(clusters, k), sizeof *sums);
    double *meat = mem_alloc(mem_product(k, k), sizeof *meat);
    bool *seen = mem_alloc(clusters, sizeof *seen);
    for (size_t i = 0; i < n; i++) {
        assert(cluster[i] < clusters);
        groups += !seen[cluster[i]];
        seen[cluster[i]] = true;
        for (size_t a = 0; a < k; a++)
            sums[cluster[i] * k + a] += scores[i * k + a];
    }
    add_lag(meat, sums, clusters, k, 0, 1);
    if (small && groups > 1 && degrees > 0)
        factor = groups / (groups - 1) * (rows - 1) / degrees;
    put_between(covariance, meat, parts->bread, k, factor);
    mem_free(seen);
    mem_free(scores);
    mem_free(sums);
    mem_free(meat);
}

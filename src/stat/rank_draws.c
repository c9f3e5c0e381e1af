/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/rank_draws.h"

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

struct rank_counts rank_counts_new(size_t count)
{
    return (struct rank_counts){
        .count = count,
        .counts = mem_alloc(mem_product(count, count), sizeof(double)),
    };
}

void rank_counts_free(struct rank_counts *counts)
{
    mem_free(counts->counts);
}

/* What one draw needs. */
struct table {
    gsl_rng *random;
    double *sums;
    double *sorted;
};

static struct table table_new(size_t count, unsigned long seed)
{
    gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
    if (!random)
        mem_exhausted();
    gsl_rng_set(random, seed);
    return (struct table){
        .random = random,
        .sums = mem_alloc(count, sizeof(double)),
        .sorted = mem_alloc(count, sizeof(double)),
    };
}

static void table_free(struct table *table)
{
    gsl_rng_free(table->random);
    mem_free(table->sums);
    mem_free(table->sorted);
}

static int descending(const void *left, const void *right)
{
    double a = *(const double *)left;
    double b = *(const double *)right;
    return a > b ? -1 : a < b;
}

/* How many are larger. */
static size_t count_larger(const double *sorted, size_t count, double value)
{
    size_t low = 0;
    size_t high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sorted[middle] > value)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void count_draw(struct rank_counts *counts, struct table *table)
{
    size_t count = counts->count;
    memcpy(table->sorted, table->sums, count * sizeof *table->sums);
    qsort(table->sorted, count, sizeof *table->sorted, descending);
    for (size_t i = 0; i < count; i++)
        counts->counts[i * count +
                       count_larger(table->sorted, count, table->sums[i])]++;
}

void rank_draw_errors(struct rank_counts *counts, const struct rank_part *parts,
                      size_t part_count, const double *errors,
                      size_t error_count, size_t draws, unsigned long seed)
{
    struct table table = table_new(counts->count, seed);
    double *factors = mem_alloc(error_count, sizeof *factors);
    for (size_t draw = 0; draw < draws; draw++) {
        for (size_t i = 0; i < error_count; i++)
            factors[i] = exp(errors[i] * gsl_ran_gaussian(table.random, 1));
        for (size_t i = 0; i < counts->count; i++)
            table.sums[i] = 0;
        for (size_t i = 0; i < part_count; i++)
            table.sums[parts[i].which] +=
                parts[i].value * factors[parts[i].error];
        count_draw(counts, &table);
    }
    mem_free(factors);
    table_free(&table);
}

void rank_draw_rows(struct rank_counts *counts, const double *rows,
                    const size_t *first, size_t draws, unsigned long seed)
{
    struct table table = table_new(counts->count, seed);
    for (size_t draw = 0; draw < draws; draw++) {
        for (size_t i = 0; i < counts->count; i++) {
            const double *own = rows + first[i];
            unsigned long size = first[i + 1] - first[i];
            double sum = 0;
            for (unsigned long j = 0; j < size; j++)
                sum += own[gsl_rng_uniform_int(table.random, size)];
            table.sums[i] = sum;
        }
        count_draw(counts, &table);
    }
    table_free(&table);
}

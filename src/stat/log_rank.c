/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/log_rank.h"

#include <assert.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <stdlib.h>

#include "base/mem.h"

struct subject {
    double time;
    bool happened;
    size_t group;
};

/* What is summed up over the times. */
struct sums {
    size_t count;     /* of groups */
    double *at_risk;  /* now, of each group */
    double *events;   /* at this time */
    double *observed; /* so far */
    double *expected;
    double *covariance; /* count * count */
};

static int subject_order(const void *left, const void *right)
{
    const struct subject *a = left;
    const struct subject *b = right;
    return (a->time > b->time) - (a->time < b->time);
}

/* The hypergeometric law of one time's events among those at risk. */
static void add_time(struct sums *sums, double risk, double events)
{
    double share = risk > 1 ? events * (risk - events) / (risk - 1) : 0;
    for (size_t i = 0; i < sums->count; i++) {
        double part = sums->at_risk[i] / risk;
        sums->observed[i] += sums->events[i];
        sums->expected[i] += events * part;
        for (size_t j = 0; j < sums->count; j++)
            sums->covariance[i * sums->count + j] +=
                share * part * ((i == j ? 1 : 0) - sums->at_risk[j] / risk);
    }
}

static void add_all(struct sums *sums, const struct subject *sorted, size_t n)
{
    for (size_t i = 0; i < n; i++)
        sums->at_risk[sorted[i].group]++;
    for (size_t i = 0; i < n;) {
        size_t end = i;
        double events = 0;
        for (size_t j = 0; j < sums->count; j++)
            sums->events[j] = 0;
        for (; end < n && !(sorted[end].time > sorted[i].time); end++) {
            if (!sorted[end].happened)
                continue;
            sums->events[sorted[end].group]++;
            events++;
        }
        if (events > 0)
            add_time(sums, (double)(n - i), events);
        for (; i < end; i++)
            sums->at_risk[sorted[i].group]--;
    }
}

/* d' V^-1 d of all kept groups but the first, whose part the others tell. */
static struct estimate distance(const struct sums *sums, const size_t *kept,
                                size_t df)
{
    gsl_matrix *matrix = gsl_matrix_alloc(df, df);
    gsl_vector *vector = gsl_vector_alloc(df), *solved = gsl_vector_alloc(df);
    if (!matrix || !vector || !solved)
        mem_exhausted();
    for (size_t i = 0; i < df; i++) {
        size_t row = kept[i + 1];
        gsl_vector_set(vector, i, sums->observed[row] - sums->expected[row]);
        for (size_t j = 0; j < df; j++)
            gsl_matrix_set(matrix, i, j,
                           sums->covariance[row * sums->count + kept[j + 1]]);
    }
    double chi2 = 0;
    bool sound =
        gsl_linalg_cholesky_decomp1(matrix) == GSL_SUCCESS &&
        gsl_linalg_cholesky_solve(matrix, vector, solved) == GSL_SUCCESS;
    for (size_t i = 0; sound && i < df; i++)
        chi2 += gsl_vector_get(vector, i) * gsl_vector_get(solved, i);
    gsl_matrix_free(matrix);
    gsl_vector_free(vector);
    gsl_vector_free(solved);
    return sound ? estimate_of(chi2) : estimate_none(UNDEFINED_SINGULAR);
}

static struct log_rank test_of(const struct sums *sums)
{
    struct log_rank test = {estimate_none(UNDEFINED_N_TOO_SMALL),
                            estimate_none(UNDEFINED_N_TOO_SMALL), 0};
    size_t *kept = mem_alloc(sums->count, sizeof(*kept)), count = 0;
    for (size_t i = 0; i < sums->count; i++) {
        if (sums->expected[i] > 0)
            kept[count++] = i;
    }
    if (count > 1) {
        test.df = count - 1;
        test.chi2 = test.p = distance(sums, kept, test.df);
    }
    if (estimate_is(test.chi2))
        test.p = estimate_of(gsl_cdf_chisq_Q(test.chi2.value, (double)test.df));
    mem_free(kept);
    return test;
}

static void copy(double *to, const double *from, size_t count)
{
    for (size_t i = 0; to && i < count; i++)
        to[i] = from[i];
}

struct log_rank log_rank_test(const struct lifetime *lifetimes,
                              const size_t *groups, size_t n, size_t count,
                              double *observed, double *expected)
{
    struct subject *sorted = mem_alloc(n, sizeof(*sorted));
    double *room = mem_alloc(count, 4 * sizeof(*room));
    struct sums sums = {
        .count = count,
        .at_risk = room,
        .events = room + count,
        .observed = room + 2 * count,
        .expected = room + 3 * count,
        .covariance =
            mem_alloc(mem_product(count, count), sizeof(*sums.covariance)),
    };
    for (size_t i = 0; i < n; i++) {
        assert(groups[i] < count);
        sorted[i] = (struct subject){lifetimes[i].time, lifetimes[i].happened,
                                     groups[i]};
    }
    qsort(sorted, n, sizeof(*sorted), subject_order);
    add_all(&sums, sorted, n);
    struct log_rank test = test_of(&sums);
    copy(observed, sums.observed, count);
    copy(expected, sums.expected, count);
    mem_free(sums.covariance);
    mem_free(room);
    mem_free(sorted);
    return test;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/irls.h"

#include <gsl/gsl_blas.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_permute_vector.h>
#include <math.h>
#include <string.h>

#include "base/mem.h"

#define MOST_ITERATIONS 200
#define MOST_HALVINGS 60
#define LARGEST_ETA 700 /* exp() of more is no number */
#define SETTLED 1e-10
#define SCORE 1e-12
#define ROUNDING 1e-14 /* of an exact fit's deviance */

struct work {
    const struct design *design;
    const double *y;
    gsl_matrix *qr; /* sqrt(mu) X, then its pivoted QR */
    gsl_vector *target;
    gsl_vector *residual;
    gsl_vector *tau;
    gsl_vector *norm;
    gsl_vector *coefficient;
    gsl_permutation *order;
    double total; /* of y */
    double *last; /* coefficients of the iteration before */
};

static void work_init(struct work *work, const struct design *design,
                      const double *y)
{
    size_t n = design->n, k = design->k;
    *work = (struct work){
        .design = design,
        .y = y,
        .qr = gsl_matrix_alloc(n, k),
        .target = gsl_vector_alloc(n),
        .residual = gsl_vector_alloc(n),
        .tau = gsl_vector_alloc(k),
        .norm = gsl_vector_alloc(k),
        .coefficient = gsl_vector_alloc(k),
        .order = gsl_permutation_alloc(k),
        .last = mem_alloc(k, sizeof *work->last),
    };
    if (!work->qr || !work->target || !work->residual || !work->tau ||
        !work->norm || !work->coefficient || !work->order)
        mem_exhausted();
}

static void work_done(struct work *work)
{
    gsl_matrix_free(work->qr);
    gsl_vector_free(work->target);
    gsl_vector_free(work->residual);
    gsl_vector_free(work->tau);
    gsl_vector_free(work->norm);
    gsl_vector_free(work->coefficient);
    gsl_permutation_free(work->order);
    mem_free(work->last);
}

double irls_deviance(const double *y, const double *mu, size_t n)
{
    long double sum = 0;
    for (size_t i = 0; i < n; i++) {
        long double off = (long double)y[i] - mu[i];
        sum += (y[i] > 0 ? y[i] * log1pl(off / mu[i]) : 0) - off;
    }
    return (double)(2 * sum);
}

static double eta_of(const struct design *design, size_t i,
                     const double *coefficient)
{
    double eta = 0;
    for (size_t a = 0; a < design->k; a++)
        eta += design_row(design, i)[a] * coefficient[a];
    return fmax(-LARGEST_ETA, fmin(LARGEST_ETA, eta));
}

static bool decompose(struct work *work, const double *mu)
{
    int sign;
    for (size_t i = 0; i < work->design->n; i++) {
        for (size_t a = 0; a < work->design->k; a++)
            gsl_matrix_set(work->qr, i, a,
                           sqrt(mu[i]) * design_row(work->design, i)[a]);
    }
    return !gsl_linalg_QRPT_decomp(work->qr, work->tau, work->order, &sign,
                                   work->norm) &&
           gsl_linalg_QRPT_rank(work->qr, -1) == work->design->k;
}

/* Weighted least squares of the working outcome, which gives the first
 * coefficients. */
static bool start(struct work *work, struct irls *fit)
{
    size_t n = work->design->n, k = work->design->k;
    if (!decompose(work, fit->fitted))
        return false;
    for (size_t i = 0; i < n; i++) {
        double mu = fit->fitted[i];
        double working = log(mu) + (work->y[i] - mu) / mu;
        gsl_vector_set(work->target, i, sqrt(mu) * working);
    }
    if (gsl_linalg_QRPT_lssolve(work->qr, work->tau, work->order, work->target,
                                work->coefficient, work->residual))
        return false;
    for (size_t a = 0; a < k; a++)
        fit->coefficient[a] = gsl_vector_get(work->coefficient, a);
    return true;
}

/* The scores into work->coefficient; the largest of them against what it is
 * the sum of. */
static double take_scores(struct work *work, const struct irls *fit)
{
    double largest = 0;
    for (size_t a = 0; a < work->design->k; a++) {
        double sum = 0, size = 0;
        for (size_t i = 0; i < work->design->n; i++) {
            double x = design_row(work->design, i)[a];
            sum += x * (work->y[i] - fit->fitted[i]);
            size += fabs(x) * (work->y[i] + fit->fitted[i]);
        }
        gsl_vector_set(work->coefficient, a, sum);
        largest = fmax(largest, size > 0 ? fabs(sum) / size : 0);
    }
    return largest;
}

/* The same step as by a working outcome, from the scores: where mu is next to
 * nothing and y is not, (y - mu) / mu would drown all other rows. */
static bool step(struct work *work, struct irls *fit)
{
    size_t k = work->design->k;
    if (!decompose(work, fit->fitted))
        return false;
    gsl_matrix_const_view r = gsl_matrix_const_submatrix(work->qr, 0, 0, k, k);
    gsl_permute_vector(work->order, work->coefficient);
    if (gsl_blas_dtrsv(CblasUpper, CblasTrans, CblasNonUnit, &r.matrix,
                       work->coefficient) ||
        gsl_blas_dtrsv(CblasUpper, CblasNoTrans, CblasNonUnit, &r.matrix,
                       work->coefficient))
        return false;
    gsl_permute_vector_inverse(work->order, work->coefficient);
    memcpy(work->last, fit->coefficient, k * sizeof *work->last);
    for (size_t a = 0; a < k; a++)
        fit->coefficient[a] += gsl_vector_get(work->coefficient, a);
    return true;
}

static void fill(struct work *work, struct irls *fit)
{
    size_t n = work->design->n;
    for (size_t i = 0; i < n; i++)
        fit->fitted[i] = exp(eta_of(work->design, i, fit->coefficient));
    fit->deviance = irls_deviance(work->y, fit->fitted, n);
}

/* Half way back as long as the deviance is higher than it was. */
static void halve(struct work *work, struct irls *fit, double before)
{
    fill(work, fit);
    for (size_t turn = 0; turn < MOST_HALVINGS; turn++) {
        if (fit->deviance <= before * (1 + SETTLED))
            return;
        for (size_t a = 0; a < work->design->k; a++)
            fit->coefficient[a] = (fit->coefficient[a] + work->last[a]) / 2;
        fill(work, fit);
    }
}

static bool iterate(struct work *work, struct irls *fit)
{
    if (!start(work, fit))
        return false;
    fill(work, fit);
    double before = INFINITY;
    while (isfinite(fit->deviance) && fit->iterations++ < MOST_ITERATIONS) {
        double moved = fabs(fit->deviance - before);
        before = fit->deviance;
        if (take_scores(work, fit) <= SCORE &&
            moved <= SETTLED * before + ROUNDING * work->total)
            return true;
        if (!step(work, fit))
            return false;
        halve(work, fit, before);
    }
    return false;
}

/* P R^-1 (P R^-1)'. */
static bool take_bread(struct work *work, struct irls *fit)
{
    size_t k = work->design->k;
    if (!decompose(work, fit->fitted))
        return false;
    gsl_matrix_const_view r = gsl_matrix_const_submatrix(work->qr, 0, 0, k, k);
    memset(fit->bread, 0, k * k * sizeof *fit->bread);
    for (size_t column = 0; column < k; column++) {
        gsl_vector_set_basis(work->coefficient, column);
        if (gsl_blas_dtrsv(CblasUpper, CblasNoTrans, CblasNonUnit, &r.matrix,
                           work->coefficient))
            return false;
        for (size_t a = 0; a < k * k; a++) {
            size_t row = gsl_permutation_get(work->order, a / k);
            size_t other = gsl_permutation_get(work->order, a % k);
            fit->bread[row * k + other] +=
                gsl_vector_get(work->coefficient, a / k) *
                gsl_vector_get(work->coefficient, a % k);
        }
    }
    return true;
}

bool irls_fit(struct irls *fit, const struct design *design, const double *y)
{
    struct work work;
    work_init(&work, design, y);
    for (size_t i = 0; i < design->n; i++)
        work.total += y[i];
    for (size_t i = 0; i < design->n; i++)
        fit->fitted[i] = (y[i] + work.total / (double)design->n) / 2;
    fit->iterations = 0;
    bool done = iterate(&work, fit) && take_bread(&work, fit);
    work_done(&work);
    return done;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/loess.h"

#include <assert.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <math.h>
#include <stdbool.h>

#include "base/mem.h"
#include "stat/bisquare.h"

/* Scratch of one fit. Rows of the operator L are what makes fitted values of
 * the values: fit = L y. */
struct loess_work {
    const double *x;
    const double *y;
    size_t n;
    double stretch; /* of the reach */
    double *robust;
    double *roots;  /* of the weights at one point */
    double *turned; /* n places */
    double *rows;   /* n * n; null: not kept */
};

static double cube(double x)
{
    return x * x * x;
}

/* Distance to the q-th nearest: the narrowest of the windows of q neighbours
 * that hold the point. */
static double reach_of(const struct loess_work *work, size_t window, double at)
{
    double reach = INFINITY;
    for (size_t i = 0; i + window <= work->n; i++)
        reach =
            fmin(reach, fmax(at - work->x[i], work->x[i + window - 1] - at));
    return reach * work->stretch;
}

static void weigh(const struct loess_work *work, double at, double reach)
{
    for (size_t i = 0; i < work->n; i++) {
        double share = fabs(work->x[i] - at) / reach;
        double weight = share < 1 ? cube(1 - cube(share)) : 0;
        work->roots[i] = sqrt(weight * work->robust[i]);
    }
}

/* The weighted polynomial about the point. Distances are in units of what they
 * can be, so columns that vanish do so because they depend on each other. */
static gsl_matrix *design_of(const struct loess_work *work, double at,
                             double reach, size_t columns)
{
    gsl_matrix *design = gsl_matrix_alloc(work->n, columns);
    if (!design)
        mem_exhausted();
    double unit = fmin(reach, work->x[work->n - 1] - work->x[0]);
    for (size_t i = 0; i < work->n; i++) {
        double power = work->roots[i];
        for (size_t column = 0; column < columns; column++) {
            gsl_matrix_set(design, i, column, power);
            power *= (work->x[i] - at) / unit;
        }
    }
    return design;
}

/* Solves R'z = (1, 0, ...); false where R has no inverse to speak of. */
static bool solve_first(const gsl_matrix *r, size_t columns, gsl_vector *z)
{
    gsl_vector_set_zero(z);
    for (size_t i = 0; i < columns; i++) {
        double sum = i ? 0 : 1;
        for (size_t j = 0; j < i; j++)
            sum -= gsl_matrix_get(r, j, i) * gsl_vector_get(z, j);
        double diagonal = gsl_matrix_get(r, i, i);
        if (fabs(diagonal) <= 1e-9 * fabs(gsl_matrix_get(r, 0, 0)))
            return false;
        gsl_vector_set(z, i, sum / diagonal);
    }
    return true;
}

/* The row of L at a point, into work->turned: sqrt(w) Q R^-T e1 of the
 * decomposition QR of the weighted design. */
static bool turn(const struct loess_work *work, double at, double reach,
                 unsigned degree)
{
    size_t columns = degree + 1;
    gsl_vector_view row = gsl_vector_view_array(work->turned, work->n);
    gsl_matrix *design = design_of(work, at, reach, columns);
    gsl_vector *tau = gsl_vector_alloc(columns);
    if (!tau)
        mem_exhausted();
    bool turned = gsl_linalg_QR_decomp(design, tau) == GSL_SUCCESS &&
                  solve_first(design, columns, &row.vector) &&
                  gsl_linalg_QR_Qvec(design, tau, &row.vector) == GSL_SUCCESS;
    gsl_vector_free(tau);
    gsl_matrix_free(design);
    for (size_t i = 0; i < work->n; i++)
        work->turned[i] *= work->roots[i];
    return turned;
}

static enum undefined round_of(struct loess *loess,
                               const struct loess_work *work)
{
    for (size_t point = 0; point < work->n; point++) {
        double at = work->x[point];
        double reach = reach_of(work, loess->window, at);
        if (reach <= 0)
            return UNDEFINED_SINGULAR;
        weigh(work, at, reach);
        if (!turn(work, at, reach, loess->degree))
            return UNDEFINED_SINGULAR;
        double fit = 0;
        for (size_t i = 0; i < work->n; i++)
            fit += work->turned[i] * work->y[i];
        loess->fit[point] = fit;
        for (size_t i = 0; work->rows && i < work->n; i++)
            work->rows[point * work->n + i] = work->turned[i];
    }
    return DEFINED;
}

static bool make_robust(const struct loess *loess,
                        const struct loess_work *work)
{
    return bisquare_weights(work->y, loess->fit, work->n, 0, work->robust,
                            work->turned);
}

static double dot(const double *one, const double *other, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += one[i] * other[i];
    return sum;
}

/* With the rows of I - L: traces of (I-L)(I-L)' and of its square, which are
 * those of the other product. */
static void deltas(struct loess *loess, const struct loess_work *work)
{
    size_t n = work->n;
    double *rows = work->rows;
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < n; j++)
            rows[i * n + j] = (i == j) - rows[i * n + j];
    }
    for (size_t i = 0; i < n; i++) {
        double own = dot(rows + i * n, rows + i * n, n);
        loess->delta1 += own;
        loess->delta2 += own * own;
        for (size_t j = 0; j < i; j++) {
            double cross = dot(rows + i * n, rows + j * n, n);
            loess->delta2 += 2 * cross * cross;
        }
    }
}

static void errors(struct loess *loess, const struct loess_work *work)
{
    double rss = 0;
    double *lengths = work->turned;
    for (size_t i = 0; i < work->n; i++) {
        const double *row = work->rows + i * work->n;
        double square = dot(row, row, work->n);
        lengths[i] = sqrt(square);
        loess->enp += square;
        double residual = work->y[i] - loess->fit[i];
        rss += residual * residual;
    }
    deltas(loess, work);
    /* As many parameters as values: nothing is left to estimate s from. */
    if (loess->delta1 <= 1e-9 * (double)work->n)
        return;
    double scale = sqrt(rss / loess->delta1);
    loess->scale = estimate_of(scale);
    loess->freedom = estimate_of(loess->delta1 * loess->delta1 / loess->delta2);
    for (size_t i = 0; i < work->n; i++)
        loess->se[i] = estimate_of(lengths[i] * scale);
}

static void work_begin(struct loess_work *work, size_t n, bool keep)
{
    work->n = n;
    work->robust = mem_alloc(n, sizeof *work->robust);
    work->roots = mem_alloc(n, sizeof *work->roots);
    work->turned = mem_alloc(n, sizeof *work->turned);
    if (keep)
        work->rows = mem_alloc(mem_product(n, n), sizeof *work->rows);
    for (size_t i = 0; i < n; i++)
        work->robust[i] = 1;
}

static void work_done(struct loess_work *work)
{
    mem_free(work->rows);
    mem_free(work->turned);
    mem_free(work->roots);
    mem_free(work->robust);
}

static enum undefined too_few(const struct loess *loess)
{
    if (!loess->n)
        return UNDEFINED_NO_DATA;
    if (loess->window < loess->degree + 2)
        return UNDEFINED_N_TOO_SMALL;
    return DEFINED;
}

void loess_fit(struct loess *loess, const double *x, const double *y, size_t n,
               double span, unsigned degree, unsigned rounds)
{
    assert(degree == 1 || degree == 2);
    double window = fmin((double)n, floor(span * (double)n + 1e-5));
    *loess = (struct loess){.n = n,
                            .window = (size_t)window,
                            .degree = degree,
                            .scale = estimate_none(UNDEFINED_SINGULAR),
                            .freedom = estimate_none(UNDEFINED_SINGULAR)};
    loess->fit = mem_alloc(n, sizeof *loess->fit);
    loess->se = mem_alloc(n, sizeof *loess->se);
    for (size_t i = 0; i < n; i++)
        loess->se[i] = estimate_none(UNDEFINED_SINGULAR);
    loess->undefined = too_few(loess);
    if (loess->undefined)
        return;
    struct loess_work work = {.x = x, .y = y, .stretch = sqrt(fmax(1, span))};
    work_begin(&work, n, rounds == 0);
    loess->undefined = round_of(loess, &work);
    if (!loess->undefined && !rounds)
        errors(loess, &work);
    while (!loess->undefined && rounds-- > 0 && make_robust(loess, &work))
        loess->undefined = round_of(loess, &work);
    work_done(&work);
}

void loess_done(struct loess *loess)
{
    mem_free(loess->se);
    mem_free(loess->fit);
}

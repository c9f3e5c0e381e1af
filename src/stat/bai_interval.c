/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/bai_interval.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_roots.h>
#include <gsl/gsl_sf_erf.h>
#include <math.h>
#include <stdbool.h>

#define MOST_STEPS 200
#define FARTHEST 1e12

/* ln of the lower tail of the normal law, also where it is below 1e-308. */
static double log_below(double x)
{
    return gsl_sf_log_erfc(-x / M_SQRT2) - M_LN2;
}

/* With a = -(1/2 + q) sqrt(x), exp(q(1+q)x/2) Phi(a) and so on are products of
 * what overflows and what underflows: their logarithms are added first. */
static double below_left(double x, double xi, double phi)
{
    double q = xi / phi;
    double root = sqrt(x);
    double far = (phi + 2 * xi) / (phi + xi);
    double density = root * exp(-x / 8) / sqrt(2 * M_PI);
    double over =
        far / q * exp(q * (1 + q) * x / 2 + log_below(-(0.5 + q) * root));
    double under = (x / 2 - 2 + far * far * (phi + xi) / xi) *
                   gsl_cdf_ugaussian_Q(root / 2);
    return under - density - over;
}

static double below_right(double x, double xi, double phi)
{
    double q = xi * xi / phi;
    double root = sqrt(x);
    double far = (2 * phi + xi) / (phi + xi);
    double density = sqrt(q) * root * exp(-q * x / 8) / sqrt(2 * M_PI);
    double over =
        xi / phi * far *
        exp((phi + xi) * x / 2 + log_below(-(phi + xi / 2) / sqrt(phi) * root));
    double under = (far * far * (phi + xi) / phi - 2 + q * x / 2) *
                   gsl_cdf_ugaussian_Q(sqrt(q) * root / 2);
    return 1 + density + over - under;
}

double bai_interval_below(double x, double xi, double phi)
{
    return x < 0 ? below_left(-x, xi, phi) : below_right(x, xi, phi);
}

struct question {
    double p;
    double xi;
    double phi;
};

static double miss(double x, void *data)
{
    const struct question *asked = data;
    return bai_interval_below(x, asked->xi, asked->phi) - asked->p;
}

static bool solve(gsl_root_fsolver *solver, gsl_function *function, double low,
                  double high, double *root)
{
    if (gsl_root_fsolver_set(solver, function, low, high) != GSL_SUCCESS)
        return false;
    for (int step = 0; step < MOST_STEPS; step++) {
        if (gsl_root_fsolver_iterate(solver) != GSL_SUCCESS)
            return false;
        low = gsl_root_fsolver_x_lower(solver);
        high = gsl_root_fsolver_x_upper(solver);
        *root = gsl_root_fsolver_root(solver);
        if (gsl_root_test_interval(low, high, 1e-12, 1e-12) == GSL_SUCCESS)
            return true;
    }
    return false;
}

struct estimate bai_interval_quantile(double p, bool upper, double xi,
                                      double phi)
{
    struct question asked = {p, xi, phi};
    gsl_function function = {miss, &asked};
    double side = upper ? 1 : -1;
    double far = 1;
    double root = 0;
    if (side * miss(0, &asked) >= 0)
        return estimate_none(UNDEFINED_NOT_REACHED);
    while (side * miss(side * far, &asked) < 0 && far < FARTHEST)
        far *= 2;
    gsl_root_fsolver *solver = gsl_root_fsolver_alloc(gsl_root_fsolver_brent);
    bool solved = solver && far < FARTHEST &&
                  solve(solver, &function, fmin(0, side * far),
                        fmax(0, side * far), &root);
    if (solver)
        gsl_root_fsolver_free(solver);
    return solved ? estimate_of(root) : estimate_none(UNDEFINED_NOT_REACHED);
}

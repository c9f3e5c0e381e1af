/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A break at an unknown year: Quandt's and Andrews' supF, and the averages of
 * Andrews and Ploberger (1994). Statistics are k times the F of Chow's test
 * (chi-squared scale), as R's strucchange prints them. */
#ifndef STAT_SUP_F_H
#define STAT_SUP_F_H

#include "stat/estimate.h"
#include "stat/segment.h"

enum sup_f_kind {
    SUP_F, /* the largest */
    AVE_F, /* their mean */
    EXP_F, /* ln of the mean of exp(F/2) */
    SUP_F_KINDS,
};

struct sup_f {
    size_t first; /* candidates: values left of the break; 15 % are trimmed, */
    size_t last;  /* and never fewer than 5 */
    size_t at;    /* the largest, the first of equal ones */
    struct {
        struct estimate value;
        struct estimate p_residual; /* of the bootstraps: sup_f_bootstrap() */
        struct estimate p_sieve;
    } of[SUP_F_KINDS];
};

/* Undefined as chow_test(). p-values are UNDEFINED_NO_DATA. */
struct sup_f sup_f_test(const double *values, size_t n, enum regime regime);

/* Fills the p-values: the share of `draws` (at least 1) series without a break
 * that reach the statistic, (1 + reached) / (1 + draws). Residual: the
 * residuals of the one regime, drawn with replacement. Sieve: an AR(1) is
 * fitted to them first, its innovations are drawn, so yearly swings that
 * follow each other do not count as a break. The same seed gives the same p
 * (MT19937). */
void sup_f_bootstrap(struct sup_f *test, const double *values, size_t n,
                     enum regime regime, size_t draws, unsigned long seed);

/* Asymptotic critical value of supF at 10, 5 or 1 per cent with 15 % trimmed
 * (Andrews 1993 as corrected 2003, by Hansen's approximation): for independent
 * years only. */
double sup_f_critical(enum regime regime, unsigned percent);

#endif

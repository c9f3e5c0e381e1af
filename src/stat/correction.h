/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mann-Kendall's test corrected for autocorrelation, without which it finds
 * trends in a third of series that have none (methods 4.3). p from the normal
 * law, as in the packages that have these corrections. */
#ifndef STAT_CORRECTION_H
#define STAT_CORRECTION_H

#include <stddef.h>
#include <stdint.h>

#include "stat/annual.h"
#include "stat/estimate.h"

enum correction_method {
    CORRECTION_BCPW,          /* prewhitened by the bias-corrected lag 1 that is
                                 estimated with the trend (Hamed 2009): the
                                 default */
    CORRECTION_HAMED_RAO,     /* variance of S by significant lags up to 3 */
    CORRECTION_HAMED_RAO_ALL, /* by all significant lags (Hamed and Rao 1998),
                                 chance ones too */
    CORRECTION_PREWHITENED,   /* by the lag 1 of the series itself (von Storch
                                 1995): takes part of the trend away */
    CORRECTION_TFPW,          /* trend-free prewhitening (Yue and Pilon 2002):
                                 no safer than the plain test; to replicate
                                 published work */
};

struct correction {
    enum undefined undefined; /* of z and p */
    enum correction_method method;
    size_t n; /* values that S is of: one less where prewhitened */
    int64_t s;
    double variance; /* of S, corrected; can be negative: then undefined */
    struct estimate z;
    struct estimate p;
    struct estimate lag1;       /* what it was prewhitened by */
    struct estimate lag1_raw;   /* before its bias was corrected (BCPW) */
    struct estimate factor;     /* n / n* of Hamed and Rao */
    struct estimate z_absolute; /* Hamed and Rao with 1 + |n / n* - 1|, as
                                   pyMannKendall has it: never negative, but
                                   negative autocorrelation widens it too */
    struct estimate p_absolute;
    struct estimate slope; /* Sen's, of what was tested; TFPW: with the trend
                              put back; Hamed and Rao: of the series */
    size_t lags;           /* significant lags that were used */
};

/* UNDEFINED_GAPS where years are missing, UNDEFINED_N_TOO_SMALL below
 * ANNUAL_LEAST_CORRECTED, UNDEFINED_CONSTANT, UNDEFINED_SINGULAR where lag and
 * trend cannot be told apart (an exact line), UNDEFINED_NEGATIVE_VARIANCE. */
struct correction correction_test(struct annual series,
                                  enum correction_method method);

/* The same from 5 years on, to be compared with other programs. */
struct correction correction_compute(struct annual series,
                                     enum correction_method method);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several breaks at unknown years (Bai and Perron 1998, 2003): for each number
 * of breaks the segmentation with the least residual sum of squares, exactly;
 * the number by BIC. A trend looks like several shifts of the mean, so one is
 * never told without its rival. */
#ifndef STAT_BAI_PERRON_H
#define STAT_BAI_PERRON_H

#include "stat/estimate.h"
#include "stat/segment.h"

#define BAI_PERRON_MOST ((size_t)6)

/* The best with so many breaks. */
struct bai_perron_fit {
    double rss;
    struct estimate bic; /* n ln(RSS/n) + n(1+ln 2pi) + (k+1)(m+1) ln n */
    struct estimate lwz; /* ln(RSS/(n-p)) + 0.299 p/n (ln n)^2.1,
                            p = (k+1)(m+1) - 1 */
    size_t at[BAI_PERRON_MOST];
};

/* A break of the chosen number. */
struct bai_perron_break {
    size_t at;            /* values up to the last of the left regime */
    struct estimate low;  /* interval for `at` (Bai 1997), whole numbers */
    struct estimate high; /* rounded outward; may reach past the series */
};

struct bai_perron {
    enum undefined undefined;
    enum regime regime;
    size_t n;
    size_t least; /* years of a regime: max(5, floor(0.15 n)) */
    size_t most;  /* breaks looked for */
    struct bai_perron_fit fits[BAI_PERRON_MOST + 1]; /* 0 to most breaks */
    size_t chosen;     /* breaks with the least BIC, the fewest of equals */
    size_t chosen_lwz; /* the same by LWZ */
    struct bai_perron_break breaks[BAI_PERRON_MOST]; /* of `chosen` */
    struct segment regimes[BAI_PERRON_MOST + 1];     /* of `chosen` */
};

/* `level` of the intervals: 0.95. UNDEFINED_N_TOO_SMALL below 20 years,
 * UNDEFINED_CONSTANT where all values are equal. A fit without residuals has
 * no BIC (UNDEFINED_SINGULAR) and beats every other. An interval is
 * UNDEFINED_CONSTANT next to a regime without residuals and
 * UNDEFINED_NOT_REACHED where one side holds less than its tail.
 * O(n^2) steps. */
void bai_perron_search(struct bai_perron *result, const double *values,
                       size_t n, enum regime regime, double level);

/* What describes a series best, by BIC. */
enum rival {
    RIVAL_MEAN,   /* no change at all */
    RIVAL_SHIFTS, /* breaks of the mean */
    RIVAL_LINE,   /* one trend */
    RIVAL_LINES,  /* trend and break */
};

/* The least BIC of the four (means.fits[0], means.fits[means.chosen], and the
 * same of lines). Both are defined. */
enum rival bai_perron_best(const struct bai_perron *means,
                           const struct bai_perron *lines);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slope, growth, direction and breaks of an annual series (methods 4): sizes
 * first, and p only with its correction. */
#ifndef ANALYSIS_TREND_H
#define ANALYSIS_TREND_H

#include "analysis/series.h"

/* What --variant may ask for besides the default; bits of trend_ask. */
enum trend_variant {
    TREND_SEN,     /* intercepts, other interval */
    TREND_OLS,     /* classical and other errors, fit */
    TREND_POISSON, /* all of the fit */
    TREND_LOGLINEAR,
    TREND_CAGR,
    TREND_TAU_A,
    TREND_HAMED_RAO,
    TREND_HAMED_RAO_3,
    TREND_HAMED_RAO_ABS,
    TREND_PREWHITENED,
    TREND_TFPW,
    TREND_VOLATILITY,
    TREND_PETTITT,
    TREND_CUSUM,
    TREND_PARTITION,
    TREND_VARIANTS,
};

struct trend_ask {
    enum each each; /* EACH_NONE and EACH_YEAR: one series of years */
    int span;
    uint64_t variants;  /* bits of enum trend_variant */
    const char *breaks; /* "2005", "search"; null: none */
    const char *smooth; /* "trailing:5"; null: none */
    size_t draws;       /* of the bootstrap */
    unsigned long seed;
};

/* One table. Columns are the same whatever is asked for (doc/columns.md).
 * ERR_REQUEST: tests of moving averages or overlapping periods
 * (overlap_forbidden), a year of a break outside of the series, words that are
 * none, and what lines_build() refuses. */
struct result *trend_result(const struct study *study,
                            const struct question *question,
                            const struct trend_ask *ask, struct err *err);

#endif

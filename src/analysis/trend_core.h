/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside analysis/ only: what trend computes of every series. */
#ifndef ANALYSIS_TREND_CORE_H
#define ANALYSIS_TREND_CORE_H

#include "analysis/yearly.h"
#include "stat/correction.h"
#include "stat/growth.h"
#include "stat/kendall.h"
#include "stat/ols.h"
#include "stat/poisson.h"
#include "stat/sen.h"

struct trend_core {
    size_t lags; /* of Newey-West */
    struct sen sen;
    struct ols ols;
    struct poisson_trend poisson;
    struct growth_loglinear loglinear;
    struct estimate cagr; /* from means of the first and the last five years */
    struct kendall kendall;
    struct correction corrected;
    struct estimate lag1; /* of the series less Sen's slope */
    double bound;         /* of it; 0: fewer than 2 values */
};

void trend_core_compute(struct trend_core *core, const struct yearly *yearly);

#endif

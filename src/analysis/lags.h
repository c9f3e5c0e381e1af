/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times from order to delivery, with orders that are still open counted as
 * such (methods 8). Everything lives in the study's arena. */
#ifndef ANALYSIS_LAGS_H
#define ANALYSIS_LAGS_H

#include "analysis/orders.h"
#include "analysis/sides.h"
#include "result/result.h"
#include "stat/log_rank.h"
#include "stat/survival.h"

enum {
    LAG_HORIZON = 10,    /* years to which the mean is taken */
    LAG_TESTED_FROM = 10 /* orders of a group that is put to the test */
};

struct lag_question {
    enum by by;  /* the groups: BY_SUPPLIER, BY_RECIPIENT, BY_CATEGORY,
                    BY_WEAPON, or BY_WORLD for one of all */
    bool last;   /* to the last delivery; else to the first */
    bool curves; /* whole curves, a time a row */
};

/* Orders with and without those whose years are uncertain. */
enum { LAG_ALL, LAG_CERTAIN, LAG_SAMPLES };

struct lag_group {
    struct str name;
    struct survival curves[LAG_SAMPLES];
};

/* Orders that are in no curve, by why. */
struct lags_aside {
    size_t undated;    /* no year of order */
    size_t before;     /* ordered before the data begin, or before the years
                          that are asked for */
    size_t after;      /* likewise behind */
    size_t early;      /* delivered before they were ordered */
    size_t incomplete; /* to the last delivery: nothing says whether that was
                          all */
};

struct lags {
    const struct study *study;
    const struct question *question;
    const struct lag_question *asked;
    struct sides sides;
    struct period ordered; /* years of the orders */
    bool clipped;
    int end;           /* last year of the data: what is open then is open */
    bool tells_orders; /* orders without a delivery are in the data */
    struct lag_group whole;
    struct lag_group *groups; /* most orders first, then by name */
    size_t count;
    size_t listed; /* the first so many */
    struct lags_aside aside;
    struct log_rank test; /* between groups of LAG_TESTED_FROM orders */
    size_t tested;
};

/* question->years are those of the orders; without a word all covered ones.
 * ERR_REQUEST when the source names no deals or none of the years of their
 * deliveries. */
struct result *lags_result(const struct study *study,
                           const struct question *question,
                           const struct lag_question *asked, struct err *err);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statistics of one series in the order of a table: each is a row of machine
 * formats, and those with a label are rows of the table too. Everything lives
 * in the arena. */
#ifndef ANALYSIS_TREND_LIST_H
#define ANALYSIS_TREND_LIST_H

#include "analysis/study.h"
#include "analysis/yearly.h"
#include "result/result.h"
#include "stat/interval.h"

#define TREND_LEVEL 0.95

enum trend_look {
    LOOK_AMOUNT, /* of the series: scaled, without sign */
    LOOK_CHANGE, /* the same with its sign */
    LOOK_RATE,   /* signed, one decimal: per cent a year */
    LOOK_COUNT,  /* whole */
    LOOK_INDEX,  /* two decimals: tau, F */
    LOOK_YEAR,   /* no thousands, low and high as "1896–1903" */
};

struct trend_entry {
    const char *statistic; /* machine names; null: an empty line of the table */
    const char *variant;
    const char *label; /* null: in machine formats only */
    struct period years;
    size_t n;
    enum trend_look look;
    struct estimate value;
    struct interval interval;
    double level;            /* of the interval; 0: none, or no such thing */
    struct estimate p;       /* UNDEFINED_NO_DATA: there is no such thing */
    struct estimate p_plain; /* as if years were independent */
    bool shows_p;            /* in the table: p, or the plain one without it */
    const char *beside;      /* text in place of the interval, or null */
    const char *note;        /* of machine formats; "" */
};

struct trend_list {
    struct arena *arena;
    struct trend_entry *items;
    size_t count;
    size_t cap;
};

/* An entry for the whole of the series, nothing but its names and number. */
struct trend_entry *trend_list_add(struct trend_list *list,
                                   const struct yearly *yearly,
                                   const char *statistic, const char *variant,
                                   const char *label);

/* An empty line of the table, unless it is the first or stands there. */
void trend_list_space(struct trend_list *list);

/* The columns of trend's machine formats. */
void trend_list_columns(struct result *result);

/* Adds all entries as rows. */
void trend_list_rows(const struct trend_list *list, struct result *result,
                     const struct study *study, const struct yearly *yearly);

/* Adds columns and rows of the table: amounts are divided by `scale`, and all
 * of them have the decimals that suit the largest of the series. */
void trend_list_view(const struct trend_list *list, struct result *result,
                     const struct yearly *yearly, double scale);

/* The decimals that the amounts of a series have in tables. */
unsigned trend_amount_decimals(const struct yearly *yearly, double scale);

/* So many decimals that numbers of this size have three digits; 0 from 100
 * on, at most 9. */
unsigned trend_decimals(double size);

/* "no_record" and what it means: "nothing is recorded". */
const char *trend_reason_words(enum undefined undefined);

#endif

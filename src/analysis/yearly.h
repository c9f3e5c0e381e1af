/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One annual series as statistics see it: years and doubles. This is the door
 * from exact amounts. Years without a delivery are zeros where the data tell
 * of them; years that nobody tells anything of are gaps and never zeros.
 * Everything lives in the study's arena. */
#ifndef ANALYSIS_YEARLY_H
#define ANALYSIS_YEARLY_H

#include "analysis/lines.h"
#include "stat/annual.h"

struct yearly {
    const char *name;     /* of the series, as machine formats have it */
    struct period period; /* asked for, or that of the data */
    int span;             /* years in each value: 1, or those of --each window,
                             whose values are yearly means */
    size_t n;
    double *years;  /* ascending; the middle of a window */
    double *steps;  /* years, or windows, from the first one on: 0, 1, ... */
    double *values; /* in the study's unit */
    int *from;      /* first and last year of each */
    int *to;
    size_t missing;            /* years (or windows) without a value between the
                                  first and the last one: gaps */
    const char *missing_years; /* "1991;1993", or "" */
    bool trimmed; /* years at an end, in which a place did not exist and nothing
                     is recorded, are left out */
    size_t zeros;
    size_t largest; /* position of the largest, the first of equal ones */
};

/* A line of a series, by its pieces: years or windows. */
void yearly_of_line(struct yearly *yearly, const struct series *series,
                    const struct line *line);

/* What a file of two columns holds within the period. `span`: 1, or the years
 * of windows counted back from the last year; a window with a gap is one. */
void yearly_of_file(struct yearly *yearly, const struct study *study,
                    struct period period, int span);

/* As the statistics take it. */
static inline struct annual yearly_annual(const struct yearly *yearly)
{
    return (struct annual){yearly->n, yearly->years, yearly->values};
}

/* The same with a window for a year: what follows what. */
static inline struct annual yearly_steps(const struct yearly *yearly)
{
    return (struct annual){yearly->n, yearly->steps, yearly->values};
}

/* The mean of a run of values. */
double yearly_mean(const struct yearly *yearly, size_t first, size_t count);

/* The years of a run of values, or "1991–95". */
struct period yearly_run(const struct yearly *yearly, size_t first,
                         size_t count);

/* The years of a value: "2018", "2014–18". */
const char *yearly_label(const struct yearly *yearly, size_t at,
                         struct arena *arena);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of times from order to delivery. */
#ifndef ANALYSIS_LAGS_VIEW_H
#define ANALYSIS_LAGS_VIEW_H

#include "analysis/lags.h"

/* How the times are to be read, and which orders are in none of them. */
void lags_notes(struct result *result, const struct lags *lags);

/* A group a line. */
void lags_view(struct result *result, const struct lags *lags);

/* A time a line, group after group. */
void lags_curve_view(struct result *result, const struct lags *lags);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What machines read of times from order to delivery. */
#ifndef ANALYSIS_LAGS_COLUMNS_H
#define ANALYSIS_LAGS_COLUMNS_H

#include "analysis/lags.h"

/* Columns and rows: each listed group and the whole, with all its orders and
 * without those of uncertain years. */
void lags_columns(struct result *result, const struct lags *lags);

/* A row for each time of each curve. */
void lags_curve_columns(struct result *result, const struct lags *lags);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What places deliver against what they receive (methods 6.2): balance X - M,
 * normalised (X - M) / (X + M), and the Grubel-Lloyd index of two-way trade,
 * 1 - |X - M| / (X + M), of all goods and of the categories, where it is 1 -
 * sum |X_k - M_k| / sum (X_k + M_k). */
#ifndef ANALYSIS_BALANCE_H
#define ANALYSIS_BALANCE_H

#include "analysis/study.h"
#include "result/result.h"

/* The cube holds suppliers and recipients, and categories if there are any.
 * Places that the question lists on either side are the rows. */
struct result *balance_result(const struct study *study,
                              const struct question *question, struct err *err);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Supplier by recipient: the largest of both, others and totals. Long in
 * machine formats. */
#ifndef ANALYSIS_MATRIX_H
#define ANALYSIS_MATRIX_H

#include "analysis/study.h"
#include "result/result.h"

/* ERR_REQUEST when the study does not divide both sides. */
struct result *matrix_result(const struct study *study,
                             const struct question *question, struct err *err);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* First digits of customs values against Benford's law (methods 9): a
 * description of how the values are made, never evidence of fraud. */
#ifndef ANALYSIS_FIRST_DIGITS_H
#define ANALYSIS_FIRST_DIGITS_H

#include "analysis/study.h"
#include "result/result.h"

/* Of the study's rows, named as `name`. Fewer than 300 values, or values of
 * less than three orders of magnitude, have digits and no statistics.
 * ERR_REQUEST: not customs values in money. */
struct result *first_digits_result(const struct study *study, const char *name,
                                   struct err *err);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From what stat/ found to cells of a result. */
#ifndef ANALYSIS_ESTIMATES_H
#define ANALYSIS_ESTIMATES_H

#include "result/value.h"
#include "stat/estimate.h"

/* The reason code of an undefined statistic; REASON_NONE of a defined one. */
enum reason estimate_reason(enum undefined undefined);

/* A cell with so many decimals in tables, or null with its reason. */
struct value estimate_value(struct estimate estimate, unsigned decimals);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fact sheet's tables: the largest exporters (or importers) with their
 * three main partners (interface 5.2). Needs supplier, recipient and year. */
#ifndef ANALYSIS_FACTSHEET_H
#define ANALYSIS_FACTSHEET_H

#include "analysis/study.h"
#include "result/result.h"

/* question->by is BY_SUPPLIER or BY_RECIPIENT; ERR_REQUEST when the study does
 * not divide both sides. A tie for the third partner is noted. */
struct result *factsheet_result(const struct study *study,
                                const struct question *question,
                                struct err *err);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How alike the structures of places are (Finger and Kreinin 1979): of two
 * suppliers with shares a_j and b_j of recipients j, sum min(a_j, b_j), from 0
 * (no recipient in common) to 1 (the same shares). Between places in one
 * period, and of each place with itself in the period before. */
#ifndef ANALYSIS_SIMILARITY_H
#define ANALYSIS_SIMILARITY_H

#include "analysis/study.h"
#include "result/result.h"

/* question->by: BY_SUPPLIER (by recipients, the default) or BY_RECIPIENT (by
 * suppliers). Places that the question lists are held against all others. The
 * cube holds both. */
struct result *similarity_result(const struct study *study,
                                 const struct question *question,
                                 struct err *err);

#endif

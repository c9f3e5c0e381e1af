/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In what suppliers are specialised (methods 6.3): revealed comparative
 * advantage (Balassa 1965), RCA = (x_ik / X_i) / (X_k / X); its symmetric form
 * (R - 1) / (R + 1); and Krugman's index, sum |s_ik - s_k| against the shares
 * of all others, from 0 to 2. With question->by BY_RECIPIENT the same of what
 * recipients receive. */
#ifndef ANALYSIS_SPECIALISATION_H
#define ANALYSIS_SPECIALISATION_H

#include "analysis/study.h"
#include "result/result.h"

/* The cube holds that side and categories. */
struct result *specialisation_result(const struct study *study,
                                     const struct question *question,
                                     struct err *err);

#endif

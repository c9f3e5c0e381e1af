/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much more pairs trade than their sizes would have them (methods 6.3):
 * (x_ij / X_i) / (M_j / W), and Kojima's form, whose denominator is M_j / (W -
 * M_i), as nobody receives from itself. 1: as much as the recipient receives
 * from all. */
#ifndef ANALYSIS_INTENSITY_H
#define ANALYSIS_INTENSITY_H

#include "analysis/study.h"
#include "result/result.h"

/* The cube holds pairs; places that the question lists choose rows. */
struct result *intensity_result(const struct study *study,
                                const struct question *question,
                                struct err *err);

#endif

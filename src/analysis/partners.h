/* SPDX-License-Identifier: GPL-3.0-or-later */
/* To whom a supplier delivers, from whom a recipient receives, and the share
 * of both sides (interface 5.3). */
#ifndef ANALYSIS_PARTNERS_H
#define ANALYSIS_PARTNERS_H

#include "analysis/study.h"
#include "result/result.h"

/* question->asked names exactly one side (the other is listed); the cube holds
 * supplier, recipient and year of everything in the scope, so that both sides'
 * shares and the world's can be told where the scope allows. `world`: a study
 * of suppliers' (or recipients') totals of the same release, or null: gives
 * "2.0 % of world deliveries, rank 10" when the study itself cannot. */
struct result *partners_result(const struct study *study,
                               const struct question *question,
                               const struct study *world, struct err *err);

#endif

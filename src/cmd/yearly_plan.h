/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a question about amounts year by year wants from the data: of series and
 * trend. */
#ifndef CMD_YEARLY_PLAN_H
#define CMD_YEARLY_PLAN_H

#include "cmd/answer.h"

/* Sets what is read and how many rows a table lists. The sides that are asked
 * about are not applied while reading: the cube holds the world. */
void yearly_plan(struct plan *plan, const struct request *request);

/* Whether the release tells apart what the rows are of. */
bool yearly_check(const struct release *release, enum each each,
                  struct err *err);

#endif

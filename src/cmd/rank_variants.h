/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables that `rank --variant` names: they stand in place of the default
 * one. */
#ifndef CMD_RANK_VARIANTS_H
#define CMD_RANK_VARIANTS_H

#include "cmd/answer.h"
#include "cmd/command.h"

extern const struct variant rank_variants[];

/* What they cannot be put together with. */
bool rank_variants_check(const struct request *request, struct err *err);

/* Whether single rows are wanted. */
bool rank_variants_need_rows(const struct request *request);

/* Adds a result for each that is asked for. */
bool rank_variants_build(struct answer *answer, const struct study *study,
                         const struct question *question, struct err *err);

#endif

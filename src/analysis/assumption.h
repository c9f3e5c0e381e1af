/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a result has to say of how its amounts came about. */
#ifndef ANALYSIS_ASSUMPTION_H
#define ANALYSIS_ASSUMPTION_H

#include "analysis/study.h"
#include "result/result.h"

/* Years that --assume even-split made are named under the title, in a note, in
 * the sentence and in the column `note` of every row; that pieces of different
 * weapons were added together, in a note. Each note also stands under the
 * table. */
void assumption_say(struct result *result, const struct study *study,
                    const struct filter *asked);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table and the sentence of a ranking. */
#ifndef ANALYSIS_RANK_VIEW_H
#define ANALYSIS_RANK_VIEW_H

#include "analysis/ranking.h"

void rank_view(struct result *result, const struct ranking *ranking);

/* One sentence a listed row; `others` are the other releases' rankings. */
void rank_sentence(struct result *result, const struct ranking *ranking,
                   const struct ranking *others, size_t other_count);

#endif

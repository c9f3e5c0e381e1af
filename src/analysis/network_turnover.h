/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links of a period against those of the one before, as part of the summary. */
#ifndef ANALYSIS_NETWORK_TURNOVER_H
#define ANALYSIS_NETWORK_TURNOVER_H

#include "analysis/network.h"

/* Rows for machines, null where there is nothing to compare with; none when
 * nobody asked (--previous none). */
void network_turnover_rows(struct result *result,
                           const struct networks *networks);

/* The same for people, where there is something to compare with. */
void network_turnover_view(struct result *result,
                           const struct networks *networks);

#endif

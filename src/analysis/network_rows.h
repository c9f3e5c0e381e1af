/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns that all tables of networks but that of the links share: a
 * statistic a row, of the whole network or of a place, or of a link. */
#ifndef ANALYSIS_NETWORK_ROWS_H
#define ANALYSIS_NETWORK_ROWS_H

#include "analysis/network.h"

/* What a row says; the rest may be left out. */
struct network_row {
    const char *statistic;
    const char *variant;
    struct str place; /* or supplier of a link */
    struct str partner;
    struct value value; /* null: its reason stands in `reason` */
    const char *note;
    struct period before;  /* compared with; zero: none */
    struct value previous; /* the same of the network before */
};

void network_columns(struct result *result);

void network_row(struct result *result, const struct network *network,
                 const struct network_row *row);

#endif

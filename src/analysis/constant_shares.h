/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Suppliers' changes at constant market shares, as tables: of those that were
 * named together, with both base periods and their mean; else of every
 * supplier by itself. market_share.h has the definitions. */
#ifndef ANALYSIS_CONSTANT_SHARES_H
#define ANALYSIS_CONSTANT_SHARES_H

#include "analysis/study.h"
#include "result/result.h"

enum shares_form {
    SHARES_PLAIN,      /* world, markets, shares, new markets */
    SHARES_OTHERS,     /* growth of what all others deliver */
    SHARES_CATEGORIES, /* a market is a recipient's category */
    SHARES_PARTS,      /* structural, share and second-order term */
};

/* The cube holds suppliers and recipients (and categories for
 * SHARES_CATEGORIES). ERR_REQUEST: no period before; not all suppliers are in
 * the data. */
struct result *constant_shares_result(const struct study *study,
                                      const struct question *question,
                                      enum shares_form form, struct err *err);

#endif

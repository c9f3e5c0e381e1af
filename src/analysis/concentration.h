/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many suppliers (recipients, ...) share the trade and how evenly, and on
 * how few each recipient depends (methods 5 and 6.1). */
#ifndef ANALYSIS_CONCENTRATION_H
#define ANALYSIS_CONCENTRATION_H

#include "analysis/series.h"
#include "analysis/study.h"
#include "result/result.h"
#include "trade/merge.h"

enum concentration_table {
    CONCENTRATION_PLAIN,
    CONCENTRATION_INDICES,       /* all indices in the table */
    CONCENTRATION_CONTRIBUTIONS, /* who changed HHI, by how much */
    CONCENTRATION_LORENZ,        /* cumulative shares */
    CONCENTRATION_GROUPS,        /* Theil's indices within and between groups */
};

struct concentration_request {
    enum concentration_table table;
    enum each each;
    int span;
    const struct merge *groups; /* of CONCENTRATION_GROUPS */
};

/* One table with a row for each of what `each` says; question->by is what is
 * counted, over five years by default. Contributions, the Lorenz curve and
 * groups are of one period: `each` is then EACH_NONE. ERR_REQUEST as for
 * subjects_build(), and contributions without a period before. */
struct result *concentration_result(const struct study *study,
                                    const struct question *question,
                                    const struct concentration_request *request,
                                    struct err *err);

#endif

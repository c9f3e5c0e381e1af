/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What exporters and what importers report, apart: a sink that adds each to a
 * cube of its own while the files are read. */
#ifndef ANALYSIS_MIRROR_REPORTS_H
#define ANALYSIS_MIRROR_REPORTS_H

#include "trade/cube.h"

struct mirror_reports {
    struct cube exports; /* by supplier, recipient, category and year */
    struct cube imports;
};

void mirror_reports_init(struct mirror_reports *reports);
void mirror_reports_done(struct mirror_reports *reports);

/* ERR_REQUEST: flows that are neither, or of another unit. */
struct flow_sink mirror_reports_sink(struct mirror_reports *reports);

/* ERR_REQUEST: one of the two is not there, or they count different things. */
bool mirror_reports_check(const struct mirror_reports *reports,
                          struct err *err);

#endif

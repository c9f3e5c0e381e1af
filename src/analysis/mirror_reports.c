/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/mirror_reports.h"

#define DIMS (DIM_SUPPLIER | DIM_RECIPIENT | DIM_CATEGORY | DIM_YEAR)

void mirror_reports_init(struct mirror_reports *reports)
{
    cube_init(&reports->exports, DIMS);
    cube_init(&reports->imports, DIMS);
}

void mirror_reports_done(struct mirror_reports *reports)
{
    cube_done(&reports->exports);
    cube_done(&reports->imports);
}

static bool take(void *context, const struct flow *flow, struct err *err)
{
    struct mirror_reports *reports = context;
    switch (flow->measure) {
    case MEASURE_CUSTOMS_EXPORT:
    case MEASURE_REPORT_EXPORT:
        return cube_add(&reports->exports, flow, err);
    case MEASURE_CUSTOMS_IMPORT:
    case MEASURE_REPORT_IMPORT:
        return cube_add(&reports->imports, flow, err);
    default:
        return err_set(err, ERR_REQUEST,
                       "mirror compares what exporters report with what "
                       "importers report, and these data are one account of "
                       "each %s; give UN Comtrade, UNROCA, or a table with a "
                       "column 'measure' that says which report a row is",
                       measure_word(flow->measure));
    }
}

struct flow_sink mirror_reports_sink(struct mirror_reports *reports)
{
    return (struct flow_sink){.take = take, .context = reports};
}

static bool refuse_one_side(const char *there, const char *missing,
                            struct err *err)
{
    return err_set(err, ERR_REQUEST,
                   "these data hold what %s report only; mirror needs what %s "
                   "report as well, in the same file or in a second one",
                   there, missing);
}

bool mirror_reports_check(const struct mirror_reports *reports, struct err *err)
{
    const struct cube *exports = &reports->exports;
    const struct cube *imports = &reports->imports;
    if (!imports->begun)
        return refuse_one_side("exporters", "importers", err);
    if (!exports->begun)
        return refuse_one_side("importers", "exporters", err);
    if (exports->unit == imports->unit &&
        measure_mirrors(exports->measure, imports->measure))
        return true;
    return err_set(err, ERR_REQUEST,
                   "exports are counted as %s (%s) and imports as %s (%s): "
                   "these are never compared; give reports of one kind",
                   unit_title(exports->unit), measure_word(exports->measure),
                   unit_title(imports->unit), measure_word(imports->measure));
}

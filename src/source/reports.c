/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose reports count, where exporters and importers report the same trade. */
#include <config.h>

#include "source/source.h"

static bool refuse(const struct reading *reading, const char *asked,
                   const char *told, struct err *err)
{
    return err_set(err, ERR_REQUEST,
                   "--reports %s: %s holds what %s report only; leave "
                   "--reports out, or give a file that holds both",
                   asked, reading->name, told);
}

bool source_choose_reports(const struct reading *reading, bool *exports,
                           bool *imports, struct err *err)
{
    bool exporters = *exports, importers = *imports;
    switch (reading->options.reports) {
    case REPORTS_FOUND:
        *imports = !exporters;
        break;
    case REPORTS_EXPORTERS:
        *imports = false;
        return exporters || !importers ||
               refuse(reading, "exporters", "importers", err);
    case REPORTS_IMPORTERS:
        *exports = false;
        return importers || !exporters ||
               refuse(reading, "importers", "exporters", err);
    case REPORTS_BOTH:
        break;
    }
    return true;
}

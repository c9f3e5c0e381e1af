/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The extracts that come with the program, and where they are:
 * ARMSTATS_DATADIR, the installed data folder, or the source tree when the
 * program runs from the folder it was built in. */
#ifndef CMD_BUNDLE_H
#define CMD_BUNDLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "trade/filter.h"
#include "trade/period.h"

/* Path of a file or folder below the data folder ("plots",
 * "datasets/sipri-2024"); null when it is nowhere. */
const char *bundle_path(struct arena *arena, const char *name);

/* What a question needs to be told from. */
enum bundle_need {
    NEED_SUPPLIERS, /* suppliers' totals by year */
    NEED_PAIRS,     /* one supplier's recipients by year */
    NEED_DEALS,     /* the deals of one pair */
};

/* One extract, as its datapackage.json describes it. */
struct bundle_file {
    int release;
    enum bundle_need holds;
    const char *path; /* to open */
    const char *name; /* "suppliers.csv" */
    const char *title;
    const char *supplier; /* whose it is, "" for all */
    const char *recipient;
    const char *years; /* "2004–23" */
    const char *terms; /* of the source */
    const char *source;
    const char *sha256; /* of the file it was taken from */
};

/* All extracts, newest release first. ERR_SYSTEM: no data folder. */
bool bundle_list(struct arena *arena, const struct bundle_file **files,
                 size_t *count, struct err *err);

/* The extract that answers: of that release (0: the newest), holding at least
 * what is needed and the places that the filter names. ERR_REQUEST tells what
 * the bundle holds and what to download. */
const struct bundle_file *bundle_find(struct arena *arena, int release,
                                      enum bundle_need need,
                                      const struct filter *filter,
                                      struct err *err);

#endif

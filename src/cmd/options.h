/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one table of options: it parses, prints --help, feeds completion, and
 * says which command takes which. */
#ifndef CMD_OPTIONS_H
#define CMD_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/opt.h"

enum option_id {
    O_SUPPLIER,
    O_RECIPIENT,
    O_NOT_SUPPLIER,
    O_NOT_RECIPIENT,
    O_CATEGORY,
    O_NOT_CATEGORY,
    O_WEAPON,
    O_CONDITION,
    O_YEARS,
    O_PREVIOUS,
    O_RELEASE,
    O_BY,
    O_EACH,
    O_SPAN,
    O_WITHIN,
    O_WORLD,
    O_MERGE,
    O_MEMBERS,
    O_SUCCESSOR,
    O_PARTIAL,
    O_COMPLETE,
    O_TOP,
    O_NAMES,
    O_FORMAT,
    O_OUTPUT,
    O_FORCE,
    O_FIGURE,
    O_SIZE,
    O_MONO,
    O_TITLE,
    O_WIDTH,
    O_CSV_SAFE,
    O_MEASURE,
    O_REPORTS,
    O_ASSUME,
    O_MAP,
    O_SKIP,
    O_REJECTS,
    O_UNIT,
    O_ROUNDED_TO,
    O_DECIMAL,
    O_DELIMITER,
    O_ENCODING,
    O_STRICT,
    O_MAX_FIELD,
    O_MAX_RECORD,
    O_MAX_COLUMNS,
    O_NO_LIMITS,
    O_CODES,
    O_PROVENANCE,
    O_THREADS,
    O_MAX_MEMORY,
    O_VARIANT,
    O_BREAK,
    O_SMOOTH,
    O_TIES,
    O_ERROR,
    O_DRAWS,
    O_SEED,
    O_LAGS,
    O_LINKS,
    O_DECOMPOSE,
    O_DEFLATOR,
    O_PRICES,
    O_MARGIN,
    O_UNMATCHED,
    O_DOWNLOAD_HELP,
    O_QUIET,
    O_HELP,
    O_COUNT,
};

/* Sets of options, one bit a group of the table. */
enum option_group {
    G_SELECT = 1,   /* places, categories, weapons, condition */
    G_YEARS = 2,    /* --years, --partial */
    G_PREVIOUS = 4, /* --previous */
    G_BY = 8,
    G_EACH = 16,
    G_WITHIN = 32,
    G_TOP = 64,
    G_BUNDLE = 128, /* --release */
    G_NAMES = 256,
    G_OUTPUT = 512, /* -f, -o, --force, --width, --csv-safe */
    G_FIGURE = 1024,
    G_READ = 2048,
    G_COMPLETE = 4096,
    G_DATASETS = 8192,
    G_COMMON = 16384, /* --quiet, --help */
    G_WORLD = 32768,  /* --world */
    G_MERGE = 65536,  /* --merge, --successor */
    G_MEMBERS = 131072,
    G_MIRROR = 262144,
    G_UNMATCHED = 524288,
    G_VARIANT = 1 << 20,
    G_TREND = 1 << 21,  /* --break, --smooth */
    G_TIES = 1 << 22,   /* --ties */
    G_CHANCE = 1 << 23, /* --error, --draws, --seed */
    G_LAGS = 1 << 24,
    G_LINKS = 1 << 25,
    G_DECOMPOSE = 1 << 26,
    G_DEFLATE = 1 << 27, /* --deflator, --prices */
    G_DRAWS = 1 << 28,   /* --draws, --seed */
};

/* Indexed by id; behind them stand second names (--exporter, --importer). */
#define OPTION_ROWS (O_COUNT + 2)
extern const struct opt option_table[OPTION_ROWS];

/* The group that the option belongs to. */
unsigned option_group(enum option_id id);

#endif

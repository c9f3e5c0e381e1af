/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the words on the command line to studies: opens the files, joins those
 * of one release, keeps different releases apart, reads everything into cubes
 * or rows, and says on standard error what was read and what was not. */
#ifndef CMD_LOAD_H
#define CMD_LOAD_H

#include "analysis/study.h"
#include "base/output.h"
#include "cmd/bundle.h"
#include "cmd/request.h"
#include "result/provenance.h"
#include "source/reading.h"
#include "trade/price_index.h"

/* What a command wants from the data. */
struct need {
    unsigned dims;       /* of the cube; 0: no cube */
    bool either_side;    /* a file that lists only the other side will do */
    bool separate;       /* every file by itself; without data, all that is
                            bundled */
    bool rows;           /* keep the rows */
    uint64_t rows_below; /* keep the rows of files of fewer bytes, as they
                            are counted; 0: of none */
    bool series;         /* a file of years and values will do */
    bool summed; /* those that make up the sums: no order without a delivery, no
                    second quantity */
    struct filter applied;      /* while reading: the universe */
    const struct filter *asked; /* what is asked for, where that is less than
                                   what is applied lets through; else null */
    bool margins; /* pairs are wanted of `chosen` only, and all others
                     summed up, by supplier and by recipient */
    struct filter chosen;
    enum bundle_need bundle;
    struct flow_sink sink; /* a further sink (convert), or take == null */
};

/* The price index that --deflator names; in the arena of what was loaded. */
struct deflator {
    struct price_index index;
    struct provenance_file file;
};

/* The files of one release, read. */
struct release {
    struct names names;
    struct cube cube;
    struct cube margins[2]; /* by supplier, by recipient */
    struct deals deals;
    struct deal_years seen;
    struct reading *readings;
    size_t count;
    const struct deflator *deflator; /* of its amounts, or null */
    bool has_rows;                   /* they were kept */
    int label;                       /* given by hand, 0: none */
    bool bundled;
    bool unmerged[2]; /* recipients, suppliers: --merge leaves them as they
                         are recorded, */
    bool apart[2];    /* and --successor does */
    struct study study;
    struct provenance_file *files;
};

struct loaded {
    struct arena arena;
    struct release *releases; /* oldest first */
    size_t count;
};

/* Loads all data of the request. Faults of rows are printed and counted; with
 * --strict they are ERR_DATA. The file of --rejects is among the outputs.
 * Inputs are protected from being written over. */
bool load_data(struct loaded *loaded, const struct request *request,
               const struct need *need, struct outputs *outputs,
               struct err *err);

/* Loads the given files as one release, quietly (world totals, the other
 * bundled releases). */
bool load_files(struct loaded *loaded, const struct request *request,
                const struct need *need, const struct data_word *data,
                size_t count, struct err *err);

void loaded_done(struct loaded *loaded);

/* Adds a file that something else than the amounts is from. */
void load_credit(struct result *result, const struct provenance_file *file);

/* Sets files, release and program on the result's provenance. */
void load_provenance(const struct loaded *loaded, const struct request *request,
                     struct result *result);

#endif

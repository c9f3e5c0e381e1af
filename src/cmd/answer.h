/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way every analysis command takes: load, let the analysis build results,
 * deliver them to standard output and files. */
#ifndef CMD_ANSWER_H
#define CMD_ANSWER_H

#include "cmd/deliver.h"
#include "cmd/load.h"
#include "result/result.h"

#define MOST_RESULTS ((size_t)512)

struct plan;

struct answer {
    struct request *request;
    const struct plan *plan;
    struct loaded *loaded;
    size_t top;                 /* of the results being built */
    const struct release *only; /* the results are of this one, not of all that
                                   was loaded; or null */
    bool again; /* they were built before, with another top: nothing is told
                   on standard error a second time */
    struct result_set set;
};

struct plan {
    struct need need;
    size_t table_top; /* rows of a table without --top; machine formats: all */

    /* The result of one release; the question has its words and its top. World
     * totals come from world_load() when `wants_world`, else null. */
    struct result *(*one)(const struct request *request,
                          const struct release *release,
                          struct question *question, const struct study *world,
                          struct err *err);
    bool wants_world;

    /* Instead of `one`: adds the results of all releases with answer_add().
     * Both are called once for tables and, if the number of rows differs, once
     * for machine formats. */
    bool (*build)(struct answer *answer, struct err *err);
};

bool answer_run(struct request *request, const struct plan *plan,
                struct err *err);

/* Takes over a result; null is passed on as failure. */
bool answer_add(struct answer *answer, struct result *result, struct err *err);

#endif

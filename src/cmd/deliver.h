/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Results to where they are wanted: standard output, files in any format,
 * figures. All files come into being together or not at all. */
#ifndef CMD_DELIVER_H
#define CMD_DELIVER_H

#include "base/output.h"
#include "cmd/request.h"
#include "result/result.h"

struct result_set {
    struct result **results;
    size_t count;
};

/* `people` goes to tables, sentences and figures, `machines` to the formats
 * that hold all rows; they may be the same. */
bool deliver_results(struct request *request, const struct result_set *people,
                     const struct result_set *machines, struct outputs *outputs,
                     struct err *err);

#endif

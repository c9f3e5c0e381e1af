/* SPDX-License-Identifier: GPL-3.0-or-later */
/* --rejects FILE: every row that is left out, as CSV. */
#ifndef CMD_REJECT_FILE_H
#define CMD_REJECT_FILE_H

#include <stdio.h>

#include "base/output.h"
#include "cmd/request.h"
#include "source/rejects.h"

/* Where they are to be written; *out is null when nobody asks. ERR_REQUEST: as
 * outputs_add(), or standard output has the result already. */
bool reject_file_open(const struct request *request, struct outputs *outputs,
                      FILE **out, struct err *err);

/* Writes all of them, and says how many rows they are. */
bool reject_file_write(const struct request *request, struct rejects *rejects,
                       FILE *out, struct err *err);

#endif

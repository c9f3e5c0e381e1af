/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The mapping that describe proposes for a file that no layout knows, and the
 * one that it writes for -o NAME.map. */
#ifndef CMD_PROPOSAL_H
#define CMD_PROPOSAL_H

#include "cmd/load.h"
#include "source/propose.h"

/* The proposal as a mapping file, on standard output or where -o NAME.map says:
 * comments say what each part rests on, what is still to be decided, and how
 * the file is then read. */
bool proposal_deliver(const struct request *request,
                      const struct proposal *proposal, struct err *err);

/* Has -o NAME.map write the mapping that the file was read by. ERR_REQUEST: it
 * was read without one. */
bool proposal_keep(struct request *request, const struct reading *reading,
                   struct err *err);

#endif

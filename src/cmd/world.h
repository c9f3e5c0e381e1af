/* SPDX-License-Identifier: GPL-3.0-or-later */
/* World totals for a study that holds one supplier or recipient only: from the
 * file that --world names, or from the bundled extract of the same release. */
#ifndef CMD_WORLD_H
#define CMD_WORLD_H

#include "cmd/load.h"

/* Loads the totals into *totals; *study is null (and nothing is loaded) when
 * the release needs none or none are known. ERR_REQUEST: --world names a file
 * that cannot be read, is of another release, or holds no totals. */
bool world_load(const struct request *request, const struct release *release,
                struct loaded *totals, const struct study **study,
                struct err *err);

/* Names the totals under the table and in the provenance. */
void world_credit(struct result *result, const struct loaded *totals);

#endif

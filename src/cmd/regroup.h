/* SPDX-License-Identifier: GPL-3.0-or-later */
/* --merge, --successor and --members: from words to what they do to a
 * release's cubes, and what is said of it.
 *
 * Places are filtered under their own names, then merged. A side whose filter
 * names a place that a merged row would swallow stays as recorded: it could not
 * be found any more. A filter may name a merged row, and a side that is
 * filtered while reading is merged afterwards. */
#ifndef CMD_REGROUP_H
#define CMD_REGROUP_H

#include "cmd/load.h"
#include "cmd/request.h"
#include "result/result.h"

/* Once all options are read. ERR_REQUEST: groups that share a place, a file of
 * successors that cannot be read, a former state asked for by name though it is
 * counted under another one. */
bool regroup_request(struct request *request, struct err *err);

/* Renumbers the places of the release's cubes, once all its files are read. */
bool regroup_release(struct release *release, const struct request *request,
                     const struct need *need, struct err *err);

/* Whether no side that the cube divides has its rows merged. */
bool regroup_merges_nothing(const struct request *request,
                            const struct release *release);

/* Puts under the result whose groups they are, with how many members, and which
 * former states are counted under others. */
void regroup_note(const struct request *request, const struct loaded *loaded,
                  struct result *result);

/* Says on standard error where a former state and its successor stand apart in
 * the period that is asked about. */
void regroup_report(const struct request *request,
                    const struct release *release);

#endif

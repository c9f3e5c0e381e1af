/* SPDX-License-Identifier: GPL-3.0-or-later */
/* --deflator and --prices: money at the prices of one year. TIV, items,
 * licences and weight have no prices, and are refused with what to do. */
#ifndef CMD_DEFLATION_H
#define CMD_DEFLATION_H

#include "cmd/load.h"
#include "cmd/request.h"
#include "result/result.h"

/* Deflates the cubes of a release whose files are read and joined, and sets
 * its deflator and its study's prices. Where --years names the years, only they
 * need an index: the release then covers no more than the years around them
 * that have one. ERR_REQUEST: not money, a series of years and values, years
 * with amounts and without an index, no index of the year of --prices;
 * ERR_DATA: the table is at fault. */
bool deflation_release(struct release *release, const struct request *request,
                       struct outputs *outputs, struct arena *arena,
                       struct err *err);

/* Says it in the result: unit, note, sentence, and the table among the
 * files. */
void deflation_say(const struct loaded *loaded, struct result *result);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which data a request is about: those of the command line, else those that
 * ARMSTATS_DATA names, else a bundled extract. */
#ifndef CMD_DATA_H
#define CMD_DATA_H

#include "cmd/bundle.h"
#include "cmd/request.h"

struct data_words {
    struct data_word *words;
    size_t count;
    bool bundled;
};

/* Finds them. `all`: without data, every bundled extract instead of the one
 * that fits the need. Says on standard error which extract it is, and that
 * standard input is not read where something stands ready there. ERR_REQUEST:
 * --release beside files, no such extract. */
bool data_find(struct data_words *data, const struct request *request,
               enum bundle_need need, bool all, struct arena *arena,
               struct err *err);

#endif

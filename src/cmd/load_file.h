/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file of a release: what is wanted of it, and whether it has that. */
#ifndef CMD_LOAD_FILE_H
#define CMD_LOAD_FILE_H

#include "cmd/load.h"

/* Reads the file into the release's cubes, rows and the need's sink.
 * ERR_REQUEST where options do not fit it, or it does not fit the files before
 * it. `outputs` may be null; else the file is protected from being written
 * over. */
bool load_file(struct release *release, const struct data_word *data,
               const struct request *request, const struct need *need,
               struct outputs *outputs, struct err *err);

#endif

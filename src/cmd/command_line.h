/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line as provenance records it. */
#ifndef CMD_COMMAND_LINE_H
#define CMD_COMMAND_LINE_H

#include "base/arena.h"
#include "base/buf.h"

/* "armstats rank --years 2019-23 register.csv", quoted as a shell wants it.
 * Folders of files are left out, and so is what cannot change the answer:
 * --threads and --max-memory. */
const char *command_line(struct arena *arena, const char *command, int argc,
                         char *const *argv);

/* A word as a shell wants it: quoted where it has to be. */
void command_line_word(struct buf *buf, const char *word);

#endif

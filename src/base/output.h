/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that come into being whole or not at all. A set of outputs is written
 * to temporaries in the target directories, flushed, fsynced and closed with
 * every step checked; outputs_commit() renames them all only when all are
 * sound, and one failure leaves none. Temporaries are removed on error, exit
 * and fatal signals.
 *
 * Three things cannot be undone: a file replaced under --force when a later
 * rename fails, what went straight into a target that is no regular file, and
 * the temporaries that a kill -9 leaves. No file is ever half-written. */
#ifndef BASE_OUTPUT_H
#define BASE_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/err.h"
#include "base/input.h"
#include "base/str.h"

struct outputs;

/* force: an existing target may be replaced. */
struct outputs *outputs_new(bool force);
void outputs_free(struct outputs *outputs); /* removes what is uncommitted */

/* The file behind an input; a target that is the same file is refused. */
void outputs_protect(struct outputs *outputs, const struct input *input);

/* A stream to write the new content of `path` to; owned by the set. Refused
 * (ERR_REQUEST) when the target exists without force ("output exists: 'x';
 * --force replaces it"), is an input, or is named twice. A target that is not
 * a regular file (/dev/stdout, a FIFO, /dev/full) is written directly; so are
 * /dev/stdout, /dev/stderr and /dev/fd/N whatever they are. A symbolic link to
 * a file counts as that file: under force the link stays and the file behind
 * it is replaced; a link to nothing is refused. A replaced file keeps its
 * permission bits, a new one has 0666 less the umask. */
FILE *outputs_add(struct outputs *outputs, const char *path, struct err *err);

/* Flush, fsync, close all; then rename all; then fsync the directories. Once
 * a set. Without force a file that has come into the way meanwhile is not
 * overwritten but refused. */
bool outputs_commit(struct outputs *outputs, struct err *err);

/* Standard output: flushes and closes it, false when a byte was lost. For
 * main.c, once, before exit. */
bool output_close_stdout(struct err *err);

/* Removes the temporaries of every live set; safe in a signal handler. */
void output_remove_temporaries(void);

/* Installs handlers for INT, TERM, HUP, PIPE, XCPU, XFSZ that remove
 * temporaries and then die of the same signal; one that was ignored when the
 * program started stays ignored. */
void output_catch_signals(void);

#endif

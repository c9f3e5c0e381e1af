/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs another program without a shell: own session, clean environment,
 * limits, standard error caught, a wall-clock limit with a group kill. */
#ifndef BASE_SPAWN_H
#define BASE_SPAWN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"

struct spawn {
    const char *program;        /* absolute path */
    const char *const *argv;    /* null-terminated, argv[0] included */
    const char *const *environ; /* null-terminated, the whole environment */
    const char *directory;      /* working directory, or null */
    unsigned seconds;           /* wall-clock limit, above 0 */
    size_t memory_bytes;        /* RLIMIT_AS, 0 for none */
    size_t file_bytes;          /* RLIMIT_FSIZE, 0 for none */
};

/* Waits for the end. True when the program exited with 0; its standard error
 * (and output) is in *messages either way: its beginning as far as the buffer
 * goes (`full` is set where more came), exactly as the program wrote it, so it
 * must be made harmless before it is shown. ERR_SYSTEM with the program's name
 * and how it ended otherwise. What the program left running is ended. */
bool spawn_run(const struct spawn *spawn, struct buf *messages,
               struct err *err);

/* Absolute path of `name` in PATH, in `path` (size bytes); false if none.
 * Empty and relative places in PATH are passed over. */
bool spawn_find(const char *name, char *path, size_t size);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that must not outlive the program unless they are renamed in time.
 * Their paths stand in one fixed table that a signal handler can walk
 * (output_remove_temporaries, output_catch_signals in base/output.h). The
 * texts belong to the caller and live until they are forgotten. */
#ifndef BASE_TEMPORARY_H
#define BASE_TEMPORARY_H

#include <stdbool.h>

#include "base/arena.h"

/* Puts a path into the table; it need not exist yet. An empty directory may
 * be watched too: it goes after the files. False (EMFILE) when 1,024 are
 * watched already. */
bool temporary_watch(const char *path);

/* The path now stands for something that stays. */
void temporary_forget(const char *path);

/* Removes and forgets. */
void temporary_remove(const char *path);

/* Makes and watches a new empty file beside `target`, ".NAME.RANDOM", mode
 * 0666 less the umask. Descriptor to write to, path in *path (from the
 * arena); -1 with errno. */
int temporary_create(struct arena *arena, const char *target,
                     const char **path);

#endif

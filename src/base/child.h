/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The half of base/spawn that ends in another program: pipes, fork, limits,
 * exec. The parent's half (time, messages, verdict) is in base/spawn.c. */
#ifndef BASE_CHILD_H
#define BASE_CHILD_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/spawn.h"

/* Opened before the child is born; -1 where closed. */
struct child {
    const struct spawn *spawn;
    pid_t parent;
    pid_t pid;
    int empty;       /* its standard input */
    int messages[2]; /* its output and error: we read [0], it writes [1] */
    int status[2];   /* errno of a failed start; closed by a good one */
};

/* True when the program runs: leader of its own session, messages[0] open and
 * not blocking. False with errno otherwise, and no child is left. To be
 * closed with child_close() either way. */
bool child_start(struct child *child, const struct spawn *spawn);

/* Waits for its end: the status as waitpid() gives it. */
int child_reap(const struct child *child);

void child_close(struct child *child);

/* Closes one descriptor of the above. */
void child_close_end(int *descriptor);

#endif

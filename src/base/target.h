/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place where an output is to stand: what is there now, which file a
 * symbolic link means, and putting a finished file there. Knows nothing of
 * permission to do so; that is base/output's. */
#ifndef BASE_TARGET_H
#define BASE_TARGET_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/err.h"

/* Texts are in the arena given to target_find(). */
struct target {
    const char *path;   /* as the user wrote it */
    const char *file;   /* the same with links in the last place followed */
    int descriptor;     /* open already, as /dev/stdout is; else -1 */
    struct stat status; /* of what is there; st_mode 0 for nothing */
    uint64_t device;    /* with inode and name: the place, be there a file */
    uint64_t inode;     /* or not. Folder and name, or the thing itself    */
    const char *name;   /* with an empty name where it is written directly */
};

/* Looks, and creates nothing. ERR_REQUEST for a directory, a missing folder,
 * or a link to nothing. */
bool target_find(struct target *target, struct arena *arena, const char *path,
                 struct err *err);

/* Something that is written to as it stands: /dev/stdout, a FIFO, a device.
 * Everything else is a regular file or nothing yet. */
bool target_is_direct(const struct target *target);

bool target_same(const struct target *a, const struct target *b);

/* Renames a finished file to the target. Without `replace` nothing that has
 * come there meanwhile is overwritten: false with EEXIST. False with errno
 * otherwise. */
bool target_put(const struct target *target, const char *finished,
                bool replace);

/* fsync() of a file, or of the folder of the target. True too where the file
 * system has no such thing; false with errno when it failed. */
bool target_sync(int descriptor);
bool target_sync_folder(const struct target *target);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/target.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/str.h"

/* The open descriptor that a path like /dev/stdout names, or -1. Opening such
 * a path anew would write from the start of the file behind it, over what
 * stands there. */
static int descriptor_of(const char *path)
{
    struct str text = str_from(path);
    struct str folder = STR("/dev/fd/");
    unsigned long number;

    if (str_eq(text, STR("/dev/stdout")))
        return STDOUT_FILENO;
    if (str_eq(text, STR("/dev/stderr")))
        return STDERR_FILENO;
    if (str_starts(text, folder) &&
        str_to_uint(str_skip(text, folder.len), INT_MAX, &number))
        return (int)number;
    return -1;
}

static bool look(struct target *target, struct err *err)
{
    struct stat *status = &target->status;
    int result = target->descriptor >= 0 ? fstat(target->descriptor, status)
                                         : stat(target->path, status);

    if (result != 0 && errno == ENOENT) {
        if (lstat(target->path, status) == 0)
            return err_set(err, ERR_REQUEST,
                           "output is a symbolic link to nothing: '%.600s'; "
                           "remove the link or give another name",
                           target->path);
        *status = (struct stat){0};
        return true;
    }
    if (result == 0 && S_ISDIR(status->st_mode)) {
        errno = EISDIR;
        result = -1;
    }
    return result == 0 || file_fault(err, target->path, "written");
}

bool target_is_direct(const struct target *target)
{
    mode_t mode = target->status.st_mode;

    return target->descriptor >= 0 || (mode != 0 && !S_ISREG(mode));
}

static const char *folder_of(const struct target *target, struct arena *arena)
{
    return arena_printf(arena, "%.*s.", (int)(target->name - target->file),
                        target->file);
}

/* Follows a link to the file, and tells the place by its folder. */
static bool locate(struct target *target, struct arena *arena, struct err *err)
{
    char resolved[PATH_MAX];
    struct stat folder;

    if (target->status.st_mode != 0) {
        if (!realpath(target->path, resolved))
            return file_fault(err, target->path, "written");
        target->file = arena_printf(arena, "%s", resolved);
    }
    const char *slash = strrchr(target->file, '/');
    target->name = slash ? slash + 1 : target->file;
    if (stat(folder_of(target, arena), &folder) != 0)
        return file_fault(err, target->path, "written");
    target->device = folder.st_dev;
    target->inode = folder.st_ino;
    return true;
}

bool target_find(struct target *target, struct arena *arena, const char *path,
                 struct err *err)
{
    *target = (struct target){.descriptor = descriptor_of(path), .name = ""};
    target->path = target->file = arena_printf(arena, "%s", path);

    if (!look(target, err))
        return false;
    if (!target_is_direct(target))
        return locate(target, arena, err);
    target->device = target->status.st_dev;
    target->inode = target->status.st_ino;
    return true;
}

bool target_same(const struct target *a, const struct target *b)
{
    return a->device == b->device && a->inode == b->inode &&
           strcmp(a->name, b->name) == 0;
}

static bool put_new(const char *finished, const char *file)
{
    struct stat status;

    if (renameat2(AT_FDCWD, finished, AT_FDCWD, file, RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
    /* Old kernels and some network file systems: a link is refused too when
     * the name is taken. */
    if (link(finished, file) == 0)
        return unlink(finished) == 0;
    if (errno == EEXIST)
        return false;
    /* Where there are no links either, a moment stays between look and
     * rename; better than a target that is made empty first. */
    if (lstat(file, &status) == 0) {
        errno = EEXIST;
        return false;
    }
    return rename(finished, file) == 0;
}

bool target_put(const struct target *target, const char *finished, bool replace)
{
    return replace ? rename(finished, target->file) == 0
                   : put_new(finished, target->file);
}

bool target_sync(int descriptor)
{
    int result;

    do
        result = fsync(descriptor);
    while (result != 0 && errno == EINTR);
    return result == 0 || errno == EINVAL || errno == ENOSYS ||
           errno == ENOTSUP;
}

bool target_sync_folder(const struct target *target)
{
    struct arena arena;

    arena_init(&arena);
    int descriptor =
        file_open(folder_of(target, &arena), O_RDONLY | O_DIRECTORY);
    arena_done(&arena);
    /* A folder that may be written but not read cannot be synced by us. */
    if (descriptor < 0)
        return errno == EACCES;
    bool synced = target_sync(descriptor);
    int reason = errno;
    close(descriptor);
    errno = reason;
    return synced;
}

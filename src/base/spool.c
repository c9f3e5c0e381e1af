/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/spool.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"

FILE *spool_open(struct err *err)
{
    const char *folder = getenv("TMPDIR");
    char path[4096];
    if (!folder || !*folder)
        folder = "/tmp";
    int length = snprintf(path, sizeof path, "%s/armstats.XXXXXX", folder);
    if (length < 0 || (size_t)length >= sizeof path) {
        err_set(err, ERR_SYSTEM, "TMPDIR is too long a path");
        return NULL;
    }
    int fd = mkostemp(path, O_CLOEXEC);
    if (fd >= 0)
        unlink(path);
    fd = file_lift(fd);
    if (fd < 0) {
        err_errno(err, "no temporary file can be made in %s", folder);
        return NULL;
    }
    FILE *file = fdopen(fd, "w+b");
    if (!file) {
        err_errno(err, "no temporary file can be opened");
        close(fd);
    }
    return file;
}

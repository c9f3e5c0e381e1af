/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

int file_lift(int descriptor)
{
    if (descriptor < 0 || descriptor > STDERR_FILENO)
        return descriptor;

    int lifted = fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    int reason = errno;
    close(descriptor);
    errno = reason;
    return lifted;
}

int file_open(const char *path, int flags)
{
    int descriptor;

    do
        descriptor = open(path, flags | O_CLOEXEC | O_NOCTTY, 0666);
    while (descriptor < 0 && errno == EINTR);
    return file_lift(descriptor);
}

static enum err_kind kind_of(int reason)
{
    switch (reason) {
    case EACCES:
    case EBADF:
    case EISDIR:
    case ELOOP:
    case ENAMETOOLONG:
    case ENODEV:
    case ENOENT:
    case ENOTDIR:
    case ENXIO:
    case EPERM:
    case EROFS:
    case ETXTBSY:
        return ERR_REQUEST;
    default:
        return ERR_SYSTEM;
    }
}

bool file_fault(struct err *err, const char *name, const char *verb)
{
    int reason = errno;

    /* The reason must survive a name as long as a message. */
    return err_set(err, kind_of(reason), "%.600s: cannot be %s: %s", name, verb,
                   reason ? strerror(reason) : "an earlier write failed");
}

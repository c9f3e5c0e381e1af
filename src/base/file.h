/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What reading, writing and running programs share: descriptors that keep
 * clear of the standard streams, and one wording for what the system said. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>

#include "base/err.h"

/* open() with O_CLOEXEC, mode 0666 less the umask, and a descriptor above 2;
 * -1 with errno. A program started with a closed standard stream would
 * otherwise print its table into the file that was given that number. */
int file_open(const char *path, int flags);

/* Moves a descriptor above 2, closing the old one; -1 (with errno) stays. */
int file_lift(int descriptor);

/* "NAME: cannot be VERB: REASON" from errno; always false. ERR_REQUEST when
 * the request could have named something better (nothing there, a directory,
 * no permission), ERR_SYSTEM when the machine is at fault. */
bool file_fault(struct err *err, const char *name, const char *verb);

#endif

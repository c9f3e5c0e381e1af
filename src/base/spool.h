/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A place for bytes that wait: a file without a name, gone with its stream. */
#ifndef BASE_SPOOL_H
#define BASE_SPOOL_H

#include <stdio.h>

#include "base/err.h"

/* Opened for reading and writing, in TMPDIR or /tmp; the caller closes it.
 * Null with ERR_SYSTEM. */
FILE *spool_open(struct err *err);

#endif

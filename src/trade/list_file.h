/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small text file with an item a line, as people keep them beside their
 * data. Blank lines, what follows a #, and a byte order mark are no items. */
#ifndef TRADE_LIST_FILE_H
#define TRADE_LIST_FILE_H

#include <stdbool.h>

#include "base/err.h"
#include "base/str.h"

struct list_sink {
    /* Its error is put behind "FILE:LINE: ". */
    bool (*take)(void *context, struct str line, struct err *err);
    void *context;
};

/* ERR_REQUEST: the file cannot be read, is far too long for such a list, or
 * has no item ("FILE: no place in it; write one a line"). */
bool list_file_read(const char *path, const char *noun, struct list_sink sink,
                    struct err *err);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One look at bytes on their way: all that has to be known of every byte before
 * anybody takes them apart. */
#ifndef CSV_GLANCE_H
#define CSV_GLANCE_H

#include <stdbool.h>

#include "base/str.h"
#include "csv/line_ends.h"

struct glance {
    struct line_ends ends;
    bool foreign; /* has a byte that is not ASCII, or NUL */
    bool crs;     /* has CR */
    bool marked;  /* has the mark */
};

/* Adds the bytes that follow those looked at before; mark 0: none. */
void glance_add(struct glance *glance, struct str bytes, char mark);

/* Adds what another look told of the bytes that follow. */
void glance_join(struct glance *glance, struct glance next);

#endif

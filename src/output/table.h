/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A view as a table of plain text, as a terminal shows it. */
#ifndef OUTPUT_TABLE_H
#define OUTPUT_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "result/view.h"

/* At most `width` columns wide unless that is impossible; no line ends in a
 * blank. `harmless`: nothing that a terminal would obey. */
void table_write(FILE *out, const struct view *view, size_t width,
                 bool harmless);

#endif

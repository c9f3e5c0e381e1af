/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts line ends: LF, CRLF and lone CR are one each. */
#ifndef CSV_LINE_ENDS_H
#define CSV_LINE_ENDS_H

#include <stdint.h>

#include "base/str.h"

/* {0} before the first byte. */
struct line_ends {
    uint64_t count;
    char last; /* the last byte seen: the LF of a CRLF is not counted again */
};

/* The bytes that follow those given before. Fast: every byte of every file
 * passes here. */
void line_ends_add(struct line_ends *ends, struct str bytes);

#endif

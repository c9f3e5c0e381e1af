/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Provenance as a comment of formats that have comments. */
#ifndef OUTPUT_COMMENT_H
#define OUTPUT_COMMENT_H

#include "base/arena.h"
#include "base/str.h"
#include "result/provenance.h"

/* One line, no control character in it: "armstats 0.1.0: armstats rank;
 * file.csv sha256 …". Empty when nothing is known. The caller guards what
 * ends a comment of its format. */
struct str comment_text(struct arena *arena,
                        const struct provenance *provenance);

#endif

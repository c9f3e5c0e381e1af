/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A result whose texts attack every format: for round trips. */
#ifndef TESTS_UNIT_HOSTILE_H
#define TESTS_UNIT_HOSTILE_H

#include <stdbool.h>
#include <stddef.h>

#include "result/result.h"

extern const struct str hostile_texts[];
extern const size_t hostile_count;

/* Columns name, amount, share, note; row i has text i as its name and as its
 * note, i + 0.5 as amount and i / 1000 as share. The view has the same
 * columns; title, unit, head, foot and provenance are hostile too. `latin`:
 * without the texts that pdflatex has no letters for. */
struct result *hostile_result(bool latin);

#endif

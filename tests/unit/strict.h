/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reader of RFC 4180 and of our TSV that takes nothing else: what the
 * writers are checked with. Independent of src/csv. */
#ifndef TESTS_UNIT_STRICT_H
#define TESTS_UNIT_STRICT_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

/* Takes the next field off *rest. *last: it ends its record. False when the
 * text is not CSV: a quote in an unquoted field, text behind a closing one, a
 * quote left open, a record without LF. */
bool strict_csv_field(struct arena *arena, struct str *rest, struct str *field,
                      bool *last);

/* The same for TSV with \t \n \r \\; any other escape is an error. */
bool strict_tsv_field(struct arena *arena, struct str *rest, struct str *field,
                      bool *last);

#endif

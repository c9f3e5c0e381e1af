/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names for files that write their places as numbers: from a table of codes
 * that the publisher puts beside the data (BACI's country_codes_V202401.csv),
 * else from our own table of the numbers of M49 and UN Comtrade. No two codes
 * ever have one name. Lives in the arena that it is made in and is constant
 * once made. */
#ifndef SOURCE_CODE_TABLE_H
#define SOURCE_CODE_TABLE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

struct code_table;
struct reading;

/* Our own numbers alone. */
const struct code_table *code_table_own(struct arena *arena);

/* The tables that --codes names, files or the words of place_system_word();
 * without any the one that stands beside the
 * reading's file: NAME beginning with "country_codes", of the same version
 * (V202401) where there are several, else the newest by name. None: our own
 * numbers. What was taken is remarked upon.
 * ERR_REQUEST: a file that is no such table. ERR_DATA: a table that gives one
 * code two names. */
bool code_table_load(struct reading *reading, struct err *err);

/* The name of a code, blanks and leading zeros aside ("004" is 4), letters in
 * any case. False for a code that the table does not have; then *name is the
 * code itself. */
bool code_table_name(const struct code_table *table, struct str code,
                     struct str *name);

#endif

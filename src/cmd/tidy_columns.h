/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tidy schema (interface 3.1), one row a delivery, licence or customs
 * line: its columns, a row from a flow, and the descriptor beside a table. */
#ifndef CMD_TIDY_COLUMNS_H
#define CMD_TIDY_COLUMNS_H

#include <stdio.h>

#include "cmd/load.h"

#define TIDY_COLUMNS ((size_t)29)

extern const struct column tidy_columns[TIDY_COLUMNS];

/* The file that a row is from; texts live as long as its reading. */
struct tidy_origin {
    const char *source;
    const char *file;
};

struct tidy_origin tidy_origin_of(const struct reading *reading);

/* One row's values; texts live as long as the names and the origin. */
void tidy_row(struct value row[TIDY_COLUMNS], const struct flow *flow,
              const struct names *names, struct tidy_origin origin,
              int release_year);

/* NAME.csv.json: a Frictionless resource with our member "armstats", which
 * reading the table back finds. */
void tidy_descriptor(FILE *out, const char *table, const char *mark,
                     const struct release *release);

#endif

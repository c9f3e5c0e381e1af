/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside cmd/ only: the parts of describe's table. */
#ifndef CMD_DESCRIBE_H
#define CMD_DESCRIBE_H

#include "analysis/screens.h"
#include "cmd/load.h"
#include "result/result.h"

/* Of larger files the rows are not kept, and not screened. */
#define DESCRIBE_SCREENED ((uint64_t)16 << 20)

/* A line of the table; an empty head goes on with the one above. */
void describe_line(struct result *result, const char *head, const char *format,
                   ...) __attribute__((format(printf, 3, 4)));

/* What the rows hold that deserves a look: lines, notes, and the counts of
 * each screen into `counts`. */
void describe_screens(struct result *result, const struct release *release,
                      struct value counts[SCREEN_COUNT]);

/* Holds a file against the first one, where both tell the same trade. */
void describe_against(struct result *result, const struct release *first,
                      const struct release *second);

#endif

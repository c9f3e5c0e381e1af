/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Results as texts, for tests of the room of emitters. */
#ifndef TESTS_UNIT_EMITTED_H
#define TESTS_UNIT_EMITTED_H

#include "output/emit.h"

/* What emit_results() writes; the caller frees it. A failure is a failed
 * assertion and "". */
char *emitted(enum format format, const struct result *const *results,
              size_t count, struct emit_options options);

/* One result, which is freed, with no options. */
char *emitted_once(enum format format, struct result *result);

/* Lines of a text: cuts *rest, false at its end. */
bool next_line(struct str *rest, struct str *line);

#endif

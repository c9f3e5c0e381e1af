/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A result's view as a GitHub-flavoured Markdown table: title in bold, unit,
 * table, foot as paragraphs, provenance as a comment. */
#ifndef OUTPUT_MARKDOWN_H
#define OUTPUT_MARKDOWN_H

#include <stdio.h>

#include "base/arena.h"
#include "base/str.h"
#include "result/result.h"

/* Any text as Markdown that shows just that text: one line, every mark
 * escaped, line ends as <br>, other control characters made visible. */
struct str markdown_escape(struct arena *arena, struct str text);

void markdown_write(FILE *out, const struct result *result);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A value as text, by its kind: for people (printing rules of interface) and
 * for machines (exact). Not escaped yet. */
#ifndef OUTPUT_PRINT_H
#define OUTPUT_PRINT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "result/value.h"

/* As tables have it: "56 682", "2.4", "+18", "−7.4" (U+2212), "10=", "5–6",
 * "<0.05", "–" (no record), "new", "~+11", "yes". Null for another reason:
 * "". Numbers and intervals have the value's own decimals; the kind decides
 * only for integers, ratios and p-values, so a column of KIND_NUMBER may hold
 * amounts beside counts and numbers. */
void print_for_people(struct buf *buf, enum kind kind,
                      const struct value *value);

/* The same as a text: the value's own, or one in the arena. */
struct str print_text(struct arena *arena, enum kind kind,
                      const struct value *value);

/* As machine formats have it: "3217.06", "2.327089575325267", "" for null.
 * A range ("5-6") and an interval ("10.7 to 23.6") are not numbers there. */
void print_exact(struct buf *buf, enum kind kind, const struct value *value);

/* True for what print_exact() writes as a number. */
bool print_is_number(const struct value *value);

/* True for shares, changes and points. */
bool print_is_per_cent(enum kind kind);

/* Width of the point and the one decimal of a per cent. */
#define PRINT_FRACTION ((size_t)2)

/* Blanks that the text of a share, change or points column needs behind it so
 * that decimal points stand under each other: 2 for "41", "–" and "new", 0
 * for "5.1" and for "<0.05", which fills the column. 0 for all others. */
size_t print_tail(enum kind kind, const struct value *value, struct str text);

/* Longest text of a value that is not text itself. */
#define PRINT_LONGEST ((size_t)256)

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of weapon categories, which publishers respell from release to
 * release: SIPRI's "Air defence systems" is "Air-defence systems" since 2026.
 * Output prints what the file has. */
#ifndef TRADE_CATEGORY_H
#define TRADE_CATEGORY_H

#include <stdbool.h>

#include "base/str.h"

/* Whether both are names of one category: equal but for case, or spellings
 * that are known to be one. */
bool category_same(struct str a, struct str b);

/* Whether the glob means this category, under any of its names. */
bool category_matches(struct str name, struct str pattern);

/* The name that all spellings of the category share: the oldest one, or the
 * name itself where none is known. */
struct str category_first_name(struct str name);

#endif

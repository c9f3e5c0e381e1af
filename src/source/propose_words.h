/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside source/ only: what people call the columns of their tables, in the
 * languages that arms-trade data are published in. */
#ifndef SOURCE_PROPOSE_WORDS_H
#define SOURCE_PROPOSE_WORDS_H

#include "base/str.h"
#include "source/reading.h"

/* How well the name of a column (utf8_key() of it) says that it plays the
 * part: 0 not at all, 1 perhaps, 2 by one of its words, 3 it is the word. */
unsigned propose_says(struct str key, enum role role);

/* The unit that a text names, -1: none; and what a 1 stands for (0: nothing is
 * said): "Value (thousand US$)". */
int propose_unit(struct str key);
amount propose_scale(struct str key);

#endif

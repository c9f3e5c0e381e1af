/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes of the Harmonized System, which name goods by digits: two for a
 * chapter (93), four for a heading (9306), six for a subheading (930690). A
 * code stands for all that begin with it. Spreadsheets drop a leading zero, so
 * a code of odd length has lost one; no code is compared before it is back. */
#ifndef TRADE_HS_H
#define TRADE_HS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

#define HS_CODE_TEXT ((size_t)16)

/* Writes the code, of fewer than HS_CODE_TEXT bytes, with the zero that it has
 * lost: "90111" is "090111". What is no row of digits ("TOTAL") stays as it
 * is. Returns the length; no NUL. */
size_t hs_pad(char out[HS_CODE_TEXT], struct str code);

/* Digits of even length. */
bool hs_is_code(struct str text);

/* The words of an option: codes, ranges of codes of one length with both ends,
 * and lists of these: "93", "9301-9307", "9301-9307,8710". */
bool hs_is_list(struct str words);

/* Whether the code belongs to the list: one of its codes, or a code of one of
 * its ranges, begins it. False where `words` are no list or `code` no code. */
bool hs_list_has(struct str words, struct str code);

/* Whether the list names something within the code, but not all of it: 9301
 * and 930690 are within 93. */
bool hs_list_enters(struct str words, struct str code);

#endif

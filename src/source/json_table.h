/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON as a way that tables come in: an answer of SIPRI's site with the CSV
 * inside, and records (one object a line, a list of objects, or an object with
 * one such list), which become a table whose header has their keys in the
 * order in which they first appear. What is read afterwards is that text. */
#ifndef SOURCE_JSON_TABLE_H
#define SOURCE_JSON_TABLE_H

#include "source/reading.h"

/* Puts what is inside in place of the reading's text if that is JSON; leaves
 * it alone if not. What is JSON but neither of the above stays as it is, and
 * reading->json says what it is. ERR_DATA: damaged JSON, with its line; a text
 * in it that is no base64; more than the limit. */
bool json_table_open(struct reading *reading, struct err *err);

#endif

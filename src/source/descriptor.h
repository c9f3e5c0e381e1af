/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a tidy table cannot say of itself: title, release, date of generation,
 * selection, covered years. It stands beside the table, as a Frictionless
 * resource: in NAME.csv.json (written by convert) or in a datapackage.json of
 * the same folder that lists NAME.csv. Our words are in its member
 * "armstats". */
#ifndef SOURCE_DESCRIPTOR_H
#define SOURCE_DESCRIPTOR_H

#include "source/reading.h"

/* Fills title, release, generated, database, scope, half-width of the reading
 * from the descriptor beside its file; nothing happens where there is none.
 * ERR_DATA: the descriptor is there but is not one. */
bool descriptor_load(struct reading *reading, struct err *err);

#endif

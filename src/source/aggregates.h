/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside source/ only: what publishers of country data list among countries
 * though it is a sum of them. */
#ifndef SOURCE_AGGREGATES_H
#define SOURCE_AGGREGATES_H

#include <stdbool.h>

#include "base/str.h"

/* A code of the World Bank for a region or a group by income, lending or
 * size. */
bool aggregate_has_code(struct str code);

/* A name that Our World in Data or SIPRI's military expenditure gives to the
 * world, a continent or a group. */
bool aggregate_has_name(struct str name);

#endif

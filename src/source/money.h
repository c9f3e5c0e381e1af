/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Money as people write it: "$28,131,565,903". */
#ifndef SOURCE_MONEY_H
#define SOURCE_MONEY_H

#include "base/decimal.h"

/* A decimal that may have a '$' before it, and commas between its thousands
 * if all of them are there. */
enum decimal_fault money_parse(struct str cell, struct decimal *value);

#endif

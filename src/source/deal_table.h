/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside source/ only: tables whose rows are deals. */
#ifndef SOURCE_DEAL_TABLE_H
#define SOURCE_DEAL_TABLE_H

#include "source/deal_row.h"

/* A layout's `read` for tables. */
bool deal_table_read(struct reading *reading, struct names *names,
                     struct flow_sink sink, const struct deal_syntax *syntax,
                     struct err *err);

#endif

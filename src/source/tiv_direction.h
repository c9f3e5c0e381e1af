/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom the rows of a SIPRI TIV table name, and of whom they are the suppliers
 * or recipients. Three signs say it: the title of the old site, the first
 * header cell and the label of the totals row of the new one. */
#ifndef SOURCE_TIV_DIRECTION_H
#define SOURCE_TIV_DIRECTION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "trade/scope.h"

enum rows_are {
    ROWS_UNKNOWN, /* nothing says it */
    ROWS_SUPPLIERS,
    ROWS_RECIPIENTS,
    ROWS_CATEGORIES, /* recognised from the labels alone */
};

struct tiv_signs {
    struct str title;       /* the first line, maybe empty */
    struct str first_cell;  /* of the header */
    struct str total_label; /* of the totals row, maybe empty */
    const struct str *labels;
    size_t label_count;
};

/* Also sets the extents of both sides of the scope; names stay in the memory
 * of the signs. */
enum rows_are tiv_direction(const struct tiv_signs *signs, struct scope *scope);

/* Whether it is one of SIPRI's weapon categories, of any release. */
bool tiv_is_category(struct str name);

#endif

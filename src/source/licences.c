/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lists of one state's export licences have in common. */
#include <config.h>

#include "source/source.h"

bool source_open_licences(struct reading *reading, struct err *err)
{
    (void)err;
    reading->scope.by_category = true;
    reading->scope.recipient =
        (struct scope_side){.extent = SCOPE_ALL, .divided = true};
    return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/sipri_preamble.h"

#include "source/cells.h"
#include "source/title.h"

/* Behind "... from SUPPLIERS to RECIPIENTS": without it the title is cut off,
 * and the line is other prose. */
#define TITLE_END ". Deals"

/* "... for [the] year range '1990' to '2023' ": two quoted years. */
static struct period find_range(struct str text)
{
    struct period range = {0, -1};
    ptrdiff_t at = str_find(text, STR("year range"));
    if (at < 0)
        return range;
    text = str_skip(text, (size_t)at);
    struct str rest = str_cut(&text, '\n');
    int years[2];
    for (size_t i = 0; i < 2; i++) {
        str_cut(&rest, '\'');
        if (!rest.ptr || !cells_year(str_cut(&rest, '\''), &years[i]))
            return range;
    }
    return (struct period){years[0], years[1]};
}

void sipri_preamble(struct reading *reading)
{
    struct scope *scope = &reading->scope;
    struct str preamble = source_preamble(reading);
    date_find_generated(preamble, &reading->generated);
    scope->declared = find_range(preamble);
    scope->supplier.divided = true;
    scope->recipient.divided = true;
    struct str rest = preamble;
    struct str title = str_cut(&rest, '\n');
    if (str_find(title, STR(TITLE_END)) >= 0)
        title_sides(title, TITLE_END, &scope->supplier, &scope->recipient);
}

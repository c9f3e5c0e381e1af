/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "trade/deals.h"

#include "base/mem.h"

void deals_init(struct deals *deals)
{
    *deals = (struct deals){0};
}

void deals_done(struct deals *deals)
{
    mem_free(deals->rows);
    deals_init(deals);
}

static bool take(void *context, const struct flow *flow, struct err *err)
{
    (void)err;
    struct deals *deals = context;
    if (deals->len == deals->cap) {
        deals->cap = deals->cap > 0 ? deals->cap * 2 : 256;
        deals->rows = mem_resize(deals->rows, deals->cap, sizeof(*deals->rows));
    }
    deals->rows[deals->len++] = *flow;
    return true;
}

struct flow_sink deals_sink(struct deals *deals)
{
    return (struct flow_sink){.take = take, .context = deals};
}

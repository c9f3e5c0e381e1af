/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "trade/deals.h"

#include <string.h>

#include "base/mem.h"

void deals_init(struct deals *deals)
{
    *deals = (struct deals){0};
    arena_init(&deals->arena);
}

void deals_done(struct deals *deals)
{
    mem_free(deals->rows);
    arena_done(&deals->arena);
    deals_init(deals);
}

bool deals_name_orders(const struct deals *deals)
{
    for (size_t i = 0; i < deals->len; i++) {
        if (deals->rows[i].deal != NAME_NONE ||
            deals->rows[i].designation != NAME_NONE)
            return true;
    }
    return deals->len == 0;
}

static const struct flow_order *copy_order(struct arena *arena,
                                           const struct flow_order *order)
{
    struct flow_order *copy = arena_alloc(arena, 1, sizeof *copy);
    int *years = arena_alloc(arena, order->year_count + 1, sizeof *years);
    *copy = *order;
    if (order->year_count)
        memcpy(years, order->years, order->year_count * sizeof *years);
    copy->years = years;
    copy->comment = arena_str(arena, order->comment);
    return copy;
}

/* The order of the row, which may be that of the one before it. */
static const struct flow_order *keep_order(struct deals *deals,
                                           const struct flow *flow)
{
    const struct flow_order *before =
        deals->len > 0 ? deals->rows[deals->len - 1].order : NULL;
    if (!flow->order || (before && before->number == flow->order->number))
        return flow->order ? before : NULL;
    return copy_order(&deals->arena, flow->order);
}

static bool take(void *context, const struct flow *flow, struct err *err)
{
    (void)err;
    struct deals *deals = context;
    if (deals->len == deals->cap) {
        deals->cap = deals->cap > 0 ? deals->cap * 2 : 256;
        deals->rows = mem_resize(deals->rows, deals->cap, sizeof(*deals->rows));
    }
    const struct flow_order *order = keep_order(deals, flow);
    deals->rows[deals->len] = *flow;
    deals->rows[deals->len++].order = order;
    return true;
}

struct flow_sink deals_sink(struct deals *deals)
{
    return (struct flow_sink){.take = take, .context = deals};
}

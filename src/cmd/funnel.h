/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where every flow of a reading goes: past the filter, into cubes, the rows
 * and a further sink. Where only cubes are filled, several threads may pour:
 * each into small cubes of its own, emptied into the large ones whenever they
 * are full. */
#ifndef CMD_FUNNEL_H
#define CMD_FUNNEL_H

#include <pthread.h>

#include "trade/cube.h"
#include "trade/deals.h"
#include "trade/filter.h"
#include "trade/flow.h"
#include "trade/names.h"

/* Cubes of the same flows. The first may hold chosen ones only: the margins
 * hold all, by supplier and by recipient. */
enum { FUNNEL_CUBES = 3 };

struct funnel {
    const struct filter *applied; /* borrowed, as all that follows */
    const struct filter *chosen;  /* null: the first cube holds all flows, and
                                     there are no margins */
    struct names *names;
    struct cube *cubes[FUNNEL_CUBES]; /* or null */
    struct deals *deals;              /* or null */
    struct flow_sink more;            /* or take == null */
    struct filter_judge *takes;       /* what `applied` and `chosen` take; its
                                         own; null: everything */
    struct filter_judge *chooses;
    pthread_mutex_t lock; /* of the cubes, against their branches */
};

/* `chosen` may be null. Nothing is behind the filter yet; set cubes, deals and
 * more. The names are those that the flows' numbers stand for. */
void funnel_init(struct funnel *funnel, const struct filter *applied,
                 const struct filter *chosen, struct names *names);
void funnel_done(struct funnel *funnel);

struct flow_sink funnel_sink(struct funnel *funnel);

#endif

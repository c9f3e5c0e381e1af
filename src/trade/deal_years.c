/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "trade/deal_years.h"

#include <string.h>

#include "base/mem.h"

#define FIRST_CAP ((size_t)4096)

struct deal_year {
    size_t older; /* link + 1 of the same deal, 0: none */
    uint64_t line;
    int year;
};

void deal_years_init(struct deal_years *seen)
{
    *seen = (struct deal_years){0};
}

void deal_years_done(struct deal_years *seen)
{
    mem_free(seen->newest);
    mem_free(seen->links);
}

static void make_room(struct deal_years *seen, size_t deal)
{
    if (deal >= seen->deals) {
        size_t old = seen->deals;
        seen->deals = deal < FIRST_CAP ? FIRST_CAP : mem_product(deal, 2);
        seen->newest =
            mem_resize(seen->newest, seen->deals, sizeof *seen->newest);
        memset(seen->newest + old, 0,
               (seen->deals - old) * sizeof *seen->newest);
    }
    if (seen->len == seen->cap) {
        seen->cap = seen->cap ? mem_product(seen->cap, 2) : FIRST_CAP;
        seen->links = mem_resize(seen->links, seen->cap, sizeof *seen->links);
    }
}

uint64_t deal_years_add(struct deal_years *seen, uint32_t deal, int year,
                        uint64_t line)
{
    make_room(seen, deal);
    for (size_t i = seen->newest[deal]; i; i = seen->links[i - 1].older) {
        if (seen->links[i - 1].year == year)
            return seen->links[i - 1].line;
    }
    seen->links[seen->len] = (struct deal_year){seen->newest[deal], line, year};
    seen->newest[deal] = ++seen->len;
    return 0;
}

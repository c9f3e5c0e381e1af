/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Other numbers for the names of a cube, by year: several places become one
 * row. Nothing is added or lost: every sum over all names stays what it was. */
#ifndef TRADE_RECODE_H
#define TRADE_RECODE_H

#include <stddef.h>
#include <stdint.h>

#include "trade/cube.h"
#include "trade/deals.h"
#include "trade/year_set.h"

struct recode {
    size_t count;       /* names; later ones keep their numbers */
    uint32_t *to;       /* by name; null: all keep theirs */
    uint32_t **by_year; /* by name: null, or by year_set_index() */
    bool changes;       /* some name has another number in some year */
};

void recode_init(struct recode *recode, size_t names);
void recode_done(struct recode *recode);

/* In these years the name has that number. */
void recode_set(struct recode *recode, uint32_t name,
                const struct year_set *years, uint32_t number);

uint32_t recode_number(const struct recode *recode, uint32_t name, int year);

/* Renumbers suppliers and recipients (null: neither) and joins the cells that
 * have become one. A recoding by year needs the cube's years. Errors as for
 * cube_add(). */
bool cube_recode(struct cube *cube, const struct recode *suppliers,
                 const struct recode *recipients, struct err *err);

/* The same for rows: every sum over all names stays what it was. */
void deals_recode(struct deals *deals, const struct recode *suppliers,
                  const struct recode *recipients);

#endif

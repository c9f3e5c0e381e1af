/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which deal and year stand where, over all files that are joined: the same
 * deal and year twice would be counted twice. Rows are noted as they come, by
 * each thread for itself, and looked through at the end: what is found does
 * not depend on who read what. */
#ifndef TRADE_DEAL_YEARS_H
#define TRADE_DEAL_YEARS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

struct deal_year {
    uint64_t key;   /* of the deal's id (base/key.h) */
    uint64_t place; /* where it stands */
    uint32_t text;  /* of a long id: which of `texts` */
    int year;
};

struct deal_years {
    struct deal_year *rows;
    size_t count, cap;
    struct arena arena;
    struct str *texts; /* ids of more than seven bytes */
    size_t text_count, text_cap;
};

/* A deal and year that stand at two places. */
struct deal_twice {
    struct str deal; /* in the arena that was given */
    int year;
    uint64_t first, second;
};

void deal_years_init(struct deal_years *seen);
void deal_years_done(struct deal_years *seen);

/* Notes a row. Eight bytes from the beginning of the id on can be read. */
void deal_years_add(struct deal_years *seen, struct str deal, int year,
                    uint64_t place);

/* Notes all that another one has. */
void deal_years_join(struct deal_years *seen, const struct deal_years *other);

/* Whether a deal and year stand twice: of those that do, the one whose second
 * place comes first. Time and, beside the rows, 4 bytes a row. */
bool deal_years_twice(const struct deal_years *seen, struct arena *arena,
                      struct deal_twice *twice);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns that rank, partners, series, matrix, compare and factsheet
 * share: the same ones whatever the options, `supplier` and `recipient` always
 * both there, World on the summed side. */
#ifndef ANALYSIS_COLUMNS_H
#define ANALYSIS_COLUMNS_H

#include "analysis/group.h"
#include "result/result.h"

/* What a row is about; every member may be left zero or empty. */
struct row_facts {
    struct str supplier; /* empty: World */
    struct str recipient;
    struct str category;         /* empty: All */
    const struct entity *entity; /* amounts, ranks */
    size_t rank_of;              /* entities with a record */
    const struct cube_cell
        *world_now; /* denominators; null: not in the data, */
    const struct cube_cell *world_before; /* or trivial */
    const struct cube_cell *supplier_now;
    const struct cube_cell *supplier_before;
    const struct cube_cell *recipient_now;
    const struct cube_cell *recipient_before;
    enum reason no_world; /* why world_now is null */
    enum reason no_supplier;
    enum reason no_recipient;
    bool recipient_first; /* share_printed is the share of the supplier's total,
                             else the recipient's, else the world's; here the
                             recipient's comes first */
};

/* Adds all shared columns to a new result. */
void columns_add(struct result *result, const struct study *study);

/* The first of them only, for tables of other statistics: whose, when and what,
 * up to the amount, then rank and rank_of. The caller adds its own columns
 * behind and fills them from COLUMNS_HEAD on. */
#define COLUMNS_HEAD ((size_t)13)
void columns_add_head(struct result *result, const struct study *study);
struct value *columns_row_head(struct result *result, const struct study *study,
                               const struct periods *periods,
                               const struct row_facts *facts);

/* Adds one row. */
struct value *columns_row(struct result *result, const struct study *study,
                          const struct periods *periods,
                          const struct row_facts *facts);

#endif

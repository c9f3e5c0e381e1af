/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two dimensions of a cube against each other, in the period and the one
 * before: suppliers by recipients, places by categories. Dense, exact, and in
 * order of names, so that nothing depends on the order of rows. In the study's
 * arena. */
#ifndef ANALYSIS_CROSSTAB_H
#define ANALYSIS_CROSSTAB_H

#include "analysis/group.h"

/* Index of a period in what follows. */
enum { CROSS_BEFORE, CROSS_NOW, CROSS_PERIODS };

struct cross_cell {
    amount sum[CROSS_PERIODS];
    bool recorded[CROSS_PERIODS];
};

struct cross_line {
    uint32_t id; /* of the name; NAME_NONE: it has none */
    struct str name;
    struct cross_cell total;
};

struct crosstab {
    struct cross_line *rows; /* with a record in one of the periods */
    size_t row_count;
    struct cross_line *columns;
    size_t column_count;
    struct cross_cell *cells; /* row by row */
    struct cross_cell total;
};

/* `rows` and `columns`: BY_SUPPLIER, BY_RECIPIENT or BY_CATEGORY, which the
 * cube has. ERR_REQUEST: more of them than a table can hold. */
bool crosstab_build(struct crosstab *table, const struct study *study,
                    enum by rows, enum by columns,
                    const struct periods *periods, struct group_masks masks,
                    struct err *err);

static inline const struct cross_cell *
crosstab_cell(const struct crosstab *table, size_t row, size_t column)
{
    return &table->cells[row * table->column_count + column];
}

/* The line of that name, or null. */
const struct cross_line *crosstab_find(const struct cross_line *lines,
                                       size_t count, uint32_t id);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "figure/bar_columns.h"

#define BAR_SIDES 2

static const struct bar_columns world_share = {
    .value = "share_world_pct",
    .previous = "previous_share_world_pct",
    .kind = KIND_SHARE,
    .text = "Share of world total, per cent",
};
static const struct bar_columns supplier_share = {
    .value = "share_supplier_pct",
    .previous = "previous_share_supplier_pct",
    .kind = KIND_SHARE,
    .text = "Share of supplier\xe2\x80\x99s total, per cent",
};
static const struct bar_columns recipient_share = {
    .value = "share_recipient_pct",
    .previous = "previous_share_recipient_pct",
    .kind = KIND_SHARE,
    .text = "Share of recipient\xe2\x80\x99s total, per cent",
};
static const struct bar_columns amounts = {
    .value = "amount",
    .previous = "previous_amount",
    .kind = KIND_AMOUNT,
};

/* The two sides first. */
static const char *const names[BAR_NAMES] = {"supplier", "recipient",
                                             "category", "weapon"};

static bool is_sum(const struct sketch *sketch, const char *column)
{
    struct str word = sketch_word(sketch, 0, column);

    return word.len == 0 || str_eq(word, STR("World")) ||
           str_eq(word, STR("All"));
}

/* The columns that tell the rows apart; where none does (one row), the sides
 * that do not stand for a sum, or else the class of weapons. */
static size_t choose_names(const char **naming, const struct sketch *sketch,
                           size_t rows)
{
    size_t count = 0;

    for (size_t i = 0; i < BAR_NAMES; i++)
        if (sketch_varies(sketch, rows, names[i]))
            naming[count++] = names[i];
    if (count > 0)
        return count;
    for (size_t i = 0; i < BAR_NAMES && (i < BAR_SIDES || count == 0); i++)
        if (!is_sum(sketch, names[i]))
            naming[count++] = names[i];
    return count;
}

/* Does one and the same place, which is not what the bars are named by, stand
 * on this side of all rows? */
static bool is_common(const char *const *naming, const struct sketch *sketch,
                      const char *side)
{
    for (size_t i = 0; naming[i]; i++)
        if (strcmp(naming[i], side) == 0)
            return false;
    return !is_sum(sketch, side);
}

static bool has_numbers(const struct sketch *sketch, size_t rows,
                        const char *column)
{
    double number;

    for (size_t i = 0; i < rows; i++)
        if (sketch_number(sketch_cell(sketch, i, column), &number))
            return true;
    return false;
}

bool bar_columns_choose(struct bar_columns *columns,
                        const struct sketch *sketch, size_t rows,
                        struct err *err)
{
    const char *naming[BAR_NAMES + 1] = {NULL};

    if (choose_names(naming, sketch, rows) == 0)
        return err_set(err, ERR_REQUEST,
                       "nothing names the bars of this ranking: it needs "
                       "suppliers or recipients");
    *columns = is_common(naming, sketch, "supplier")    ? supplier_share
               : is_common(naming, sketch, "recipient") ? recipient_share
                                                        : world_share;
    if (!has_numbers(sketch, rows, columns->value))
        *columns = amounts;
    memcpy(columns->naming, naming, sizeof(naming));
    return has_numbers(sketch, rows, columns->value) ||
           err_set(err, ERR_REQUEST,
                   "nothing to draw: no row has a share or an amount");
}

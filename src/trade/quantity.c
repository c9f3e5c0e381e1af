/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "trade/quantity.h"

#include <assert.h>
#include <stddef.h>

static const char *const words[QUANTITY_COUNT] = {
    [QUANTITY_OWN] = "",
    [QUANTITY_TIV] = "tiv",
    [QUANTITY_ITEMS] = "items",
    [QUANTITY_ORDERED] = "ordered",
    [QUANTITY_PENDING] = "pending",
    [QUANTITY_DEALS] = "deals",
    [QUANTITY_VALUE] = "value",
    [QUANTITY_LICENCES] = "licences",
    [QUANTITY_WEIGHT] = "weight",
    [QUANTITY_EXPORTS] = "exports",
    [QUANTITY_REFUSALS] = "refusals",
};

const char *quantity_word(enum quantity quantity)
{
    assert((size_t)quantity < QUANTITY_COUNT);
    return words[quantity];
}

bool quantity_from_word(struct str word, enum quantity *quantity)
{
    for (size_t i = 1; i < QUANTITY_COUNT; i++) {
        if (str_eq_fold(word, str_from(words[i]))) {
            *quantity = (enum quantity)i;
            return true;
        }
    }
    return false;
}

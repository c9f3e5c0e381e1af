/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of the quantities that a file tells is meant. */
#include <config.h>

#include "base/diag.h"
#include "source/source.h"

static bool is_told(const struct reading *reading,
                    const struct source_quantity *quantity)
{
    return reading->source->headerless || quantity->role == ROLE_COUNT ||
           reading->roles[quantity->role] != SIZE_MAX;
}

/* Whether amounts of that unit are what is asked for. */
static bool counts(enum unit unit, enum quantity quantity)
{
    switch (unit) {
    case UNIT_TIV_MILLION:
        return quantity == QUANTITY_TIV;
    case UNIT_USD:
    case UNIT_GBP:
    case UNIT_EUR:
        return quantity == QUANTITY_VALUE;
    case UNIT_ITEMS:
        return quantity == QUANTITY_ITEMS;
    case UNIT_LICENCES:
        return quantity == QUANTITY_LICENCES;
    case UNIT_TONNES:
        return quantity == QUANTITY_WEIGHT;
    case UNIT_DEALS:
        return quantity == QUANTITY_DEALS;
    case UNIT_PERCENT:
    case UNIT_COUNT:
        break;
    }
    return false;
}

const char *source_quantities(struct reading *reading)
{
    const struct source *source = reading->source;
    const char *text = "";
    size_t left = 0;
    for (size_t i = 0; i < source->quantity_count; i++)
        left += is_told(reading, &source->quantities[i]);
    for (size_t i = 0; i < source->quantity_count; i++) {
        if (!is_told(reading, &source->quantities[i]))
            continue;
        const char *join = left == 1 ? " or " : ", ";
        text = arena_printf(&reading->arena, "%s%s%s", text, *text ? join : "",
                            quantity_word(source->quantities[i].quantity));
        left--;
    }
    return text;
}

static void take(struct reading *reading, const struct source_quantity *chosen)
{
    reading->quantity = chosen->quantity;
    reading->unit = chosen->unit;
    reading->measure = chosen->measure;
    reading->half_width = chosen->half_width;
    if (chosen->role != ROLE_AMOUNT)
        reading->scale = 1;
    reading->roles[ROLE_AMOUNT] =
        chosen->role == ROLE_COUNT ? SIZE_MAX : reading->roles[chosen->role];
}

bool source_choose_quantity(struct reading *reading, struct err *err)
{
    const struct source *source = reading->source;
    enum quantity asked = reading->options.quantity;
    if (asked == QUANTITY_OWN && !source->must_choose)
        return true;
    if (asked == QUANTITY_OWN)
        return reading->options.every_quantity ||
               err_set(err, ERR_REQUEST,
                       "%s tells different things, which are never added; "
                       "choose one with --measure: %s",
                       reading->name, source_quantities(reading));
    for (size_t i = 0; i < source->quantity_count; i++) {
        if (source->quantities[i].quantity != asked ||
            !is_told(reading, &source->quantities[i]))
            continue;
        take(reading, &source->quantities[i]);
        return true;
    }
    if (!source->quantity_count && counts(reading->unit, asked))
        return true;
    const char *words = source_quantities(reading);
    return *words ? err_set(err, ERR_REQUEST,
                            "--measure %s: %s does not tell it; it tells %s",
                            quantity_word(asked), reading->name, words)
                  : err_set(err, ERR_REQUEST,
                            "--measure %s: %s tells one thing only (%s); leave "
                            "--measure out",
                            quantity_word(asked), reading->name,
                            unit_title(reading->unit));
}

bool source_find_unit(struct reading *reading, struct err *err)
{
    const struct head_record *header = &reading->head.records[reading->header];
    size_t column = reading->roles[ROLE_AMOUNT];
    bool named = column != SIZE_MAX && !reading->source->headerless;
    struct str head = named ? str_trim(header->cells[column]) : STR("");
    reading->unit = UNIT_TIV_MILLION;
    if (reading->options.unit >= 0)
        reading->unit = (enum unit)reading->options.unit;
    else if (reading->roles[ROLE_UNIT] == SIZE_MAX &&
             !str_eq_fold(head, STR("tiv")))
        return err_set(err, ERR_DATA,
                       "%s:%llu: nothing says what %s counts; add a column "
                       "'unit', or give --unit tiv_million, usd, gbp, eur, "
                       "items, licences or tonnes",
                       reading->name, (unsigned long long)header->line,
                       head.len ? arena_printf(&reading->arena, "the column %s",
                                               diag_quote(&reading->arena, head))
                                : "an amount");
    return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "trade/unit.h"

#include <assert.h>
#include <stddef.h>

static const char *const unit_words[UNIT_COUNT] = {
    [UNIT_TIV_MILLION] = "tiv_million",
    [UNIT_USD] = "usd",
    [UNIT_GBP] = "gbp",
    [UNIT_EUR] = "eur",
    [UNIT_ITEMS] = "items",
    [UNIT_LICENCES] = "licences",
    [UNIT_TONNES] = "tonnes",
    [UNIT_DEALS] = "deals",
    [UNIT_PERCENT] = "percent",
};

static const char *const measure_words[MEASURE_COUNT] = {
    [MEASURE_DELIVERY] = "delivery",
    [MEASURE_ORDER] = "order",
    [MEASURE_LICENCE] = "licence",
    [MEASURE_REFUSAL] = "refusal",
    [MEASURE_CUSTOMS_EXPORT] = "customs_export",
    [MEASURE_CUSTOMS_IMPORT] = "customs_import",
    [MEASURE_REPORT_EXPORT] = "report_export",
    [MEASURE_REPORT_IMPORT] = "report_import",
    [MEASURE_PENDING] = "pending",
    [MEASURE_SPENDING] = "spending",
};

const char *unit_word(enum unit unit)
{
    assert((size_t)unit < UNIT_COUNT);
    return unit_words[unit];
}

const char *measure_word(enum measure measure)
{
    assert((size_t)measure < MEASURE_COUNT);
    return measure_words[measure];
}

/* Position of the word, or count. */
static size_t find_word(struct str word, const char *const *words, size_t count)
{
    size_t i = 0;
    while (i < count && !str_eq(word, str_from(words[i])))
        i++;
    return i;
}

bool unit_from_word(struct str word, enum unit *unit)
{
    size_t found = find_word(word, unit_words, UNIT_COUNT);
    if (found == UNIT_COUNT)
        return false;
    *unit = (enum unit)found;
    return true;
}

bool measure_from_word(struct str word, enum measure *measure)
{
    size_t found = find_word(word, measure_words, MEASURE_COUNT);
    if (found == MEASURE_COUNT)
        return false;
    *measure = (enum measure)found;
    return true;
}

bool measure_is_import(enum measure measure)
{
    return measure == MEASURE_CUSTOMS_IMPORT ||
           measure == MEASURE_REPORT_IMPORT;
}

static enum measure mirror_of(enum measure measure)
{
    switch (measure) {
    case MEASURE_CUSTOMS_EXPORT:
        return MEASURE_CUSTOMS_IMPORT;
    case MEASURE_CUSTOMS_IMPORT:
        return MEASURE_CUSTOMS_EXPORT;
    case MEASURE_REPORT_EXPORT:
        return MEASURE_REPORT_IMPORT;
    case MEASURE_REPORT_IMPORT:
        return MEASURE_REPORT_EXPORT;
    default:
        return MEASURE_COUNT;
    }
}

bool measure_mirrors(enum measure a, enum measure b)
{
    return mirror_of(a) == b;
}

const char *unit_title(enum unit unit)
{
    static const char *const titles[UNIT_COUNT] = {
        [UNIT_TIV_MILLION] = "TIV million",
        [UNIT_USD] = "USD",
        [UNIT_GBP] = "GBP",
        [UNIT_EUR] = "EUR",
        [UNIT_ITEMS] = "items",
        [UNIT_LICENCES] = "licences",
        [UNIT_TONNES] = "tonnes",
        [UNIT_DEALS] = "deals",
        [UNIT_PERCENT] = "per cent",
    };
    assert((size_t)unit < UNIT_COUNT);
    return titles[unit];
}

const char *unit_short(enum unit unit)
{
    switch (unit) {
    case UNIT_TIV_MILLION:
        return "TIV m";
    case UNIT_TONNES:
        return "t";
    default:
        return unit_title(unit);
    }
}

const char *unit_noun(enum unit unit)
{
    static const char *const nouns[UNIT_COUNT] = {
        [UNIT_TIV_MILLION] = "Volume", [UNIT_USD] = "Value",
        [UNIT_GBP] = "Value",          [UNIT_EUR] = "Value",
        [UNIT_ITEMS] = "Number",       [UNIT_LICENCES] = "Number",
        [UNIT_TONNES] = "Weight",      [UNIT_DEALS] = "Number",
        [UNIT_PERCENT] = "Share",
    };
    assert((size_t)unit < UNIT_COUNT);
    return nouns[unit];
}

/* A line for each measure of what is valued or weighed. */
#define LINES(Noun, noun, unit)                                          \
    {                                                                    \
        [MEASURE_DELIVERY] = Noun " of deliveries, " unit,               \
        [MEASURE_ORDER] = Noun " of orders, " unit,                      \
        [MEASURE_LICENCE] = Noun " of licences approved, " unit,         \
        [MEASURE_REFUSAL] = Noun " of licences refused, " unit,          \
        [MEASURE_CUSTOMS_EXPORT] = "Customs " noun " of exports, " unit, \
        [MEASURE_CUSTOMS_IMPORT] = "Customs " noun " of imports, " unit, \
        [MEASURE_REPORT_EXPORT] = "Reported " noun " of exports, " unit, \
        [MEASURE_REPORT_IMPORT] = "Reported " noun " of imports, " unit, \
        [MEASURE_PENDING] = Noun " of pending deliveries, " unit,        \
        [MEASURE_SPENDING] = "Military expenditure, " unit,              \
    }

#define TIV "TIV million (an index of military capability, not money)"

const char *unit_line(enum unit unit, enum measure measure)
{
    static const char *const lines[UNIT_COUNT][MEASURE_COUNT] = {
        [UNIT_TIV_MILLION] =
            {
                [MEASURE_DELIVERY] = "Volume of deliveries, " TIV,
                [MEASURE_ORDER] = "Volume of orders, " TIV,
                [MEASURE_PENDING] = "Volume pending, " TIV,
            },
        [UNIT_USD] = LINES("Value", "value", "USD, current"),
        [UNIT_GBP] = LINES("Value", "value", "GBP, current"),
        [UNIT_EUR] = LINES("Value", "value", "EUR, current"),
        [UNIT_TONNES] = LINES("Weight", "weight", "tonnes"),
        [UNIT_ITEMS] =
            {
                [MEASURE_DELIVERY] = "Number of items delivered",
                [MEASURE_ORDER] = "Number of items ordered",
                [MEASURE_LICENCE] = "Number of items in licences approved",
                [MEASURE_REFUSAL] = "Number of items in licences refused",
                [MEASURE_CUSTOMS_EXPORT] = "Number of items exported (customs)",
                [MEASURE_CUSTOMS_IMPORT] = "Number of items imported (customs)",
                [MEASURE_REPORT_EXPORT] = "Number of items reported as exports",
                [MEASURE_REPORT_IMPORT] = "Number of items reported as imports",
                [MEASURE_PENDING] = "Number of items pending",
            },
        [UNIT_LICENCES] =
            {
                [MEASURE_LICENCE] = "Number of licences approved",
                [MEASURE_REFUSAL] = "Number of licences refused",
            },
        [UNIT_DEALS] =
            {
                [MEASURE_DELIVERY] = "Number of deals with deliveries",
                [MEASURE_ORDER] = "Number of deals ordered",
                [MEASURE_PENDING] = "Number of deals with pending deliveries",
            },
        [UNIT_PERCENT] =
            {
                [MEASURE_SPENDING] = "Military expenditure, per cent",
            },
    };
    assert((size_t)unit < UNIT_COUNT && (size_t)measure < MEASURE_COUNT);
    const char *line = lines[unit][measure];
    if (line)
        return line;
    return unit == UNIT_TIV_MILLION ? "Volume, " TIV : unit_title(unit);
}

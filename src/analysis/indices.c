/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/indices.h"

#include "analysis/estimates.h"
#include "stat/concentration.h"
#include "stat/inequality.h"

static struct estimate normalised_active(const struct units *units)
{
    return concentration_normalised(concentration_hhi(units), units->active);
}

static struct estimate normalised_universe(const struct units *units)
{
    return concentration_normalised(concentration_hhi(units), units->count);
}

static struct estimate effective_shannon(const struct units *units)
{
    return concentration_hill(units, 1);
}

static struct estimate atkinson_half(const struct units *units)
{
    return inequality_atkinson(units, 0.5);
}

const struct index indices[INDEX_COUNT] = {
    {"hhi_normalised", "(HHI - 1/n) / (1 - 1/n), n with an amount",
     "HHI normalised", 3, true, false, normalised_active},
    {"shannon", "Shannon entropy, natural logarithm",
     "Shannon entropy (natural logarithm)", 3, false, false,
     concentration_shannon},
    {"effective_shannon", "effective number by Shannon's entropy, its exp",
     "Effective number by Shannon (its exp)", 1, false, false,
     effective_shannon},
    {"evenness", "Shannon entropy by ln n", "Evenness (Shannon by ln n)", 3,
     true, false, concentration_evenness},
    {"gini", "Gini of those with an amount", "Gini", 3, true, false,
     inequality_gini},
    {"theil_t", "Theil's T of those with an amount", "Theil T", 3, true, false,
     inequality_theil_t},
    {"theil_l", "Theil's L (mean log deviation) of those with an amount",
     "Theil L", 3, true, false, inequality_theil_l},
    {"hall_tideman", "Hall-Tideman, Rosenbluth: 1 / (2 sum of i s_i - 1)",
     "Hall-Tideman (Rosenbluth)", 3, false, false, concentration_hall_tideman},
    {"atkinson", "Atkinson with aversion 0.5, of those with an amount",
     "Atkinson (aversion 0.5)", 3, true, false, atkinson_half},
    {"cv", "population standard deviation by mean, of those with an amount",
     "Coefficient of variation", 3, true, false, inequality_cv},
    {"hhi_normalised_universe", "(HHI - 1/n) / (1 - 1/n), n of the universe",
     "HHI normalised", 3, true, true, normalised_universe},
    {"gini_universe", "Gini of the universe", "Gini", 3, true, true,
     inequality_gini},
    {"theil_t_universe", "Theil's T of the universe", "Theil T", 3, true, true,
     inequality_theil_t},
};

void indices_of(const struct spread *spread, struct value values[INDEX_COUNT])
{
    struct units active, universe;
    spread_units(spread, false, &active);
    spread_units(spread, true, &universe);
    for (size_t i = 0; i < INDEX_COUNT; i++) {
        const struct index *index = &indices[i];
        const struct units *units = index->universe ? &universe : &active;
        values[i] = estimate_value(index->of(units), index->decimals);
        if (!active.count && spread->count)
            values[i] = value_null(REASON_ZERO_BASE);
    }
    units_done(&active);
    units_done(&universe);
}

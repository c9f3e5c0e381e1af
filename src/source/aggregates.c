/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/aggregates.h"

#include <stddef.h>

#include "trade/place.h"

/* World Bank, World Development Indicators, "Country and Lending Groups" and
 * the metadata of its files: entries without a region of their own; AFR, NOC
 * and OEC are of editions before 2021. */
static const char *const codes[] = {
    "AFE", "AFR", "AFW", "ARB", "CEB", "CSS", "EAP", "EAR", "EAS", "ECA", "ECS",
    "EMU", "EUU", "FCS", "HIC", "HPC", "IBD", "IBT", "IDA", "IDB", "IDX", "INX",
    "LAC", "LCN", "LDC", "LIC", "LMC", "LMY", "LTE", "MEA", "MIC", "MNA", "NAC",
    "NOC", "OEC", "OED", "OSS", "PRE", "PSS", "PST", "SAS", "SSA", "SSF", "SST",
    "TEA", "TEC", "TLA", "TMN", "TSA", "TSS", "UMC", "WLD",
};

/* Our World in Data's entities without an ISO code, and the headings of SIPRI's
 * military expenditure by country. */
static const char *const names[] = {
    "Africa",
    "Americas",
    "Asia",
    "Asia & Oceania",
    "Asia and Oceania",
    "Caribbean",
    "Central America",
    "Central America and the Caribbean",
    "Central Asia",
    "Central Europe",
    "Central and South Asia",
    "Central and Western Europe",
    "East Asia",
    "Eastern Europe",
    "Europe",
    "European Union",
    "European Union (27)",
    "European Union (28)",
    "High-income countries",
    "Low-income countries",
    "Lower-middle-income countries",
    "Middle East",
    "NATO",
    "NATO members",
    "North Africa",
    "North America",
    "North and Central America",
    "Oceania",
    "South America",
    "South Asia",
    "South East Asia",
    "South-East Asia",
    "Southeast Asia",
    "Sub-Saharan Africa",
    "Sub-Saharan",
    "Upper-middle-income countries",
    "Western Europe",
};

bool aggregate_has_code(struct str code)
{
    for (size_t i = 0; i < sizeof(codes) / sizeof(*codes); i++) {
        if (str_eq(code, str_from(codes[i])))
            return true;
    }
    return false;
}

bool aggregate_has_name(struct str name)
{
    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
        if (str_eq_fold(name, str_from(names[i])))
            return true;
    }
    const struct place *place = place_of_name(name);
    return place && place->kind == PLACE_WORLD;
}

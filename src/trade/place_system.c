/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes that files write for places. */
#include <config.h>

#include <assert.h>

#include "trade/place_table.h"

static const char *const words[PLACE_SYSTEM_COUNT] = {
    [PLACE_SYSTEM_ISO2] = "iso2",
    [PLACE_SYSTEM_ISO3] = "iso3",
    [PLACE_SYSTEM_ISO_NUMERIC] = "iso-numeric",
    [PLACE_SYSTEM_SIPRI] = "sipri",
    [PLACE_SYSTEM_COW] = "cow",
    [PLACE_SYSTEM_GW] = "gw",
};

const char *place_system_word(enum place_system system)
{
    assert(system < PLACE_SYSTEM_COUNT);
    return words[system];
}

bool place_system_from_word(struct str word, enum place_system *system)
{
    for (int i = 0; i < PLACE_SYSTEM_COUNT; i++) {
        *system = (enum place_system)i;
        if (str_eq_fold(word, str_from(words[i])))
            return true;
    }
    return false;
}

static bool system_code_at(enum place_system system, size_t index,
                           struct str *code, const struct place **place)
{
    for (size_t i = 0; i < place_system_code_count; i++) {
        const struct place_system_code *known = &place_system_codes[i];
        if (known->system != system || index-- > 0)
            continue;
        *code = str_from(known->code);
        *place = &place_table[known->place];
        return true;
    }
    return false;
}

bool place_system_code(enum place_system system, size_t index, struct str *code,
                       const struct place **place)
{
    if (system != PLACE_SYSTEM_ISO3)
        return system_code_at(system, index, code, place);
    if (index >= place_code_count)
        return false;
    *code = str_from(place_codes[index].text);
    *place = &place_table[place_codes[index].place];
    return true;
}

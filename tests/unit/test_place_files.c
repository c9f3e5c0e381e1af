/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of places of src/trade against names and codes that stand side by
 * side in real files. */
#include <config.h>

#include "base/arena.h"
#include "base/str.h"
#include "tap.h"
#include "trade/place_table.h"
#include "whole.h"

static struct arena arena;

/* Cuts a field, which may be quoted, off a CSV line. */
static struct str cut_field(struct str *rest)
{
    if (!str_starts(*rest, STR("\"")))
        return str_cut(rest, ',');
    *rest = str_skip(*rest, 1);
    struct str field = str_cut(rest, '"');
    if (rest->ptr)
        str_cut(rest, ',');
    return field;
}

/* Rows in which name and ISO code stand side by side agree with the table;
 * `name` and `code` are columns. Returns how many there were. */
static size_t check_pairs(const char *file, size_t name, size_t code)
{
    arena_init(&arena);
    const char *path = arena_printf(&arena, "%s/corpus/%s", tap_shared(), file);
    struct whole whole = whole_read(path, whole_unlimited, 1 << 16);
    size_t pairs = 0;
    for (struct str rest = buf_str(&whole.text); rest.ptr;) {
        struct str line = str_cut(&rest, '\n');
        if (str_ends(line, STR("\r")))
            line.len--;
        struct str fields[8] = {{NULL, 0}};
        for (size_t i = 0; line.ptr && i < 8; i++)
            fields[i] = cut_field(&line);
        const struct place *place = place_of_code(fields[code]);
        const struct place *named = place_of_name(fields[name]);
        if (!place || (named && named->kind == PLACE_FORMER_STATE))
            continue;
        if (named != place)
            CHECK_TEXT(arena_printf(&arena, "%.*s", STR_ARG(fields[name])),
                       place->name);
        pairs++;
    }
    whole_done(&whole);
    arena_done(&arena);
    return pairs;
}

static void test_names_and_codes(void)
{
    if (!tap_shared()) {
        tap_skip("ARMSTATS_SHARED is not set");
        return;
    }
    const char *baci = "baci/IaBrilliant_country_codes_V202301.csv";
    const char *world_bank =
        "worldbank/TobiPrae_API_MS.MIL.XPRT.KD_DS2_en_csv_v2_1740278.csv";
    const char *owid = "owid/manantpu_military-expenditure-total.csv";
    CU_ASSERT(check_pairs(baci, 1, 4) > 200);
    CU_ASSERT(check_pairs(baci, 2, 4) > 200);
    CU_ASSERT(check_pairs(world_bank, 0, 1) > 200);
    CU_ASSERT(check_pairs(owid, 0, 1) > 7000);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"names beside codes in other files", test_names_and_codes},
    };
    return TAP_RUN("place_files", cases);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of places of src/trade against the names in real files. */
#include <config.h>

#include "base/map.h"
#include "tap.h"
#include "trade/place_table.h"
#include "whole.h"

static struct arena arena;

/* Where the names stand in a layout: after the first line that starts with
 * `header`, in these columns (from 0; NONE: no such). */
#define NONE 99
struct layout {
    const char *header;
    char delimiter;
    size_t first;
    size_t second;
    size_t fields; /* at least so many; else half a record */
};

static const struct layout register_by_year = {"SIPRI AT", ',', 1, 2, 17};
static const struct layout register_by_deal = {"Recipient,", ',', 0, 1, 13};
static const struct layout register_text = {"Supplier\t", '\t', 0, 1, 7};
static const struct layout table_old = {",1950,", ',', 0, NONE, 20};
static const struct layout table_exports = {"Exports by,", ',', 0, NONE, 20};
static const struct layout table_imports = {"Recipient,", ',', 0, NONE, 20};
static const struct layout table_regions = {",,1990,", ',', 1, NONE, 20};

static bool is_total(struct str label)
{
    return label.len == 0 || str_eq(label, STR("Total")) ||
           str_eq(label, STR("Regional total")) ||
           str_starts(label, STR("Total world ")) ||
           str_starts(label, STR("Total imports from "));
}

static void check_name(struct map *seen, struct str name, const char *file)
{
    name = str_trim(name);
    if (is_total(name) || map_find(seen, name) != MAP_NONE)
        return;
    map_intern(seen, name);
    if (!place_of_name(name))
        CHECK_TEXT(arena_printf(&arena, "%s: %.*s", file, STR_ARG(name)),
                   "known");
}

static void check_line(struct map *seen, struct str line,
                       const struct layout *layout, const char *file)
{
    struct str first = {NULL, 0};
    struct str second = {NULL, 0};
    size_t fields = 0;
    for (struct str rest = line; rest.ptr; fields++) {
        struct str field = str_cut(&rest, layout->delimiter);
        if (fields == layout->first)
            first = field;
        else if (fields == layout->second)
            second = field;
    }
    if (fields < layout->fields)
        return;
    check_name(seen, first, file);
    check_name(seen, second, file);
}

/* The number of distinct names in a file of the corpus. */
static size_t check_file(const char *file, const struct layout *layout)
{
    arena_init(&arena);
    const char *path = arena_printf(&arena, "%s/corpus/%s", tap_shared(), file);
    struct whole whole = whole_read(path, whole_unlimited, 1 << 16);
    CU_ASSERT(whole.sound);
    struct map seen;
    map_init(&seen);
    bool in_data = false;
    for (struct str rest = buf_str(&whole.text); rest.ptr;) {
        struct str line = str_cut(&rest, '\n');
        if (in_data)
            check_line(&seen, line, layout, file);
        in_data = in_data || str_starts(line, str_from(layout->header));
    }
    size_t count = seen.len;
    map_done(&seen);
    whole_done(&whole);
    arena_done(&arena);
    return count;
}

/* Every name that SIPRI uses in these files is in the table. */
static void test_sipri_names(void)
{
    static const struct {
        const char *file;
        const struct layout *layout;
        size_t names;
    } files[] = {
        {"sipri_register/AndreiPetre_trade-register.csv", &register_by_year,
         220},
        {"sipri_register/AndreiPetre_trade-register_initial_situation.csv",
         &register_by_year, 200},
        {"sipri_register/lucacasu_trade_2023.csv", &register_by_year, 190},
        {"sipri_register/ColasDroin_trade-register.csv", &register_by_deal,
         250},
        {"sipri_register/alexarui_trade-register.csv", &register_by_deal, 250},
        {"sipri_register/DCL2049_trade_register_china_2000_2025.csv",
         &register_by_deal, 80},
        {"sipri_register/epfl_trade_reg.csv", &register_text, 230},
        {"sipri_tiv_tables/360info_TIV-Export-KOS-1950-2021.csv", &table_old,
         30},
        {"sipri_tiv_tables/360info_TIV-Export-USA-1950-2021.csv", &table_old,
         170},
        {"sipri_tiv_tables/sumn2u_TIV-Export-All-Country-1950-2022.csv",
         &table_old, 130},
        {"sipri_tiv_tables/sumn2u_TIV-Import-All-Country-1950-2022.csv",
         &table_old, 250},
        {"sipri_tiv_tables/AndreiPetre_export-values_1990-2023.csv",
         &table_exports, 110},
        {"sipri_tiv_tables/AndreiPetre_import-values_1990-2023.csv",
         &table_imports, 220},
        {"sipri_tiv_tables/MJHofmann_import-export-values_1950-2024_1950-2024"
         ".csv",
         &table_exports, 130},
        {"sipri_tiv_tables/MJHofmann_import-export-values_1950-2024.csv",
         &table_imports, 250},
        {"sipri_tiv_tables/DCL2049_sipri_tiv_table_2000_2025.csv",
         &table_imports, 80},
        {"sipri_tiv_tables/AndreiPetre_regional-transfers_1990-2023-suppliers"
         "_to_the_region.csv",
         &table_regions, 110},
    };
    if (!tap_shared()) {
        tap_skip("ARMSTATS_SHARED is not set");
        return;
    }
    for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
        size_t names = check_file(files[i].file, files[i].layout);
        if (names < files[i].names)
            CHECK_TEXT(files[i].file, "read whole");
    }
}

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
        {"every name of SIPRI's files", test_sipri_names},
        {"names beside codes in other files", test_names_and_codes},
    };
    return TAP_RUN("place_files", cases);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every name in every real file is in the table of places of src/trade, or
 * stands in the list of texts that name no place, with the reason. */
#include <config.h>

#include "base/map.h"
#include "base/utf8.h"
#include "tap.h"
#include "trade/place.h"
#include "whole.h"

static struct arena arena;

/* Where the names stand in a file: after the first line that starts with
 * `start`, in these columns (from 1, ended by 0). */
struct layout {
    const char *start;
    char delimiter;
    bool quotes;
    size_t columns[5];
    size_t fields; /* at least so many; else half a record */
};

static const struct layout register_by_year = {
    "SIPRI AT", ',', false, {2, 3}, 17};
static const struct layout register_by_deal = {
    "Recipient,", ',', false, {1, 2}, 13};
static const struct layout register_text = {
    "Supplier\t", '\t', false, {1, 2}, 7};
static const struct layout register_2013 = {"Id,", ',', true, {2, 3}, 12};
static const struct layout seller_list = {"buyercod,", ',', true, {6, 7}, 10};
static const struct layout table_old = {",1950,", ',', true, {1}, 20};
static const struct layout table_exports = {"Exports by,", ',', true, {1}, 20};
static const struct layout table_imports = {"Recipient,", ',', true, {1}, 20};
static const struct layout table_regions = {",,1990,", ',', true, {2}, 20};
static const struct layout baci_codes = {"country_code", ',', true, {2, 3}, 5};
static const struct layout baci_quoted = {
    "\"country_code", ',', true, {2, 3}, 5};
static const struct layout licences = {"licence_group", ',', true, {6}, 7};
static const struct layout comtrade = {
    "Classification", ',', true, {10, 13, 16}, 30};
static const struct layout comtrade_short = {
    "Classification", ',', true, {6, 8}, 12};
static const struct layout comtrade_plus = {
    "typeCode", ',', true, {9, 14, 17}, 40};
static const struct layout dutch = {"afgifte", ',', true, {11, 12, 13, 14}, 12};
static const struct layout grapher = {"Entity,", ',', true, {1}, 4};
static const struct layout indicators = {"\"Country Name", ',', true, {1}, 5};

/* Globs of texts that stand where names do and name no place, by the folder
 * of their files. */
static const struct aside {
    const char *folder;
    const char *text;
    const char *reason;
} asides[] = {
    {"sipri_tiv_tables/", "Total*", "a total"},
    {"sipri_tiv_tables/", "Regional total", "a total"},
    {"netherlands/", "*,*", "several places in one cell"},
    {"netherlands/", "*/*", "several places in one cell"},
    {"netherlands/", "NAVO+*", "NATO and its friends"},
    {"netherlands/", "NAVO landen", "the states of NATO"},
    {"netherlands/", "E* landen", "the states of the EU"},
    {"netherlands/", "E*-landen", "the states of the EU"},
    {"netherlands/", "E* lidstaten", "the states of the EU"},
    {"netherlands/", "E*-lidstaten", "the states of the EU"},
    {"netherlands/", "lid-staten EEG", "the states of the EU"},
    {"netherlands/", "alle landen *", "all states but some"},
    {"netherlands/", "landen van tussenhandel", "states of brokering"},
    {"netherlands/", "demo wereldwijd", "demonstrations in the world"},
    {"netherlands/", "VS-bases", "bases of a state in others"},
    {"netherlands/", "somali* (VN)", "a mission of the United Nations"},
    {"owid/", "Africa", "a continent"},
    {"owid/", "Asia", "a continent"},
    {"owid/", "Europe", "a continent"},
    {"owid/", "North America", "a continent"},
    {"owid/", "Oceania", "a continent"},
    {"owid/", "South America", "a continent"},
    {"owid/", "NATO members", "the states of NATO"},
    {"worldbank/", "Arab World", "a group of states"},
    {"worldbank/", "* income", "states of one income"},
    {"worldbank/", "*excluding high income)", "a group of states"},
    {"worldbank/", "*IDA*", "states that may borrow"},
    {"worldbank/", "IBRD only", "states that may borrow"},
    {"worldbank/", "*demographic dividend", "a group of states"},
    {"worldbank/", "*small states", "a group of states"},
    {"worldbank/", "Central Europe and the Baltics", "a region"},
    {"worldbank/", "East Asia & Pacific", "a region"},
    {"worldbank/", "Europe & Central Asia", "a region"},
    {"worldbank/", "Euro area", "a group of states"},
    {"worldbank/", "Fragile and conflict *", "a group of states"},
    {"worldbank/", "Heavily indebted *", "a group of states"},
    {"worldbank/", "Latin America & Caribbean", "a region"},
    {"worldbank/", "Least developed countries*", "a group of states"},
    {"worldbank/", "Middle East & North Africa", "a region"},
    {"worldbank/", "North America", "a region"},
    {"worldbank/", "Not classified", "no place"},
    {"worldbank/", "OECD members", "a group of states"},
    {"worldbank/", "South Asia", "a region"},
    {"worldbank/", "Sub-Saharan Africa", "a region"},
};

static bool is_aside(struct str name, const char *file)
{
    for (size_t i = 0; i < sizeof(asides) / sizeof(asides[0]); i++)
        if (str_starts(str_from(file), str_from(asides[i].folder)) &&
            str_matches(name, str_from(asides[i].text)))
            return true;
    return false;
}

/* As Latin-1, which is what a file of SIPRI or Comtrade is that is not UTF-8.
 */
static struct str as_utf8(struct str text)
{
    if (utf8_valid_prefix(text) == text.len)
        return text;
    char *bytes = arena_alloc(&arena, text.len * 2 + 1, 1);
    size_t len = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c >= 0x80) {
            bytes[len++] = (char)(0xc0 | c >> 6);
            c = 0x80 | (c & 0x3f);
        }
        bytes[len++] = (char)c;
    }
    return (struct str){bytes, len};
}

static void check_name(struct map *seen, struct str name, const char *file)
{
    name = str_trim(as_utf8(name));
    if (name.len == 0 || map_find(seen, name) != MAP_NONE)
        return;
    map_intern(seen, name);
    if (!place_of_name(name) && !is_aside(name, file))
        CHECK_TEXT(arena_printf(&arena, "%s: %.*s", file, STR_ARG(name)),
                   "known");
}

/* Cuts a field, which may be quoted, off a line. */
static struct str cut_cell(struct str *rest, const struct layout *layout)
{
    if (!layout->quotes || !str_starts(*rest, STR("\"")))
        return str_cut(rest, layout->delimiter);
    *rest = str_skip(*rest, 1);
    struct str field = str_cut(rest, '"');
    if (rest->ptr)
        str_cut(rest, layout->delimiter);
    return field;
}

static void check_line(struct map *seen, struct str line,
                       const struct layout *layout, const char *file)
{
    struct str names[4] = {{NULL, 0}};
    size_t fields = 0;
    for (struct str rest = line; rest.ptr;) {
        struct str field = cut_cell(&rest, layout);
        fields++;
        for (size_t i = 0; i < 4 && layout->columns[i]; i++)
            if (layout->columns[i] == fields)
                names[i] = field;
    }
    for (size_t i = 0; i < 4 && fields >= layout->fields; i++)
        if (names[i].ptr)
            check_name(seen, names[i], file);
}

/* A line, ended by LF, CRLF or CR alone. */
static struct str cut_line(struct str *rest)
{
    size_t at = 0;
    while (at < rest->len && rest->ptr[at] != '\n' && rest->ptr[at] != '\r')
        at++;
    struct str line = {rest->ptr, at};
    if (at == rest->len)
        *rest = (struct str){NULL, 0};
    else
        *rest = str_skip(*rest, at + 1);
    return line;
}

static struct str read_file(struct whole *whole, const char *file)
{
    const char *path = arena_printf(&arena, "%s/corpus/%s", tap_shared(), file);
    *whole = whole_read(path, whole_unlimited, 1 << 16);
    CU_ASSERT(whole->sound);
    struct str text = buf_str(&whole->text);
    return str_starts(text, STR("\xef\xbb\xbf")) ? str_skip(text, 3) : text;
}

/* The number of distinct names in a file of the corpus. */
static size_t check_file(const char *file, const struct layout *layout)
{
    struct whole whole;
    struct map seen;
    arena_init(&arena);
    map_init(&seen);
    bool in_data = false;
    for (struct str rest = read_file(&whole, file); rest.ptr;) {
        struct str line = cut_line(&rest);
        if (in_data)
            check_line(&seen, line, layout, file);
        in_data = in_data || str_starts(line, str_from(layout->start));
    }
    size_t count = seen.len;
    map_done(&seen);
    whole_done(&whole);
    arena_done(&arena);
    return count;
}

/* Every name in these files is in the table, or is none. */
static void test_names(void)
{
    static const struct {
        const char *file;
        const struct layout *layout;
        size_t names;
    } files[] = {
        {"baci/IaBrilliant_country_codes_V202301.csv", &baci_codes, 270},
        {"baci/igalkej_country_codes_V202301.csv", &baci_quoted, 270},
        {"caat_uk/values_6e9ce334.csv", &licences, 200},
        {"comtrade/Ntacyica_late-legacy_comtrade_252310.csv", &comtrade, 200},
        {"comtrade/hkhsieh_legacy_comtrade_871200_2017.csv", &comtrade, 160},
        {"comtrade/sstaple15_legacy_comtrade_US-CN_chapters.csv",
         &comtrade_short, 2},
        {"comtrade/nikolinanikolovska_plus_TradeData.csv", &comtrade_plus, 230},
        {"netherlands/tijmenb_Overzicht.uitvoer.militaire.goederen."
         "2004-2014.csv",
         &dutch, 300},
        {"owid/manantpu_military-expenditure-total.csv", &grapher, 170},
        {"worldbank/TobiPrae_API_MS.MIL.XPRT.KD_DS2_en_csv_v2_1740278.csv",
         &indicators, 260},
        {"worldbank/arrudafranco_API_KOR_DS2_en_csv_v2_1226272.csv",
         &indicators, 1},
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
        {"sipri_register/stevenlsenior_trade_register_report.csv",
         &register_2013, 160},
        {"sipri_tiv_tables/rajaupadhyay_sipri-arms-by-seller-2010.csv",
         &seller_list, 120},
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
            CHECK_TEXT(
                arena_printf(&arena, "%s: %zu names", files[i].file, names),
                "read whole");
    }
}

/* What stands behind the mark, up to a backslash or a brace. */
static struct str cut_after(struct str *rest, struct str mark)
{
    ptrdiff_t at = str_find(*rest, mark);
    if (at < 0)
        return (struct str){NULL, 0};
    *rest = str_skip(*rest, (size_t)at + mark.len);
    size_t len = 0;
    while (len < rest->len && rest->ptr[len] != '\\' && rest->ptr[len] != '}')
        len++;
    return (struct str){rest->ptr, len};
}

/* In RTF suppliers stand in bold and recipients behind "R:" or blanks. */
static void test_rich_text(void)
{
    static const char *const files[] = {
        "sipri_register_rtf/Bingsongl_aircraft.rtf",
        "sipri_register_rtf/Bingsongl_satellites.rtf"};
    static const struct str marks[] = {STR("{\\b R:} "), STR("{\\b     } ")};
    if (!tap_shared()) {
        tap_skip("ARMSTATS_SHARED is not set");
        return;
    }
    for (size_t i = 0; i < 2; i++) {
        struct whole whole;
        struct map seen;
        arena_init(&arena);
        map_init(&seen);
        struct str text = read_file(&whole, files[i]);
        for (size_t j = 0; j < 2; j++)
            for (struct str rest = text, name;
                 (name = cut_after(&rest, marks[j])).ptr;)
                check_name(&seen, name, files[i]);
        for (struct str rest = text, name;
             (name = cut_after(&rest, STR("{\\b "))).ptr;)
            if (str_starts(str_skip(name, name.len), STR("}\\par")))
                check_name(&seen, name, files[i]);
        CU_ASSERT(seen.len > (i == 0 ? 100 : 4));
        map_done(&seen);
        whole_done(&whole);
        arena_done(&arena);
    }
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"every name of every file", test_names},
        {"every name of the registers in RTF", test_rich_text},
    };
    return TAP_RUN("place_names", cases);
}

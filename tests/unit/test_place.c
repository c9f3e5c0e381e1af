/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of places of src/trade, against itself and against what people
 * type. */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "tap.h"
#include "trade/place.h"
#include "trade/place_table.h"

static struct arena arena;

static const char *name_of(const struct place *place)
{
    return place ? place->name : "(none)";
}

static void test_order(void)
{
    CU_ASSERT(place_count() > 300);
    for (size_t i = 1; i < place_count(); i++)
        CU_ASSERT(strcmp(place_at(i - 1)->name, place_at(i)->name) < 0);
    for (size_t i = 1; i < place_key_count; i++)
        CU_ASSERT(strcmp(place_keys[i - 1].text, place_keys[i].text) < 0);
    for (size_t i = 1; i < place_code_count; i++)
        CU_ASSERT(strcmp(place_codes[i - 1].text, place_codes[i].text) < 0);
    for (size_t i = 1; i < place_refusal_count; i++)
        CU_ASSERT(strcmp(place_refusals[i - 1].code, place_refusals[i].code) <
                  0);
}

/* The keys that the build made are the keys of utf8_key(), each spelling
 * belongs to one place, and each key to a spelling. */
static void test_spellings(void)
{
    arena_init(&arena);
    size_t spellings = 0;
    for (size_t i = 0; i < place_count(); i++) {
        const char *const *aliases;
        size_t count = place_aliases(place_at(i), &aliases);
        CU_ASSERT(count >= 1);
        CHECK_TEXT(aliases[0], place_at(i)->name);
        for (size_t j = 0; j < count; j++) {
            struct str spelling = str_from(aliases[j]);
            struct str upper = arena_str(&arena, spelling);
            char *bytes = (char *)upper.ptr;
            for (size_t k = 0; k < upper.len; k++)
                if (bytes[k] >= 'a' && bytes[k] <= 'z')
                    bytes[k] = (char)(bytes[k] - 0x20);
            size_t commas = 0;
            for (size_t k = 0; k < upper.len; k++)
                commas += bytes[k] == ',';
            CU_ASSERT(commas < 4); /* as many as a comma list looks at */
            CHECK_TEXT(name_of(place_of_name(spelling)), aliases[0]);
            CHECK_TEXT(name_of(place_of_name(upper)), aliases[0]);
            spellings++;
        }
    }
    CU_ASSERT_EQUAL(spellings, place_key_count);
    arena_done(&arena);
}

static void test_facts(void)
{
    static const char *const regions[] = {
        "Africa", "Americas", "Asia and Oceania", "Europe", "Middle East"};
    size_t states_with_codes = 0;
    for (size_t i = 0; i < place_count(); i++) {
        const struct place *place = place_at(i);
        bool is_state = place->kind == PLACE_STATE;
        bool is_known_region = place->region[0] == 0;
        for (size_t j = 0; j < 5; j++)
            is_known_region |= strcmp(place->region, regions[j]) == 0;
        CU_ASSERT(is_known_region);
        CU_ASSERT(place->from_year == 0 ||
                  (place->from_year >= 1950 && place->from_year < 2100));
        CU_ASSERT(place->to_year == 0 || place->to_year >= place->from_year);
        states_with_codes += is_state && place->iso3[0];
        if (place->kind == PLACE_FORMER_STATE)
            CU_ASSERT(place->to_year > 1950);
        if (place->iso3[0])
            CU_ASSERT(is_state || place->kind == PLACE_FORMER_STATE);
    }
    /* ISO 3166-1 has 249 entries; Kosovo is XKX by common use. */
    CU_ASSERT_EQUAL(states_with_codes, 250);
}

static void check_place(const char *spelling, const char *name,
                        const char *iso3, enum place_kind kind)
{
    const struct place *place = place_of_name(str_from(spelling));
    CHECK_TEXT(name_of(place), name);
    if (!place)
        return;
    CHECK_TEXT(place->iso3, iso3);
    CHECK_TEXT(place_kind_word(place->kind), place_kind_word(kind));
}

static void test_names(void)
{
    static const char *const states[][3] = {
        {"Turkey", "Türkiye", "TUR"},
        {"Turkiye", "Türkiye", "TUR"},
        {"TÜRKİYE", "Türkiye", "TUR"},
        {"UAE", "United Arab Emirates", "ARE"},
        {"Viet Nam", "Vietnam", "VNM"},
        {"Vietnam", "Vietnam", "VNM"},
        {"Cote d'Ivoire", "Côte d'Ivoire", "CIV"},
        {"Côte d’Ivoire", "Côte d'Ivoire", "CIV"},
        {"DR Congo", "DR Congo", "COD"},
        {"Congo", "Republic of the Congo", "COG"},
        {"Congo, Democratic Repubic of", "DR Congo", "COD"},
        {"Saint Vincent", "Saint Vincent and the Grenadines", "VCT"},
        {"Bosnia-Herzegovina", "Bosnia and Herzegovina", "BIH"},
        {"Bosnia–Herzegovina", "Bosnia and Herzegovina", "BIH"},
        {"Macedonia", "North Macedonia", "MKD"},
        {"eSwatini", "Eswatini", "SWZ"},
        {"Swaziland", "Eswatini", "SWZ"},
        {"Cape Verde", "Cabo Verde", "CPV"},
        {"Czech Republic", "Czechia", "CZE"},
        {"Korea, Rep.", "South Korea", "KOR"},
        {"Republic of Korea", "South Korea", "KOR"},
        {"Korea, Dem. People’s Rep.", "North Korea", "PRK"},
        {"DPRK", "North Korea", "PRK"},
        {"Iran, Islamic Rep.", "Iran", "IRN"},
        {"Egypt, Arab Rep.", "Egypt", "EGY"},
        {"Bahamas, The", "Bahamas", "BHS"},
        {"USA", "United States", "USA"},
        {"Britain", "United Kingdom", "GBR"},
        {"Russian Federation", "Russia", "RUS"},
        {"Holland", "Netherlands", "NLD"},
        {"Burma", "Myanmar", "MMR"},
        {"Other Asia, nes", "Taiwan", "TWN"},
        {"Germany", "Germany", "DEU"},
        {"Yemen", "Yemen", "YEM"},
        {"Kosovo", "Kosovo", "XKX"},
        {"  south \t KOREA ", "South Korea", "KOR"},
    };
    for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++)
        check_place(states[i][0], states[i][1], states[i][2], PLACE_STATE);

    check_place("USSR", "Soviet Union", "SUN", PLACE_FORMER_STATE);
    check_place("East Germany (GDR)", "East Germany", "DDR",
                PLACE_FORMER_STATE);
    check_place("Serbia and Montenegro", "Serbia and Montenegro", "SCG",
                PLACE_FORMER_STATE);
    check_place("Yemen Arab Republic (North Yemen)", "North Yemen", "",
                PLACE_FORMER_STATE);
    check_place("HoR (Libya)*", "House of Representatives (Libya)", "",
                PLACE_ARMED_GROUP);
    check_place("NATO**", "NATO", "", PLACE_ORGANISATION);
    check_place("Unknown supplier(s)", "unknown supplier(s)", "",
                PLACE_UNKNOWN);
    check_place("World", "World", "", PLACE_WORLD);
}

/* Never a guess. */
static void test_no_names(void)
{
    static const char *const names[] = {
        "",         "Korea",       "KOR",       "KOS",     "South Koreas",
        "Sudan*",   "Arab World",  "Africa",    "NATO*",   "Total",
        "Germanys", "rebels",      "unknown",   "*",       "Libya HoR**",
        "\xff\xfe", "South\nKore", "Vietnam's", "Guineas", "-",
    };
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        CHECK_TEXT(name_of(place_of_name(str_from(names[i]))), "(none)");
    CHECK_TEXT(name_of(place_of_name(STR("Chad\0"))), "(none)");
}

static void test_kinds(void)
{
    static const struct {
        const char *name;
        enum place_kind kind;
    } cases[] = {
        {"Poland", PLACE_STATE},
        {"Katanga", PLACE_FORMER_STATE},
        {"Houthi rebels (Yemen)*", PLACE_ARMED_GROUP},
        {"unknown rebel group*", PLACE_ARMED_GROUP},
        {"unknown recipient(s)", PLACE_UNKNOWN},
        {"World", PLACE_WORLD},
        {"(all)", PLACE_WORLD},
        /* Not in the table: by the publishers' marks. */
        {"Atlantis League**", PLACE_ORGANISATION},
        {"Atlantis front*", PLACE_ARMED_GROUP},
        {"Atlantis rebels", PLACE_ARMED_GROUP},
        {"ATLANTIS REBELS*", PLACE_ARMED_GROUP},
        {"Unknown islands", PLACE_UNKNOWN},
        {"Atlantis", PLACE_UNKNOWN},
        {"rebels of Atlantis", PLACE_UNKNOWN},
        {"", PLACE_UNKNOWN},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        CHECK_TEXT(place_kind_word(place_kind_of_name(str_from(cases[i].name))),
                   place_kind_word(cases[i].kind));
}

/* "found: A", "ambiguous: A, B", "near: A, B" or "refused: reason". */
static const char *answer(const char *spelling)
{
    static const char *const words[] = {[PLACE_FOUND] = "found",
                                        [PLACE_AMBIGUOUS] = "ambiguous",
                                        [PLACE_NEAR] = "near",
                                        [PLACE_REFUSED] = "refused"};
    struct place_lookup lookup = place_look_up(str_from(spelling));
    const char *text = arena_printf(&arena, "%s:", words[lookup.answer]);
    if (lookup.answer == PLACE_REFUSED)
        return arena_printf(&arena, "%s %s", text, lookup.reason);
    for (size_t i = 0; i < lookup.count; i++)
        text = arena_printf(&arena, "%s%s %s", text, i > 0 ? "," : "",
                            lookup.found[i]->name);
    return text;
}

static void test_look_up(void)
{
    static const char *const cases[][2] = {
        {"South Korea", "found: South Korea"},
        {" south korea\t", "found: South Korea"},
        {"KOR", "found: South Korea"},
        {"PRK", "found: North Korea"},
        {"SUN", "found: Soviet Union"},
        {"XKX", "found: Kosovo"},
        {"UAE", "found: United Arab Emirates"},
        {"DRC", "found: DR Congo"},
        {"GDR", "found: East Germany"},
        {"AUS", "found: Australia"},
        {"Yemen", "found: Yemen"},
        {"Vietnam", "found: Vietnam"},
        {"Germany", "found: Germany"},
        {"Congo", "found: Republic of the Congo"},
        {"Guinea", "found: Guinea"},
        {"Houthi rebels (Yemen)*", "found: Houthi rebels (Yemen)"},
        {"Korea", "ambiguous: North Korea, South Korea"},
        {"korea", "ambiguous: North Korea, South Korea"},
        {"Virgin Islands",
         "ambiguous: British Virgin Islands, United States Virgin Islands"},
        {"kor", "near: South Korea"},
        {"", "near:"},
        {"   ", "near:"},
        {"Xyzzyqwertyuiop", "near:"},
        {"Jappan", "near: Japan"},
    };
    arena_init(&arena);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        CHECK_TEXT(answer(cases[i][0]), cases[i][1]);
    /* The nearest comes first, whatever else comes near. */
    CU_ASSERT(strstr(answer("Sout Korea"), "near: South Korea") != NULL);
    CU_ASSERT(strstr(answer("Untied Kingdom"), "near: United Kingdom") != NULL);
    CU_ASSERT(strstr(answer("Columbia"), "near: Colombia") != NULL);
    CU_ASSERT(strstr(answer("Houthi rebel"), "Houthi rebels (Yemen)") != NULL);
    arena_done(&arena);
}

static void test_refused(void)
{
    static const char *const cases[][2] = {
        {"KOS", "refused: KOS is South Korea for SIPRI and Kosovo for others; "
                "write KOR or XKX"},
        {"AST", "refused: AST is only SIPRI's code of Austria; write AUT"},
        {"FRG", "refused: FRG is only SIPRI's code of Germany; write DEU"},
        {"SPA", "refused: SPA is only SIPRI's code of Spain; write ESP"},
        {"XXS", "refused: XXS is only SIPRI's code of unknown supplier(s); "
                "write 'unknown supplier(s)'"},
        {"DE", "refused: two-letter codes are not accepted; write DEU"},
        {"US", "refused: two-letter codes are not accepted; write USA"},
        {"us", "refused: two-letter codes are not accepted; write USA"},
        {"UK", "refused: two-letter codes are not accepted; write GBR"},
        {"KR", "refused: two-letter codes are not accepted; write KOR"},
        {"NA", "refused: two-letter codes are not accepted; write NAM"},
        {"SA", "refused: SA is South Africa for SIPRI and Saudi Arabia in "
               "ISO 3166; write ZAF or SAU"},
        {"ZZ", "refused: two-letter codes are not accepted; write the name"},
        {" xq ", "refused: two-letter codes are not accepted; write the name"},
    };
    arena_init(&arena);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        CHECK_TEXT(answer(cases[i][0]), cases[i][1]);
    arena_done(&arena);
}

/* Whoever writes what a reason says is understood. */
static void test_reasons_help(void)
{
    const struct str write = STR("; write ");
    for (size_t i = 0; i < place_refusal_count; i++) {
        struct str rest = str_from(place_refusals[i].reason);
        ptrdiff_t at = str_find(rest, write);
        CU_ASSERT_FATAL(at > 0);
        rest = str_skip(rest, (size_t)at + write.len);
        while (rest.ptr) {
            ptrdiff_t end = str_find(rest, STR(" or "));
            struct str word = rest;
            rest = (struct str){NULL, 0};
            if (end >= 0) {
                rest = str_skip(word, (size_t)end + strlen(" or "));
                word.len = (size_t)end;
            }
            if (str_starts(word, STR("'")) && str_ends(word, STR("'")))
                word = (struct str){word.ptr + 1, word.len - 2};
            if (place_look_up(word).answer != PLACE_FOUND)
                CHECK_TEXT(place_refusals[i].reason, "of help");
        }
        struct str code = str_from(place_refusals[i].code);
        CU_ASSERT_EQUAL(place_look_up(code).answer, PLACE_REFUSED);
    }
}

/* All ISO codes but the two that SIPRI gives to other states. */
/* Every ISO 3166 code means its place, also where SIPRI uses the letters for
 * another one (CHE, CZE). */
static void test_codes(void)
{
    for (size_t i = 0; i < place_count(); i++) {
        const struct place *place = place_at(i);
        if (!place->iso3[0])
            continue;
        struct place_lookup lookup = place_look_up(str_from(place->iso3));
        CU_ASSERT_EQUAL_FATAL(lookup.answer, PLACE_FOUND);
        CHECK_TEXT(name_of(lookup.found[0]), place->name);
    }
}

static void test_hostile(void)
{
    size_t len = 100000;
    char *text = mem_alloc(len, 1);
    memset(text, 'k', len);
    struct place_lookup lookup = place_look_up((struct str){text, len});
    CU_ASSERT_EQUAL(lookup.answer, PLACE_NEAR);
    memset(text, 0xff, len);
    lookup = place_look_up((struct str){text, len});
    CU_ASSERT_EQUAL(lookup.answer, PLACE_NEAR);
    CU_ASSERT_EQUAL(place_look_up((struct str){NULL, 0}).count, 0);
    CU_ASSERT_EQUAL(place_look_up(STR("K\0R")).answer, PLACE_NEAR);
    mem_free(text);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"everything in order", test_order},
        {"every spelling finds its place", test_spellings},
        {"kinds, regions, years, codes", test_facts},
        {"names in many spellings", test_names},
        {"what is no name", test_no_names},
        {"kinds by the publishers' marks", test_kinds},
        {"places as people name them", test_look_up},
        {"codes that are refused", test_refused},
        {"reasons say what to write", test_reasons_help},
        {"ISO codes", test_codes},
        {"hostile spellings", test_hostile},
    };
    return TAP_RUN("place", cases);
}

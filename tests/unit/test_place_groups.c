/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups of places of src/trade: the table against itself and against facts
 * that anybody can look up, and filters that name them. */
#include <config.h>

#include "tap.h"
#include "trade/category.h"
#include "trade/filter.h"

static struct arena arena;
static struct err err;

static const struct place_group *group(const char *word)
{
    return place_group_of_word(str_from(word));
}

static bool is_member(const char *word, const char *place, int year)
{
    const struct place *found = place_of_name(str_from(place));
    CU_ASSERT_PTR_NOT_NULL_FATAL(found);
    CU_ASSERT_PTR_NOT_NULL_FATAL(group(word));
    struct year_set years = place_group_years(group(word), found);
    return year_set_has(&years, year);
}

static void test_years(void)
{
    struct year_set years = {0};
    CU_ASSERT(year_set_is_empty(&years));
    year_set_add(&years, 1999, 2004);
    CU_ASSERT(!year_set_has(&years, 1998) && year_set_has(&years, 1999));
    CU_ASSERT(year_set_has(&years, 2004) && !year_set_has(&years, 2005));
    CU_ASSERT(!year_set_has(&years, 0)); /* today */
    CU_ASSERT(year_set_meets(&years, (struct period){2004, 2010}));
    CU_ASSERT(!year_set_meets(&years, (struct period){2005, 2010}));
    struct year_set open = {0};
    year_set_add(&open, 1963, 0);
    CU_ASSERT(year_set_has(&open, 0) && year_set_has(&open, 2400));
    CU_ASSERT(year_set_has(&open, 1964) && !year_set_has(&open, 1962));
    CU_ASSERT(!year_set_has(&open, 1800));
    year_set_join(&open, &years);
    year_set_remove(&open, &years);
    CU_ASSERT(year_set_has(&open, 1998) && !year_set_has(&open, 2000));
    struct year_set all = year_set_all();
    CU_ASSERT(year_set_is_all(&all) && !year_set_is_all(&open));
    struct year_set old = {0};
    year_set_add(&old, 0, 1954);
    CU_ASSERT(year_set_has(&old, 1800) && !year_set_has(&old, 1955));
}

static void test_words(void)
{
    arena_init(&arena);
    CHECK_TEXT(place_group_word(group("sipri:nato"), &arena), "@sipri:nato");
    CHECK_TEXT(place_group_word(group("@EU"), &arena), "@eu");
    CHECK_TEXT(place_group_title(group("sipri:nato"), &arena), "NATO (SIPRI)");
    CHECK_TEXT(place_group_title(group("eu"), &arena), "European Union");
    CU_ASSERT_PTR_NULL(group("sipri:atlantis"));
    CU_ASSERT_PTR_NULL(group(""));
    CU_ASSERT_PTR_NULL(group("regions"));
    for (size_t i = 0; i < place_group_count(); i++)
        CU_ASSERT_PTR_EQUAL(group(place_group_word(place_group_at(i), &arena)),
                            place_group_at(i));
    arena_done(&arena);
}

/* Years of accession and of leaving, each known from the treaties. */
static void test_facts(void)
{
    CU_ASSERT(!is_member("nato", "Poland", 1998));
    CU_ASSERT(is_member("nato", "Poland", 1999));
    CU_ASSERT(is_member("sipri:nato", "Finland", 2023));
    CU_ASSERT(!is_member("sipri:nato", "Sweden", 2023));
    CU_ASSERT(is_member("nato", "Sweden", 2024));
    CU_ASSERT(is_member("sipri:nato", "NATO**", 1990));
    CU_ASSERT(!is_member("nato", "NATO**", 1990));
    CU_ASSERT(!is_member("sipri:nato-europe", "Türkiye", 2020));
    CU_ASSERT(is_member("eu", "United Kingdom", 2019));
    CU_ASSERT(!is_member("eu", "United Kingdom", 2020));
    CU_ASSERT(!is_member("g8", "Russia", 1997));
    CU_ASSERT(is_member("g8", "Russia", 2013));
    CU_ASSERT(!is_member("g8", "Russia", 2014));
    CU_ASSERT(is_member("asean", "Viet Nam", 1995));
    CU_ASSERT(!is_member("arab-league", "Egypt", 1985));
    CU_ASSERT(is_member("arab-league", "Egypt", 1989));
    CU_ASSERT(is_member("warsaw-pact", "East Germany (GDR)", 1985));
    CU_ASSERT(!is_member("warsaw-pact", "Germany", 1985));
    CU_ASSERT(is_member("sipri:western-europe", "Cyprus", 1990));
    CU_ASSERT(!is_member("un:western-europe", "United Kingdom", 1990));
    CU_ASSERT(is_member("un:northern-europe", "United Kingdom", 1990));
    CU_ASSERT(!is_member("un:regions", "Taiwan", 2000));
    CU_ASSERT_EQUAL(place_group_size(group("sipri:nato"), 2023), 31);
    CU_ASSERT_EQUAL(place_group_size(group("eu"), 2019), 28);
    CU_ASSERT_EQUAL(place_group_size(group("eu"), 1990), 12);
    CU_ASSERT_EQUAL(place_group_size(group("oecd"), 2022), 38);
    CU_ASSERT_EQUAL(place_group_size(group("osce"), 2020), 57);
    CU_ASSERT_EQUAL(place_group_size(group("african-union"), 2020), 55);
    CHECK_TEXT(place_group_itself(group("sipri:nato"))->name, "NATO");
    CU_ASSERT_PTR_NULL(place_group_itself(group("sipri:africa")));
}

/* A list is a partition: its parts share nothing and are all that it has. */
static void test_partitions(void)
{
    size_t lists = 0;
    for (size_t i = 0; i < place_group_count(); i++) {
        const struct place_group *list = place_group_at(i);
        const struct place_group *const *parts;
        const struct membership *members;
        size_t count = place_group_parts(list, &parts);
        if (!list->is_list) {
            CU_ASSERT_EQUAL(count, 0);
            continue;
        }
        lists++;
        for (size_t j = 0; j < place_count(); j++) {
            size_t in = 0;
            for (size_t k = 0; k < count; k++) {
                struct year_set years =
                    place_group_years(parts[k], place_at(j));
                in += !year_set_is_empty(&years);
            }
            CU_ASSERT(in <= 1);
            struct year_set years = place_group_years(list, place_at(j));
            CU_ASSERT_EQUAL(in, !year_set_is_empty(&years));
        }
        CU_ASSERT(place_group_members(list, &members) > 200);
    }
    CU_ASSERT_EQUAL(lists, 4);
}

/* Every state of the table is in one of SIPRI's regions and sub-regions, and
 * the sub-regions fill the regions. */
static void test_regions(void)
{
    for (size_t i = 0; i < place_count(); i++) {
        const struct place *place = place_at(i);
        if (place->kind != PLACE_STATE || !place->region[0])
            continue;
        struct year_set region =
            place_group_years(group("sipri:regions"), place);
        struct year_set part =
            place_group_years(group("sipri:sub-regions"), place);
        if (!year_set_is_all(&region) || !year_set_is_all(&part))
            CHECK_TEXT(place->name, "in a region");
    }
}

static const char *years_of(const struct place_set *set, const char *name)
{
    struct year_set years = place_set_years(set, str_from(name), &arena);
    if (year_set_is_all(&years))
        return "all";
    if (year_set_is_empty(&years))
        return "none";
    int from = YEAR_SET_FROM;
    while (!year_set_has(&years, from))
        from++;
    return arena_printf(&arena, "%d", from);
}

static void test_sets(void)
{
    struct place_set set = {0};
    arena_init(&arena);
    CU_ASSERT(place_set_add(&set, STR("@sipri:nato,Japan"), &arena, &err));
    CHECK_TEXT(years_of(&set, "Poland"), "1999");
    CHECK_TEXT(years_of(&set, "NATO**"), "all");
    CHECK_TEXT(years_of(&set, "JAPAN"), "all");
    CHECK_TEXT(years_of(&set, "Ireland"), "none");
    set.members = 2009;
    CHECK_TEXT(years_of(&set, "Poland"), "all");
    CHECK_TEXT(years_of(&set, "Finland"), "none");
    CU_ASSERT(!place_set_add(&set, STR("@sipri:nat"), &arena, &err));
    CHECK_TEXT(err.text, "no group is called '@sipri:nat'; the nearest are "
                         "@nato, @sipri:international-organizations, "
                         "@sipri:nam, @sipri:nato, @sipri:nato-europe; "
                         "armstats places lists them");
    err = (struct err){0};
    arena_done(&arena);
}

/* Both lanes ask a filter the same. */
static void test_filter(void)
{
    struct filter filter = {0};
    struct names names;
    arena_init(&arena);
    names_init(&names);
    CU_ASSERT(
        place_set_add(&filter.recipient, STR("@sipri:nato"), &arena, &err));
    CU_ASSERT(
        place_set_add(&filter.not_recipient, STR("Belgium"), &arena, &err));
    uint32_t poland = map_intern(&names.places, STR("Poland"));
    uint32_t belgium = map_intern(&names.places, STR("Belgium"));
    uint32_t france = map_intern(&names.places, STR("France"));
    uint32_t peru = map_intern(&names.places, STR("Peru"));
    static const int years[] = {1998, 1999, 2020, 0};
    static const bool polish[] = {false, true, true, true};
    const uint32_t others[] = {belgium, france, peru};
    static const bool taken[] = {false, true, false};
    struct filter_judge *judge = filter_judge_new(&filter, &names);
    struct flow flow = flow_unknown(UNIT_TIV_MILLION, MEASURE_DELIVERY);
    flow.supplier = peru;
    for (size_t i = 0; i < 4; i++) {
        flow.year = years[i];
        flow.recipient = poland;
        CU_ASSERT_EQUAL(filter_takes(judge, &flow), polish[i]);
        for (size_t j = 0; j < 3; j++) {
            flow.recipient = others[j];
            CU_ASSERT_EQUAL(filter_takes(judge, &flow), taken[j]);
        }
    }
    uint32_t suppliers[] = {peru, peru, peru, peru};
    uint32_t recipients[] = {poland, poland, france, peru};
    uint32_t categories[] = {NAME_NONE, NAME_NONE, NAME_NONE, NAME_NONE};
    int32_t when[] = {1998, 1999, 1950, 1999};
    int64_t values[] = {1, 2, 3, 4};
    struct flow_columns columns = {.count = 4,
                                   .supplier = suppliers,
                                   .recipient = recipients,
                                   .category = categories,
                                   .year = when,
                                   .value = values,
                                   .unit = UNIT_TIV_MILLION,
                                   .measure = MEASURE_DELIVERY};
    filter_keep(judge, &columns);
    CU_ASSERT_EQUAL(columns.count, 2);
    CU_ASSERT_EQUAL(values[0], 2);
    CU_ASSERT_EQUAL(values[1], 3);
    filter_judge_free(judge);
    names_done(&names);
    arena_done(&arena);
}

static void test_categories(void)
{
    CU_ASSERT(
        category_same(STR("Air-defence systems"), STR("Air defence systems")));
    CU_ASSERT(
        category_same(STR("air defense systems"), STR("Air-defence systems")));
    CU_ASSERT(!category_same(STR("Aircraft"), STR("Artillery")));
    CU_ASSERT(
        category_matches(STR("Air-defence systems"), STR("air defence*")));
    CU_ASSERT(category_matches(STR("Aircraft"), STR("air*")));
    CU_ASSERT(!category_matches(STR("Aircraft"), STR("Air defence*")));
    CU_ASSERT(str_eq(category_first_name(STR("Air-defence systems")),
                     STR("Air defence systems")));
    CU_ASSERT(str_eq(category_first_name(STR("Ships")), STR("Ships")));
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"sets of years", test_years},
        {"words of groups", test_words},
        {"members in their years", test_facts},
        {"lists share no place", test_partitions},
        {"every state is in a region", test_regions},
        {"groups among places", test_sets},
        {"a filter by year, in both lanes", test_filter},
        {"names of categories", test_categories},
    };
    return TAP_RUN("place_groups", cases);
}

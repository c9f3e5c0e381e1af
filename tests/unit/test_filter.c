/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filters of src/trade: places as options name them, patterns, verdicts. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "scratch.h"
#include "tap.h"
#include "trade/filter.h"

static struct arena arena;
static struct filter filter;
static struct names names;
static struct err err;

static void start(void)
{
    arena_init(&arena);
    names_init(&names);
    filter = (struct filter){0};
    err = (struct err){0};
}

static void finish(void)
{
    names_done(&names);
    arena_done(&arena);
}

static bool add(struct place_set *set, const char *value)
{
    return place_set_add(set, str_from(value), &arena, &err);
}

/* "South Korea|Japan|?Atlantis": the places of a set, or how it was refused. */
static const char *set_of(const char *value)
{
    struct place_set set = {0};
    err = (struct err){0};
    if (!add(&set, value))
        return err.text;
    const char *text = "";
    for (size_t i = 0; i < set.count; i++) {
        const struct place_item *item = &set.items[i];
        const char *name = item->place ? item->place->name
                                       : arena_printf(&arena, "?%.*s",
                                                      STR_ARG(item->spelling));
        text = arena_printf(&arena, "%s%s%s", text, i > 0 ? "|" : "", name);
    }
    return text;
}

static void test_set_lists(void)
{
    static const char *const cases[][2] = {
        {"South Korea", "South Korea"},
        {" KOR ", "South Korea"},
        {"Korea, Rep.", "South Korea"},
        {"korea, rep.", "South Korea"},
        {"KOR,JPN", "South Korea|Japan"},
        {"South Korea, Japan , POL", "South Korea|Japan|Poland"},
        {"Korea, Rep.,Japan", "South Korea|Japan"},
        {"Japan,Korea, Rep.", "Japan|South Korea"},
        {"Iran, Islamic Rep., Yemen, Rep., Egypt, Arab Rep.",
         "Iran|Yemen|Egypt"},
        {"Congo, Dem. Rep.,Congo", "DR Congo|Republic of the Congo"},
        {"KOR,South Korea,Republic of Korea", "South Korea"},
        {"Houthi rebels (Yemen)*", "Houthi rebels (Yemen)"},
        {"Atlantis", "?Atlantis"},
        {"Atlantis,ATLANTIS,Lemuria", "?Atlantis|?Lemuria"},
        {"North Yemen,Yemen Arab Republic (North Yemen)", "North Yemen"},
    };
    start();
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        CHECK_TEXT(set_of(cases[i][0]), cases[i][1]);
    finish();
}

static void test_set_refuses(void)
{
    static const char *const cases[][2] = {
        {"Korea", "more than one place is called 'Korea'; write North Korea "
                  "or South Korea"},
        {"KOS", "place 'KOS': KOS is South Korea for SIPRI and Kosovo for "
                "others; write KOR or XKX"},
        {"JPN,US", "place 'US': two-letter codes are not accepted; write USA"},
        {"@ue", "no group is called '@ue'; armstats places lists them"},
        {"@sipri:natoo", "no group is called '@sipri:natoo'; the nearest are "
                         "@nato, @sipri:nato; armstats places lists them"},
        {"", "a place is missing: ''"},
        {"  ", "a place is missing: ''"},
        {"KOR,", "a place is missing: ''"},
        {"KOR,,JPN", "a place is missing: ''"},
        {",", "a place is missing: ''"},
    };
    start();
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        CHECK_TEXT(set_of(cases[i][0]), cases[i][1]);
        CU_ASSERT_EQUAL(err.kind, ERR_REQUEST);
    }
    finish();
}

/* A list that somebody made up takes no time. */
static void test_set_hostile(void)
{
    start();
    char *commas = mem_alloc(100001, 1);
    memset(commas, ',', 100000);
    CHECK_TEXT(set_of(commas), "a place is missing: ''");
    memset(commas, 'a', 100000);
    CU_ASSERT(strlen(set_of(commas)) > 0);
    for (size_t i = 0; i < 99999; i += 2)
        commas[i + 1] = ',';
    commas[99998] = 'b';
    commas[99999] = '\0';
    CHECK_TEXT(set_of(commas), "?a|?b");
    CHECK_TEXT(set_of("\xff\xfe,\x01"), "?\xff\xfe|?\x01");
    mem_free(commas);
    finish();
}

static void test_set_files(void)
{
    start();
    scratch_enter();
    scratch_text("east.txt", "\xef\xbb\xbf# to the east\r\n"
                             "South Korea\r\n"
                             "\r\n"
                             "  Iran, Islamic Rep. # a comma list it is not\n"
                             "#Poland\n"
                             "Atlantis, Lost\n"
                             "JPN");
    CHECK_TEXT(set_of("@east.txt"), "South Korea|Iran|?Atlantis, Lost|Japan");

    scratch_text("wrong.txt", "Japan\n\nKorea\n");
    CHECK_TEXT(set_of("@wrong.txt"),
               "wrong.txt:3: more than one place is called 'Korea'; write "
               "North Korea or South Korea");
    CU_ASSERT_EQUAL(err.kind, ERR_REQUEST);

    scratch_text("empty.txt", "");
    CHECK_TEXT(set_of("@empty.txt"),
               "empty.txt: no place in it; write one a line");
    scratch_text("comments.txt", "# Poland\n\n");
    CHECK_TEXT(set_of("@comments.txt"),
               "comments.txt: no place in it; write one a line");

    CU_ASSERT(strstr(set_of("@missing.txt"), "missing.txt") != NULL);
    CU_ASSERT_EQUAL(err.kind, ERR_REQUEST);
    scratch_leave();
    finish();
}

static void test_set_file_too_long(void)
{
    start();
    scratch_enter();
    size_t len = ((size_t)1 << 20) + 1;
    char *text = mem_alloc(len, 1);
    memset(text, '\n', len);
    scratch_write("long.txt", text, len);
    CHECK_TEXT(set_of("@long.txt"),
               "long.txt: longer than such a list can be");
    mem_free(text);
    scratch_leave();
    finish();
}

static uint32_t place(const char *name)
{
    return map_intern(&names.places, str_from(name));
}

static struct flow flow_of(const char *supplier, const char *recipient)
{
    return (struct flow){.supplier = place(supplier),
                         .recipient = place(recipient),
                         .category = NAME_NONE,
                         .designation = NAME_NONE,
                         .description = NAME_NONE,
                         .deal = NAME_NONE};
}

static bool takes(struct filter_judge *judge, const char *supplier,
                  const char *recipient)
{
    struct flow flow = flow_of(supplier, recipient);
    bool first = filter_takes(judge, &flow);
    CU_ASSERT_EQUAL(filter_takes(judge, &flow), first);
    return first;
}

static void test_empty_filter(void)
{
    start();
    CU_ASSERT(filter_is_empty(&filter));
    struct filter_judge *judge = filter_judge_new(&filter, &names);
    CU_ASSERT(takes(judge, "Russia", "India"));
    CU_ASSERT(takes(judge, "", "unknown recipient(s)"));
    filter_judge_free(judge);
    filter_judge_free(NULL);
    CU_ASSERT(add(&filter.not_recipient, "IND"));
    CU_ASSERT(!filter_is_empty(&filter));
    filter = (struct filter){.conditions = 2};
    CU_ASSERT(!filter_is_empty(&filter));
    finish();
}

static void test_places(void)
{
    start();
    CU_ASSERT(add(&filter.supplier, "Turkey"));
    CU_ASSERT(add(&filter.supplier, "Kor Kingdom"));
    CU_ASSERT(add(&filter.recipient, "North Yemen,Viet Nam,Poland"));
    CU_ASSERT(add(&filter.not_recipient, "POL"));
    struct filter_judge *judge = filter_judge_new(&filter, &names);
    CU_ASSERT(takes(judge, "Turkiye", "Viet Nam"));
    CU_ASSERT(takes(judge, "TÜRKİYE", "Vietnam"));
    CU_ASSERT(takes(judge, "Turkey", "North Yemen"));
    CU_ASSERT(takes(judge, "Turkey", "Yemen Arab Republic (North Yemen)"));
    CU_ASSERT(!takes(judge, "Turkey", "Yemen"));
    CU_ASSERT(!takes(judge, "Turkey", "South Yemen"));
    CU_ASSERT(!takes(judge, "Turkey", "Poland"));
    CU_ASSERT(!takes(judge, "Turkmenistan", "Viet Nam"));
    CU_ASSERT(!takes(judge, "PKK (Turkey)*", "Viet Nam"));
    CU_ASSERT(takes(judge, "KOR  KINGDOM", "Viet Nam"));
    CU_ASSERT(!takes(judge, "Kor Kingdoms", "Viet Nam"));
    CU_ASSERT(!takes(judge, "", "Viet Nam"));
    filter_judge_free(judge);
    finish();
}

/* Verdicts stay right while the dictionary grows under the judge. */
static void test_growing_names(void)
{
    start();
    CU_ASSERT(add(&filter.supplier, "name 7,name 4000"));
    CU_ASSERT(add(&filter.not_recipient, "name 12"));
    struct filter_judge *judge = filter_judge_new(&filter, &names);
    char name[32];
    size_t taken = 0;
    for (int i = 0; i < 5000; i++) {
        snprintf(name, sizeof(name), "name %d", i);
        taken += takes(judge, name, name);
        taken += takes(judge, "name 7", name);
    }
    CU_ASSERT_EQUAL(taken, 5000 - 1 + 2);
    filter_judge_free(judge);
    finish();
}

static struct flow weapon_of(const char *designation, const char *description,
                             const char *category)
{
    struct flow flow = flow_of("Russia", "India");
    flow.designation = map_intern(&names.designations, str_from(designation));
    flow.description = map_intern(&names.descriptions, str_from(description));
    flow.category = map_intern(&names.categories, str_from(category));
    return flow;
}

static void test_weapons(void)
{
    start();
    pattern_list_add(&filter.weapon, STR("k-9*"), &arena);
    pattern_list_add(&filter.weapon, STR("tank"), &arena);
    struct filter_judge *judge = filter_judge_new(&filter, &names);
    struct flow flow = weapon_of("K-9 chassis -", "self-propelled gun", "a");
    CU_ASSERT(filter_takes(judge, &flow));
    flow = weapon_of("K-2 -", "Tank", "a");
    CU_ASSERT(filter_takes(judge, &flow));
    flow = weapon_of("K-2 -", "tank turret", "a");
    CU_ASSERT(!filter_takes(judge, &flow));
    flow = weapon_of("AK-9", "rifle", "a");
    CU_ASSERT(!filter_takes(judge, &flow));
    flow = flow_of("Russia", "India");
    CU_ASSERT(!filter_takes(judge, &flow));
    filter_judge_free(judge);
    finish();
}

static void test_categories(void)
{
    start();
    struct flow ships = weapon_of("a", "b", "Ships");
    struct flow armour = weapon_of("a", "b", "Armoured vehicles");
    struct flow none = flow_of("Russia", "India");
    pattern_list_add(&filter.not_category, STR("ships"), &arena);
    struct filter_judge *judge = filter_judge_new(&filter, &names);
    CU_ASSERT(!filter_takes(judge, &ships));
    CU_ASSERT(filter_takes(judge, &armour));
    CU_ASSERT(filter_takes(judge, &none));
    filter_judge_free(judge);

    filter = (struct filter){0};
    pattern_list_add(&filter.category, STR("ARM*"), &arena);
    judge = filter_judge_new(&filter, &names);
    CU_ASSERT(!filter_takes(judge, &ships));
    CU_ASSERT(filter_takes(judge, &armour));
    CU_ASSERT(!filter_takes(judge, &none));
    filter_judge_free(judge);
    finish();
}

static void test_conditions(void)
{
    start();
    filter.conditions = 1u << CONDITION_NEW | 1u << CONDITION_MODERNIZED;
    struct filter_judge *judge = filter_judge_new(&filter, &names);
    for (int i = 0; i < CONDITION_COUNT; i++) {
        struct flow flow = flow_of("Russia", "India");
        flow.condition = (enum condition)i;
        bool expected = i == CONDITION_NEW || i == CONDITION_MODERNIZED;
        CU_ASSERT_EQUAL(filter_takes(judge, &flow), expected);
    }
    filter_judge_free(judge);
    finish();
}

static void test_spellings(void)
{
    start();
    place("Atlantis rebels*");
    place("Soth Korea Republic");
    CU_ASSERT(add(&filter.supplier, "Poland"));
    CU_ASSERT(add(&filter.recipient, "ATLANTIS  rebels*"));
    /* Poland has no record, but it is a place. */
    CU_ASSERT(filter_check_spellings(&filter, &names, &err));
    CHECK_TEXT(err.text, "");

    CU_ASSERT(add(&filter.not_recipient, "Sout Korea"));
    CU_ASSERT(!filter_check_spellings(&filter, &names, &err));
    CU_ASSERT_EQUAL(err.kind, ERR_REQUEST);
    CU_ASSERT(strstr(err.text, "no place is called 'Sout Korea'; the nearest "
                               "are South Korea, ") == err.text);

    filter = (struct filter){0};
    err = (struct err){0};
    CU_ASSERT(add(&filter.supplier, "Atlantis rebel"));
    CU_ASSERT(!filter_check_spellings(&filter, &names, &err));
    CHECK_TEXT(err.text, "no place is called 'Atlantis rebel'; the nearest "
                         "are 'Atlantis rebels*'");

    filter = (struct filter){0};
    err = (struct err){0};
    CU_ASSERT(add(&filter.supplier, "Xyzzyqwertyuiop"));
    CU_ASSERT(!filter_check_spellings(&filter, &names, &err));
    CHECK_TEXT(err.text,
               "no place is called 'Xyzzyqwertyuiop'; none comes near");
    finish();
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"what an option value names", test_set_lists},
        {"what it may not name", test_set_refuses},
        {"endless lists", test_set_hostile},
        {"files of places", test_set_files},
        {"a file that is no list", test_set_file_too_long},
        {"an empty filter takes all", test_empty_filter},
        {"suppliers and recipients", test_places},
        {"names that come while reading", test_growing_names},
        {"weapons by designation or description", test_weapons},
        {"categories", test_categories},
        {"conditions", test_conditions},
        {"spellings that nobody has", test_spellings},
    };
    return TAP_RUN("filter", cases);
}

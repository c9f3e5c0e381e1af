/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes of the Harmonized System, and the words that name sets of them. */
#include <config.h>

#include "trade/hs.h"

#include "tap.h"
#include "trade/filter.h"

static void test_pad(void)
{
    static const char *const cases[][2] = {
        {"90111", "090111"},
        {"930690", "930690"},
        {"1", "01"},
        {"93", "93"},
        {"101", "0101"},
        {"TOTAL", "TOTAL"},
        {"9399AA", "9399AA"},
        {"9306A", "9306A"},
        {"", ""},
        {"0", "00"},
        {"93069", "093069"},
        {"1234567890123", "01234567890123"},
        {"123456789012345", "0123456789012345"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char out[HS_CODE_TEXT];
        char text[HS_CODE_TEXT + 1] = "";
        size_t len = hs_pad(out, str_from(cases[i][0]));
        memcpy(text, out, len);
        CHECK_TEXT(text, cases[i][1]);
    }
}

static void test_lists(void)
{
    static const struct {
        const char *words;
        bool is_list;
    } cases[] = {
        {"93", true},
        {"930690", true},
        {"9301-9307", true},
        {"9301-9307,8710", true},
        {" 9301 - 9307 , 8710 ", true},
        {"9301\u20139307", true},
        {"93,9301-9301", true},
        {"930", false},
        {"9", false},
        {"9307-9301", false},
        {"93-9307", false},
        {"9301-", false},
        {"-9307", false},
        {"9301-9303-9307", false},
        {"93,", false},
        {",93", false},
        {"", false},
        {"Aircraft", false},
        {"93*", false},
        {"TOTAL", false},
        {"93,Aircraft", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        if (hs_is_list(str_from(cases[i].words)) != cases[i].is_list)
            CHECK_TEXT(cases[i].words, cases[i].is_list ? "a list" : "no list");
    }
}

static void test_members(void)
{
    static const struct {
        const char *words;
        const char *code;
        bool has;
        bool enters;
    } cases[] = {
        {"93", "93", true, false},
        {"93", "9306", true, false},
        {"93", "930690", true, false},
        {"90", "090111", false, false}, /* coffee, once its zero is back */
        {"90", "901110", true, false},
        {"09", "090111", true, false},
        {"9306", "93", false, true},
        {"930690", "93", false, true},
        {"930690", "9306", false, true},
        {"930690", "9301", false, false},
        {"9301-9307", "9301", true, false},
        {"9301-9307", "930799", true, false},
        {"9301-9307", "9308", false, false},
        {"9301-9307", "9300", false, false},
        {"9301-9307", "93", false, true},
        {"9301-9307", "92", false, false},
        {"9205-9402", "93", false, true},
        {"9205-9402", "9300", true, false},
        {"9301-9307,8710", "871000", true, false},
        {"9301-9307,8710", "8711", false, false},
        {"9301-9307,8710", "87", false, true},
        {"93,9306", "93", true, false},
        {"93", "TOTAL", false, false},
        {"93", "Aircraft", false, false},
        {"93", "93069", false, false}, /* has not got its zero back */
        {"93", "", false, false},
        {"Aircraft", "93", false, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct str words = str_from(cases[i].words);
        struct str code = str_from(cases[i].code);
        if (hs_list_has(words, code) != cases[i].has ||
            hs_list_enters(words, code) != cases[i].enters)
            CHECK_TEXT(cases[i].words, cases[i].code);
    }
}

/* Words stay globs, codes are prefixes, and both may stand beside each
 * other. */
static void test_filter(void)
{
    struct arena arena;
    struct filter filter = {0};
    arena_init(&arena);
    pattern_list_add(&filter.category, STR("9301-9307,8710"), &arena);
    pattern_list_add(&filter.category, STR("Air*"), &arena);
    pattern_list_add(&filter.not_category, STR("930690"), &arena);
    CU_ASSERT_TRUE(filter_takes_category(&filter, STR("930100")));
    CU_ASSERT_TRUE(filter_takes_category(&filter, STR("871000")));
    CU_ASSERT_TRUE(filter_takes_category(&filter, STR("aircraft")));
    CU_ASSERT_FALSE(filter_takes_category(&filter, STR("930690")));
    CU_ASSERT_FALSE(filter_takes_category(&filter, STR("090111")));
    CU_ASSERT_FALSE(filter_takes_category(&filter, STR("Ships")));
    CU_ASSERT_FALSE(filter_takes_category(&filter, STR("")));
    CU_ASSERT_TRUE(filter_cuts_category(&filter, STR("9306")));
    CU_ASSERT_FALSE(filter_cuts_category(&filter, STR("9301")));
    CU_ASSERT_TRUE(filter_hides_category(&filter, STR("930690")));
    arena_done(&arena);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"a lost zero comes back", test_pad},
        {"words that are sets of codes", test_lists},
        {"what belongs to a set, and what holds a part of it", test_members},
        {"--category with codes and words", test_filter},
    };
    return TAP_RUN("hs", cases);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Real files of UN Comtrade: sums and rows as other tools count them. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>

#include "scratch.h"
#include "tap.h"
#include "told.h"

static struct told told;

static void test_cement(void)
{
    told_init(&told);
    if (told_read_shared(&told,
                         "comtrade/Ntacyica_late-legacy_comtrade_252310.csv")) {
        CHECK_TEXT(told_sum(&told), "50479003651");
        CHECK_TEXT(told_account(&told),
                   "16183 read, 2465 used, 0 totals; 2167 parts of a total "
                   "that is there; 8989 imports, for the file has exports; "
                   "2562 re-exports and other parts of a flow");
        CU_ASSERT_EQUAL(told.reading.tally.remarks[REMARK_SUMMED].rows, 1);
    }
    told_done(&told);
}

/* The same file's imports alone: two of its groups have no total. */
static void test_cement_imports(void)
{
    const char *name = "comtrade/Ntacyica_late-legacy_comtrade_252310.csv";
    if (!tap_shared()) {
        tap_skip("ARMSTATS_SHARED is not set");
        return;
    }
    scratch_enter();
    told_init(&told);
    const char *path =
        arena_printf(&told.arena, "%s/corpus/%s", tap_shared(), name);
    FILE *all = fopen(path, "r");
    FILE *some = fopen("imports.csv", "w");
    CU_ASSERT_FATAL(all && some);
    char *line = NULL;
    size_t size = 0;
    for (size_t i = 0; getline(&line, &size, all) > 0; i++) {
        if (i == 0 || strstr(line, ",0,M,"))
            fputs(line, some);
    }
    free(line);
    fclose(all);
    fclose(some);
    told_read(&told, "imports.csv");
    CHECK_TEXT(told.err.text, "");
    CHECK_TEXT(told_sum(&told), "70794633781");
    CU_ASSERT_EQUAL(told.reading.measure, MEASURE_CUSTOMS_IMPORT);
    CU_ASSERT_EQUAL(told.reading.tally.remarks[REMARK_SUMMED].rows, 2);
    told_account(&told);
    told_done(&told);
    scratch_leave();
}

static void test_bicycles(void)
{
    told_init(&told);
    if (told_read_shared(&told,
                         "comtrade/hkhsieh_legacy_comtrade_871200_2017.csv")) {
        CHECK_TEXT(told_sum(&told), "35443178861");
        CHECK_TEXT(told_account(&told),
                   "1302 read, 530 used, 0 totals; 610 imports, for the file "
                   "has exports; 162 re-exports and other parts of a flow");
    }
    told_done(&told);
}

static void test_chapters(void)
{
    const char *name = "comtrade/sstaple15_legacy_comtrade_US-CN_chapters.csv";
    told_init(&told);
    if (told_read_shared(&told, name)) {
        CHECK_TEXT(told_sum(&told), "129893514886");
        CHECK_TEXT(told_account(&told),
                   "290 read, 97 used, 0 totals; 97 imports, for the file has "
                   "exports; 96 re-exports and other parts of a flow");
        CU_ASSERT_EQUAL(told.names.categories.len, 97);
    }
    told_done(&told);
    told_init(&told);
    pattern_list_add(&told.asked.category, STR("93"), &told.arena);
    if (tap_shared() && told_read_shared(&told, name))
        CHECK_TEXT(told_sum(&told), "1590746");
    told_done(&told);
}

/* 48 fields under 47 names, three decimals, Windows-1252. */
static void test_plus(void)
{
    told_init(&told);
    if (told_read_shared(&told,
                         "comtrade/nikolinanikolovska_plus_TradeData.csv")) {
        CHECK_TEXT(told_sum(&told), "7341833264346.135");
        CHECK_TEXT(told_account(&told),
                   "1349 read, 672 used, 3 totals; 677 imports, for the file "
                   "has exports");
        CU_ASSERT_EQUAL(told.reading.totals_checked, 3);
        CU_ASSERT_EQUAL(told.reading.totals_differ, 0);
        CU_ASSERT_EQUAL(told.reading.scope.recipient.extent, SCOPE_ALL);
        CU_ASSERT_TRUE(map_find(&told.names.places,
                                STR("C\xC3\xB4te d'Ivoire")) != MAP_NONE);
    }
    told_done(&told);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"cement, 1988-2020: exports", test_cement},
        {"cement, 1988-2020: imports", test_cement_imports},
        {"bicycles, 2016-19", test_bicycles},
        {"chapters, 2017", test_chapters},
        {"Comtrade+, 2022", test_plus},
    };
    return TAP_RUN("comtrade_real", cases);
}

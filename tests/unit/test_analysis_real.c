/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The drawn tables, line for line, from the register and the tables that the
 * publisher generated. */
#include <config.h>

#include <stdio.h>

#include "analysis/rank.h"
#include "base/buf.h"
#include "desk.h"
#include "tap.h"

#define TABLE_2023 \
    "corpus/sipri_tiv_tables/sumn2u_TIV-Export-All-Country-1950-2022.csv"

#define TABLE_KOS "corpus/sipri_tiv_tables/360info_TIV-Export-KOS-1950-2021.csv"

static bool open_table(struct desk *desk)
{
    bool done = desk_open(desk, TABLE_2023,
                          "Source: SIPRI Arms Transfers Database, release of "
                          "March 2023 (bundled extract).",
                          "March 2023");
    desk->study.integers = true;
    return done;
}

/* The drawing as lines to check. Drawings leave rows out: before the lines that
 * begin so. */
static void read_drawn(struct buf *lines, const char *name,
                       const char *const *behind, size_t count)
{
    char path[4096], line[1000];
    snprintf(path, sizeof path, "%s/tests/unit/drawn/%s", SOURCEDIR, name);
    FILE *drawn = fopen(path, "r");
    CU_ASSERT_PTR_NOT_NULL_FATAL(drawn);
    buf_init(lines, 20000);
    while (fgets(line, sizeof line, drawn)) {
        for (size_t i = 0; i < count; i++) {
            if (str_starts(str_from(line), str_from(behind[i])))
                buf_add_text(lines, "...\n");
        }
        buf_add_text(lines, line);
    }
    CU_ASSERT(lines->len > 0 && !lines->full);
    fclose(drawn);
}

static void check_drawn(struct desk *desk, enum desk_command command,
                        const char *name, const char *const *behind,
                        size_t count)
{
    struct buf lines;
    read_drawn(&lines, name, behind, count);
    CHECK_ANSWER(desk, command, "table", lines.ptr);
    buf_done(&lines);
}

static void test_rank(void)
{
    const char *const behind[] = {"   8  Spain"};
    struct desk newer, older;
    if (!desk_open_register(&newer))
        return;
    if (!open_table(&older)) {
        desk_done(&newer);
        return;
    }
    newer.study.source_line = "Source: SIPRI Arms Transfers Database, release "
                              "of March 2024 (bundled extract).";
    newer.other = &older.study;
    older.other = &newer.study;
    desk_years(&newer, "2018-22", NULL);
    desk_years(&older, "2018-22", NULL);
    check_drawn(&newer, RANK, "rank.txt", NULL, 0);
    check_drawn(&older, RANK, "rank-2023.txt", behind, 1);
    desk_ask(&older, "KOR", NULL);
    older.question.list_supplier = older.asked.supplier;
    CHECK_ANSWER(&older, RANK, "sentence",
                 "South Korea was the 9th largest exporter of major arms in "
                 "2018–22, with 2.4 per\n"
                 "cent of the world's volume (2013–17: 12th, 1.3 per cent). "
                 "SIPRI Arms Transfers\n"
                 "Database, March 2023; in the release of March 2024 it is "
                 "10th (2.3 per cent).\n");
    desk_done(&newer);
    desk_done(&older);
}

/* Ranks of both releases beside each other, in the order of the later one. */
static void test_releases(void)
{
    struct desk newer, older;
    struct err err = {0};
    if (!desk_open_register(&newer))
        return;
    if (!open_table(&older)) {
        desk_done(&newer);
        return;
    }
    desk_years(&newer, "2018-22", NULL);
    newer.question.top = 9;
    const struct study *studies[] = {&older.study, &newer.study};
    CHECK_RESULT(rank_releases(studies, 2, &newer.question, &err), "table",
                 "Suppliers of major arms, 2018–22, by release\n"
                 "...\n"
                 "Spain                 3 528     2.6     8      3 583     2.6"
                 "     8\n"
                 "Israel                3 225     2.3    10      3 416     2.5"
                 "     9\n"
                 "South Korea           3 261     2.4     9      3 217     2.3"
                 "    10\n"
                 "World               138 194   100            138 254   100\n"
                 "...\n");
    desk_done(&newer);
    desk_done(&older);
}

static void test_factsheet(void)
{
    const char *const behind[] = {"14  Poland", "22  Belgium", "25  Iran"};
    struct desk desk;
    if (!desk_open_register(&desk))
        return;
    desk.question.top = 25;
    check_drawn(&desk, FACTSHEET, "factsheet.txt", behind, 3);
    desk_done(&desk);
}

static void test_partners(void)
{
    struct desk desk;
    if (!desk_open_register(&desk))
        return;
    desk_ask(&desk, "South Korea", NULL);
    desk_years(&desk, "2019-23", NULL);
    check_drawn(&desk, PARTNERS, "partners.txt", NULL, 0);
    CHECK_ANSWER(&desk, PARTNERS, "sentence",
                 "Poland was the largest recipient of South Korea's major "
                 "arms in 2019–23, with 27\n"
                 "per cent of its volume (2014–18: 0.8 per cent); that was 34 "
                 "per cent of Poland's\n"
                 "imports. SIPRI Arms Transfers Database, March 2024.\n");
    /* The same pair from the other side. */
    desk_ask(&desk, NULL, "POL");
    CHECK_CELL(&desk, PARTNERS, 1, "supplier", "South Korea");
    CHECK_CELL(&desk, PARTNERS, 1, "share_printed", "34");
    CHECK_CELL(&desk, PARTNERS, 1, "share_supplier_pct", "27.42606350936577");
    desk_done(&desk);
}

/* The publisher's own table of one supplier, and world totals beside it. */
static void test_one_supplier(void)
{
    struct desk desk, world;
    if (!desk_open(&desk, TABLE_KOS, "Source: SIPRI.", "March 2022"))
        return;
    desk_ask(&desk, "KOR", NULL);
    CHECK_CELL(&desk, PARTNERS, 0, "recipient", "Philippines");
    CHECK_CELL(&desk, PARTNERS, 0, "share_printed", "16");
    CHECK_CELL(&desk, PARTNERS, 0, "share_world_pct", "");
    CHECK_CELL(&desk, PARTNERS, 0, "share_recipient_pct", "");
    CHECK_CELL(&desk, PARTNERS, 0, "reason", "partial_selection");
    if (!open_table(&world)) {
        desk_done(&desk);
        return;
    }
    desk.world = &world.study;
    CHECK_ANSWER(&desk, PARTNERS, "table",
                 "To whom South Korea delivered major arms, 2017–21\n"
                 "...\n"
                 "South Korea: 2.8 % of world deliveries, rank 8.  –: no "
                 "delivery recorded.\n"
                 "Source: SIPRI.\n");
    desk_done(&world);
    desk_done(&desk);
}

static const struct tap_case cases[] = {
    {"5.1: the largest suppliers, in two releases", test_rank},
    {"two releases side by side", test_releases},
    {"5.2: the fact sheet", test_factsheet},
    {"5.3: to whom South Korea delivered", test_partners},
    {"a table of one supplier", test_one_supplier},
};

int main(void)
{
    return TAP_RUN("tables of real files", cases);
}

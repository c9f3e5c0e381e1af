/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "views.h"

static void add_rank_columns(struct result *result)
{
    view_figures(result, KIND_RANK, 4, 0, NULL, NULL, "Rank");
    view_texts(result, 14, 2, "Supplier");
    view_figures(result, KIND_AMOUNT, 7, 1, NULL, NULL, "TIV m");
    view_figures(result, KIND_SHARE, 5, 3, NULL, "Share", "%");
    view_figures(result, KIND_RANK, 4, 3, NULL, NULL, "Rank");
    view_figures(result, KIND_SHARE, 5, 2, NULL, "Share", "%");
    view_figures(result, KIND_CHANGE, 5, 3, NULL, "Volume", "%");
    view_figures(result, KIND_POINTS, 5, 3, NULL, "Share", "points");
    view_figures(result, KIND_RANK, 4, 3, "Rank if", "one year", "is out")
        ->label = "Rank if one year is left out";
    view_span(result, 0, 2, 3, 2, "2018–22");
    view_span(result, 0, 4, 5, 0, "2013–17");
    view_span(result, 0, 6, 7, 0, "2013–17 to 2018–22");
}

struct rank_row {
    int rank;
    const char *name;
    int tiv;
    int share;
    int rank_before;
    int share_before;
    int change;
    int points;
    int best;
    int worst;
};

static void add_rank_rows(struct result *result, const struct rank_row *rows,
                          size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct rank_row *row = &rows[i];
        struct value *cells = view_row(result, VIEW_ENTRY);
        cells[0] = view_rank_or_nothing(row->rank);
        cells[1] = value_word(row->name);
        cells[2] = view_units(row->tiv);
        cells[3] = view_tenths(row->share);
        cells[4] = view_rank_or_nothing(row->rank_before);
        cells[5] = view_tenths(row->share_before);
        cells[6] = view_tenths(row->change);
        cells[7] = view_tenths(row->points);
        if (row->best > 0)
            cells[8] = value_range(row->best, row->worst);
    }
    view_row(result, VIEW_RULE);
    view_foot(result, VIEWS_UNIVERSE);
}

struct result *view_rank(void)
{
    static const struct rank_row rows[] = {
        {1, "United States", 56682, 410, 1, 330, 180, 78, 1, 1},
        {2, "Russia", 20393, 148, 2, 220, -360, -74, 2, 2},
        {3, "France", 15150, 110, 3, 71, 470, 38, 3, 3},
        {4, "China", 7043, 51, 4, 64, -240, -13, 4, 4},
        {5, "Germany", 5605, 41, 5, 60, -360, -20, 5, 6},
        {6, "Italy", 5110, 37, 9, 25, 430, 12, 5, 7},
        {7, "United Kingdom", 4618, 33, 6, 47, -320, -13, 6, 8},
        {8, "Spain", 3583, 26, 8, 26, -30, 0, 8, 9},
        {9, "Israel", 3416, 25, 7, 26, -110, -2, 8, 10},
        {10, "South Korea", 3217, 23, 12, 12, 790, 11, 7, 10},
        {0, "58 others", 13437, 97, 0, 110, VIEWS_NONE, VIEWS_NONE, 0, 0},
        {0, "World", 138254, 1000, 0, 1000, -43, VIEWS_NONE, 0, 0},
    };
    struct result *result =
        view_titled("rank", "The 10 largest suppliers of major arms, 2018–22",
                    VIEWS_TIV_LINE);
    add_rank_columns(result);
    add_rank_rows(result, rows, VIEWS_LENGTH(rows));
    view_foot(result, "Source: SIPRI Arms Transfers Database, release of March "
                      "2024 (bundled extract).");
    view_foot(result, "Release of March 2023 differs: South Korea 9th (2.4 %), "
                      "Israel 10th (2.3 %).");
    return result;
}

struct result *view_rank_2023(void)
{
    static const struct rank_row rows[] = {
        {8, "Spain", 3528, 26, 8, 25, -44, 0, 8, 9},
        {9, "South Korea", 3261, 24, 12, 13, 740, 11, 7, 10},
        {10, "Israel", 3225, 23, 7, 26, -140, -3, 8, 10},
        {0, "56 others", 12907, 93, 0, 110, VIEWS_NONE, VIEWS_NONE, 0, 0},
        {0, "World", 138194, 1000, 0, 1000, -51, VIEWS_NONE, 0, 0},
    };
    struct result *result =
        view_titled("rank", "The 10 largest suppliers of major arms, 2018–22",
                    VIEWS_TIV_LINE);
    add_rank_columns(result);
    add_rank_rows(result, rows, VIEWS_LENGTH(rows));
    view_foot(result, "Source: SIPRI Arms Transfers Database, release of March "
                      "2023 (bundled extract).");
    view_foot(result,
              "Release of March 2024 differs: Israel 9th (2.5 %), South "
              "Korea 10th (2.3 %).");
    return result;
}

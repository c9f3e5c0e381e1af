/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "views.h"

static void add_columns(struct result *result)
{
    view_figures(result, KIND_RANK, 2, 0, NULL, NULL, NULL)->label = "Rank";
    view_texts(result, 14, 2, "Exporter");
    view_figures(result, KIND_SHARE, 5, 0, NULL, NULL, "19–23");
    view_figures(result, KIND_SHARE, 5, 3, NULL, NULL, "14–18");
    view_figures(result, KIND_CHANGE, 7, 2, "Change", "14–18 to", "19–23")
        ->head_shift = -1;
    struct view_column *partners =
        view_texts(result, 0, 2, "the exporter's deliveries, 2019–23");
    partners->head[1] = "Main recipients, and their share of";
    partners->flexible = true;
    view_span(result, 0, 2, 3, -1, "Share of world");
    view_span(result, 1, 2, 3, -1, "exports");
}

struct exporter {
    int rank;
    const char *name;
    int share;
    int share_before;
    int change;
    const char *partners;
};

static void add_exporter(struct result *result, const struct exporter *row)
{
    struct value *cells = view_row(result, VIEW_ENTRY);
    cells[0] = view_rank_or_nothing(row->rank);
    cells[1] = value_word(row->name);
    cells[2] = view_tenths(row->share);
    cells[3] = view_tenths(row->share_before);
    cells[4] = view_tenths(row->change);
    if (row->partners)
        cells[5] = value_word(row->partners);
}

struct result *view_factsheet(void)
{
    static const struct exporter rows[] = {
        {1, "United States", 420, 340, 170,
         "Saudi Arabia 15, Japan 9.5, Qatar 8.2"},
        {2, "France", 110, 72, 470, "India 29, Qatar 17, Egypt 6.4"},
        {3, "Russia", 110, 210, -530, "India 34, China 21, Egypt 7.5"},
        {4, "China", 58, 59, -53, "Pakistan 61, Bangladesh 11, Thailand 6.0"},
        {5, "Germany", 56, 63, -140, "Egypt 20, Ukraine 12, Israel 12"},
        {6, "Italy", 43, 22, 860, "Qatar 27, Egypt 21, Kuwait 13"},
        {7, "United Kingdom", 37, 41, -140,
         "Qatar 23, United States 20, Ukraine 8.5"},
        {8, "Spain", 27, 27, -33, "Saudi Arabia 21, Australia 20, Turkiye 18"},
        {9, "Israel", 24, 31, -250,
         "India 37, Philippines 12, United States 8.7"},
        {10, "South Korea", 20, 17, 120, "Poland 27, Philippines 19, India 15"},
        {14, "Poland", 7, 1, 11380, "Ukraine 96, Sweden 2.1, India 0.6"},
        {22, "Belgium", 3, 0, 4300, "Saudi Arabia 38, Canada 25, Pakistan 22"},
        {25, "Iran", 2, 1, 2760,
         "Russia 75, Venezuela 16, Houthi rebels (Yemen)* 7.4"},
    };
    static const struct exporter others = {0,  "43 others", 19,
                                           21, VIEWS_NONE,  NULL};
    static const struct exporter world = {0, "World", 1000, 1000, -33, NULL};
    struct result *result = view_titled(
        "factsheet",
        "The 25 largest exporters of major arms and their main recipients, "
        "2019–23",
        "Shares and changes are of volume (TIV), not of money; all figures in "
        "per cent");
    add_columns(result);
    for (size_t i = 0; i < VIEWS_LENGTH(rows); i++)
        add_exporter(result, &rows[i]);
    /* Belgium's share before: a quarter of a tenth. */
    result->view.rows[11].cells[3] = value_ratio(25, 100000);
    view_row(result, VIEW_RULE);
    add_exporter(result, &others);
    add_exporter(result, &world);
    view_foot(result, VIEWS_UNIVERSE);
    view_foot(result, VIEWS_FILE_SOURCE);
    return result;
}

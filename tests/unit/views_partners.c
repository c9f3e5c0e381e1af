/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "views.h"

struct result *view_partners_of(const char *supplier)
{
    struct result *result = view_titled("partners", NULL, VIEWS_TIV_LINE);
    struct arena *arena = &result->arena;
    result->view.title = arena_printf(
        arena, "To whom %s delivered major arms, 2019–23", supplier);
    view_figures(result, KIND_RANK, 4, 0, NULL, NULL, "Rank");
    view_texts(result, 14, 2, "Recipient");
    view_figures(result, KIND_AMOUNT, 7, 2, NULL, NULL, "TIV m");
    view_figures(result, KIND_SHARE, 5, 4, NULL, NULL, "2019–23");
    view_figures(result, KIND_SHARE, 5, 4, NULL, NULL, "2014–18");
    view_figures(result, KIND_SHARE, 5, 8, NULL, NULL, NULL);
    view_figures(result, KIND_COUNT, 4, 5, "Years", "with", "any (5)");
    view_span(result, 0, 3, 4, 0,
              arena_printf(arena, "Share of %s's", supplier));
    view_span(result, 1, 3, 4, 0, "exports, %");
    view_span(result, 0, 5, 5, 0, "Share of the");
    view_span(result, 1, 5, 5, 0, "recipient's");
    view_span(result, 2, 5, 5, 0, "imports, %");
    return result;
}

void view_add_partner(struct result *result, const char *recipient, int units,
                      int share)
{
    struct value *cells = view_row(result, VIEW_ENTRY);
    cells[1] = value_word(recipient);
    cells[2] = view_units(units);
    cells[3] = view_tenths(share);
}

struct partner_row {
    int rank;
    const char *name;
    int tiv;
    int share;
    int share_before;
    int imports;
    int years;
};

struct result *view_partners(void)
{
    static const struct partner_row rows[] = {
        {1, "Poland", 765, 270, 8, 340, 5},
        {2, "Philippines", 519, 190, 79, 370, 5},
        {3, "India", 408, 150, 10, 30, 3},
        {4, "Indonesia", 244, 88, 170, 180, 4},
        {5, "Thailand", 142, 51, 110, 130, 2},
        {6, "United Kingdom", 134, 48, 160, 40, 1},
        {7, "Norway", 108, 39, 46, 48, 3},
        {8, "New Zealand", 96, 34, VIEWS_NONE, 120, 1},
        {9, "Myanmar", 85, 30, VIEWS_NONE, 100, 1},
        {10, "Colombia", 60, 22, 27, 300, 1},
        {10, "Peru", 60, 22, 73, 400, 1},
        {0, "13 others", 168, 60, 310, VIEWS_NONE, 0},
        {0, "All", 2789, 1000, 1000, VIEWS_NONE, 0},
    };
    struct result *result = view_partners_of("South Korea");
    for (size_t i = 0; i < VIEWS_LENGTH(rows); i++) {
        const struct partner_row *row = &rows[i];
        view_add_partner(result, row->name, row->tiv, row->share);
        struct value *cells = result->view.rows[i].cells;
        cells[0] = view_rank_or_nothing(row->rank);
        if (row->rank == 10)
            cells[0] = value_flagged(cells[0], VALUE_TIED);
        cells[4] = row->share_before == VIEWS_NONE
                       ? value_null(REASON_NO_RECORD)
                       : view_tenths(row->share_before);
        cells[5] = view_tenths(row->imports);
        if (row->years > 0)
            cells[6] = value_integer(row->years);
    }
    view_row(result, VIEW_RULE);
    view_foot(result, "South Korea: 2.0 % of world deliveries, rank 10.  –: no "
                      "delivery recorded.");
    view_foot(result, VIEWS_FILE_SOURCE);
    return result;
}

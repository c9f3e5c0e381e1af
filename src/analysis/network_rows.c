/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/network_rows.h"

enum network_column {
    N_RELEASE_YEAR,
    N_YEAR_FROM,
    N_YEAR_TO,
    N_PREVIOUS_FROM,
    N_PREVIOUS_TO,
    N_CATEGORY,
    N_STATISTIC,
    N_VARIANT,
    N_PLACE,
    N_PLACE_ISO3,
    N_PARTNER,
    N_PARTNER_ISO3,
    N_VALUE,
    N_PREVIOUS_VALUE,
    N_UNIT,
    N_N,
    N_REASON,
    N_NOTE,
    N_COUNT,
};

static const struct column columns[N_COUNT] = {
    {"release_year", KIND_YEAR, "", "year of the release (SIPRI: of March)"},
    {"year_from", KIND_YEAR, "", "first year of the period"},
    {"year_to", KIND_YEAR, "", "last year of the period"},
    {"previous_from", KIND_YEAR, "", "first year of the period before"},
    {"previous_to", KIND_YEAR, "", "last year of the period before"},
    {"category", KIND_TEXT, "", "the source's category, or All"},
    {"statistic", KIND_TEXT, "", "what is computed"},
    {"variant", KIND_TEXT, "", "in which way"},
    {"place", KIND_TEXT, "", "of which place; of a link, its supplier"},
    {"place_iso3", KIND_TEXT, "", "its ISO 3166-1 code"},
    {"partner", KIND_TEXT, "", "of a link, its recipient"},
    {"partner_iso3", KIND_TEXT, "", "its ISO 3166-1 code"},
    {"value", KIND_NUMBER, "", "the statistic"},
    {"previous_value", KIND_NUMBER, "", "the same in the period before"},
    {"unit", KIND_TEXT, "", "of a value that is an amount"},
    {"n", KIND_COUNT, "", "places of the network"},
    {"reason", KIND_TEXT, "", "why the value is undefined"},
    {"note", KIND_TEXT, "", "in words"},
};

void network_columns(struct result *result)
{
    result_add_columns(result, columns, N_COUNT, NULL);
}

static void fill_place(struct value *name, struct value *code, struct str place)
{
    if (!place.len)
        return;
    *name = value_text(place);
    *code = value_text(study_iso3(place));
}

void network_row(struct result *result, const struct network *network,
                 const struct network_row *row)
{
    const struct study *study = network->study;
    struct value *cells = result_add_row(result);
    if (study->release_year)
        cells[N_RELEASE_YEAR] = value_integer(study->release_year);
    if (period_length(network->period)) {
        cells[N_YEAR_FROM] = value_integer(network->period.from);
        cells[N_YEAR_TO] = value_integer(network->period.to);
    }
    if (row->before.from) {
        cells[N_PREVIOUS_FROM] = value_integer(row->before.from);
        cells[N_PREVIOUS_TO] = value_integer(row->before.to);
    }
    uint32_t category = network->question->category;
    cells[N_CATEGORY] =
        category == NAME_NONE
            ? value_word("All")
            : value_text(names_text(&study->names->categories, category));
    cells[N_STATISTIC] = value_word(row->statistic);
    cells[N_VARIANT] = value_word(row->variant ? row->variant : "");
    fill_place(&cells[N_PLACE], &cells[N_PLACE_ISO3], row->place);
    fill_place(&cells[N_PARTNER], &cells[N_PARTNER_ISO3], row->partner);
    cells[N_VALUE] = row->value;
    cells[N_PREVIOUS_VALUE] = row->previous;
    if (row->value.type == VALUE_AMOUNT)
        cells[N_UNIT] = value_word(unit_word(study->cube->unit));
    cells[N_N] = value_integer((int64_t)network->n);
    if (row->value.type == VALUE_NULL)
        cells[N_REASON] = value_word(reason_word(row->value.reason));
    if (row->note)
        cells[N_NOTE] = value_word(row->note);
}

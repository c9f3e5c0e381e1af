/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/findings.h"

enum at {
    F_RELEASE_YEAR,
    F_SUPPLIER,
    F_SUPPLIER_ISO3,
    F_RECIPIENT,
    F_RECIPIENT_ISO3,
    F_COMPARED_WITH,
    F_CATEGORY,
    F_YEAR_FROM,
    F_YEAR_TO,
    F_PREVIOUS_FROM,
    F_PREVIOUS_TO,
    F_MEASURE,
    F_STATISTIC,
    F_VARIANT,
    F_UNIT,
    F_N,
    F_VALUE,
    F_REASON,
    F_COUNT,
};

static const struct column columns[F_COUNT] = {
    {"release_year", KIND_YEAR, "", "year of the release (SIPRI: of March)"},
    {"supplier", KIND_TEXT, "", "supplier as the source names it, or World"},
    {"supplier_iso3", KIND_TEXT, "", "its ISO 3166-1 code"},
    {"recipient", KIND_TEXT, "", "recipient as the source names it, or World"},
    {"recipient_iso3", KIND_TEXT, "", "its ISO 3166-1 code"},
    {"compared_with", KIND_TEXT, "",
     "the other place of two that are compared"},
    {"category", KIND_TEXT, "", "the source's category, or All"},
    {"year_from", KIND_YEAR, "", "first year of the period"},
    {"year_to", KIND_YEAR, "", "last year of the period"},
    {"previous_from", KIND_YEAR, "", "first year of the period before"},
    {"previous_to", KIND_YEAR, "", "last year of the period before"},
    {"measure", KIND_TEXT, "", "what is counted"},
    {"statistic", KIND_TEXT, "", "which statistic"},
    {"variant", KIND_TEXT, "", "which form of it"},
    {"unit", KIND_TEXT, "", "of the value: of amounts, ratio or points"},
    {"n", KIND_COUNT, "", "markets, places or categories that it rests on"},
    {"value", KIND_NUMBER, "", "the statistic"},
    {"reason", KIND_TEXT, "", "why it is undefined"},
};

void findings_columns(struct result *result)
{
    result_add_columns(result, columns, F_COUNT, NULL);
}

static struct value or_else(struct str name, const char *otherwise)
{
    return name.len ? value_text(name) : value_word(otherwise);
}

void findings_add(struct result *result, const struct study *study,
                  const struct periods *periods, const struct finding *finding)
{
    struct value *row = result_add_row(result);
    if (study->release_year)
        row[F_RELEASE_YEAR] = value_integer(study->release_year);
    row[F_SUPPLIER] = or_else(finding->supplier, "World");
    row[F_SUPPLIER_ISO3] = value_text(study_iso3(finding->supplier));
    row[F_RECIPIENT] = or_else(finding->recipient, "World");
    row[F_RECIPIENT_ISO3] = value_text(study_iso3(finding->recipient));
    row[F_COMPARED_WITH] = value_text(finding->compared_with);
    row[F_CATEGORY] = or_else(finding->category, "All");
    row[F_YEAR_FROM] = value_integer(periods->now.from);
    row[F_YEAR_TO] = value_integer(periods->now.to);
    if (period_length(periods->before)) {
        row[F_PREVIOUS_FROM] = value_integer(periods->before.from);
        row[F_PREVIOUS_TO] = value_integer(periods->before.to);
    }
    row[F_MEASURE] = value_word(measure_word(study->cube->measure));
    row[F_STATISTIC] = value_word(finding->statistic);
    row[F_VARIANT] = value_word(finding->variant ? finding->variant : "");
    row[F_UNIT] = value_word(finding->unit);
    if (finding->n)
        row[F_N] = value_integer((int64_t)finding->n);
    row[F_VALUE] = finding->value;
    if (finding->value.type == VALUE_NULL)
        row[F_REASON] = value_word(reason_word(finding->value.reason));
    result->listed = result->row_count;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/lags_columns.h"

#include "analysis/estimates.h"

#define LEVEL 0.95

/* What every row begins with: of which orders it is. */
enum {
    L_RELEASE_YEAR,
    L_SUPPLIER,
    L_SUPPLIER_ISO3,
    L_RECIPIENT,
    L_RECIPIENT_ISO3,
    L_CATEGORY,
    L_DESCRIPTION,
    L_ORDERED_FROM,
    L_ORDERED_TO,
    L_DATA_TO,
    L_DELIVERY,
    L_SAMPLE,
    L_FIRST_OWN,
};

static const struct column which[L_FIRST_OWN] = {
    {"release_year", KIND_YEAR, "", "year of the release (SIPRI: of March)"},
    {"supplier", KIND_TEXT, "", "supplier of the orders, or World"},
    {"supplier_iso3", KIND_TEXT, "", "its ISO 3166-1 code"},
    {"recipient", KIND_TEXT, "", "recipient of the orders, or World"},
    {"recipient_iso3", KIND_TEXT, "", "its ISO 3166-1 code"},
    {"category", KIND_TEXT, "", "the source's category, or All"},
    {"description", KIND_TEXT, "", "kind of weapon, or All"},
    {"ordered_from", KIND_YEAR, "", "first year of the orders"},
    {"ordered_to", KIND_YEAR, "", "last year of the orders"},
    {"data_to", KIND_YEAR, "", "last year of the data"},
    {"delivery", KIND_TEXT, "", "to which delivery: first or last"},
    {"sample", KIND_TEXT, "",
     "all orders, or certain: those without an uncertain year"},
};

enum {
    L_ORDERS = L_FIRST_OWN,
    L_DELIVERED,
    L_PENDING,
    L_MEDIAN,
    L_MEDIAN_LOW,
    L_MEDIAN_HIGH,
    L_QUARTILE_1,
    L_QUARTILE_3,
    L_WITHIN_1,
    L_WITHIN_2,
    L_WITHIN_5,
    L_WITHIN_10,
    L_MEAN,
    L_MEAN_ERROR,
    L_MEAN_HORIZON,
    L_CHI2,
    L_DF,
    L_P,
    L_REASON,
    L_COUNT,
};

static const struct column sums[L_COUNT - L_FIRST_OWN] = {
    {"orders", KIND_COUNT, "", "orders in the curve"},
    {"delivered", KIND_COUNT, "", "of them with that delivery"},
    {"pending", KIND_COUNT, "", "of them without it by the end of the data"},
    {"median", KIND_NUMBER, "years",
     "smallest time by which half of the orders have it"},
    {"median_low", KIND_NUMBER, "years", "95 % interval (log-log)"},
    {"median_high", KIND_NUMBER, "years", "95 % interval (log-log)"},
    {"quartile_1", KIND_NUMBER, "years", "the same of a quarter"},
    {"quartile_3", KIND_NUMBER, "years", "the same of three quarters"},
    {"within_1_pct", KIND_NUMBER, "per cent", "share within a year"},
    {"within_2_pct", KIND_NUMBER, "per cent", "share within two years"},
    {"within_5_pct", KIND_NUMBER, "per cent", "share within five years"},
    {"within_10_pct", KIND_NUMBER, "per cent", "share within ten years"},
    {"mean", KIND_NUMBER, "years", "mean of the times cut at the horizon"},
    {"mean_se", KIND_NUMBER, "years", "its standard error"},
    {"mean_horizon", KIND_NUMBER, "years", "where they are cut"},
    {"logrank_chi2", KIND_NUMBER, "",
     "on the row of all orders: log-rank test between groups"},
    {"logrank_df", KIND_COUNT, "", "its degrees of freedom"},
    {"logrank_p", KIND_NUMBER, "", "its p"},
    {"reason", KIND_TEXT, "", "why the median is empty"},
};

enum {
    L_TIME = L_FIRST_OWN,
    L_AT_RISK,
    L_EVENTS,
    L_CENSORED,
    L_SURVIVAL,
    L_SURVIVAL_ERROR,
    L_SURVIVAL_LOW,
    L_SURVIVAL_HIGH,
    L_HAZARD,
    L_CURVE_REASON,
    L_CURVE_COUNT,
};

static const struct column steps[L_CURVE_COUNT - L_FIRST_OWN] = {
    {"time", KIND_NUMBER, "years", "from the order on"},
    {"at_risk", KIND_COUNT, "", "orders without that delivery until then"},
    {"events", KIND_COUNT, "", "orders with that delivery then"},
    {"censored", KIND_COUNT, "", "orders that are not seen any longer"},
    {"survival", KIND_NUMBER, "", "share without it (Kaplan-Meier)"},
    {"survival_se", KIND_NUMBER, "", "its standard error (Greenwood)"},
    {"survival_low", KIND_NUMBER, "", "95 % interval (log-log)"},
    {"survival_high", KIND_NUMBER, "", "95 % interval (log-log)"},
    {"cumulative_hazard", KIND_NUMBER, "", "Nelson-Aalen"},
    {"reason", KIND_TEXT, "", "why error and interval are empty"},
};

static struct value side_value(const struct side *side, bool own,
                               struct str group)
{
    if (own)
        return value_text(group);
    return value_word(*side->name ? side->name : "World");
}

static struct value iso3_value(struct value name)
{
    return value_text(study_iso3(name.as.text));
}

static void fill_which(struct value *cells, const struct lags *lags,
                       const struct lag_group *group, size_t sample)
{
    enum by by = group == &lags->whole ? BY_WORLD : lags->asked->by;
    const struct sides *sides = &lags->sides;
    if (lags->study->release_year)
        cells[L_RELEASE_YEAR] = value_integer(lags->study->release_year);
    cells[L_SUPPLIER] =
        side_value(&sides->supplier, by == BY_SUPPLIER, group->name);
    cells[L_RECIPIENT] =
        side_value(&sides->recipient, by == BY_RECIPIENT, group->name);
    cells[L_SUPPLIER_ISO3] = iso3_value(cells[L_SUPPLIER]);
    cells[L_RECIPIENT_ISO3] = iso3_value(cells[L_RECIPIENT]);
    cells[L_CATEGORY] =
        by == BY_CATEGORY ? value_text(group->name) : value_word("All");
    cells[L_DESCRIPTION] =
        by == BY_WEAPON ? value_text(group->name) : value_word("All");
    cells[L_ORDERED_FROM] = value_integer(lags->ordered.from);
    cells[L_ORDERED_TO] = value_integer(lags->ordered.to);
    cells[L_DATA_TO] = value_integer(lags->end);
    cells[L_DELIVERY] = value_word(lags->asked->last ? "last" : "first");
    cells[L_SAMPLE] = value_word(sample == LAG_ALL ? "all" : "certain");
}

static struct value within(const struct survival *survival, double years)
{
    struct estimate left = survival_at(survival, years);
    if (estimate_is(left))
        left.value = 100 * (1 - left.value);
    return estimate_value(left, 1);
}

static void fill_times(struct value *cells, const struct survival *survival)
{
    struct estimate median = survival_quantile(survival, 0.5, NULL);
    struct survival_limits limits =
        survival_quantile_limits(survival, 0.5, SURVIVAL_LOG_LOG, LEVEL);
    struct restricted_mean mean = survival_mean(survival, LAG_HORIZON);
    cells[L_MEDIAN] = estimate_value(median, 0);
    cells[L_MEDIAN_LOW] = estimate_value(limits.low, 0);
    cells[L_MEDIAN_HIGH] = estimate_value(limits.high, 0);
    cells[L_QUARTILE_1] =
        estimate_value(survival_quantile(survival, 0.25, NULL), 0);
    cells[L_QUARTILE_3] =
        estimate_value(survival_quantile(survival, 0.75, NULL), 0);
    cells[L_WITHIN_1] = within(survival, 1);
    cells[L_WITHIN_2] = within(survival, 2);
    cells[L_WITHIN_5] = within(survival, 5);
    cells[L_WITHIN_10] = within(survival, 10);
    cells[L_MEAN] = estimate_value(mean.mean, 2);
    cells[L_MEAN_ERROR] = estimate_value(mean.error, 2);
    cells[L_MEAN_HORIZON] = value_integer(LAG_HORIZON);
    if (!estimate_is(median))
        cells[L_REASON] =
            value_word(reason_word(estimate_reason(median.undefined)));
}

static void fill_test(struct value *cells, const struct lags *lags)
{
    cells[L_CHI2] = estimate_value(lags->test.chi2, 2);
    cells[L_P] = estimate_value(lags->test.p, 4);
    if (estimate_is(lags->test.chi2))
        cells[L_DF] = value_integer((int64_t)lags->test.df);
}

static void add_group(struct result *result, const struct lags *lags,
                      const struct lag_group *group)
{
    for (size_t sample = 0; sample < LAG_SAMPLES; sample++) {
        const struct survival *survival = &group->curves[sample];
        struct value *cells = result_add_row(result);
        fill_which(cells, lags, group, sample);
        cells[L_ORDERS] = value_integer((int64_t)survival->n);
        cells[L_DELIVERED] = value_integer((int64_t)survival->events);
        cells[L_PENDING] =
            value_integer((int64_t)(survival->n - survival->events));
        fill_times(cells, survival);
        if (group == &lags->whole && sample == LAG_ALL &&
            lags->asked->by != BY_WORLD)
            fill_test(cells, lags);
    }
}

void lags_columns(struct result *result, const struct lags *lags)
{
    result_add_columns(result, which, L_FIRST_OWN, NULL);
    result_add_columns(result, sums, L_COUNT - L_FIRST_OWN, NULL);
    for (size_t i = 0; i < lags->listed; i++)
        add_group(result, lags, &lags->groups[i]);
    add_group(result, lags, &lags->whole);
    result->listed = lags->listed;
}

static void add_step(struct result *result, const struct lags *lags,
                     const struct lag_group *group, size_t sample,
                     const struct survival_step *step)
{
    struct survival_limits limits =
        survival_limits(step, SURVIVAL_LOG_LOG, LEVEL);
    struct value *cells = result_add_row(result);
    fill_which(cells, lags, group, sample);
    cells[L_TIME] = value_number(step->time, 0);
    cells[L_AT_RISK] = value_integer((int64_t)step->at_risk);
    cells[L_EVENTS] = value_integer((int64_t)step->events);
    cells[L_CENSORED] = value_integer((int64_t)step->censored);
    cells[L_SURVIVAL] = value_number(step->survival, 3);
    cells[L_SURVIVAL_ERROR] = estimate_value(step->error, 3);
    cells[L_SURVIVAL_LOW] = estimate_value(limits.low, 3);
    cells[L_SURVIVAL_HIGH] = estimate_value(limits.high, 3);
    cells[L_HAZARD] = value_number(step->hazard, 3);
    if (!estimate_is(limits.low))
        cells[L_CURVE_REASON] =
            value_word(reason_word(estimate_reason(limits.low.undefined)));
}

static void add_curves(struct result *result, const struct lags *lags,
                       const struct lag_group *group)
{
    for (size_t sample = 0; sample < LAG_SAMPLES; sample++) {
        const struct survival *survival = &group->curves[sample];
        for (size_t i = 0; i < survival->count; i++)
            add_step(result, lags, group, sample, &survival->steps[i]);
    }
}

void lags_curve_columns(struct result *result, const struct lags *lags)
{
    result_add_columns(result, which, L_FIRST_OWN, NULL);
    result_add_columns(result, steps, L_CURVE_COUNT - L_FIRST_OWN, NULL);
    for (size_t i = 0; i < lags->listed; i++)
        add_curves(result, lags, &lags->groups[i]);
    add_curves(result, lags, &lags->whole);
    result->listed = lags->listed;
}

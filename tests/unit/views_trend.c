/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "views.h"

static void add_columns(struct result *result)
{
    view_texts(result, 40, 0, NULL);
    view_figures(result, KIND_NUMBER, 7, 2, NULL, NULL, "Value");
    struct view_column *interval = view_texts(result, 16, 3, "95 % interval");
    interval->kind = KIND_NUMBER;
    interval->flexible = true;
    view_figures(result, KIND_P_VALUE, 6, 2, NULL, NULL, "p")->head_shift = -1;
}

static struct value *add_statistic(struct result *result, const char *label,
                                   struct value value)
{
    struct value *cells = view_row(result, VIEW_ENTRY);
    cells[0] = value_word(label);
    cells[1] = value;
    return cells;
}

static struct value signed_number(double number)
{
    return value_flagged(value_number(number, 1), VALUE_SIGNED);
}

static struct value signed_interval(double low, double high)
{
    return value_flagged(value_interval(low, high, 1), VALUE_SIGNED);
}

struct result *view_trend(void)
{
    struct result *result = view_titled(
        "trend",
        "Trend of deliveries of major arms by South Korea, 1991–2023 "
        "(33 years)",
        "Volume, TIV million a year (an index of military capability, "
        "not money)");
    struct value *cells;
    add_columns(result);
    add_statistic(result, "Mean of the first five years, 1991–95",
                  view_units(42));
    add_statistic(result, "Mean of the last five years, 2019–23",
                  view_units(558));
    add_statistic(result, "Largest year, 2018", view_units(1049));
    cells = add_statistic(result, "Years without deliveries", value_integer(3));
    cells[2] = value_word("1992, 1999, 2002");
    view_row(result, VIEW_ENTRY);
    cells = add_statistic(result, "Median slope (Sen), TIV m a year",
                          signed_number(17.04));
    cells[2] = signed_interval(10.7, 23.55);
    cells = add_statistic(result, "Least-squares slope, TIV m a year",
                          signed_number(20.75));
    cells[2] = signed_interval(11.2, 30.449);
    cells = add_statistic(result, "Growth (Poisson), % a year",
                          signed_number(10.7));
    cells[2] = signed_interval(7.4, 14.2);
    cells = add_statistic(result, "Steadiness of direction (Kendall tau-b)",
                          value_number(0.6153, 2));
    cells[3] = value_number(0.00158, 0);
    view_row(result, VIEW_RULE);
    view_foot(result,
              "p is corrected for autocorrelation (Hamed 2009; lag 1: 0.45, "
              "bound 0.34); uncorrected p < 0.001. Sen's interval assumes "
              "independent years, the two below it are Newey-West (3 lags). "
              "These are all deliveries known to SIPRI, not a sample: read p "
              "and intervals as size of the trend against year-to-year "
              "swings.");
    view_foot(result, VIEWS_FILE_SOURCE);
    return result;
}

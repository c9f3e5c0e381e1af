/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/first_digits.h"

#include "analysis/estimates.h"
#include "analysis/view_parts.h"
#include "stat/benford.h"

#define LEAST_SPAN ((amount)1000) /* largest value over smallest */

struct first_digits {
    size_t counts[BENFORD_DIGITS];
    size_t n;
    size_t zeros; /* and rows without an amount: they have no first digit */
    amount least;
    amount most;
    struct benford test;
    enum reason reason; /* why there are no statistics */
};

enum {
    B_RELEASE_YEAR,
    B_FILE,
    B_DIGIT,
    B_COUNT,
    B_SHARE,
    B_EXPECTED,
    B_N,
    B_DROPPED,
    B_CHI2,
    B_P,
    B_MAD,
    B_BAND,
    B_KS,
    B_KUIPER,
    B_REASON,
    B_COLUMNS,
};

static const struct column columns[B_COLUMNS] = {
    {"release_year", KIND_YEAR, "", "year of the release"},
    {"file", KIND_TEXT, "", "name of the file"},
    {"digit", KIND_COUNT, "", "first digit that is not 0"},
    {"count", KIND_COUNT, "", "values that begin with it"},
    {"share_pct", KIND_SHARE, "per cent", "of all values"},
    {"expected_pct", KIND_NUMBER, "per cent", "by Benford's law"},
    {"n", KIND_COUNT, "", "values above 0"},
    {"dropped", KIND_COUNT, "", "rows of 0 or without an amount"},
    {"chi2", KIND_NUMBER, "", "chi-squared, 8 degrees of freedom"},
    {"p_value", KIND_P_VALUE, "", "of chi2"},
    {"mad", KIND_NUMBER, "", "mean absolute deviation of the shares"},
    {"mad_band", KIND_TEXT, "", "Nigrini's word for it"},
    {"ks", KIND_NUMBER, "", "Kolmogorov-Smirnov, critical at 5 %: 1.148"},
    {"kuiper", KIND_NUMBER, "", "Kuiper, critical at 5 %: 1.321"},
    {"reason", KIND_TEXT, "", "why there are no statistics"},
};

static bool is_value(const struct flow *row)
{
    bool customs = row->measure == MEASURE_CUSTOMS_EXPORT ||
                   row->measure == MEASURE_CUSTOMS_IMPORT;
    return customs && (row->unit == UNIT_USD || row->unit == UNIT_EUR ||
                       row->unit == UNIT_GBP);
}

/* Digits of the exact amount, which are those of the text. */
static void count_row(struct first_digits *digits, const struct flow *row)
{
    char text[DECIMAL_TEXT];
    if (row->cell == CELL_NOT_REPORTED || row->value <= 0) {
        digits->zeros++;
        return;
    }
    amount_digits(text, row->value);
    digits->counts[text[0] - '1']++;
    if (digits->n == 0 || row->value < digits->least)
        digits->least = row->value;
    if (row->value > digits->most)
        digits->most = row->value;
    digits->n++;
}

static bool count_all(struct first_digits *digits, const struct study *study,
                      const char *name, struct err *err)
{
    if (study->series)
        return err_set(err, ERR_REQUEST,
                       "--variant benford: %s is a series of years and values, "
                       "not customs values by place and goods; give a file of "
                       "Comtrade or BACI",
                       name);
    for (size_t i = 0; i < study->deals->len; i++) {
        const struct flow *row = &study->deals->rows[i];
        if (!is_value(row))
            return err_set(err, ERR_REQUEST,
                           "--variant benford: %s holds no customs values: "
                           "amounts made from few values of pieces, such as "
                           "TIV and numbers of items, do not follow the law "
                           "and nothing is wrong with them",
                           name);
        count_row(digits, row);
    }
    digits->test = benford_test(digits->counts);
    digits->reason =
        digits->n == 0 ? REASON_NO_RECORD
        : digits->n < BENFORD_LEAST || digits->most / LEAST_SPAN < digits->least
            ? REASON_N_TOO_SMALL
            : REASON_NONE;
    return true;
}

static void fill_statistics(struct value *cells,
                            const struct first_digits *digits)
{
    const struct benford *test = &digits->test;
    cells[B_N] = value_integer((int64_t)digits->n);
    cells[B_DROPPED] = value_integer((int64_t)digits->zeros);
    if (digits->reason) {
        cells[B_REASON] = value_word(reason_word(digits->reason));
        return;
    }
    cells[B_CHI2] = estimate_value(test->chi2, 2);
    cells[B_P] = estimate_value(test->p, 4);
    cells[B_MAD] = estimate_value(test->mad, 4);
    cells[B_BAND] = value_word(benford_word(test->band));
    cells[B_KS] = estimate_value(test->ks, 3);
    cells[B_KUIPER] = estimate_value(test->kuiper, 3);
}

static void fill_rows(struct result *result, const struct study *study,
                      const struct first_digits *digits, const char *name)
{
    result_add_columns(result, columns, B_COLUMNS, NULL);
    for (size_t i = 0; i < BENFORD_DIGITS; i++) {
        struct value *cells = result_add_row(result);
        if (study->release_year)
            cells[B_RELEASE_YEAR] = value_integer(study->release_year);
        cells[B_FILE] = value_word(name);
        cells[B_DIGIT] = value_integer((int64_t)i + 1);
        cells[B_COUNT] = value_integer((int64_t)digits->counts[i]);
        cells[B_SHARE] =
            value_ratio((amount)digits->counts[i], (amount)digits->n);
        cells[B_EXPECTED] =
            value_number(100 * benford_expected((unsigned)i + 1), 1);
        fill_statistics(cells, digits);
    }
    result->listed = result->row_count;
}

static void add_notes(struct result *result, const struct first_digits *digits)
{
    const struct benford *test = &digits->test;
    if (digits->reason == REASON_NONE)
        result_add_note(
            result,
            "Chi-squared %.1f, 8 degrees of freedom, p %s; mean absolute "
            "deviation %.4f (%s, Nigrini); Kolmogorov-Smirnov %.2f (critical "
            "1.148), Kuiper %.2f (critical 1.321, Morrow).",
            test->chi2.value,
            test->p.value < 0.001
                ? "<0.001"
                : arena_printf(&result->arena, "%#.2g", test->p.value),
            test->mad.value, benford_word(test->band), test->ks.value,
            test->kuiper.value);
    else
        result_add_note(result,
                        "No test: it takes at least %zu values that span three "
                        "orders of magnitude.",
                        BENFORD_LEAST);
    result_add_note(result,
                    "First digits say how values are made: thresholds, "
                    "rounding and unit prices move them. They are never "
                    "evidence of fraud.");
}

static void fill_view(struct result *result, const struct study *study,
                      const struct first_digits *digits, const char *name)
{
    struct arena *arena = &result->arena;
    struct view *view = &result->view;
    char n[DECIMAL_TEXT];
    amount_whole(n, (amount)digits->n * AMOUNT_ONE);
    view->title =
        arena_printf(arena, "First digits of %s customs values in %s", n, name);
    view->unit_line = "Values as rows of the file have them, above 0";
    parts_column(result, KIND_COUNT, 5, 0,
                 (struct heads){{NULL, NULL, "Digit"}, "Digit"});
    parts_column(result, KIND_COUNT, 9, 2,
                 (struct heads){{NULL, NULL, "Values"}, "Values"});
    parts_column(result, KIND_SHARE, 8, 2,
                 (struct heads){{NULL, NULL, "Share, %"}, "Share, %"});
    parts_column(
        result, KIND_NUMBER, 12, 2,
        (struct heads){{NULL, "Benford's", "law, %"}, "Benford's law, %"});
    for (size_t i = 0; i < BENFORD_DIGITS; i++) {
        struct value *cells = view_add_row(view, arena, VIEW_ENTRY);
        const struct value *row = result_row(result, i);
        for (size_t j = 0; j < 4; j++)
            cells[j] = row[B_DIGIT + j];
    }
    view_add_row(view, arena, VIEW_RULE);
    parts_show_notes(result);
    view_add_foot(view, arena, "%s", study->source_line);
}

struct result *first_digits_result(const struct study *study, const char *name,
                                   struct err *err)
{
    struct first_digits digits = {0};
    if (!count_all(&digits, study, name, err))
        return NULL;
    struct result *result = result_new("describe");
    name = arena_str(&result->arena, str_from(name)).ptr;
    fill_rows(result, study, &digits, name);
    add_notes(result, &digits);
    fill_view(result, study, &digits, name);
    return result;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* --smooth: the series beside a smoothed one, year by year. It describes;
 * nothing is tested. */
#include <config.h>

#include <math.h>
#include <stdlib.h>

#include "analysis/census.h"
#include "analysis/estimates.h"
#include "analysis/trend_parts.h"
#include "analysis/view_parts.h"
#include "base/diag.h"
#include "stat/hp.h"
#include "stat/loess.h"
#include "stat/lowess.h"
#include "stat/smooth.h"

#define MOST_YEARS_SMOOTHED 99

enum how {
    HOW_TRAILING,
    HOW_CENTRED,
    HOW_MEDIAN,
    HOW_LOWESS,
    HOW_LOESS,
    HOW_HP,
    HOW_COUNT,
};

/* A word of --smooth: how, and over how much. */
struct smoothing {
    enum how how;
    double width;
    const char *variant; /* "trailing:5" */
};

static const struct {
    const char *word;
    double width; /* without a number */
    bool whole;   /* a number of years */
    const char *title;
} words[HOW_COUNT] = {
    [HOW_TRAILING] = {"trailing", 5, true, "mean of %s years that end in it"},
    [HOW_CENTRED] = {"centred", 5, true, "mean of %s years about it"},
    [HOW_MEDIAN] = {"median", 5, true, "median of %s years about it"},
    [HOW_LOWESS] = {"lowess", LOWESS_SPAN, false,
                    "LOWESS, %s of the years, 3 rounds of robustness"},
    [HOW_LOESS] = {"loess", LOESS_SPAN, false,
                   "LOESS of degree 2, span %s, exact at every year"},
    [HOW_HP] = {"hp", HP_ANNUAL, false, "Hodrick-Prescott trend, lambda %s"},
};

static bool parse_width(struct smoothing *smoothing, struct str text)
{
    struct decimal decimal;
    bool whole = words[smoothing->how].whole;
    if (decimal_parse(text, '.', &decimal) != DECIMAL_OK || decimal.value <= 0)
        return false;
    struct ratio width = {decimal.value, AMOUNT_ONE};
    smoothing->width = ratio_double(width);
    if (whole)
        return decimal.value % AMOUNT_ONE == 0 && smoothing->width >= 2 &&
               smoothing->width <= MOST_YEARS_SMOOTHED &&
               (smoothing->how != HOW_MEDIAN ||
                decimal.value / AMOUNT_ONE % 2 == 1);
    return smoothing->how == HOW_HP || smoothing->width <= 10;
}

static bool parse(struct smoothing *smoothing, const char *word,
                  struct arena *arena, struct err *err)
{
    struct str rest = str_from(word);
    struct str name = str_cut(&rest, ':');
    for (int i = 0; i < HOW_COUNT; i++) {
        if (!str_eq_fold(name, str_from(words[i].word)))
            continue;
        char width[DECIMAL_TEXT];
        smoothing->how = (enum how)i;
        smoothing->width = words[i].width;
        if (rest.ptr && !parse_width(smoothing, rest))
            break;
        double_shortest(width, smoothing->width);
        smoothing->variant = arena_printf(arena, "%s:%s", words[i].word, width);
        return true;
    }
    return err_set(err, ERR_REQUEST,
                   "--smooth %s: it takes trailing:5, centred:5, median:5 "
                   "(years, an odd number of them), lowess:0.67, loess:0.75 "
                   "(the part of the series that each value is from) or "
                   "hp:6.25",
                   diag_quote(arena, str_from(word)));
}

static void fill(struct estimate *out, size_t n, enum undefined undefined,
                 const double *values)
{
    for (size_t i = 0; i < n; i++)
        out[i] = undefined ? estimate_none(undefined) : estimate_of(values[i]);
}

static void smooth_loess(const struct smoothing *smoothing,
                         const struct yearly *yearly, struct estimate *out,
                         struct estimate *errors)
{
    struct loess loess;
    loess_fit(&loess, yearly->years, yearly->values, yearly->n,
              smoothing->width, 2, 0);
    fill(out, yearly->n, loess.undefined, loess.fit);
    for (size_t i = 0; i < yearly->n; i++)
        errors[i] =
            loess.undefined ? estimate_none(loess.undefined) : loess.se[i];
    loess_done(&loess);
}

/* Those that follow the years one by one take no gap. */
static void smooth_steps(const struct smoothing *smoothing,
                         const struct yearly *yearly, struct estimate *out,
                         double *room)
{
    const double *values = yearly->values;
    size_t n = yearly->n;
    size_t k = (size_t)smoothing->width;
    if (yearly->missing) {
        fill(out, n, UNDEFINED_GAPS, NULL);
        return;
    }
    switch (smoothing->how) {
    case HOW_TRAILING:
        smooth_trailing(values, n, k, SMOOTH_NULL, out);
        break;
    case HOW_CENTRED:
        smooth_centred(values, n, k, SMOOTH_NULL, out);
        break;
    case HOW_MEDIAN:
        smooth_median(values, n, k, SMOOTH_NULL, out);
        break;
    default:
        fill(out, n, hp_filter(values, n, smoothing->width, room), room);
    }
}

static void smooth(const struct smoothing *smoothing,
                   const struct yearly *yearly, struct estimate *out,
                   struct estimate *errors, struct arena *arena)
{
    size_t n = yearly->n;
    double *room = arena_alloc(arena, n + 1, sizeof *room);
    for (size_t i = 0; i < n; i++)
        errors[i] = estimate_none(UNDEFINED_NO_DATA);
    if (smoothing->how == HOW_LOESS)
        smooth_loess(smoothing, yearly, out, errors);
    else if (smoothing->how == HOW_LOWESS)
        fill(out, n,
             lowess_fit(yearly->years, yearly->values, n, smoothing->width,
                        LOWESS_ROUNDS, room),
             room);
    else
        smooth_steps(smoothing, yearly, out, room);
}

static struct trend_entry *add_year(struct trend_list *list,
                                    const struct yearly *yearly, size_t at,
                                    const char *statistic, const char *variant,
                                    struct estimate value)
{
    struct trend_entry *entry =
        trend_list_add(list, yearly, statistic, variant, NULL);
    entry->years = yearly_run(yearly, at, 1);
    entry->n = 1;
    entry->value = value;
    return entry;
}

static void add_column(struct result *result, const char *top, const char *head,
                       size_t width)
{
    parts_column(result, KIND_NUMBER, width, 3,
                 (struct heads){.lines = {NULL, top, head}, .label = head});
}

static void add_view(const struct trend *trend, struct result *result,
                     const struct estimate *smoothed)
{
    const struct yearly *yearly = &trend->yearly;
    unsigned decimals = trend_amount_decimals(yearly, trend->scale);
    parts_names(result, 9, 0, yearly->span > 1 ? "Period" : "Year");
    add_column(result, NULL, *trend->unit ? trend->unit : "Value", 9);
    add_column(result, NULL, "Smoothed", 10);
    for (size_t i = 0; i < yearly->n; i++) {
        struct value *cells =
            view_add_row(&result->view, &result->arena, VIEW_ENTRY);
        cells[0] = value_word(yearly_label(yearly, i, &result->arena));
        cells[1] = value_number(yearly->values[i] / trend->scale, decimals);
        cells[2] =
            estimate_is(smoothed[i])
                ? value_number(smoothed[i].value / trend->scale, decimals)
                : value_word("–");
    }
    view_add_row(&result->view, &result->arena, VIEW_RULE);
}

/* "–: too few years around it." */
static void note_undefined(const struct yearly *yearly,
                           const struct estimate *smoothed,
                           struct result *result)
{
    for (size_t i = 0; i < yearly->n; i++) {
        if (estimate_is(smoothed[i]))
            continue;
        enum undefined undefined = smoothed[i].undefined;
        result_add_note(result, "–: %s (%s).",
                        undefined == UNDEFINED_N_TOO_SMALL
                            ? "too few years around it; ends are not filled up"
                            : trend_reason_words(undefined),
                        reason_word(estimate_reason(undefined)));
        return;
    }
}

bool trend_smooth(const struct trend *trend, struct result *result,
                  struct err *err)
{
    const struct yearly *yearly = &trend->yearly;
    struct trend_list list = {.arena = trend->arena};
    struct smoothing smoothing = {0};
    if (!parse(&smoothing, trend->ask->smooth, trend->arena, err))
        return false;
    size_t n = yearly->n;
    struct estimate *out = arena_alloc(trend->arena, n + 1, sizeof *out);
    struct estimate *errors = arena_alloc(trend->arena, n + 1, sizeof *errors);
    smooth(&smoothing, yearly, out, errors, trend->arena);
    for (size_t i = 0; i < n; i++) {
        add_year(&list, yearly, i, "observed", "",
                 estimate_of(yearly->values[i]));
        add_year(&list, yearly, i, "smoothed", smoothing.variant, out[i]);
        if (smoothing.how == HOW_LOESS)
            add_year(&list, yearly, i, "smoothed_error", smoothing.variant,
                     errors[i]);
    }
    char width[DECIMAL_TEXT];
    double_shortest(width, smoothing.width);
    bool even = smoothing.how == HOW_CENTRED && fmod(smoothing.width, 2) == 0;
    struct str form = str_from(words[smoothing.how].title);
    struct str before = str_cut(&form, '%');
    trend_title(trend, result, "Smoothed: ");
    trend_note_series(trend, result);
    note_undefined(yearly, out, result);
    result_add_note(result,
                    "Smoothed: %.*s%s%.*s%s. It is descriptive only: smoothed "
                    "values share years, so no test is run on them.",
                    STR_ARG(before), width, STR_ARG(str_skip(form, 1)),
                    even ? ", the outermost two of one more counting half"
                         : "");
    trend_note_census(trend, result, "");
    trend_list_rows(&list, result, trend->study, yearly);
    add_view(trend, result, out);
    trend_foot(trend, result);
    return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What --variant asks for: entries behind those of the default. */
#include <config.h>

#include "analysis/trend_parts.h"
#include "stat/autocorrelation.h"
#include "stat/volatility.h"

struct adding {
    const struct trend *trend;
    struct trend_list *list;
    struct result *result;
    struct annual series;
};

static struct trend_entry *add(const struct adding *adding,
                               const char *statistic, const char *variant,
                               const char *label, enum trend_look look,
                               struct estimate value)
{
    struct trend_entry *entry = trend_list_add(
        adding->list, &adding->trend->yearly, statistic, variant, label);
    entry->look = look;
    entry->value = value;
    return entry;
}

/* A number that has a unit of the series, a year. */
static struct trend_entry *
add_coefficient(const struct adding *adding, const char *statistic,
                const char *variant, const char *label, enum trend_look look,
                struct coefficient coefficient)
{
    struct trend_entry *entry =
        add(adding, statistic, variant, label, look, coefficient.value);
    entry->interval = coefficient.interval;
    entry->level = TREND_LEVEL;
    entry->p = coefficient.p;
    return entry;
}

static void add_sen(const struct adding *adding)
{
    struct sen sen = sen_fit(adding->series, TREND_LEVEL);
    struct trend_entry *entry =
        add(adding, "sen_slope", "gilbert",
            trend_per_year(adding->trend, "Sen, interval by Gilbert"),
            LOOK_CHANGE, sen.slope);
    entry->interval = sen.interval_gilbert;
    entry->level = TREND_LEVEL;
    add(adding, "sen_intercept", "median_residual", NULL, LOOK_CHANGE,
        sen.intercept_residual);
    struct sen wide = sen_fit(adding->series, 0.9);
    entry =
        add(adding, "sen_slope", "interval_90", NULL, LOOK_CHANGE, wide.slope);
    entry->interval = wide.interval;
    entry->level = 0.9;
}

static void add_ols_errors(const struct adding *adding)
{
    static const struct {
        enum sandwich kind;
        const char *variant;
    } kinds[] = {
        {SANDWICH_CLASSICAL, "classical"},
        {SANDWICH_HC0, "hc0"},
        {SANDWICH_HC1, "hc1"},
        {SANDWICH_HC3, "hc3"},
        {SANDWICH_NEWEY_WEST, "newey_west"},
        {SANDWICH_NEWEY_WEST0, "newey_west_no_factor"},
    };
    size_t lags = sandwich_lags(adding->series.n);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct ols fit =
            ols_fit(adding->series, kinds[i].kind, lags, TREND_LEVEL);
        add(adding, "ols_slope_error", kinds[i].variant, NULL, LOOK_CHANGE,
            fit.slope.error);
        if (kinds[i].kind == SANDWICH_CLASSICAL)
            add_coefficient(
                adding, "ols_slope", "classical",
                trend_per_year(adding->trend, "Least squares, classical"),
                LOOK_CHANGE, fit.slope)
                ->shows_p = true;
    }
}

static void add_ols(const struct adding *adding)
{
    struct ols fit =
        ols_fit(adding->series, SANDWICH_CLASSICAL, 0, TREND_LEVEL);
    if (adding->trend->yearly.missing)
        fit.durbin_watson = fit.residual_lag1 = estimate_none(UNDEFINED_GAPS);
    add_ols_errors(adding);
    add_coefficient(adding, "ols_intercept", "classical", NULL, LOOK_CHANGE,
                    fit.intercept);
    add(adding, "ols_r2", "", "R² of the least-squares line", LOOK_INDEX,
        fit.r2);
    add(adding, "ols_r2", "adjusted", NULL, LOOK_INDEX, fit.r2_adjusted);
    add(adding, "ols_sigma", "", NULL, LOOK_AMOUNT, fit.sigma);
    add(adding, "ols_rss", "", NULL, LOOK_INDEX, fit.rss);
    add(adding, "ols_f", "", NULL, LOOK_INDEX, fit.f);
    add(adding, "ols_aic", "", NULL, LOOK_INDEX, fit.aic);
    add(adding, "ols_bic", "", NULL, LOOK_INDEX, fit.bic);
    add(adding, "durbin_watson", "", "Durbin-Watson (2: none)", LOOK_INDEX,
        fit.durbin_watson);
    add(adding, "residual_lag1", "", NULL, LOOK_INDEX, fit.residual_lag1);
}

static void add_poisson(const struct adding *adding)
{
    size_t lags = sandwich_lags(adding->series.n);
    struct poisson_trend hc =
        poisson_trend(adding->series, SANDWICH_HC0, 0, TREND_LEVEL);
    struct poisson_trend nw =
        poisson_trend(adding->series, SANDWICH_NEWEY_WEST0, lags, TREND_LEVEL);
    struct trend_entry *entry =
        add(adding, "growth_pct", "poisson_hc0",
            "Growth (Poisson), White errors, % a year", LOOK_RATE, hc.percent);
    entry->interval = hc.interval;
    entry->level = TREND_LEVEL;
    add_coefficient(adding, "poisson_rate", "hc0", NULL, LOOK_INDEX, hc.rate);
    add(adding, "poisson_rate_error", "hc0", NULL, LOOK_INDEX, hc.rate.error);
    add(adding, "poisson_rate_error", "newey_west_no_factor", NULL, LOOK_INDEX,
        nw.rate.error);
    add(adding, "poisson_deviance", "", NULL, LOOK_INDEX, hc.deviance);
    add(adding, "poisson_dispersion", "pearson", NULL, LOOK_INDEX,
        hc.dispersion);
    add(adding, "doubling_years", "poisson",
        "Years to double (below 0: to halve)", LOOK_RATE, hc.doubling);
}

static void add_loglinear(const struct adding *adding)
{
    struct growth_loglinear fit =
        growth_loglinear(adding->series, SANDWICH_CLASSICAL, 0, TREND_LEVEL);
    struct trend_entry *entry =
        add(adding, "growth_pct", "loglinear_classical",
            "Growth (log-linear), % a year", LOOK_RATE, fit.percent);
    entry->interval = fit.interval;
    entry->level = TREND_LEVEL;
    entry->p = fit.rate.p;
    add(adding, "growth_pct", "loglinear_kennedy", NULL, LOOK_RATE,
        fit.kennedy);
    add_coefficient(adding, "loglinear_rate", "classical", NULL, LOOK_INDEX,
                    fit.rate);
    add(adding, "loglinear_rate_error", "classical", NULL, LOOK_INDEX,
        fit.rate.error);
    add(adding, "loglinear_r2", "", NULL, LOOK_INDEX, fit.r2);
    add(adding, "doubling_years", "loglinear", NULL, LOOK_RATE, fit.doubling);
    add(adding, "smearing_factor", "duan", NULL, LOOK_INDEX, fit.smearing);
}

static void add_cagr(const struct adding *adding, struct estimate means)
{
    const struct annual *series = &adding->series;
    size_t n = series->n;
    add(adding, "growth_pct", "cagr_five_year_means",
        "Compound growth of five-year means, %", LOOK_RATE, means);
    struct estimate ends =
        n < 2 ? estimate_none(UNDEFINED_N_TOO_SMALL)
              : growth_compound(series->values[0], series->values[n - 1],
                                series->years[n - 1] - series->years[0]);
    add(adding, "growth_pct", "cagr_first_last_year", NULL, LOOK_RATE, ends)
        ->note = "from two single years: unfit for uneven deliveries";
}

static void add_tau_a(const struct adding *adding)
{
    struct kendall kendall =
        kendall_test(adding->series.values, adding->series.n);
    struct trend_entry *entry = add(adding, "kendall", "tau_a", "Kendall tau-a",
                                    LOOK_INDEX, kendall.tau_a);
    entry->p_plain = kendall.p;
    entry->shows_p = true;
    entry = add(adding, "mann_kendall_p", "exact", NULL, LOOK_INDEX,
                kendall.p_exact);
    entry->p_plain = kendall.p_exact;
    entry = add(adding, "mann_kendall_p", "normal", NULL, LOOK_INDEX,
                kendall.p_normal);
    entry->p_plain = kendall.p_normal;
}

static void add_correction(const struct adding *adding,
                           enum correction_method method, const char *variant,
                           const char *label, bool absolute)
{
    struct correction test =
        correction_test(yearly_steps(&adding->trend->yearly), method);
    struct trend_entry *entry =
        add(adding, "mann_kendall_z", variant, label, LOOK_INDEX,
            absolute ? test.z_absolute : test.z);
    entry->p = absolute ? test.p_absolute : test.p;
    entry->p_plain = kendall_test(adding->series.values, adding->series.n).p;
    entry->shows_p = estimate_is(entry->p);
    if (method == CORRECTION_HAMED_RAO || method == CORRECTION_HAMED_RAO_ALL)
        add(adding, "variance_factor", variant, NULL, LOOK_INDEX, test.factor)
            ->note = arena_printf(adding->list->arena,
                                  "n/n* of %zu significant lags", test.lags);
    else
        add(adding, "sen_slope", variant, NULL, LOOK_CHANGE, test.slope);
}

static void add_volatility(const struct adding *adding)
{
    struct volatility is = volatility_of(
        adding->series.years, adding->series.values, adding->series.n);
    add(adding, "volatility", "cv", "Coefficient of variation", LOOK_INDEX,
        is.cv);
    add(adding, "volatility", "detrended_cv", "The same about the line",
        LOOK_INDEX, is.detrended_cv);
    add(adding, "volatility", "robust_cv", "The same by median and MAD",
        LOOK_INDEX, is.robust_cv);
    add(adding, "volatility", "sd_log_changes", NULL, LOOK_INDEX, is.sd_log);
    add(adding, "volatility", "coppock", NULL, LOOK_INDEX, is.coppock);
    add(adding, "volatility", "mean_change_pct", "Mean change, year on year, %",
        LOOK_AMOUNT, is.mean_change)
        ->look = LOOK_INDEX;
    add(adding, "volatility", "zero_share", "Share of years of zero",
        LOOK_INDEX, is.zero_share);
    add(adding, "volatility", "largest_share", "Share of the largest year",
        LOOK_INDEX, is.largest_share);
}

static bool wants(const struct adding *adding, enum trend_variant variant)
{
    return adding->trend->ask->variants >> variant & 1;
}

static void add_corrections(const struct adding *adding)
{
    if (wants(adding, TREND_HAMED_RAO))
        add_correction(adding, CORRECTION_HAMED_RAO_ALL, "hamed_rao",
                       "Mann-Kendall z (Hamed-Rao 1998)", false);
    if (wants(adding, TREND_HAMED_RAO_3))
        add_correction(adding, CORRECTION_HAMED_RAO, "hamed_rao_3",
                       "Mann-Kendall z (Hamed-Rao, 3 lags)", false);
    if (wants(adding, TREND_HAMED_RAO_ABS))
        add_correction(adding, CORRECTION_HAMED_RAO_ALL, "hamed_rao_abs",
                       "Mann-Kendall z (Hamed-Rao, |n/n*|)", true);
    if (wants(adding, TREND_PREWHITENED))
        add_correction(adding, CORRECTION_PREWHITENED, "prewhitened",
                       "Mann-Kendall z (prewhitened)", false);
    if (!wants(adding, TREND_TFPW))
        return;
    add_correction(adding, CORRECTION_TFPW, "tfpw", "Mann-Kendall z (TFPW)",
                   false);
    result_add_note(adding->result,
                    "TFPW is for replication of published work: it rejects "
                    "true hypotheses as often as the uncorrected test (14 to "
                    "41 of 100 under autocorrelation, instead of 5).");
}

void trend_variants_list(const struct trend *trend, struct trend_list *list,
                         struct result *result)
{
    struct adding adding = {trend, list, result, yearly_annual(&trend->yearly)};
    struct trend_core core;
    if (!trend->ask->variants)
        return;
    trend_list_space(list);
    if (wants(&adding, TREND_SEN))
        add_sen(&adding);
    if (wants(&adding, TREND_OLS))
        add_ols(&adding);
    if (wants(&adding, TREND_POISSON))
        add_poisson(&adding);
    if (wants(&adding, TREND_LOGLINEAR))
        add_loglinear(&adding);
    if (wants(&adding, TREND_CAGR)) {
        trend_core_compute(&core, &trend->yearly);
        add_cagr(&adding, core.cagr);
    }
    if (wants(&adding, TREND_TAU_A))
        add_tau_a(&adding);
    add_corrections(&adding);
    if (wants(&adding, TREND_VOLATILITY))
        add_volatility(&adding);
    if (wants(&adding, TREND_PETTITT))
        trend_add_pettitt(trend, list);
    if (wants(&adding, TREND_CUSUM))
        trend_add_cusum(trend, list);
    if (wants(&adding, TREND_PARTITION))
        trend_add_partition(trend, list);
}

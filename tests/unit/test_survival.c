/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times from order to delivery: curves, quantiles and tests against R's
 * survival, and what can be seen without it. */
#include <config.h>

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "fixture.h"
#include "stat/gsl.h"
#include "stat/log_rank.h"
#include "stat/survival.h"
#include "tap.h"

#define TOLERANCE 1e-10

/* lags.csv without the names of its groups: order year, time, delivered. */
struct lags {
    struct lifetime *lifetimes;
    size_t *groups; /* 0 aircraft, 1 ships */
    size_t n;
};

/* The groups are texts, which a table of numbers does not hold. */
static size_t *groups_of(size_t n)
{
    char path[1000], line[200];
    size_t *groups = calloc(n, sizeof *groups);
    snprintf(path, sizeof path, "%s/references/lags.csv", tap_shared());
    FILE *in = fopen(path, "r");
    for (size_t i = 0; in && fgets(line, sizeof line, in); i++) {
        if (i > 0 && i <= n)
            groups[i - 1] = strstr(line, "ships") != NULL;
    }
    if (in)
        fclose(in);
    return groups;
}

static bool load_lags(struct lags *lags)
{
    struct fixture_table table;
    if (!fixture_table(&table, "lags.csv"))
        return false;
    lags->n = table.rows;
    lags->lifetimes = calloc(table.rows, sizeof *lags->lifetimes);
    for (size_t i = 0; i < table.rows; i++) {
        const double *row = &table.cells[i * table.columns];
        lags->lifetimes[i] = (struct lifetime){row[2], row[3] > 0};
    }
    lags->groups = groups_of(table.rows);
    fixture_table_done(&table);
    return true;
}

static void lags_done(struct lags *lags)
{
    free(lags->lifetimes);
    free(lags->groups);
}

static const char *path_of(const char *curve, const char *what, size_t i)
{
    static char path[200];
    snprintf(path, sizeof path, "%s.%s.%zu", curve, what, i);
    return path;
}

static void check_curve(json_t *root, const char *name,
                        const struct survival *survival,
                        enum survival_scale scale)
{
    char path[200];
    for (size_t i = 0; i < survival->count; i++) {
        const struct survival_step *step = &survival->steps[i];
        struct survival_limits limits = survival_limits(step, scale, 0.95);
        CHECK_NEAR(root, path_of(name, "time", i), step->time, 0);
        CHECK_NEAR(root, path_of(name, "n_risk", i), (double)step->at_risk, 0);
        CHECK_NEAR(root, path_of(name, "n_event", i), (double)step->events, 0);
        CHECK_NEAR(root, path_of(name, "n_censor", i), (double)step->censored,
                   0);
        CHECK_NEAR(root, path_of(name, "surv", i), step->survival, TOLERANCE);
        CHECK_ESTIMATE(root, path_of(name, "std_err_greenwood", i), step->error,
                       TOLERANCE);
        CHECK_ESTIMATE(root, path_of(name, "lower", i), limits.low, TOLERANCE);
        CHECK_ESTIMATE(root, path_of(name, "upper", i), limits.high, TOLERANCE);
    }
    struct survival_limits median =
        survival_quantile_limits(survival, 0.5, scale, 0.95);
    snprintf(path, sizeof path, "%s.median_lo", name);
    CHECK_ESTIMATE(root, path, median.low, TOLERANCE);
    snprintf(path, sizeof path, "%s.median_up", name);
    CHECK_ESTIMATE(root, path, median.high, TOLERANCE);
}

static void test_curves(void)
{
    json_t *root = fixture_load("survival.json");
    struct lags lags;
    if (!root || !load_lags(&lags))
        return;
    struct arena arena;
    arena_init(&arena);
    struct survival survival = survival_of(lags.lifetimes, lags.n, &arena);
    CU_ASSERT_EQUAL(survival.count,
                    json_array_size(fixture_at(root, "all_loglog.time")));
    check_curve(root, "all_loglog", &survival, SURVIVAL_LOG_LOG);
    check_curve(root, "all_log", &survival, SURVIVAL_LOG);
    check_curve(root, "all_plain", &survival, SURVIVAL_PLAIN);
    for (size_t i = 0; i < survival.count; i++) {
        char path[200];
        snprintf(path, sizeof path, "nelson_aalen_cumhaz.%zu", i);
        CHECK_NEAR(root, path, survival.steps[i].hazard, TOLERANCE);
    }
    arena_done(&arena);
    lags_done(&lags);
    json_decref(root);
}

/* R takes the middle where the curve meets the share: told beside ours. */
static void test_quantiles(void)
{
    json_t *root = fixture_load("survival.json");
    struct lags lags;
    struct estimate middle;
    if (!root || !load_lags(&lags))
        return;
    struct arena arena;
    arena_init(&arena);
    struct survival survival = survival_of(lags.lifetimes, lags.n, &arena);
    struct estimate quarter = survival_quantile(&survival, 0.25, &middle);
    CHECK_ESTIMATE(root, "all_loglog.q25", middle, TOLERANCE);
    CHECK_CLOSE(quarter.value, 1, 0);
    struct estimate half = survival_quantile(&survival, 0.5, &middle);
    CHECK_ESTIMATE(root, "all_loglog.median", half, TOLERANCE);
    CHECK_CLOSE(middle.value, half.value, 0);
    CHECK_ESTIMATE(root, "all_loglog.q75",
                   survival_quantile(&survival, 0.75, NULL), TOLERANCE);
    struct restricted_mean mean = survival_mean(&survival, 10);
    CHECK_ESTIMATE(root, "rmst_10.rmst", mean.mean, TOLERANCE);
    CHECK_ESTIMATE(root, "rmst_10.se", mean.error, TOLERANCE);
    arena_done(&arena);
    lags_done(&lags);
    json_decref(root);
}

static void test_log_rank(void)
{
    json_t *root = fixture_load("survival.json");
    struct lags lags;
    double observed[2], expected[2];
    if (!root || !load_lags(&lags))
        return;
    struct log_rank test = log_rank_test(lags.lifetimes, lags.groups, lags.n, 2,
                                         observed, expected);
    CHECK_ESTIMATE(root, "logrank.chi2", test.chi2, TOLERANCE);
    CHECK_ESTIMATE(root, "logrank.p", test.p, TOLERANCE);
    CHECK_NEAR(root, "logrank.df", (double)test.df, 0);
    for (size_t i = 0; i < 2; i++) {
        char path[200];
        snprintf(path, sizeof path, "logrank.observed.%zu", i);
        CHECK_NEAR(root, path, observed[i], TOLERANCE);
        snprintf(path, sizeof path, "logrank.expected.%zu", i);
        CHECK_NEAR(root, path, expected[i], TOLERANCE);
    }
    lags_done(&lags);
    json_decref(root);
}

static size_t load_aml(json_t *root, struct lifetime *lifetimes, size_t most)
{
    json_t *times = fixture_at(root, "aml_maintained.input.time");
    json_t *status = fixture_at(root, "aml_maintained.input.status");
    size_t n = json_array_size(times);
    for (size_t i = 0; i < n && i < most; i++)
        lifetimes[i] =
            (struct lifetime){json_number_value(json_array_get(times, i)),
                              json_number_value(json_array_get(status, i)) > 0};
    return n < most ? n : most;
}

static void test_aml(void)
{
    json_t *root = fixture_load("survival.json");
    struct lifetime lifetimes[64];
    if (!root)
        return;
    struct arena arena;
    arena_init(&arena);
    size_t n = load_aml(root, lifetimes, 64);
    struct survival survival = survival_of(lifetimes, n, &arena);
    CU_ASSERT_EQUAL(survival.count,
                    json_array_size(fixture_at(root, "aml_maintained.time")));
    for (size_t i = 0; i < survival.count; i++) {
        const struct survival_step *step = &survival.steps[i];
        struct survival_limits limits =
            survival_limits(step, SURVIVAL_LOG_LOG, 0.95);
        CHECK_NEAR(root, path_of("aml_maintained", "time", i), step->time, 0);
        CHECK_NEAR(root, path_of("aml_maintained", "surv", i), step->survival,
                   TOLERANCE);
        CHECK_ESTIMATE(root, path_of("aml_maintained", "se", i), step->error,
                       TOLERANCE);
        CHECK_ESTIMATE(root, path_of("aml_maintained", "lower", i), limits.low,
                       TOLERANCE);
        CHECK_ESTIMATE(root, path_of("aml_maintained", "upper", i), limits.high,
                       TOLERANCE);
    }
    arena_done(&arena);
    json_decref(root);
}

/* Without censoring the curve is the share that is left, and its mean to the
 * last time the plain mean. */
static void test_uncensored(void)
{
    static const struct lifetime lifetimes[] = {
        {3, true}, {0, true}, {7, true}, {3, true}, {2, true}};
    struct arena arena;
    arena_init(&arena);
    struct survival survival = survival_of(lifetimes, 5, &arena);
    CU_ASSERT_EQUAL(survival.count, 4);
    CHECK_CLOSE(survival_at(&survival, 0).value, 0.8, 1e-15);
    CHECK_CLOSE(survival_at(&survival, 2.5).value, 0.6, 1e-15);
    CHECK_CLOSE(survival_at(&survival, 99).value, 0, 0);
    CHECK_CLOSE(survival_mean(&survival, 7).mean.value, 3, 1e-15);
    CHECK_CLOSE(survival_mean(&survival, 99).mean.value, 3, 1e-15);
    CHECK_CLOSE(survival_quantile(&survival, 0.5, NULL).value, 3, 0);
    arena_done(&arena);
}

static void test_edges(void)
{
    static const struct lifetime open[] = {
        {4, false}, {1, true}, {4, false}, {4, false}};
    static const size_t groups[] = {0, 0, 0, 0};
    struct arena arena;
    arena_init(&arena);
    struct survival none = survival_of(NULL, 0, &arena);
    CU_ASSERT_EQUAL(none.count, 0);
    CU_ASSERT_EQUAL(survival_quantile(&none, 0.5, NULL).undefined,
                    UNDEFINED_NO_DATA);
    CU_ASSERT_EQUAL(survival_mean(&none, 5).mean.undefined, UNDEFINED_NO_DATA);
    struct survival survival = survival_of(open, 4, &arena);
    CU_ASSERT_EQUAL(survival_quantile(&survival, 0.5, NULL).undefined,
                    UNDEFINED_NOT_REACHED);
    CHECK_CLOSE(survival_quantile(&survival, 0.25, NULL).value, 1, 0);
    CHECK_CLOSE(survival_at(&survival, 4).value, 0.75, 1e-15);
    CU_ASSERT_EQUAL(survival_at(&survival, 5).undefined, UNDEFINED_NOT_REACHED);
    CU_ASSERT_EQUAL(survival_mean(&survival, 5).mean.undefined,
                    UNDEFINED_NOT_REACHED);
    CHECK_CLOSE(survival_mean(&survival, 4).mean.value, 3.25, 1e-15);
    CHECK_CLOSE(survival_mean(&survival, 0.5).mean.value, 0.5, 1e-15);
    struct log_rank test = log_rank_test(open, groups, 4, 1, NULL, NULL);
    CU_ASSERT_EQUAL(test.chi2.undefined, UNDEFINED_N_TOO_SMALL);
    arena_done(&arena);
}

/* Rows in another order, and groups under other numbers. */
static void test_order(void)
{
    enum { N = 60, GROUPS = 4 };
    struct lifetime lifetimes[N], shuffled[N];
    size_t groups[N], renamed[N];
    for (size_t i = 0; i < N; i++) {
        lifetimes[i] = (struct lifetime){(double)(i * 37 % 11), i % 5 != 0};
        groups[i] = i * 7 % GROUPS;
    }
    for (size_t i = 0; i < N; i++) {
        size_t from = (i * 23 + 5) % N;
        shuffled[i] = lifetimes[from];
        renamed[i] = GROUPS - 1 - groups[from];
    }
    struct log_rank a = log_rank_test(lifetimes, groups, N, GROUPS, NULL, NULL);
    struct log_rank b = log_rank_test(shuffled, renamed, N, GROUPS, NULL, NULL);
    CU_ASSERT_EQUAL(a.df, GROUPS - 1);
    CU_ASSERT(estimate_is(a.chi2) && a.chi2.value > 0);
    CHECK_CLOSE(b.chi2.value, a.chi2.value, 1e-12);
    struct arena arena;
    arena_init(&arena);
    struct survival one = survival_of(lifetimes, N, &arena);
    struct survival two = survival_of(shuffled, N, &arena);
    CU_ASSERT_EQUAL(one.count, two.count);
    for (size_t i = 0; i < one.count && i < two.count; i++)
        CU_ASSERT_EQUAL(one.steps[i].survival, two.steps[i].survival);
    arena_done(&arena);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"curves, errors and intervals are R's", test_curves},
        {"quantiles and restricted mean", test_quantiles},
        {"log-rank test", test_log_rank},
        {"the classic AML data", test_aml},
        {"without censoring", test_uncensored},
        {"nobody, nobody left, not reached", test_edges},
        {"order of rows and groups", test_order},
    };
    gsl_begin();
    return TAP_RUN("survival", cases);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Laws of ranks, draws and joint sets against reference values: quadrature and
 * a second Mersenne twister of independent programs. */
#include <config.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "stat/rank_draws.h"
#include "stat/rank_law.h"
#include "tap.h"

/* The ten of rank_ci_input.csv, A to J. */
struct ten {
    struct fixture_table table;
    double *values;
    double *errors;
};

static bool ten_load(struct ten *ten)
{
    if (!fixture_table(&ten->table, "rank_ci_input.csv"))
        return false;
    ten->values = fixture_column(&ten->table, 1);
    ten->errors = fixture_column(&ten->table, 3);
    CU_ASSERT_EQUAL_FATAL(ten->table.rows, 10);
    return true;
}

static void ten_done(struct ten *ten)
{
    fixture_table_done(&ten->table);
    free(ten->values);
    free(ten->errors);
}

static const char *path_of(char path[64], const char *group, size_t i,
                           const char *rest)
{
    snprintf(path, 64, "%s.%c%s", group, (int)('A' + i), rest);
    return path;
}

static void test_law(void)
{
    struct ten ten;
    char path[64];
    json_t *root = fixture_load("rank_exact.json");
    if (!root || !ten_load(&ten))
        return;
    for (size_t i = 0; i < 10; i++) {
        double law[10];
        rank_law(ten.values, ten.errors, 10, i, law);
        for (size_t r = 0; r < 10; r++) {
            char rest[16];
            snprintf(rest, sizeof rest, ".%zu", r);
            CHECK_NEAR(root, path_of(path, "lognormal_rank_pmf", i, rest),
                       law[r], 1e-9);
        }
        struct rank_summary summary = rank_summarise(law, 10, 1, 0.95);
        CHECK_NEAR(root, path_of(path, "lognormal_interval95", i, ".0"),
                   (double)summary.best, 0);
        CHECK_NEAR(root, path_of(path, "lognormal_interval95", i, ".1"),
                   (double)summary.worst, 0);
    }
    ten_done(&ten);
    json_decref(root);
}

/* Every law sums up to 1, and so do the laws of all for one rank. */
static void test_law_sums(void)
{
    double values[60], errors[60], laws[60][60];
    for (size_t i = 0; i < 60; i++) {
        values[i] = i < 57 ? 1000 * pow(0.93, (double)i) : 0;
        errors[i] = i % 3 ? 0.2 : 0.05;
    }
    for (size_t i = 0; i < 60; i++)
        rank_law(values, errors, 60, i, laws[i]);
    for (size_t i = 0; i < 60; i++) {
        double row = 0, column = 0;
        for (size_t j = 0; j < 60; j++) {
            row += laws[i][j];
            column += laws[j][i];
        }
        CHECK_CLOSE(row, 1, 1e-9);
        /* Three with nothing share rank 58. */
        CHECK_CLOSE(column, i < 57 ? 1 : i == 57 ? 3 : 0, 1e-8);
    }
}

static void test_two(void)
{
    const double values[] = {120, 100};
    const double errors[] = {0.1, 0.2};
    double law[2];
    rank_law(values, errors, 2, 0, law);
    /* P(Z > (ln 100 - ln 120) / sqrt(0.05)), and erfc of the C library. */
    double z = log(100.0 / 120.0) / sqrt(0.05);
    CHECK_CLOSE(law[0], 0.5 * erfc(z / sqrt(2)), 1e-12);
    rank_law(values, errors, 1, 0, law);
    CHECK_CLOSE(law[0], 1, 1e-12);
}

static void test_summary(void)
{
    const double draws[] = {25, 950, 24, 1};
    struct rank_summary summary = rank_summarise(draws, 4, 1000, 0.95);
    CU_ASSERT_EQUAL(summary.best, 1);
    CU_ASSERT_EQUAL(summary.worst, 2);
    CU_ASSERT_EQUAL(summary.modal, 2);
    CHECK_CLOSE(summary.mean, 2.001, 1e-12);
    CHECK_CLOSE(summary.first, 0.025, 1e-12);
    CHECK_CLOSE(summary.top5, 1, 1e-12);
    const double even[] = {0.5, 0.5};
    CU_ASSERT_EQUAL(rank_summarise(even, 2, 1, 0.95).modal, 1);
}

/* Counts of the program against those of the reference, to the last one. */
static void check_counts(json_t *root, const char *path,
                         const struct rank_counts *counts, size_t which)
{
    struct rank_summary summary = rank_summarise(
        counts->counts + which * counts->count, counts->count, 10000, 0.95);
    char end[96];
    for (size_t r = 0; r < counts->count; r++) {
        snprintf(end, sizeof end, "%s.counts.%zu", path, r);
        CHECK_NEAR(root, end, counts->counts[which * counts->count + r], 0);
    }
    snprintf(end, sizeof end, "%s.lo", path);
    CHECK_NEAR(root, end, (double)summary.best, 0);
    snprintf(end, sizeof end, "%s.hi", path);
    CHECK_NEAR(root, end, (double)summary.worst, 0);
    snprintf(end, sizeof end, "%s.modal", path);
    CHECK_NEAR(root, end, (double)summary.modal, 0);
    snprintf(end, sizeof end, "%s.mean", path);
    CHECK_NEAR(root, end, summary.mean, 1e-12);
}

static void test_draw_errors(void)
{
    struct ten ten;
    struct rank_part parts[10];
    char path[64];
    json_t *root = fixture_load("rank_boot_gsl.json");
    if (!root || !ten_load(&ten))
        return;
    struct rank_counts counts = rank_counts_new(10);
    for (size_t i = 0; i < 10; i++)
        parts[i] = (struct rank_part){i, i, ten.values[i]};
    rank_draw_errors(&counts, parts, 10, ten.errors, 10, 10000, 12345);
    for (size_t i = 0; i < 10; i++)
        check_counts(root, path_of(path, "estimate_lognormal.items", i, ""),
                     &counts, i);
    rank_counts_free(&counts);
    ten_done(&ten);
    json_decref(root);
}

/* Exporters E01 to E08 of arms_synth.csv in the last five years: their rows,
 * one exporter after the other, in the order of the file. */
static size_t synth_rows(double *rows, size_t first[9])
{
    char path[4096];
    snprintf(path, sizeof path, "%s/references/arms_synth.csv", tap_shared());
    size_t count = 0;
    for (int exporter = 1; exporter <= 8; exporter++) {
        char line[256];
        FILE *in = fopen(path, "r");
        first[exporter - 1] = count;
        CU_ASSERT_PTR_NOT_NULL_FATAL(in);
        while (fgets(line, sizeof line, in)) {
            int who, year;
            double value;
            if (sscanf(line, "E%d,%*[^,],%d,%*[^,],%lf", &who, &year, &value) ==
                    3 &&
                who == exporter && year >= 2020 && year <= 2024)
                rows[count++] = value;
        }
        fclose(in);
    }
    first[8] = count;
    return count;
}

static void test_draw_rows(void)
{
    static double rows[2000];
    size_t first[9];
    char path[64];
    json_t *root = fixture_load("rank_boot_gsl.json");
    if (!root)
        return;
    CU_ASSERT_TRUE_FATAL(synth_rows(rows, first) > 100);
    struct rank_counts counts = rank_counts_new(8);
    rank_draw_rows(&counts, rows, first, 10000, 12345);
    for (size_t i = 0; i < 8; i++) {
        snprintf(path, sizeof path, "deal_bootstrap_stratified.items.E%02zu",
                 i + 1);
        check_counts(root, path, &counts, i);
    }
    rank_counts_free(&counts);
    json_decref(root);
}

/* With one error for both, the larger is the larger in every draw; nothing has
 * no rank to lose. */
static void test_shared_error(void)
{
    const double errors[] = {0.5};
    const struct rank_part parts[] = {{0, 0, 10}, {1, 0, 9}};
    struct rank_counts counts = rank_counts_new(3);
    rank_draw_errors(&counts, parts, 2, errors, 1, 500, 1);
    CHECK_CLOSE(counts.counts[0], 500, 0);
    CHECK_CLOSE(counts.counts[3 + 1], 500, 0);
    CHECK_CLOSE(counts.counts[6 + 2], 500, 0);
    rank_counts_free(&counts);
}

static void test_joint_sets(void)
{
    struct ten ten;
    char path[64];
    size_t best[10], worst[10];
    json_t *root = fixture_load("rank_confidence_sets.json");
    if (!root || !ten_load(&ten))
        return;
    /* The tenth has nothing: it is no further comparison. */
    double z = rank_joint_sets(ten.values, ten.errors, 10, 0.95, best, worst);
    CHECK_NEAR(root, "klein_independent.z", z, 1e-10);
    for (size_t i = 0; i < 9; i++) {
        snprintf(path, sizeof path, "klein_independent.best.%zu", i);
        CHECK_NEAR(root, path, (double)best[i], 0);
        snprintf(path, sizeof path, "klein_independent.worst.%zu", i);
        CHECK_NEAR(root, path, (double)worst[i], 0);
    }
    CU_ASSERT_EQUAL(best[9], 10);
    CU_ASSERT_EQUAL(worst[9], 10);
    ten_done(&ten);
    json_decref(root);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"law by quadrature", test_law},
        {"laws of all ranks sum up to one", test_law_sums},
        {"law of two and of one", test_two},
        {"interval, likeliest, mean", test_summary},
        {"draws of errors, to the last count", test_draw_errors},
        {"draws of rows, to the last count", test_draw_rows},
        {"one error for two", test_shared_error},
        {"sets that hold for all at once", test_joint_sets},
    };
    return TAP_RUN("rank_law", cases);
}

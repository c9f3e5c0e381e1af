/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Indices of concentration and inequality: reference values of independent
 * software (R, CRAN ineq), values worked out by hand, and identities. */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "stat/concentration.h"
#include "stat/decomposition.h"
#include "stat/inequality.h"
#include "tap.h"

#define TOLERANCE 1e-12
#define MOST ((size_t)64)

static size_t take_numbers(json_t *list, double *values)
{
    size_t count = json_array_size(list);
    CU_ASSERT_FATAL(count <= MOST);
    for (size_t i = 0; i < count; i++)
        values[i] = json_number_value(json_array_get(list, i));
    return count;
}

static void check_concentration(json_t *set, const struct units *units)
{
    struct estimate hhi = concentration_hhi(units);
    struct estimate shannon = concentration_shannon(units);
    CHECK_ESTIMATE(set, "hhi", hhi, TOLERANCE);
    CHECK_ESTIMATE(set, "hhi_normalised_active",
                   concentration_normalised(hhi, units->active), TOLERANCE);
    CHECK_ESTIMATE(set, "hhi_normalised_all",
                   concentration_normalised(hhi, units->count), TOLERANCE);
    CHECK_ESTIMATE(set, "effective_number_hhi", concentration_hill(units, 2),
                   TOLERANCE);
    CHECK_ESTIMATE(set, "cr1", concentration_largest(units, 1), TOLERANCE);
    CHECK_ESTIMATE(set, "cr3", concentration_largest(units, 3), TOLERANCE);
    CHECK_ESTIMATE(set, "cr4", concentration_largest(units, 4), TOLERANCE);
    CHECK_ESTIMATE(set, "cr5", concentration_largest(units, 5), TOLERANCE);
    CHECK_ESTIMATE(set, "cr10", concentration_largest(units, 10), TOLERANCE);
    CHECK_ESTIMATE(set, "shannon_nats", shannon, TOLERANCE);
    CHECK_NEAR(set, "shannon_bits", shannon.value / log(2), TOLERANCE);
    CHECK_ESTIMATE(set, "shannon_evenness_active",
                   concentration_evenness(units), TOLERANCE);
    CHECK_ESTIMATE(set, "effective_number_shannon",
                   concentration_hill(units, 1), TOLERANCE);
    CHECK_ESTIMATE(set, "hill_0", concentration_hill(units, 0), TOLERANCE);
    CHECK_ESTIMATE(set, "hill_inf", concentration_hill(units, INFINITY),
                   TOLERANCE);
    CHECK_ESTIMATE(set, "hall_tideman", concentration_hall_tideman(units),
                   TOLERANCE);
}

static void check_inequality(json_t *set, const struct units *units)
{
    CHECK_ESTIMATE(set, "gini", inequality_gini(units), TOLERANCE);
    CHECK_ESTIMATE(set, "gini_corrected", inequality_gini_corrected(units),
                   TOLERANCE);
    CHECK_ESTIMATE(set, "theil_T", inequality_theil_t(units), TOLERANCE);
    CHECK_ESTIMATE(set, "theil_T_normalised",
                   inequality_theil_t_normalised(units), TOLERANCE);
    CHECK_ESTIMATE(set, "theil_L_mld", inequality_theil_l(units), TOLERANCE);
    CHECK_ESTIMATE(set, "cv_population", inequality_cv(units), TOLERANCE);
    json_t *atkinson = json_object_get(set, "atkinson_0.5");
    CHECK_CLOSE(inequality_atkinson(units, 0.5).value,
                json_number_value(atkinson), TOLERANCE);
}

static void check_lorenz(json_t *set, const struct units *units)
{
    double shares[MOST + 1];
    double wanted[MOST + 1];
    size_t count = take_numbers(fixture_at(set, "lorenz.L"), wanted);
    CU_ASSERT_EQUAL_FATAL(count, units->count + 1);
    inequality_lorenz(units, shares);
    for (size_t i = 0; i < count; i++)
        CHECK_CLOSE(shares[i], wanted[i], TOLERANCE);
}

static void test_reference(void)
{
    json_t *root = fixture_load("concentration.json");
    const char *name;
    json_t *set;
    size_t sets = 0;
    if (!root)
        return;
    json_object_foreach(json_object_get(root, "indices"), name, set)
    {
        double values[MOST];
        struct units units;
        if (!json_object_get(set, "x"))
            continue;
        size_t count = take_numbers(json_object_get(set, "x"), values);
        units_init(&units, values, count);
        CHECK_NEAR(set, "n_active", (double)units.active, 0);
        CHECK_NEAR(set, "total", units.total, TOLERANCE);
        check_concentration(set, &units);
        check_inequality(set, &units);
        check_lorenz(set, &units);
        units_done(&units);
        sets++;
    }
    CU_ASSERT_EQUAL(sets, 11);
    json_decref(root);
}

static void test_reference_change(void)
{
    json_t *root = fixture_load("concentration.json");
    double before[MOST];
    double now[MOST];
    double wanted[MOST];
    if (!root)
        return;
    json_t *set = fixture_at(root, "indices.hhi_change");
    size_t count = take_numbers(json_object_get(set, "s0"), before);
    CU_ASSERT_EQUAL_FATAL(take_numbers(json_object_get(set, "s1"), now), count);
    take_numbers(json_object_get(set, "contributions"), wanted);
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        double part = concentration_contribution(before[i], now[i]);
        CHECK_CLOSE(part, wanted[i], TOLERANCE);
        sum += part;
    }
    CHECK_CLOSE(sum,
                json_number_value(json_object_get(set, "hhi1")) -
                    json_number_value(json_object_get(set, "hhi0")),
                TOLERANCE);
    json_decref(root);
}

static size_t group_number(json_t *names, const char *name)
{
    size_t i = 0;
    while (i < json_array_size(names) &&
           strcmp(json_string_value(json_array_get(names, i)), name) != 0)
        i++;
    return i;
}

static void check_group(json_t *set, const char *name,
                        const struct theil_group *part,
                        const struct theil_group *whole)
{
    char path[64];
    snprintf(path, sizeof path, "T_group.%s", name);
    CHECK_ESTIMATE(set, path, part->t.index, TOLERANCE);
    snprintf(path, sizeof path, "L_group.%s", name);
    CHECK_ESTIMATE(set, path, part->l.index, TOLERANCE);
    snprintf(path, sizeof path, "T_weights_value_share.%s", name);
    CHECK_NEAR(set, path, part->total / whole->total, TOLERANCE);
    snprintf(path, sizeof path, "L_weights_pop_share.%s", name);
    CHECK_NEAR(set, path, (double)part->count / (double)whole->count,
               TOLERANCE);
}

static void test_reference_groups(void)
{
    json_t *root = fixture_load("concentration.json");
    double values[MOST];
    size_t groups[MOST];
    struct theil_group parts[MOST];
    struct theil_group whole;
    if (!root)
        return;
    json_t *set = json_object_get(root, "theil_decomposition");
    json_t *names = json_object_get(set, "groups");
    size_t count = take_numbers(json_object_get(set, "x"), values);
    size_t group_count = json_array_size(names);
    for (size_t i = 0; i < count; i++) {
        json_t *own = json_array_get(json_object_get(set, "group"), i);
        groups[i] = group_number(names, json_string_value(own));
    }
    decomposition_theil(values, groups, count, group_count, parts, &whole);
    CHECK_ESTIMATE(set, "T_total", whole.t.index, TOLERANCE);
    CHECK_ESTIMATE(set, "T_within", whole.t.within, TOLERANCE);
    CHECK_ESTIMATE(set, "T_between", whole.t.between, TOLERANCE);
    CHECK_ESTIMATE(set, "L_total", whole.l.index, TOLERANCE);
    CHECK_ESTIMATE(set, "L_within", whole.l.within, TOLERANCE);
    CHECK_ESTIMATE(set, "L_between", whole.l.between, TOLERANCE);
    for (size_t i = 0; i < group_count; i++)
        check_group(set, json_string_value(json_array_get(names, i)), &parts[i],
                    &whole);
    json_decref(root);
}

/* Shares 1/2, 1/4, 1/8, 1/8: all of it can be worked out on paper. */
static void test_by_hand(void)
{
    static const double values[] = {1, 4, 2, 1};
    double lorenz[5];
    struct units units;
    units_init(&units, values, 4);
    CHECK_CLOSE(concentration_hhi(&units).value, 22.0 / 64, 1e-15);
    CHECK_CLOSE(concentration_hill(&units, 2).value, 64.0 / 22, 1e-15);
    CHECK_CLOSE(concentration_shannon(&units).value, 1.75 * log(2), 1e-15);
    CHECK_CLOSE(concentration_hill(&units, 1).value, pow(2, 1.75), 1e-15);
    CHECK_CLOSE(concentration_largest(&units, 3).value, 0.875, 1e-15);
    CHECK_CLOSE(concentration_hall_tideman(&units).value, 1 / 2.75, 1e-15);
    CHECK_CLOSE(inequality_gini(&units).value, 10.0 / 32, 1e-15);
    CHECK_CLOSE(inequality_theil_t(&units).value, 0.25 * log(2), 1e-15);
    CHECK_CLOSE(inequality_theil_l(&units).value, 0.25 * log(2), 1e-15);
    CHECK_CLOSE(inequality_cv(&units).value, sqrt(6.0 / 16), 1e-15);
    CHECK_CLOSE(inequality_atkinson(&units, 1).value, 1 - pow(2, -0.25), 1e-15);
    inequality_lorenz(&units, lorenz);
    CHECK_CLOSE(lorenz[3], 0.5, 0);
    units_done(&units);
}

static void test_one_and_none(void)
{
    static const double none[] = {0, 0};
    static const double one[] = {7};
    struct units units;
    units_init(&units, none, 2);
    CU_ASSERT_EQUAL(concentration_hhi(&units).undefined, UNDEFINED_ZERO_BASE);
    CU_ASSERT_EQUAL(inequality_gini(&units).undefined, UNDEFINED_ZERO_BASE);
    units_done(&units);
    units_init(&units, none, 0);
    CU_ASSERT_EQUAL(concentration_hhi(&units).undefined, UNDEFINED_NO_DATA);
    CU_ASSERT_EQUAL(inequality_theil_t(&units).undefined, UNDEFINED_NO_DATA);
    units_done(&units);
    units_init(&units, one, 1);
    CHECK_CLOSE(concentration_hhi(&units).value, 1, 0);
    CU_ASSERT_EQUAL(
        concentration_normalised(concentration_hhi(&units), 1).undefined,
        UNDEFINED_N_TOO_SMALL);
    CU_ASSERT_EQUAL(concentration_evenness(&units).undefined,
                    UNDEFINED_N_TOO_SMALL);
    CU_ASSERT_EQUAL(inequality_gini_corrected(&units).undefined,
                    UNDEFINED_N_TOO_SMALL);
    CHECK_CLOSE(inequality_gini(&units).value, 0, 0);
    units_done(&units);
}

/* A series that is not in the references: deterministic, with ties, zeros and
 * six orders of magnitude. */
static size_t invent(double *values, size_t *groups)
{
    unsigned state = 20240311;
    for (size_t i = 0; i < MOST; i++) {
        state = state * 1103515245u + 12345u;
        unsigned draw = (state >> 8) % 1000;
        values[i] = draw < 100 ? 0 : exp((double)(draw / 10) / 7);
        groups[i] = draw % 5;
    }
    return MOST;
}

/* Gini as the mean difference of all pairs by twice the mean. */
static double gini_of_pairs(const double *values, size_t count)
{
    double differences = 0;
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += values[i];
        for (size_t j = 0; j < count; j++)
            differences += fabs(values[i] - values[j]);
    }
    return differences / (2 * (double)count * sum);
}

static void test_identities(void)
{
    double values[MOST];
    size_t groups[MOST];
    double equal[MOST];
    struct units units;
    size_t count = invent(values, groups);
    units_init(&units, values, count);
    CU_ASSERT(units.active < units.count);
    CHECK_CLOSE(inequality_gini(&units).value, gini_of_pairs(values, count),
                TOLERANCE);
    double cv = inequality_cv(&units).value;
    CHECK_CLOSE(concentration_hhi(&units).value, (1 + cv * cv) / (double)count,
                TOLERANCE);
    CHECK_CLOSE(inequality_theil_t(&units).value,
                log((double)count) - concentration_shannon(&units).value,
                TOLERANCE);
    double gini = inequality_gini(&units).value;
    CHECK_CLOSE(concentration_hall_tideman(&units).value,
                1 / ((double)count * (1 - gini)), TOLERANCE);
    units_done(&units);
    for (size_t i = 0; i < MOST; i++)
        equal[i] = 0.1;
    for (size_t n = 1; n <= MOST; n++) {
        units_init(&units, equal, n);
        CHECK_CLOSE(concentration_hill(&units, 2).value, (double)n, TOLERANCE);
        CHECK_CLOSE(concentration_hill(&units, 1).value, (double)n, TOLERANCE);
        CHECK_CLOSE(inequality_theil_t(&units).value, 0, TOLERANCE);
        units_done(&units);
    }
}

static void test_groups_add_up(void)
{
    double values[MOST];
    size_t groups[MOST];
    struct theil_group parts[6]; /* the last one has no unit */
    struct theil_group whole;
    size_t count = invent(values, groups);
    decomposition_theil(values, groups, count, 6, parts, &whole);
    CHECK_CLOSE(whole.t.within.value + whole.t.between.value,
                whole.t.index.value, TOLERANCE);
    CU_ASSERT_EQUAL(whole.l.index.undefined, UNDEFINED_NONPOSITIVE);
    CU_ASSERT_EQUAL(whole.l.between.undefined, UNDEFINED_NONPOSITIVE);
    CU_ASSERT_EQUAL(parts[5].count, 0);
    CU_ASSERT_EQUAL(parts[5].t.index.undefined, UNDEFINED_NO_DATA);
    for (size_t i = 0; i < count; i++)
        values[i] += 0.25;
    decomposition_theil(values, groups, count, 6, parts, &whole);
    CHECK_CLOSE(whole.l.within.value + whole.l.between.value,
                whole.l.index.value, TOLERANCE);
    double between = 0;
    for (size_t i = 0; i < 5; i++)
        between += parts[i].l.between.value;
    CHECK_CLOSE(between, whole.l.between.value, TOLERANCE);
}

/* Groups equal in themselves: all is between. One group: nothing is. */
static void test_groups_edges(void)
{
    static const double values[] = {3, 3, 9, 9, 9, 0};
    static const size_t two[] = {0, 0, 1, 1, 1, 2};
    static const size_t one[] = {0, 0, 0, 0, 0, 0};
    struct theil_group parts[3];
    struct theil_group whole;
    decomposition_theil(values, two, 6, 3, parts, &whole);
    CHECK_CLOSE(whole.t.within.value, 0, 1e-15);
    CHECK_CLOSE(whole.t.between.value, whole.t.index.value, 1e-15);
    CU_ASSERT_EQUAL(parts[2].t.index.undefined, UNDEFINED_ZERO_BASE);
    CHECK_CLOSE(parts[2].t.between.value, 0, 0);
    decomposition_theil(values, one, 6, 1, parts, &whole);
    CHECK_CLOSE(whole.t.between.value, 0, 1e-15);
    decomposition_theil(values, one, 0, 1, parts, &whole);
    CU_ASSERT_EQUAL(whole.t.index.undefined, UNDEFINED_NO_DATA);
}

static void swap(double *values, size_t *groups, size_t a, size_t b)
{
    double value = values[a];
    size_t group = groups[a];
    values[a] = values[b];
    groups[a] = groups[b];
    values[b] = value;
    groups[b] = group;
}

static bool same_bits(struct estimate a, struct estimate b)
{
    return a.undefined == b.undefined &&
           memcmp(&a.value, &b.value, sizeof a.value) == 0;
}

static void test_order(void)
{
    double values[MOST];
    size_t groups[MOST];
    struct units units, shuffled;
    struct theil_group parts[5], others[5], whole, other;
    size_t count = invent(values, groups);
    units_init(&units, values, count);
    decomposition_theil(values, groups, count, 5, parts, &whole);
    for (size_t i = 0; i < count; i++)
        swap(values, groups, i, (i * 37 + 11) % count);
    units_init(&shuffled, values, count);
    decomposition_theil(values, groups, count, 5, others, &other);
    CU_ASSERT(
        same_bits(concentration_hhi(&units), concentration_hhi(&shuffled)));
    CU_ASSERT(same_bits(concentration_shannon(&units),
                        concentration_shannon(&shuffled)));
    CU_ASSERT(same_bits(inequality_gini(&units), inequality_gini(&shuffled)));
    CU_ASSERT(same_bits(inequality_cv(&units), inequality_cv(&shuffled)));
    CU_ASSERT(same_bits(whole.t.within, other.t.within));
    CU_ASSERT(same_bits(whole.t.between, other.t.between));
    for (size_t i = 0; i < 5; i++)
        CU_ASSERT(same_bits(parts[i].t.index, others[i].t.index));
    units_done(&units);
    units_done(&shuffled);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"all indices against R", test_reference},
        {"HHI change by unit against R", test_reference_change},
        {"Theil within and between against R", test_reference_groups},
        {"shares of a half, a quarter and two eighths", test_by_hand},
        {"one unit, none, and nothing", test_one_and_none},
        {"identities between indices", test_identities},
        {"groups add up", test_groups_add_up},
        {"equal groups, one group, empty groups", test_groups_edges},
        {"the order of units does not show", test_order},
    };
    return TAP_RUN("concentration", cases);
}

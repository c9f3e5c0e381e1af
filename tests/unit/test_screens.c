/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statistics of the screens: values far from their neighbours, sign test. */
#include <config.h>

#include "fixture.h"
#include "stat/gsl.h"
#include "stat/hampel.h"
#include "stat/sign_test.h"
#include "tap.h"

static void test_hampel(void)
{
    static const double values[] = {10, 12, 11, 13, 90, 12, 11, 10, 13};
    bool far[9];
    double medians[9];
    CU_ASSERT_EQUAL(hampel_far(values, 9, far, medians), 1);
    CU_ASSERT(far[4]);
    CHECK_CLOSE(medians[4], 12, 0);
    CHECK_CLOSE(medians[0], 11.5, 0); /* four values: none is judged */
}

static void test_hampel_edges(void)
{
    static const double same[] = {5, 5, 5, 50, 5, 5, 5};
    static const double few[] = {1, 2, 900, 3};
    bool far[7];
    double medians[7];
    CU_ASSERT_EQUAL(hampel_far(same, 7, far, medians), 0); /* MAD 0 */
    CU_ASSERT_EQUAL(hampel_far(few, 4, far, medians), 0);
    CU_ASSERT_EQUAL(hampel_far(NULL, 0, far, medians), 0);
}

static void test_sign(void)
{
    CU_ASSERT_EQUAL(sign_test(0, 0).undefined, UNDEFINED_NO_DATA);
    CHECK_CLOSE(sign_test(4, 0).value, 0.125, 1e-12);
    CHECK_CLOSE(sign_test(0, 4).value, 0.125, 1e-12);
    CHECK_CLOSE(sign_test(3, 3).value, 1, 1e-12);
    CHECK_CLOSE(sign_test(1, 5).value, 14.0 / 64, 1e-12);
}

static void test_revision(void)
{
    json_t *root = fixture_load("rank_share_small.json");
    if (!root)
        return;
    json_t *cells = fixture_at(root, "vintage_revision.old_new"), *pair;
    const char *year;
    uint64_t up = 0, down = 0;
    json_object_foreach(cells, year, pair)
    {
        double before = json_number_value(json_array_get(pair, 0));
        double after = json_number_value(json_array_get(pair, 1));
        if (json_is_null(json_array_get(pair, 1)))
            continue;
        up += after > before;
        down += after < before;
    }
    CHECK_NEAR(root, "vintage_revision.n_up", (double)up, 0);
    CHECK_NEAR(root, "vintage_revision.n_down", (double)down, 0);
    CHECK_ESTIMATE(root, "vintage_revision.sign_test_p_two_sided",
                   sign_test(up, down), 1e-12);
    json_decref(root);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"a value far from its neighbours", test_hampel},
        {"equal values, few, none", test_hampel_edges},
        {"sign test", test_sign},
        {"sign test of revisions", test_revision},
    };
    gsl_begin();
    return TAP_RUN("screens", cases);
}

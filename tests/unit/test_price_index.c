/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of price indices, and amounts at the prices of one year. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "tap.h"
#include "trade/price_index.h"

static bool parse(struct price_index *index, const char *text, struct err *err)
{
    *err = (struct err){0};
    return price_index_parse(index, "i.csv", str_from(text), err);
}

/* In millionths. */
static long long at_prices(const struct price_index *index, int year, int base,
                           amount value)
{
    CU_ASSERT(price_index_has(index, year) && price_index_has(index, base) &&
              price_index_apply(index, year, base, &value));
    return (long long)value;
}

static void test_table(void)
{
    static const char *const texts[] = {
        "2015,95\n2018,100\n",
        "\xef\xbb\xbfYear,CPI\r\n2018,100\r\n\r\n2015,95\r\n",
        "# CPI\nyear;index\n2015;95,0\n2018;100\n",
        "\"2015\"\t\"95\"\n2018\t100.000000\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct price_index index;
        struct err err;
        CU_ASSERT(parse(&index, texts[i], &err));
        CU_ASSERT_EQUAL(index.count, 2);
        CU_ASSERT_EQUAL(index.years.from, 2015);
        CU_ASSERT_EQUAL(index.years.to, 2018);
        CU_ASSERT(!price_index_has(&index, 2016));
        CU_ASSERT_EQUAL(at_prices(&index, 2015, 2018, 950 * AMOUNT_ONE),
                        1000000000);
    }
}

static void test_faults(void)
{
    static const struct {
        const char *text;
        const char *says;
    } cases[] = {
        {"2015,95\n2015,96\n", "i.csv:2: a year twice"},
        {"y,i\n2015,0\n", "i.csv:2: not a price index"},
        {"2015,1e2\n", "i.csv:1: not a price index"},
        {"2015,10000000\n", "i.csv:1: not a price index"},
        {"2015,\n", "i.csv:1: not a price index"},
        {"2015,95\nnext,96\n", "i.csv:2: not a year"},
        {"2015,95\n2016,9,6\n", "i.csv:2: more than two cells"},
        {"2015\n", "i.csv:1: not two cells"},
        {"\n# nothing\n", "i.csv: no year"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct price_index index;
        struct err err;
        CU_ASSERT(!parse(&index, cases[i].text, &err));
        CU_ASSERT_EQUAL(err.kind, ERR_DATA);
        if (strncmp(err.text, cases[i].says, strlen(cases[i].says)) != 0)
            CHECK_TEXT(err.text, cases[i].says);
    }
}

/* Half to even, on integers. */
static void test_rounding(void)
{
    struct price_index index;
    struct err err;
    CU_ASSERT(parse(&index, "2000,1\n2001,2\n2002,3\n", &err));
    CU_ASSERT_EQUAL(at_prices(&index, 2001, 2000, 5), 2);
    CU_ASSERT_EQUAL(at_prices(&index, 2001, 2000, 7), 4);
    CU_ASSERT_EQUAL(at_prices(&index, 2001, 2000, -5), -2);
    CU_ASSERT_EQUAL(at_prices(&index, 2002, 2000, 5), 2);
    CU_ASSERT_EQUAL(at_prices(&index, 2002, 2001, 4), 3);
    CU_ASSERT_EQUAL(at_prices(&index, 2002, 2000, 0), 0);
}

/* Twelve decimals of an index count. */
static void test_decimals(void)
{
    struct price_index index;
    struct err err;
    CU_ASSERT(
        parse(&index, "2000,0.000000000001\n2001,0.000000000003\n", &err));
    CU_ASSERT_EQUAL(at_prices(&index, 2000, 2001, AMOUNT_ONE), 3000000);
}

/* To the prices of one year, and those to the prices of another: as at once,
 * wherever the first does not have to round. */
static void test_rebasing(void)
{
    struct price_index index;
    struct err err;
    CU_ASSERT(parse(&index, "2015,95\n2016,96\n2017,98\n2018,100\n", &err));
    for (amount units = 1; units < 2000; units++) {
        amount nominal = units * 49 * 96 * AMOUNT_ONE;
        amount direct = nominal, twice = nominal;
        CU_ASSERT(price_index_apply(&index, 2016, 2015, &direct));
        CU_ASSERT(price_index_apply(&index, 2016, 2018, &twice));
        CU_ASSERT(price_index_apply(&index, 2018, 2015, &twice));
        CU_ASSERT(direct == twice);
    }
}

/* As large as a cube's sums, with the longest indices. */
static void test_large(void)
{
    struct price_index index;
    struct err err;
    amount largest = (amount)1000000000000000 * 1000000000000000;
    CU_ASSERT(parse(&index,
                    "2000,9999999.999999999999\n2001,9999999.999999999998\n"
                    "2002,0.000000000001\n",
                    &err));
    amount value = largest;
    CU_ASSERT(price_index_apply(&index, 2000, 2000, &value));
    CU_ASSERT(value == largest);
    CU_ASSERT(price_index_apply(&index, 2000, 2001, &value));
    CU_ASSERT(value == largest - largest / 10000000 / 1000000000000);
    value = largest;
    CU_ASSERT(!price_index_apply(&index, 2002, 2000, &value));
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"tables in every form", test_table},
        {"faults by line", test_faults},
        {"half to even", test_rounding},
        {"decimals of an index", test_decimals},
        {"rebasing is exact", test_rebasing},
        {"large amounts", test_large},
    };
    return TAP_RUN("price index", cases);
}

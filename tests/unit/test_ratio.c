/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ratios of src/base: the printing rule on integers, exact percentages,
 * differences. */
#include <config.h>

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/decimal.h"
#include "tap.h"

/* C has no literals past 64 bits. */
static amount big(const char *text)
{
    bool negative = *text == '-';
    amount value = 0;
    for (const char *at = text + negative; *at; at++)
        value = value * 10 + (negative ? '0' - *at : *at - '0');
    return value;
}

static void test_printing_rule(void)
{
    static const struct {
        const char *num, *den, *share, *change;
    } table[] = {
        {"4296", "10000", "43", "+43"},
        {"964", "10000", "9.6", "+9.6"},
        {"9949", "100000", "9.9", "+9.9"},
        {"995", "10000", "10", "+10"},
        {"994999", "10000000", "9.9", "+9.9"},
        {"996", "10000", "10", "+10"},
        {"0", "10000", "0.0", "0.0"},
        {"4", "10000", "<0.05", "0.0"},
        {"499999", "1000000000", "<0.05", "0.0"},
        {"5", "10000", "0.1", "+0.1"},
        {"-4", "10000", "0.0", "0.0"},
        {"-5", "10000", "-0.1", "-0.1"},
        {"-785", "10000", "-7.9", "-7.9"},
        {"-9949", "100000", "-9.9", "-9.9"},
        {"-995", "10000", "-10", "-10"},
        {"-635", "1000", "-64", "-64"},
        {"1545", "1000", "155", "+155"},
        {"105", "1000", "11", "+11"},
        {"995", "1000", "100", "+100"},
        {"1", "1", "100", "+100"},
        {"-1", "1", "-100", "-100"},
        {"1995", "1000", "200", "+200"},
        {"1138", "100", "1138", "+1138"},
        {"66330", "1000", "6633", "+6633"},
        {"999995", "1000", "100000", "+100000"},
        /* A product by 1000 would pass 128 bits; the halves are exact. */
        {"1989999999999999999999999999999999999",
         "20000000000000000000000000000000000000", "9.9", "+9.9"},
        {"1990000000000000000000000000000000000",
         "20000000000000000000000000000000000000", "10", "+10"},
        {"49999999999999999999999999999999999",
         "100000000000000000000000000000000000000", "<0.05", "0.0"},
        {"50000000000000000000000000000000000",
         "100000000000000000000000000000000000000", "0.1", "+0.1"},
        {"10499999999999999999999999999999999999",
         "100000000000000000000000000000000000000", "10", "+10"},
        {"10500000000000000000000000000000000000",
         "100000000000000000000000000000000000000", "11", "+11"},
        {"170141183460469231731687303715884105726",
         "170141183460469231731687303715884105727", "100", "+100"},
        {"-170141183460469231731687303715884105727", "1",
         "-17014118346046923173168730371588410572700",
         "-17014118346046923173168730371588410572700"},
    };
    for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) {
        struct ratio ratio = {big(table[i].num), big(table[i].den)};
        char text[DECIMAL_TEXT];
        ratio_share(text, ratio, false);
        tap_check_text(text, table[i].share, table[i].num, __FILE__, __LINE__);
        ratio_change(text, ratio);
        tap_check_text(text, table[i].change, table[i].num, __FILE__, __LINE__);
    }
}

static void test_above_zero(void)
{
    char text[DECIMAL_TEXT];
    ratio_share(text, (struct ratio){0, 7}, true);
    CHECK_TEXT(text, "<0.05");
    ratio_share(text, (struct ratio){1, 7000000}, true);
    CHECK_TEXT(text, "<0.05");
    ratio_share(text, (struct ratio){1, 7}, true);
    CHECK_TEXT(text, "14");
}

/* The rule once more, in small integers where no product overflows. */
static void expect_change(char text[32], int num, int den)
{
    int size = num < 0 ? -num : num;
    int tenths = (2000 * size + den) / (2 * den);
    int whole = (200 * size + den) / (2 * den);
    const char *sign = num < 0 ? "-" : "+";
    if (2000 * size >= 199 * den)
        snprintf(text, 32, "%s%d", sign, whole);
    else
        snprintf(text, 32, "%s%d.%d", tenths ? sign : "", tenths / 10,
                 tenths % 10);
}

static void test_small_ratios(void)
{
    size_t wrong = 0;
    for (int den = 1; den <= 400; den = den < 40 ? den + 1 : den * 5 / 4) {
        for (int num = -1300; num <= 1300; num++) {
            char text[DECIMAL_TEXT], expected[32];
            expect_change(expected, num, den);
            ratio_change(text, (struct ratio){num, den});
            wrong += strcmp(text, expected) != 0;
            /* Widening both sides changes nothing. */
            amount by = AMOUNT_MAX / 1300 - 1;
            ratio_change(text, (struct ratio){num * by, den * by});
            wrong += strcmp(text, expected) != 0;
        }
    }
    CU_ASSERT_EQUAL(wrong, 0);
}

/* By fractions.Fraction and float() of Python 3.11: per cent in the shortest
 * form, and the quotient itself. */
static const struct {
    const char *num, *den, *percent;
    double quotient;
} exact_table[] = {
    {"1", "3", "33.333333333333336", 0x1.5555555555555p-2},
    {"2", "3", "66.66666666666667", 0x1.5555555555555p-1},
    {"1", "7", "14.285714285714286", 0x1.2492492492492p-3},
    {"-1", "3", "-33.333333333333336", -0x1.5555555555555p-2},
    {"0", "5", "0", 0x0.0p+0},
    {"5", "5", "100", 0x1.0000000000000p+0},
    {"570740000", "2125790000", "26.848371664181315", 0x1.12ed6539f0c2ep-2},
    {"3217000000", "138254000000", "2.326876618398021", 0x1.7d3c4771d261ep-6},
    {"9007199254740993", "100", "9007199254740992", 0x1.47ae147ae147cp+46},
    {"9007199254740995", "100", "9007199254740996", 0x1.47ae147ae147dp+46},
    {"9007199254740993000000000000001", "100000000000000000",
     "9007199254740994", 0x1.47ae147ae147cp+46},
    {"9007199254740992999999999999999", "100000000000000000",
     "9007199254740992", 0x1.47ae147ae147cp+46},
    {"1", "1759218604441600", "5.684341886080802e-14", 0x1.47ae147ae147bp-51},
    {"3", "1759218604441600", "1.7053025658242404e-13", 0x1.eb851eb851eb8p-50},
    {"1", "1000000000", "0.0000001", 0x1.12e0be826d695p-30},
    {"1", "1000000001", "9.99999999e-8", 0x1.12e0be7dd0d1dp-30},
    {"99999999", "100000000000000000", "9.9999999e-8", 0x1.12e0be544f7ecp-30},
    {"10000000000000000000", "1", "1e21", 0x1.158e460913d00p+63},
    {"9999999999999999999", "1", "1e21", 0x1.158e460913d00p+63},
    {"170141183460469231731687303715884105727", "1", "1.7014118346046923e40",
     0x1.0000000000000p+127},
    {"-170141183460469231731687303715884105727", "1", "-1.7014118346046923e40",
     -0x1.0000000000000p+127},
    {"1", "170141183460469231731687303715884105727", "5.8774717541114375e-37",
     0x1.0000000000000p-127},
    {"170141183460469231731687303715884105727",
     "170141183460469231731687303715884105726", "100", 0x1.0000000000000p+0},
    {"170141183460469231731687303715884105726",
     "170141183460469231731687303715884105727", "100", 0x1.0000000000000p+0},
    {"170141183460469231731687303715884105727", "3", "5.671372782015641e39",
     0x1.5555555555555p+125},
    {"170141183460469231731687303715884105727", "7", "2.4305883351495606e39",
     0x1.2492492492492p+124},
    {"1000000000000000000000000000000000001",
     "1000000000000000000000000000000000000", "100", 0x1.0000000000000p+0},
    {"162259276829213363391578010288128", "100", "1.6225927682921336e32",
     0x1.47ae147ae147bp+100},
    {"162259276829213381405976519770112", "100", "1.6225927682921336e32",
     0x1.47ae147ae147cp+100},
    {"1329227995784915872903807060280344577", "3", "4.43075998594972e37",
     0x1.5555555555555p+118},
    {"455855521301", "547315678668058724625718737", "8.328932261000906e-14",
     0x1.e02158701dbf2p-51},
    {"-18401177146949831175", "28008876297605110243754778942013244360",
     "-6.569766295309469e-17", -0x1.83cf805491a5dp-61},
    {"290233428482080319254161421196778", "13548107062964226534121743933054",
     "2142.243393362876", 0x1.56c24a159a7fap+4},
    {"-44926582589302774158833102839278302532",
     "1120654067740252646485594899192583", "-4008960.827661578",
     -0x1.3933377008576p+15},
    {"654721955136906018746294105695650", "917269634883", "7.13772625014909e22",
     0x1.358cae25c5ddfp+69},
    {"939355062304157763121849592", "217478", "4.319310745473831e23",
     0x1.d44cf4bca37ebp+71},
    {"317266995822", "78841471950709969178364299288586921476",
     "4.0241130457375103e-25", 0x1.3ed2b58698fcap-88},
    {"782697", "12720456806018936997", "6.153057330689974e-12",
     0x1.151bebd0e66dcp-44},
    {"1002518506209", "1174509601109812120566937968", "8.535634832288343e-14",
     0x1.ec0bbcac71bd0p-51},
    {"-30239542225980459358223697655196200712", "11269476555967248359",
     "-268331382347731660000", -0x1.29e85da52a15ep+61},
    {"908637436068197616", "242284470678639184846762102",
     "0.0000003750291686145227", 0x1.01b7d43d814e8p-28},
    {"445141", "160719513436324771204777887522231", "2.769676130063446e-25",
     0x1.b6df6956acd43p-89},
    {"64181195596234367633954396462728", "585211762074104885420839147115982",
     "10.96717457775689", 0x1.c13729168ee31p-4},
    {"-498901171954353299259183975226530", "772384313184793258060745638",
     "-64592349.09849742", -0x1.3b646fb6261eep+19},
    {"1246895141517528541917199798392485", "774862824407",
     "1.6091817832037217e23", 0x1.5cef88880d9dfp+70},
    {"964319842652", "22083669716282022955062464457400648029",
     "4.366664848012188e-24", 0x1.b0741b373c0f3p-85},
    {"1267650600228229542234191560705", "1", "1.2676506002282296e32",
     0x1.0000000000001p+100},
    {"1329227995784916020477759649956757505", "1", "1.329227995784916e38",
     0x1.0000000000001p+120},
    {"-1267650600228229542234191560704", "1", "-1.2676506002282296e32",
     -0x1.0000000000000p+100},
    {"1298074214633710319780277718572073", "1", "1.2980742146337104e35",
     0x1.000000000000cp+110},
    {"1237940039285380412338077697", "1", "1.2379400392853805e29",
     0x1.0000000000001p+90},
};

static void test_percent_exact(void)
{
    for (size_t i = 0; i < sizeof(exact_table) / sizeof(*exact_table); i++) {
        struct ratio ratio = {big(exact_table[i].num), big(exact_table[i].den)};
        char text[DECIMAL_TEXT], quotient[64], expected[64];
        ratio_percent_exact(text, ratio);
        tap_check_text(text, exact_table[i].percent, exact_table[i].num,
                       __FILE__, __LINE__);
        snprintf(quotient, sizeof(quotient), "%a", ratio_double(ratio));
        snprintf(expected, sizeof(expected), "%a", exact_table[i].quotient);
        tap_check_text(quotient, expected, exact_table[i].num, __FILE__,
                       __LINE__);
    }
}

/* Where both sides are exact doubles the processor rounds correctly too. */
static void test_double_small(void)
{
    const amount by = (amount)1 << 110;
    size_t wrong = 0;
    for (int den = 1; den < 300; den += 7) {
        for (int num = -600; num <= 600; num++) {
            struct ratio narrow = {num, den};
            struct ratio wide = {num * by, den * by};
            wrong += ratio_double(narrow) != (double)num / den;
            wrong += ratio_double(wide) != (double)num / den;
        }
    }
    CU_ASSERT_EQUAL(wrong, 0);
}

static void check_minus(struct ratio a, struct ratio b, const char *num,
                        const char *den, int line)
{
    struct ratio result = ratio_minus(a, b);
    CU_assertImplementation(result.num == big(num) && result.den == big(den),
                            (unsigned)line, num, __FILE__, "", CU_FALSE);
}

static void test_minus(void)
{
    check_minus((struct ratio){1, 3}, (struct ratio){1, 4}, "1", "12",
                __LINE__);
    check_minus((struct ratio){2, 4}, (struct ratio){3, 6}, "0", "1", __LINE__);
    check_minus((struct ratio){-1, 6}, (struct ratio){1, 3}, "-1", "2",
                __LINE__);
    check_minus((struct ratio){3217000000, 138254000000},
                (struct ratio){2500000000, 140000000000}, "20949", "3871112",
                __LINE__);
    /* The product of the denominators fits only in lowest terms. */
    amount wide = big("3000000000000000000000000000000");
    check_minus((struct ratio){wide / 3, wide}, (struct ratio){wide / 4, wide},
                "1", "12", __LINE__);
    check_minus((struct ratio){AMOUNT_MAX, 1}, (struct ratio){AMOUNT_MAX, 1},
                "0", "1", __LINE__);
}

static void test_minus_wide(void)
{
    /* Over two primes of 89 and 107 bits; each side to 15 decimals gives
     * -0.454738868814652. */
    struct ratio a = {big("100000000000000000000000000"),
                      big("618970019642690137449562111")};
    struct ratio b = {big("100000000000000000000000000000000"),
                      big("162259276829213363391578010288127")};
    check_minus(a, b, "-113684717203663", "250000000000000", __LINE__);
    check_minus(b, a, "113684717203663", "250000000000000", __LINE__);
    /* The last of the 15 decimals is rounded half away from zero. */
    struct ratio thrice = {3 * a.num, a.den};
    check_minus(thrice, b, "-1052971536289", "8000000000000", __LINE__);
    check_minus(b, thrice, "1052971536289", "8000000000000", __LINE__);
    /* Whole parts so large that fewer decimals fit, then none. */
    struct ratio third = {AMOUNT_MAX - 1, 1000003};
    struct ratio result = ratio_minus(third, a);
    CU_ASSERT(result.den < 1000000);
    CU_ASSERT_DOUBLE_EQUAL(ratio_double(result) / ratio_double(third), 1,
                           1e-15);
    check_minus((struct ratio){AMOUNT_MAX, 1}, (struct ratio){-AMOUNT_MAX, 1},
                "170141183460469231731687303715884105727", "1", __LINE__);
    check_minus((struct ratio){-AMOUNT_MAX, 1}, (struct ratio){AMOUNT_MAX, 1},
                "-170141183460469231731687303715884105727", "1", __LINE__);
}

static void check_over(struct ratio a, struct ratio b, const char *num,
                       const char *den, int line)
{
    struct ratio result = ratio_over(a, b);
    CU_assertImplementation(result.num == big(num) && result.den == big(den),
                            (unsigned)line, num, __FILE__, "", CU_FALSE);
}

static void test_over(void)
{
    check_over((struct ratio){1, 3}, (struct ratio){1, 4}, "4", "3", __LINE__);
    check_over((struct ratio){-2, 6}, (struct ratio){4, 3}, "-1", "4",
               __LINE__);
    check_over((struct ratio){0, 5}, (struct ratio){7, 3}, "0", "1", __LINE__);
    /* The products fit only after what is common is cancelled. */
    amount wide = big("3000000000000000000000000000001");
    check_over((struct ratio){wide, 7}, (struct ratio){wide, 11}, "11", "7",
               __LINE__);
    /* Not even then: to the digits of a double. */
    struct ratio a = {big("100000000000000000000000000000000"),
                      big("162259276829213363391578010288127")};
    struct ratio b = {big("100000000000000000000000000"),
                      big("618970019642690137449562111")};
    CU_ASSERT_DOUBLE_EQUAL(ratio_double(ratio_over(a, b)) /
                               (ratio_double(a) / ratio_double(b)),
                           1, 1e-15);
}

static const struct tap_case cases[] = {
    {"quotients of ratios", test_over},
    {"the printing rule of shares and changes", test_printing_rule},
    {"below printed precision is not zero", test_above_zero},
    {"the rule against small integers, narrow and wide", test_small_ratios},
    {"exact per cent, correctly rounded", test_percent_exact},
    {"quotients as the processor rounds them", test_double_small},
    {"differences in lowest terms", test_minus},
    {"differences that do not fit", test_minus_wide},
};

int main(void)
{
    return TAP_RUN("ratio", cases);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact decimals of src/base: reading, sums, printing, shortest doubles. */
#include <config.h>

#include <float.h>
#include <locale.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "tap.h"

/* What decimal_parse() makes of a text, in words. */
static void describe(char words[200], struct str text, char mark)
{
    static const char *const faults[] = {"", "empty", "no number", "too large"};
    /* A copy without a byte behind it, so that a step too far is seen. */
    char *exact = malloc(text.len > 0 ? text.len : 1);
    if (!exact)
        abort();
    if (text.len > 0)
        memcpy(exact, text.ptr, text.len);
    struct decimal decimal;
    memset(&decimal, 0x55, sizeof(decimal));
    enum decimal_fault fault =
        decimal_parse((struct str){exact, text.len}, mark, &decimal);
    free(exact);

    char value[DECIMAL_TEXT];
    amount_exact(value, decimal.value);
    if (fault != DECIMAL_OK && decimal.value == 0)
        snprintf(value, sizeof(value), "%s", faults[fault]);
    snprintf(words, 200, "%s%s%s%s", value, decimal.rounded ? " rounded" : "",
             decimal.shortened ? " shortened" : "",
             decimal.negative ? " negative" : "");
}

struct reading {
    const char *text, *words;
};

static void check_readings(const struct reading *table, size_t count, char mark,
                           int line)
{
    for (size_t i = 0; i < count; i++) {
        char words[200];
        describe(words, str_from(table[i].text), mark);
        tap_check_text(words, table[i].words, table[i].text, __FILE__, line);
    }
}

#define CHECK_READINGS(table, mark) \
    check_readings(table, sizeof(table) / sizeof(*table), mark, __LINE__)

static void test_parse_plain(void)
{
    static const struct reading table[] = {
        {"0", "0"},
        {"570.74", "570.74"},
        {"-12.5", "-12.5 negative"},
        {"+5", "5"},
        {".5", "0.5"},
        {"5.", "5"},
        {"-.5", "-0.5 negative"},
        {"-0", "0 negative"},
        {"-0.0", "0 negative"},
        {"007", "7"},
        {"0.000001", "0.000001"},
        {"123456789012.345678", "123456789012.345678"},
        {"9999999999999999999", "9999999999999999999"},
        {"99999999999999999999", "99999999999999999999"},
        {"000000000000000000000000000000000000012", "12"},
        {"1.500000000000000000000000000000000000", "1.5"},
    };
    CHECK_READINGS(table, '.');
}

static void test_parse_mark(void)
{
    static const struct reading table[] = {
        {"1,5", "1.5"},
        {",5", "0.5"},
        {"5,", "5"},
        {"1.5", "no number"},
        {"1,5,0", "no number"},
        {"1.234,5", "no number"},
        {"1,0000005", "1 rounded"},
    };
    CHECK_READINGS(table, ',');
}

static void test_parse_refused(void)
{
    /* At the end the minus sign of typographers and an Arabic one. */
    static const char *const table[] = {
        " ",       " 1",    "1 ",    ".",
        "-",       "+",     "-.",    "--1",
        "+-1",     "1-",    "1,5",   "1.2.3",
        "1..2",    "nan",   "NaN",   "inf",
        "-inf",    "0x10",  "1e",    "1e+",
        "e5",      ".e5",   "1e5.0", "1e 5",
        "1e5e5",   "1d5",   "0b1",   "Infinity",
        "1_000",   "1 000", "1/2",   "12345678901234567890x",
        "\u22121", "\u0661"};
    char words[200];
    for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) {
        describe(words, str_from(table[i]), '.');
        tap_check_text(words, "no number", table[i], __FILE__, __LINE__);
    }
    describe(words, STR("1\0"), '.');
    CHECK_TEXT(words, "no number");
    describe(words, STR(""), '.');
    CHECK_TEXT(words, "empty");
    describe(words, (struct str){NULL, 0}, '.');
    CHECK_TEXT(words, "empty");
}

static void test_parse_rounding(void)
{
    static const struct reading table[] = {
        {"0.0000005", "0 rounded"}, /* half to even */
        {"0.0000015", "0.000002 rounded"},
        {"0.0000025", "0.000002 rounded"},
        {"-0.0000015", "-0.000002 rounded negative"},
        {"0.00000050000000000000000000001", "0.000001 rounded"},
        {"0.000000500100", "0.000001 rounded"},
        {"0.0000004999999999999999999999", "0 rounded"},
        {"0.99999949999", "0.999999 rounded"},
        {"0.9999995", "1 rounded"},
        {"9999999999.99999951", "10000000000 rounded"},
        {"1.2345670000", "1.234567"}, /* nothing but zeros dropped */
        {"1.0000000001", "1 rounded"},
        {"-1e-9", "0 rounded shortened negative"},
    };
    CHECK_READINGS(table, '.');
}

static void test_parse_exponent(void)
{
    static const struct reading table[] = {
        {"1.12339E+11", "112339000000 shortened"},
        {"8.39E-05", "0.000084 rounded shortened"},
        {"8.3E-05", "0.000083 shortened"},
        {"1e3", "1000 shortened"},
        {"1E0", "1 shortened"},
        {"5.e2", "500 shortened"},
        {".5e1", "5 shortened"},
        {"1e-0", "1 shortened"},
        {"123e-8", "0.000001 rounded shortened"},
        {"5e-7", "0 rounded shortened"},
        {"51e-8", "0.000001 rounded shortened"},
        {"1e-000000000000000000000000000006", "0.000001 shortened"},
        {"0e999999999999999999999999", "0 shortened"},
        {"1e-99999999999999999999999999", "0 rounded shortened"},
        {"1e999999999", "too large"},
        {"-1e18446744073709551617", "too large"},
        {"0.00000000000000000000000000001e30", "10 shortened"},
        {"100000000000000000000000000000000e-30", "100 shortened"},
    };
    CHECK_READINGS(table, '.');
}

static void test_parse_limit(void)
{
    static const struct reading table[] = {
        {"1000000000000000000000000", "1000000000000000000000000"},
        {"-1e24", "-1000000000000000000000000 shortened negative"},
        {"1000000000000000000000000.0000005",
         "1000000000000000000000000 rounded"},
        {"1000000000000000000000000.0000006", "too large"},
        {"1000000000000000000000000.000001", "too large"},
        {"-1000000000000000000000001", "too large"},
        {"1.1e24", "too large"},
        {"99999999999999999999999999999999999999999999999999", "too large"},
    };
    CHECK_READINGS(table, '.');

    char words[200], *text = malloc(200000);
    if (!text)
        abort();
    memset(text, '0', 200000);
    text[1] = '.';
    text[199999] = '7';
    describe(words, (struct str){text, 200000}, '.');
    CHECK_TEXT(words, "0 rounded");
    memset(text, '9', 200000);
    describe(words, (struct str){text, 200000}, '.');
    CHECK_TEXT(words, "too large");
    free(text);
}

/* A sequence that is the same on every machine (SplitMix64). */
static uint64_t scrambled(uint64_t n)
{
    n *= 0x9E3779B97F4A7C15;
    n = (n ^ n >> 30) * 0xBF58476D1CE4E5B9;
    n = (n ^ n >> 27) * 0x94D049BB133111EB;
    return n ^ n >> 31;
}

static void test_parse_round_trip(void)
{
    const amount limit = AMOUNT_ONE * 1000000000000 * 1000000000000;
    size_t wrong = 0;
    for (uint64_t n = 0; n < 50000; n++) {
        amount value = (amount)(scrambled(2 * n) >> 1) << 64;
        value = (value | (amount)scrambled(2 * n + 1)) >> n % 127;
        value = n % 2 ? value % (limit + 1) : -(value % (limit + 1));
        char text[DECIMAL_TEXT];
        amount_exact(text, value);
        struct decimal decimal;
        enum decimal_fault fault = decimal_parse(str_from(text), '.', &decimal);
        wrong += fault != DECIMAL_OK || decimal.value != value ||
                 decimal.rounded || decimal.shortened ||
                 decimal.negative != (value < 0);
    }
    CU_ASSERT_EQUAL(wrong, 0);
}

static void test_amount_add(void)
{
    amount sum = AMOUNT_MAX - 1;
    CU_ASSERT(amount_add(&sum, 1) && sum == AMOUNT_MAX);
    CU_ASSERT(!amount_add(&sum, 1) && sum == AMOUNT_MAX);
    CU_ASSERT(amount_add(&sum, -AMOUNT_MAX) && sum == 0);
    CU_ASSERT(amount_add(&sum, -AMOUNT_MAX) && sum == -AMOUNT_MAX);
    CU_ASSERT(!amount_add(&sum, -1) && sum == -AMOUNT_MAX);
    CU_ASSERT(!amount_add(&sum, -AMOUNT_MAX) && sum == -AMOUNT_MAX);
}

static void test_amount_print(void)
{
    static const struct {
        amount value;
        const char *exact, *whole;
    } table[] = {
        {0, "0", "0"},
        {1, "0.000001", "0"},
        {-1, "-0.000001", "0"},
        {400000, "0.4", "0"},
        {-400000, "-0.4", "0"},
        {499999, "0.499999", "0"},
        {500000, "0.5", "1"},
        {-500000, "-0.5", "\u22121"},
        {2500000, "2.5", "3"},
        {-2500000, "-2.5", "\u22123"},
        {3500000, "3.5", "4"},
        {570740000, "570.74", "571"},
        {999499999, "999.499999", "999"},
        {999500000, "999.5", "1 000"},
        {-12 * AMOUNT_ONE, "-12", "\u221212"},
        {56682 * AMOUNT_ONE, "56682", "56 682"},
        {-1234567 * AMOUNT_ONE, "-1234567", "\u22121 234 567"},
        {10 * AMOUNT_ONE, "10", "10"},
        {100 * AMOUNT_ONE, "100", "100"},
        {AMOUNT_ONE * 1000000000000 * 1000000000000,
         "1000000000000000000000000", "1 000 000 000 000 000 000 000 000"},
        {AMOUNT_MAX, "170141183460469231731687303715884.105727",
         "170 141 183 460 469 231 731 687 303 715 884"},
        {-AMOUNT_MAX, "-170141183460469231731687303715884.105727",
         "\u2212170 141 183 460 469 231 731 687 303 715 884"},
    };
    for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) {
        char text[DECIMAL_TEXT];
        amount_exact(text, table[i].value);
        CHECK_TEXT(text, table[i].exact);
        amount_whole(text, table[i].value);
        CHECK_TEXT(text, table[i].whole);
    }
    char text[DECIMAL_TEXT];
    CU_ASSERT_EQUAL(amount_digits(text, AMOUNT_MAX), 39);
    CHECK_TEXT(text, "170141183460469231731687303715884105727");
    CU_ASSERT_EQUAL(amount_digits(text, 1000000000000000000), 19);
    CHECK_TEXT(text, "1000000000000000000");
    CU_ASSERT_EQUAL(amount_digits(text, 0), 1);
}

static void test_double_table(void)
{
    /* By the repr() of Python 3.11, in our notation. */
    static const struct {
        double value;
        const char *text;
    } table[] = {
        {0.0, "0"},
        {-0.0, "0"},
        {1.0, "1"},
        {-1.5, "-1.5"},
        {0.1, "0.1"},
        {0.1 + 0.2, "0.30000000000000004"},
        {1.0 / 3, "0.3333333333333333"},
        {100.0, "100"},
        {123456789.125, "123456789.125"},
        {1e-7, "0.0000001"},
        {0x1.ad7f29abcaf47p-24, "9.999999999999998e-8"},
        {-1.5e-8, "-1.5e-8"},
        {1e20, "100000000000000000000"},
        {999999999999999868928.0, "999999999999999900000"},
        {1e21, "1e21"},
        {1.5e300, "1.5e300"},
        {9007199254740992.0, "9007199254740992"},
        {9007199254740994.0, "9007199254740994"},
        {1e23, "1e23"},
        {0x1p-44, "5.684341886080802e-14"}, /* not the nearest 16 digits */
        {0x1p-1074, "5e-324"},
        {0x1p-1069, "1.6e-322"},
        {DBL_MIN, "2.2250738585072014e-308"},
        {DBL_MAX, "1.7976931348623157e308"},
    };
    for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) {
        char text[DECIMAL_TEXT];
        double_shortest(text, table[i].value);
        CHECK_TEXT(text, table[i].text);
    }
}

static void test_double_any(void)
{
    size_t wrong = 0, longer = 0;
    for (uint64_t n = 0; n < 20000; n++) {
        uint64_t bits = scrambled(n);
        double value;
        memcpy(&value, &bits, sizeof(value));
        if (!isfinite(value))
            continue;
        char text[DECIMAL_TEXT], shorter[40];
        double_shortest(text, value);
        wrong += strtod(text, NULL) != value;
        int seen = 0, digits = 0; /* from the first to the last but zeros */
        for (const char *at = text; *at && *at != 'e'; at++) {
            seen += *at >= (seen > 0 ? '0' : '1') && *at <= '9';
            if (*at >= '1' && *at <= '9')
                digits = seen;
        }
        snprintf(shorter, sizeof(shorter), "%.*e", digits > 1 ? digits - 2 : 0,
                 value);
        longer += digits > 17 || (digits > 1 && strtod(shorter, NULL) == value);
    }
    CU_ASSERT_EQUAL(wrong, 0);
    CU_ASSERT_EQUAL(longer, 0);
}

static void test_locale(void)
{
    static const char *const names[] = {"de_DE.UTF-8", "fr_FR.UTF-8",
                                        "de_DE.utf8", "ps_AF.UTF-8"};
    bool found = false;
    for (size_t i = 0; !found && i < sizeof(names) / sizeof(*names); i++)
        found = setlocale(LC_ALL, names[i]);
    if (!found) {
        tap_skip("no locale with a decimal comma is installed");
        return;
    }
    char text[DECIMAL_TEXT], words[200];
    double_shortest(text, 0.1 + 0.2);
    CHECK_TEXT(text, "0.30000000000000004");
    amount_exact(text, 570740000);
    CHECK_TEXT(text, "570.74");
    amount_whole(text, 56682 * AMOUNT_ONE);
    CHECK_TEXT(text, "56 682");
    describe(words, STR("1.5"), '.');
    CHECK_TEXT(words, "1.5");
    setlocale(LC_ALL, "C");
}

static const struct tap_case cases[] = {
    {"parse: plain numbers", test_parse_plain},
    {"parse: a decimal comma", test_parse_mark},
    {"parse: what is no number", test_parse_refused},
    {"parse: beyond six decimals, half to even", test_parse_rounding},
    {"parse: exponents", test_parse_exponent},
    {"parse: the limit, and very long texts", test_parse_limit},
    {"parse: reads back what amount_exact writes", test_parse_round_trip},
    {"amount: sums stop at the limit, unchanged", test_amount_add},
    {"amount: exact and whole", test_amount_print},
    {"double: shortest forms", test_double_table},
    {"double: any reads back, none is longer than needed", test_double_any},
    {"a locale with a comma changes nothing", test_locale},
};

int main(void)
{
    return TAP_RUN("decimal", cases);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact decimals. An amount counts millionths of its unit (TIV million, USD,
 * items, ...), so sums, ties and ranks do not depend on the order of rows. A
 * ratio keeps numerator and denominator until it is printed, so the printed
 * half is decided on integers. */
#ifndef BASE_DECIMAL_H
#define BASE_DECIMAL_H

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* The one typedef of the project: __int128 is a GNU extension and is named
 * here and nowhere else. */
typedef __int128 amount;

#define AMOUNT_ONE ((amount)1000000)

/* No amount lies beyond this on either side, so each can be negated. */
#define AMOUNT_MAX (((((amount)1 << 126) - 1) << 1) + 1)

enum decimal_fault {
    DECIMAL_OK = 0,
    DECIMAL_EMPTY,
    DECIMAL_NOT_A_NUMBER, /* also nan, inf */
    DECIMAL_TOO_LARGE,    /* past 10^24 units */
};

struct decimal {
    amount value;
    bool rounded;   /* digits beyond the sixth: rounded half to even */
    bool shortened; /* written with an exponent, as spreadsheets do */
    bool negative;  /* a minus sign stood there, also in "-0" */
};

static inline amount amount_size(amount value)
{
    assert(value >= -AMOUNT_MAX);
    return value < 0 ? -value : value;
}

/* Reads optional sign, digits, one decimal mark (`mark`: '.' or ','),
 * exponent. No blanks, no grouping marks. Independent of the locale. On a
 * fault *decimal is all zero. */
enum decimal_fault decimal_parse(struct str text, char mark,
                                 struct decimal *decimal);

/* *sum += term; false (and *sum unchanged) when it would pass AMOUNT_MAX. */
bool amount_add(amount *sum, amount term);

/* The greatest common divisor of both sizes; one of them is not 0. */
amount amount_divisor(amount a, amount b);

/* num / den; den > 0. Meant as a pure number: 0.27 is 27 per cent. */
struct ratio {
    amount num;
    amount den;
};

/* a - b exactly when numerator and denominator fit an amount, else to 15
 * decimals (fewer when the whole part is past 10^23, and AMOUNT_MAX is the
 * largest difference). In lowest terms. */
struct ratio ratio_minus(struct ratio a, struct ratio b);

/* Below, at or above 0 as a is below, at or above b; exact. */
int ratio_compare(struct ratio a, struct ratio b);

/* a / b, b above zero: exactly when numerator and denominator fit an amount,
 * else to 18 digits or more where none of the four is far smaller than its
 * partner. In lowest terms. */
struct ratio ratio_over(struct ratio a, struct ratio b);

/* Longest text that any function below writes, NUL included. */
#define DECIMAL_TEXT 64

/* Plain digits of an integer that is not negative, at most 39 and NUL; how
 * many. */
size_t amount_digits(char *text, amount value);

/* 570.74: exact, trailing zeros dropped, ASCII minus. For machines. */
void amount_exact(char text[DECIMAL_TEXT], amount value);

/* Whole units, half away from zero, thousands grouped by a blank:
 * "56 682", "−12" (U+2212). For tables. */
void amount_whole(char text[DECIMAL_TEXT], amount value);

/* The printing rule of shares, in per cent: |x| < 9.95 one decimal, else
 * whole; half away from zero; "<0.05" when above zero and it would print
 * 0.0. `above_zero` says that a ratio of exactly zero stands for deliveries
 * below printed precision ("<0.05" then too). Methods 1.3. */
void ratio_share(char text[DECIMAL_TEXT], struct ratio ratio, bool above_zero);

/* The same rule with a sign: "+18", "-7.4", "0.0" without one. ASCII minus;
 * tables put U+2212. For changes (ratio of the difference) and points. */
void ratio_change(char text[DECIMAL_TEXT], struct ratio ratio);

/* 100 * num / den, correctly rounded to the nearest double, as
 * double_shortest() writes it: "26.58...". For machines. */
void ratio_percent_exact(char text[DECIMAL_TEXT], struct ratio ratio);

/* The correctly rounded double nearest to num / den. The door of stat/. */
double ratio_double(struct ratio ratio);

/* The fewest digits of a finite double that read back. Plain from 1e-7 up to
 * below 1e21 ("0.5", "100"), else "1.5e-8", "1e21"; zero is "0". */
void double_shortest(char text[DECIMAL_TEXT], double value);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* First digits against Benford's law. Of amounts of money over several orders
 * of magnitude only: TIV and counts of weapons violate it by construction, and
 * nothing here is evidence of fraud. The digits come from decimal strings,
 * which the caller looks at. */
#ifndef STAT_BENFORD_H
#define STAT_BENFORD_H

#include <stddef.h>

#include "stat/estimate.h"

#define BENFORD_DIGITS 9
#define BENFORD_LEAST ((size_t)300)

/* Critical values at 5 per cent that hold for Benford's law (Morrow 2014). */
#define BENFORD_KS_CRITICAL 1.148
#define BENFORD_KUIPER_CRITICAL 1.321

/* Nigrini's words for the mean absolute deviation (2012): up to 0.006, 0.012,
 * 0.015, above. */
enum benford_band {
    BENFORD_CLOSE,
    BENFORD_ACCEPTABLE,
    BENFORD_MARGINAL,
    BENFORD_NONCONFORMITY,
};

struct benford {
    size_t n;
    struct estimate chi2; /* 8 degrees of freedom */
    struct estimate p;
    struct estimate mad; /* mean |share - expected| */
    enum benford_band band;
    struct estimate ks;     /* D (sqrt n + 0.12 + 0.11 / sqrt n) */
    struct estimate kuiper; /* V (sqrt n + 0.155 + 0.24 / sqrt n) */
};

/* counts[d-1] values begin with digit d. UNDEFINED_NO_DATA for none,
 * UNDEFINED_N_TOO_SMALL below 300. */
struct benford benford_test(const size_t counts[BENFORD_DIGITS]);

/* log10(1 + 1/digit) */
double benford_expected(unsigned digit);

/* "close", ... */
const char *benford_word(enum benford_band band);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/benford.h"

#include <assert.h>
#include <gsl/gsl_cdf.h>
#include <math.h>

double benford_expected(unsigned digit)
{
    assert(digit >= 1 && digit <= BENFORD_DIGITS);
    return log10(1 + 1.0 / digit);
}

static enum benford_band band_of(double mad)
{
    if (mad <= 0.006)
        return BENFORD_CLOSE;
    if (mad <= 0.012)
        return BENFORD_ACCEPTABLE;
    return mad <= 0.015 ? BENFORD_MARGINAL : BENFORD_NONCONFORMITY;
}

const char *benford_word(enum benford_band band)
{
    static const char *const words[] = {
        [BENFORD_CLOSE] = "close",
        [BENFORD_ACCEPTABLE] = "acceptable",
        [BENFORD_MARGINAL] = "marginal",
        [BENFORD_NONCONFORMITY] = "nonconformity",
    };
    return words[band];
}

static struct benford undefined_for(size_t n)
{
    struct estimate none =
        estimate_none(n ? UNDEFINED_N_TOO_SMALL : UNDEFINED_NO_DATA);
    return (struct benford){.n = n,
                            .chi2 = none,
                            .p = none,
                            .mad = none,
                            .ks = none,
                            .kuiper = none};
}

struct benford benford_test(const size_t counts[BENFORD_DIGITS])
{
    size_t n = 0;
    for (size_t i = 0; i < BENFORD_DIGITS; i++)
        n += counts[i];
    struct benford found = undefined_for(n);
    if (n < BENFORD_LEAST)
        return found;
    double size = (double)n;
    double chi2 = 0;
    double apart = 0;
    double above = 0; /* largest lead and lag of the distribution function */
    double below = 0;
    double lead = 0;
    for (unsigned digit = 1; digit <= BENFORD_DIGITS; digit++) {
        double expected = benford_expected(digit);
        double excess = (double)counts[digit - 1] / size - expected;
        chi2 += size * excess * excess / expected;
        apart += fabs(excess);
        lead += excess;
        above = fmax(above, lead);
        below = fmax(below, -lead);
    }
    double root = sqrt(size);
    double mad = apart / BENFORD_DIGITS;
    found.chi2 = estimate_of(chi2);
    found.p = estimate_of(gsl_cdf_chisq_Q(chi2, BENFORD_DIGITS - 1));
    found.mad = estimate_of(mad);
    found.band = band_of(mad);
    found.ks = estimate_of(fmax(above, below) * (root + 0.12 + 0.11 / root));
    found.kuiper = estimate_of((above + below) * (root + 0.155 + 0.24 / root));
    return found;
}

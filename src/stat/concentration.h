/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How few units hold how much. s_i is the share of unit i, from 0 to 1; units
 * of 0 change nothing here. All are undefined as units_state() says. Doubles:
 * analysis/ has the exact ratios of those that are ratios. */
#ifndef STAT_CONCENTRATION_H
#define STAT_CONCENTRATION_H

#include "stat/units.h"

/* Herfindahl-Hirschman index, the sum of s^2: from 1 / active to 1. */
struct estimate concentration_hhi(const struct units *units);

/* (H - 1/n) / (1 - 1/n): 0 when n units are equal, 1 when one has all. n is
 * either the active units or the universe, and they differ: say which.
 * UNDEFINED_N_TOO_SMALL below two. */
struct estimate concentration_normalised(struct estimate hhi, size_t n);

/* Share of the k largest; 1 when there are no more than k. */
struct estimate concentration_largest(const struct units *units, size_t k);

/* Shannon entropy, -sum of s ln s, in nats. */
struct estimate concentration_shannon(const struct units *units);

/* Shannon entropy by its greatest value, ln(active) (Pielou).
 * UNDEFINED_N_TOO_SMALL below two. */
struct estimate concentration_evenness(const struct units *units);

/* Effective number of order q >= 0 (Hill 1973), (sum of s^q)^(1/(1-q)): the
 * active units for 0, exp(Shannon) for 1, 1/HHI for 2, 1/largest share for
 * INFINITY. */
struct estimate concentration_hill(const struct units *units, double q);

/* Hall and Tideman (1967), the same as Rosenbluth's:
 * 1 / (2 sum of i s_i - 1), i = 1 for the largest. */
struct estimate concentration_hall_tideman(const struct units *units);

/* (s1 - s0) (s1 + s0) of a unit: what it adds to HHI1 - HHI0. The sum over all
 * units of either time is the change. */
double concentration_contribution(double share_before, double share_now);

#endif

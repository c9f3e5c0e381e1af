/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether as many went up as down: the exact sign test. */
#ifndef STAT_SIGN_TEST_H
#define STAT_SIGN_TEST_H

#include <stdint.h>

#include "stat/estimate.h"

/* Two-sided p of the binomial law with one half; ties are left out before.
 * UNDEFINED_NO_DATA: neither up nor down. */
struct estimate sign_test(uint64_t up, uint64_t down);

#endif

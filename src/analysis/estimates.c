/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/estimates.h"

enum reason estimate_reason(enum undefined undefined)
{
    static const enum reason reasons[] = {
        [DEFINED] = REASON_NONE,
        [UNDEFINED_NO_DATA] = REASON_NO_RECORD,
        [UNDEFINED_N_TOO_SMALL] = REASON_N_TOO_SMALL,
        [UNDEFINED_CONSTANT] = REASON_CONSTANT_SERIES,
        [UNDEFINED_ZERO_BASE] = REASON_ZERO_BASE,
        [UNDEFINED_SINGULAR] = REASON_SINGULAR,
        [UNDEFINED_SEPARATED] = REASON_SEPARATED,
        [UNDEFINED_NEGATIVE_VARIANCE] = REASON_NEGATIVE_VARIANCE,
        [UNDEFINED_NONPOSITIVE] = REASON_NONPOSITIVE_FOR_LOG,
        [UNDEFINED_GAPS] = REASON_GAPS,
        [UNDEFINED_NOT_REACHED] = REASON_NOT_REACHED,
        [UNDEFINED_TIES] = REASON_TIES,
    };
    return reasons[undefined];
}

struct value estimate_value(struct estimate estimate, unsigned decimals)
{
    return estimate_is(estimate)
               ? value_number(estimate.value, decimals)
               : value_null(estimate_reason(estimate.undefined));
}

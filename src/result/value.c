/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "result/value.h"

#include <assert.h>

static const char *const reason_words[REASON_COUNT] = {
    [REASON_NONE] = "",
    [REASON_ZERO_BASE] = "zero_base",
    [REASON_NO_RECORD] = "no_record",
    [REASON_NOT_REPORTED] = "not_reported",
    [REASON_NOT_COVERED] = "not_covered",
    [REASON_PARTIAL_SELECTION] = "partial_selection",
    [REASON_NOT_IN_LAYOUT] = "not_in_layout",
    [REASON_UNDIVIDED_YEARS] = "undivided_years",
    [REASON_NO_REPORT] = "no_report",
    [REASON_N_TOO_SMALL] = "n_too_small",
    [REASON_CONSTANT_SERIES] = "constant_series",
    [REASON_SINGULAR] = "singular",
    [REASON_SEPARATED] = "separated",
    [REASON_NEGATIVE_VARIANCE] = "negative_variance",
    [REASON_OVERLAP_FORBIDDEN] = "overlap_forbidden",
    [REASON_RELEASE_MISMATCH] = "release_mismatch",
    [REASON_NONPOSITIVE_FOR_LOG] = "nonpositive_for_log",
    [REASON_GAPS] = "gaps",
    [REASON_NOT_REACHED] = "not_reached",
    [REASON_TIES] = "ties",
};

const char *reason_word(enum reason reason)
{
    assert(reason < REASON_COUNT);
    return reason_words[reason];
}

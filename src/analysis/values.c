/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/values.h"

struct value amount_value(const struct cube_cell *cell)
{
    if (cell->rows)
        return value_amount(cell->sum);
    return value_null(cell->unreported ? REASON_NOT_REPORTED
                                       : REASON_NO_RECORD);
}

struct value rank_value(size_t rank, bool tied)
{
    if (!rank)
        return value_null(REASON_NO_RECORD);
    return value_flagged(value_integer((int64_t)rank), tied ? VALUE_TIED : 0);
}

/* Whether a figure with these ends prints in more than one way. */
static unsigned judge_share(const struct study *study, struct ratio low,
                            struct ratio high)
{
    char ends[2][DECIMAL_TEXT];
    if (!study->marks || low.den <= 0 || high.den <= 0)
        return 0;
    ratio_share(ends[0], low, false);
    ratio_share(ends[1], high, false);
    return strcmp(ends[0], ends[1]) == 0 ? 0 : VALUE_MAY_DIFFER;
}

static unsigned judge_change(const struct study *study, struct ratio low,
                             struct ratio high)
{
    char ends[2][DECIMAL_TEXT];
    if (!study->marks || low.den <= 0 || high.den <= 0)
        return 0;
    ratio_change(ends[0], low);
    ratio_change(ends[1], high);
    return strcmp(ends[0], ends[1]) == 0 ? 0 : VALUE_MAY_DIFFER;
}

struct ratio share_low(const struct cube_cell *part,
                       const struct cube_cell *whole)
{
    amount rest = cell_high(whole) - cell_high(part);
    return (struct ratio){cell_low(part), cell_low(part) + rest};
}

struct ratio share_high(const struct cube_cell *part,
                        const struct cube_cell *whole)
{
    amount rest = cell_low(whole) - cell_low(part);
    return (struct ratio){cell_high(part),
                          cell_high(part) + (rest > 0 ? rest : 0)};
}

struct value share_value(const struct study *study,
                         const struct cube_cell *part,
                         const struct cube_cell *whole)
{
    if (!part->rows)
        return value_null(REASON_NO_RECORD);
    struct value value = value_ratio(part->sum, whole->sum);
    if (value.type == VALUE_NULL)
        return value;
    unsigned flags = part->sum == 0 && part->below_half ? VALUE_ABOVE_ZERO : 0;
    if (part != whole && !flags)
        flags |=
            judge_share(study, share_low(part, whole), share_high(part, whole));
    return value_flagged(value, flags);
}

struct value share_printed(struct arena *arena, struct value share)
{
    char text[DECIMAL_TEXT];
    if (share.type != VALUE_RATIO)
        return value_null(share.reason);
    ratio_share(text, share.as.ratio, share.flags & VALUE_ABOVE_ZERO);
    return value_text(arena_str(arena, str_from(text)));
}

const char *share_shown(struct arena *arena, struct value share)
{
    struct value text = share_printed(arena, share);
    if (text.type != VALUE_TEXT)
        return "";
    return arena_printf(arena, "%s%.*s",
                        share.flags & VALUE_MAY_DIFFER ? "~" : "",
                        STR_ARG(text.as.text));
}

const char *share_words(struct arena *arena, const struct cube_cell *part,
                        const struct cube_cell *whole)
{
    char text[DECIMAL_TEXT];
    if (whole->sum <= 0)
        return "\u2013";
    ratio_share(text, (struct ratio){part->sum, whole->sum},
                part->below_half > 0);
    return arena_str(arena, str_from(text)).ptr;
}

/* (now - before) / before, of yearly means when the lengths differ. */
static struct ratio change_ratio(const struct periods *periods, amount now,
                                 amount before)
{
    amount own = periods->means ? period_length(periods->before) : 1;
    amount other = periods->means ? period_length(periods->now) : 1;
    return (struct ratio){now * own - before * other, before * other};
}

struct ratio change_low(const struct periods *periods,
                        const struct cube_cell *now,
                        const struct cube_cell *before)
{
    return change_ratio(periods, cell_low(now), cell_high(before));
}

struct ratio change_high(const struct periods *periods,
                         const struct cube_cell *now,
                         const struct cube_cell *before)
{
    return change_ratio(periods, cell_high(now), cell_low(before));
}

static struct value no_change(const struct periods *periods,
                              const struct cube_cell *now,
                              const struct cube_cell *before)
{
    if (periods->undivided)
        return value_null(REASON_UNDIVIDED_YEARS);
    if (periods->before_missing)
        return value_null(REASON_NOT_COVERED);
    if (period_length(periods->before) == 0)
        return value_null(REASON_NONE);
    if (!before->rows && !now->rows)
        return value_null(REASON_NO_RECORD);
    return value_flagged(value_null(REASON_ZERO_BASE),
                         before->rows ? 0 : VALUE_NEW);
}

struct value change_value(const struct study *study,
                          const struct periods *periods,
                          const struct cube_cell *now,
                          const struct cube_cell *before)
{
    if (period_length(periods->before) == 0 || before->sum <= 0)
        return no_change(periods, now, before);
    struct ratio change = change_ratio(periods, now->sum, before->sum);
    unsigned flags = judge_change(study, change_low(periods, now, before),
                                  change_high(periods, now, before));
    return value_flagged(value_ratio(change.num, change.den), flags);
}

struct value points_value(const struct study *study,
                          const struct cube_cell *now,
                          const struct cube_cell *whole_now,
                          const struct cube_cell *before,
                          const struct cube_cell *whole_before)
{
    if (whole_now->sum <= 0 || whole_before->sum <= 0)
        return value_null(REASON_ZERO_BASE);
    if (!now->rows && !before->rows)
        return value_null(REASON_NO_RECORD);
    struct ratio points =
        ratio_minus((struct ratio){now->sum, whole_now->sum},
                    (struct ratio){before->sum, whole_before->sum});
    unsigned flags = 0;
    struct ratio low = share_low(now, whole_now);
    struct ratio low_before = share_low(before, whole_before);
    struct ratio high = share_high(now, whole_now);
    struct ratio high_before = share_high(before, whole_before);
    bool bounded = low.den > 0 && low_before.den > 0 && high.den > 0 &&
                   high_before.den > 0;
    if (study->marks && now != whole_now && !bounded)
        flags = VALUE_MAY_DIFFER;
    else if (study->marks && now != whole_now)
        flags = judge_change(study, ratio_minus(low, high_before),
                             ratio_minus(high, low_before));
    return value_flagged(value_ratio(points.num, points.den), flags);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/ties.h"

size_t ties_halves(enum ties rule, struct tie tie)
{
    switch (rule) {
    case TIES_MODIFIED:
        return 2 * (tie.above + tie.equal);
    case TIES_DENSE:
        return 2 * (tie.distinct + 1);
    case TIES_ORDINAL:
        return 2 * (tie.above + tie.before + 1);
    case TIES_FRACTIONAL:
        return 2 * tie.above + tie.equal + 1;
    default:
        return 2 * (tie.above + 1);
    }
}

const char *ties_word(enum ties rule)
{
    static const char *const words[] = {
        [TIES_COMPETITION] = "competition",
        [TIES_MODIFIED] = "modified",
        [TIES_DENSE] = "dense",
        [TIES_ORDINAL] = "ordinal",
        [TIES_FRACTIONAL] = "fractional",
    };
    return words[rule];
}

const char *ties_note(enum ties rule)
{
    static const char *const notes[] = {
        [TIES_COMPETITION] = NULL,
        [TIES_MODIFIED] = "Ranks by the modified rule: equal amounts share "
                          "the last of the ranks that they take up (1 3 3 4).",
        [TIES_DENSE] = "Ranks by the dense rule: equal amounts share a rank, "
                       "and the next amount has the next one (1 2 2 3).",
        [TIES_ORDINAL] = "Ranks by the ordinal rule: equal amounts are "
                         "ranked by name (1 2 3 4).",
        [TIES_FRACTIONAL] = "Ranks by the fractional rule: equal amounts "
                            "share the mean of the ranks that they take up "
                            "(1 2.5 2.5 4).",
    };
    return notes[rule];
}

struct value ties_value(enum ties rule, size_t halves, bool tied)
{
    if (!halves)
        return value_null(REASON_NO_RECORD);
    if (halves % 2)
        return value_number((double)halves / 2, 1);
    return value_flagged(value_integer((int64_t)(halves / 2)),
                         tied && rule != TIES_ORDINAL ? VALUE_TIED : 0);
}

struct value ties_range(struct arena *arena, size_t best, size_t worst)
{
    if (!best)
        return value_null(REASON_NONE);
    if (best % 2 == 0 && worst % 2 == 0)
        return value_range((int64_t)(best / 2), (int64_t)(worst / 2));
    return value_word(ties_range_text(arena, best, worst));
}

const char *ties_range_text(struct arena *arena, size_t best, size_t worst)
{
    const char *text = ties_text(arena, best);
    return worst == best ? text
                         : arena_printf(arena, "%s\u2013%s", text,
                                        ties_text(arena, worst));
}

struct value ties_difference(size_t a, size_t b)
{
    int64_t halves = (int64_t)a - (int64_t)b;
    return halves % 2 ? value_number((double)halves / 2, 1)
                      : value_integer(halves / 2);
}

void ties_columns(struct result *result, enum ties rule)
{
    for (size_t i = 0; i < result->column_count; i++)
        if (rule == TIES_FRACTIONAL && result->columns[i].kind == KIND_RANK)
            result->columns[i].kind = KIND_NUMBER;
}

const char *ties_text(struct arena *arena, size_t halves)
{
    return arena_printf(arena, "%zu%s", halves / 2, halves % 2 ? ".5" : "");
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/agreement.h"

#include <inttypes.h>
#include <math.h>

#include "stat/sign_test.h"

const char *agreement_verdict(const struct agreement *agreement,
                              const struct study *first,
                              const struct study *second)
{
    struct arena *arena = second->arena;
    int a = first->release_year;
    int b = second->release_year;
    if (!agreement->both)
        return "no place and year in both";
    bool same = agreement->equal == agreement->both && !agreement->only[0] &&
                !agreement->only[1];
    if (same)
        return a && b && a != b
                   ? arena_printf(arena, "the same data (%d and %d)", a, b)
                   : "the same release";
    if (a && b && a != b)
        return arena_printf(arena, "another release (%d against %d)", a, b);
    if (a && b)
        return arena_printf(
            arena, "another release, or changed cells (both say %d)", a);
    if (a || b)
        return arena_printf(arena,
                            "another release (%d; the other's is not "
                            "known)",
                            a ? a : b);
    return "another release (not known which)";
}

/* "98.5", cut and not rounded: 100.0 is all of them. */
static const char *share_words(struct arena *arena, uint64_t part,
                               uint64_t whole)
{
    uint64_t tenths = (uint64_t)((amount)part * 1000 / (amount)whole);
    return arena_printf(arena, "%" PRIu64 ".%" PRIu64, tenths / 10,
                        tenths % 10);
}

static const char *count_text(struct arena *arena, uint64_t count)
{
    char text[DECIMAL_TEXT];
    amount_whole(text, (amount)count * AMOUNT_ONE);
    return arena_printf(arena, "%s", text);
}

static const char *count_words(struct arena *arena, uint64_t count)
{
    return arena_printf(arena, "%s %s", count_text(arena, count),
                        count == 1 ? "cell" : "cells");
}

/* "mean revision +13.4, mean absolute 13.4 (14 % of the amounts here); 4 cells
 * up, 0 down, 1 as before; sign test p 0.13" */
static const char *revision_words(const struct agreement *agreement,
                                  struct arena *arena)
{
    amount cells = (amount)agreement->both * AMOUNT_ONE;
    struct estimate p = sign_test(agreement->up, agreement->down);
    double mean = ratio_double((struct ratio){agreement->revised, cells});
    double moved = ratio_double((struct ratio){agreement->moved, cells});
    const char *test = "";
    char share[DECIMAL_TEXT] = "0";
    if (agreement->second > 0)
        ratio_share(share, (struct ratio){agreement->moved, agreement->second},
                    true);
    if (estimate_is(p))
        test = p.value < 0.001
                   ? "; sign test p <0.001"
                   : arena_printf(arena, "; sign test p %#.2g", p.value);
    return arena_printf(
        arena,
        "from there to here: mean revision %s%.2f, mean absolute %.2f (%s %% "
        "of the amounts here); %s up, %s down, %s as before%s",
        mean > 0   ? "+"
        : mean < 0 ? "\u2212"
                   : "",
        fabs(mean), moved, share, count_text(arena, agreement->up),
        count_text(arena, agreement->down), count_text(arena, agreement->equal),
        test);
}

size_t agreement_lines(const struct agreement *agreement, struct arena *arena,
                       const char *lines[AGREEMENT_LINES])
{
    size_t count = 0;
    const char *here = agreement->named[1];
    const char *there = agreement->named[0];
    if (agreement->both)
        lines[count++] = arena_printf(
            arena, "%s in both, %s %% equal within printed rounding",
            count_words(arena, agreement->both),
            share_words(arena, agreement->equal, agreement->both));
    if (agreement->moved > 0 && agreement->up + agreement->down > 0)
        lines[count++] = revision_words(agreement, arena);
    if (agreement->only[0] || agreement->only[1])
        lines[count++] = arena_printf(
            arena, "of places in both, %s here only and %s there only",
            count_words(arena, agreement->only[1]),
            count_words(arena, agreement->only[0]));
    if (*here)
        lines[count++] = arena_printf(arena, "places here only: %s", here);
    if (*there)
        lines[count++] = arena_printf(arena, "places there only: %s", there);
    return count;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/agreement.h"
#include "cmd/describe.h"

static bool can_compare(const struct release *first,
                        const struct release *second, bool supplier)
{
    return !first->readings[0].no_sum && !second->readings[0].no_sum &&
           agreement_is_possible(&first->study, &second->study, supplier);
}

static void compare_side(struct result *result, const struct release *first,
                         const struct release *second, bool supplier)
{
    struct arena *arena = &result->arena;
    const char *lines[AGREEMENT_LINES];
    char years[PERIOD_TEXT];
    struct agreement agreement =
        agreement_of(&first->study, &second->study, supplier);
    size_t count = agreement_lines(&agreement, arena, lines);
    period_print(years, agreement.years);
    const char *verdict = arena_printf(
        arena, "%s, %s%s%s: %s", first->readings[0].name,
        supplier ? "suppliers" : "recipients",
        period_length(agreement.years) ? " " : "",
        period_length(agreement.years) ? years : "",
        agreement_verdict(&agreement, &first->study, &second->study));
    const char *note = verdict;
    describe_line(result, "Against", "%s", verdict);
    for (size_t i = 0; i < count; i++) {
        describe_line(result, "", "%s", lines[i]);
        note = arena_printf(arena, "%s; %s", note, lines[i]);
    }
    result_add_note(result, "%s against %s.", second->readings[0].name, note);
}

void describe_against(struct result *result, const struct release *first,
                      const struct release *second)
{
    for (int i = 0; i < 2; i++) {
        if (can_compare(first, second, i == 0))
            compare_side(result, first, second, i == 0);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "cmd/describe.h"

/* "none of: rows like other ones, ..." of all screens that found nothing. */
static const char *add_clean(struct arena *arena, const char *before,
                             const char *words)
{
    const char *noun = words + strlen("no ");
    return before ? arena_printf(arena, "%s, %s", before, noun)
                  : arena_printf(arena, "no %s", noun);
}

void describe_screens(struct result *result, const struct release *release,
                      struct value counts[SCREEN_COUNT])
{
    const struct reading *reading = &release->readings[0];
    struct arena *arena = &result->arena;
    struct screen screens[SCREEN_COUNT];
    const char *clean = NULL, *head = "Checks";
    if (!release->has_rows) {
        describe_line(result, head,
                      "none: the rows of a stream, or of a file of 16 MiB or "
                      "more, are not kept");
        return;
    }
    screens_of(&release->study,
               !reading->no_sum && !reading_tells_several(reading), screens);
    for (size_t i = 0; i < SCREEN_COUNT; i++) {
        const char *words =
            screen_words(arena, (enum screen_kind)i, &screens[i]);
        counts[i] = value_integer((int64_t)screens[i].count);
        if (screens[i].count == 0) {
            clean = add_clean(arena, clean, words);
            continue;
        }
        describe_line(result, head, "%s", words);
        result_add_note(result, "%s: %s.", reading->name, words);
        head = "";
    }
    if (clean)
        describe_line(result, head, "%s", clean);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "cmd/describe.h"

/* The last line: what was looked for without finding any. */
static void add_clean(struct result *result, bool found, const char *clean)
{
    describe_line(result, found ? "" : "Checks",
                  found ? "nothing else; looked for: %s"
                        : "nothing found; looked for: %s",
                  clean);
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
    screens_of(&release->study, reading->series != NULL,
               !reading->no_sum && !reading_tells_several(reading), screens);
    for (size_t i = 0; i < SCREEN_COUNT; i++) {
        const char *words =
            screen_words(arena, (enum screen_kind)i, &screens[i]);
        if (!screens[i].made)
            continue;
        counts[i] = value_integer((int64_t)screens[i].count);
        if (screens[i].count == 0) {
            clean = clean ? arena_printf(arena, "%s, %s", clean, words) : words;
            continue;
        }
        describe_line(result, head, "%s", words);
        result_add_note(result, "%s: %s.", reading->name, words);
        head = "";
    }
    if (clean)
        add_clean(result, !*head, clean);
    else if (*head)
        describe_line(result, head,
                      reading->tally.rows_used
                          ? "none: this file does not allow any of them"
                          : "none: no row is used");
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/progress.h"

#include <time.h>

#include "base/diag.h"
#include "base/utf8.h"

/* So much of a name is always shown. */
#define NAME_COLUMNS ((size_t)12)

static unsigned first_ms = 1000;
static unsigned again_ms = 200;

void progress_pace(unsigned first, unsigned again)
{
    first_ms = first;
    again_ms = again;
}

static uint64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

void progress_begin(struct progress *progress, const char *name, uint64_t total)
{
    *progress = (struct progress){
        .name = name, .total = total, .wanted = diag_has_line()};
    if (progress->wanted) {
        progress->begun = now_ms();
        progress->next = progress->begun + first_ms;
    }
}

/* "640 kB", "336 MB", "12.5 GB" */
static const char *size_text(struct arena *arena, double bytes)
{
    if (bytes < 1e7)
        return arena_printf(arena, "%.0f kB", bytes / 1e3);
    if (bytes < 1e10)
        return arena_printf(arena, "%.0f MB", bytes / 1e6);
    return arena_printf(arena, "%.1f GB", bytes / 1e9);
}

/* "950", "640 thousand", "12.5 million" */
static const char *count_text(struct arena *arena, double count)
{
    if (count < 1e4)
        return arena_printf(arena, "%.0f", count);
    if (count < 1e6)
        return arena_printf(arena, "%.0f thousand", count / 1e3);
    return arena_printf(arena, "%.1f million", count / 1e6);
}

static const char *time_text(struct arena *arena, double seconds)
{
    if (seconds < 100)
        return arena_printf(arena, "%.0f s", seconds);
    if (seconds < 6000)
        return arena_printf(arena, "%.0f min", seconds / 60);
    return arena_printf(arena, "%.0f h", seconds / 3600);
}

/* ": 36 % of 336 MB, 3.6 million rows, 12.1 million/s, 2 s left" */
static const char *state_text(const struct progress *progress,
                              struct arena *arena, double bytes, double rows,
                              double seconds)
{
    double total = (double)progress->total;
    bool known = total >= bytes && bytes > 0;
    const char *text =
        known ? arena_printf(arena, ": %.0f %% of %s", 100 * bytes / total,
                             size_text(arena, total))
              : arena_printf(arena, ": %s", size_text(arena, bytes));
    if (rows > 0 && seconds > 0)
        text = arena_printf(arena, "%s, %s rows, %s/s", text,
                            count_text(arena, rows),
                            count_text(arena, rows / seconds));
    if (known)
        text =
            arena_printf(arena, "%s, %s left", text,
                         time_text(arena, seconds * (total - bytes) / bytes));
    return text;
}

/* A name that is too long for the line is cut, not what stands behind it. */
static const char *line_text(const char *name, const char *state,
                             struct arena *arena)
{
    struct str shown = utf8_harmless(arena, str_from(name));
    size_t line = diag_line_columns();
    size_t taken = utf8_width(str_from(state));
    size_t room = line > taken + NAME_COLUMNS ? line - taken : NAME_COLUMNS;
    if (utf8_width(shown) <= room)
        return arena_printf(arena, "%.*s%s", STR_ARG(shown), state);
    struct str start = utf8_prefix(shown, room - 3);
    return arena_printf(arena, "%.*s...%s", STR_ARG(start), state);
}

void progress_step(struct progress *progress, uint64_t bytes, uint64_t rows)
{
    if (!progress->wanted)
        return;
    uint64_t now = now_ms();
    if (now < progress->next)
        return;
    struct arena arena;
    arena_init(&arena);
    const char *state =
        state_text(progress, &arena, (double)bytes, (double)rows,
                   (double)(now - progress->begun) / 1000);
    diag_show_line(line_text(progress->name, state, &arena));
    arena_done(&arena);
    progress->next = now + again_ms;
}

void progress_end(struct progress *progress)
{
    if (progress->wanted)
        diag_clear_line();
    progress->wanted = false;
}

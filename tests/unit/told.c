/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "told.h"

#include <inttypes.h>

#include "base/mem.h"
#include "tap.h"

#define MOST_BYTES ((size_t)1 << 22)

void told_init(struct told *told)
{
    *told = (struct told){0};
    arena_init(&told->arena);
    names_init(&told->names);
    buf_init(&told->flows, MOST_BYTES);
    told->options = (struct read_options){.decimal = '.',
                                          .rounded_to = -1,
                                          .unit = -1,
                                          .threads = 1,
                                          .categories = true,
                                          .limits = reader_default_limits};
}

void told_done(struct told *told)
{
    reading_done(&told->reading);
    names_done(&told->names);
    buf_done(&told->flows);
    arena_done(&told->arena);
}

static bool take(void *context, const struct flow *flow, struct err *err)
{
    struct told *told = context;
    const struct names *names = &told->names;
    struct str category = names_text(&names->categories, flow->category);
    char value[DECIMAL_TEXT];
    (void)err;
    if (!filter_takes_category(&told->asked, category))
        return true;
    amount_exact(value, flow->value);
    told->sum += flow->value;
    buf_printf(&told->flows, "%.*s > %.*s %d %.*s %s line %" PRIu64 "\n",
               STR_ARG(names_text(&names->places, flow->supplier)),
               STR_ARG(names_text(&names->places, flow->recipient)), flow->year,
               STR_ARG(category), value, flow->line);
    return true;
}

void told_read(struct told *told, const char *file)
{
    struct flow_sink sink = {.take = take, .context = told};
    told->options.asked = &told->asked;
    told->sound =
        reading_open(&told->reading, file, 0, &told->options, &told->err) &&
        reading_run(&told->reading, &told->names, sink, &told->err);
}

const char *told_flows(const struct told *told)
{
    return buf_str(&told->flows).ptr;
}

const char *told_account(struct told *told)
{
    const struct tally *tally = &told->reading.tally;
    const char *text = arena_printf(
        &told->arena, "%" PRIu64 " read, %" PRIu64 " used, %" PRIu64 " totals",
        tally->rows_read, tally->rows_used, tally->total_rows);
    for (size_t i = 0; i < ASIDE_COUNT; i++) {
        if (tally->asides[i])
            text = arena_printf(&told->arena, "%s; %" PRIu64 " %s", text,
                                tally->asides[i], aside_text((enum aside)i));
    }
    for (size_t i = 0; i < FAULT_COUNT; i++) {
        if (tally->faults[i].rows)
            text = arena_printf(&told->arena, "%s; %" PRIu64 " %s", text,
                                tally->faults[i].rows,
                                fault_text((enum row_fault)i));
    }
    CU_ASSERT_EQUAL(tally->rows_read, tally->rows_used + tally_left_out(tally) +
                                          tally_set_aside(tally));
    return text;
}

const char *told_sum(struct told *told)
{
    char text[DECIMAL_TEXT];
    amount_exact(text, told->sum);
    return arena_str(&told->arena, str_from(text)).ptr;
}

bool told_read_shared(struct told *told, const char *file)
{
    if (!tap_shared()) {
        tap_skip("ARMSTATS_SHARED is not set");
        return false;
    }
    told_read(told,
              arena_printf(&told->arena, "%s/corpus/%s", tap_shared(), file));
    CHECK_TEXT(told->err.text, "");
    return told->sound;
}

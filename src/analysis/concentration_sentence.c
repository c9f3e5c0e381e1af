/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include <stdio.h>

#include "analysis/concentration_parts.h"
#include "analysis/prose.h"
#include "analysis/values.h"
#include "base/buf.h"

#define SENTENCE_BYTES ((size_t)16000)

static const char *capital(struct arena *arena, const char *text)
{
    return arena_printf(arena, "%c%s", text[0] - 'a' + 'A', text + 1);
}

/* "; the largest, United States, had 42 per cent" */
static void say_largest(struct buf *buf, struct arena *arena,
                        const struct spread *spread)
{
    struct value names = spread_largest(spread, arena);
    struct cube_cell one = spread_top(spread, 1);
    struct cube_cell three = spread_top(spread, 3);
    bool tied = spread->active > 1 &&
                spread->parts[0].cell.sum == spread->parts[1].cell.sum;
    buf_printf(buf, "; the largest, %.*s, had %s per cent%s",
               STR_ARG(names.as.text), share_words(arena, &one, &spread->all),
               tied ? " each" : "");
    if (spread->active > 3)
        buf_printf(buf, ", the three largest %s",
                   share_words(arena, &three, &spread->all));
}

static void say_before(struct buf *buf, const struct subject *subject)
{
    char years[PERIOD_TEXT];
    struct value effective = spread_effective(&subject->before);
    if (effective.type == VALUE_NULL)
        return;
    period_print(years, subject->periods.before);
    buf_printf(buf, "; %s: as %.1f", years, spread_double(effective));
}

static const char *side_word(struct arena *arena, const char *word,
                             struct str name)
{
    return name.len ? arena_printf(arena, " %s %.*s", word, STR_ARG(name)) : "";
}

static void say_subject(struct buf *buf, struct arena *arena,
                        const struct subjects *subjects,
                        const struct subject *subject)
{
    const struct spread *now = &subject->now;
    const char *plural = by_plural(subjects->by);
    char years[PERIOD_TEXT];
    period_print(years, subject->periods.now);
    buf_printf(buf,
               "%s of %s%s%s%s in %s were as concentrated as %.1f equal %s "
               "would be (HHI %.2f",
               capital(arena, plural), subjects->sides.goods,
               subject->category.len
                   ? arena_printf(arena, " (%.*s)", STR_ARG(subject->category))
                   : "",
               side_word(arena, "from", subject->supplier),
               side_word(arena, "to", subject->recipient), years,
               spread_double(spread_effective(now)), plural,
               spread_double(spread_hhi(now, UNKNOWN_AS_RECORDED)));
    say_largest(buf, arena, now);
    say_before(buf, subject);
    buf_printf(buf, "). %s.", citation(subjects->study));
}

void concentration_sentence(struct result *result,
                            const struct subjects *subjects)
{
    struct buf buf;
    buf_init(&buf, SENTENCE_BYTES);
    bool all = subjects->named || !subjects_are_places(subjects);
    size_t count = all ? subjects->listed : subjects->listed > 0;
    for (size_t i = 0; i < count; i++) {
        if (!subjects->items[i].now.active)
            continue;
        buf_add_text(&buf, buf.len ? " " : "");
        say_subject(&buf, &result->arena, subjects, &subjects->items[i]);
    }
    if (buf.len)
        result->sentence = arena_str(&result->arena, buf_str(&buf)).ptr;
    buf_done(&buf);
}

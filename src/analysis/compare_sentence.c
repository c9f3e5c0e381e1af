/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/compare_view.h"
#include "analysis/markets.h"
#include "analysis/prose.h"
#include "base/buf.h"

#define SENTENCE_BYTES ((size_t)16000)

/* Contributions that a sentence names. */
#define MOST_TOLD ((size_t)3)

/* A change as tables print it, without its sign. */
static const char *size_words(struct arena *arena, struct ratio change)
{
    char text[DECIMAL_TEXT];
    change.num = amount_size(change.num);
    ratio_share(text, change, false);
    return arena_str(arena, str_from(text)).ptr;
}

/* "+3.4 points", with U+2212 */
static const char *points_words(struct arena *arena, struct ratio points)
{
    char text[DECIMAL_TEXT];
    ratio_change(text, points);
    bool minus = text[0] == '-';
    return arena_printf(arena, "%s%s", minus ? "\u2212" : "", text + minus);
}

/* " rose by 12 per cent" */
static void say_change(struct buf *buf, struct arena *arena,
                       struct ratio change)
{
    if (change.num == 0)
        buf_add_text(buf, " did not change");
    else
        buf_printf(buf, " %s by %s per cent", change.num > 0 ? "rose" : "fell",
                   size_words(arena, change));
}

static void say_rows(struct buf *buf, struct arena *arena,
                     const struct comparison *comparison)
{
    const struct ranking *ranking = &comparison->ranking;
    for (size_t i = 0; i < ranking->count && i < MOST_TOLD; i++) {
        const struct entity *entity = ranking->rows[i];
        struct value points =
            compare_contribution(comparison, &entity->now, &entity->before);
        buf_printf(buf, "%s%.*s%s%.*s %s%s%s", i ? ", " : ": ",
                   STR_ARG(entity->name), entity->second.len ? "\u2013" : "",
                   STR_ARG(entity->second), i ? "" : "contributed ",
                   points_words(arena, points.as.ratio), i ? "" : " points");
    }
}

static void say_effects(struct buf *buf, struct arena *arena,
                        const struct comparison *comparison)
{
    const struct market_effects *mean = &comparison->effects[2];
    const struct group *group = &comparison->ranking.group;
    const char *word = ". At constant market shares (mean of both bases) the ";
    static const struct {
        enum effect_kind kind;
        const char *name;
    } told[] = {{EFFECT_WORLD, "world effect was"},
                {EFFECT_MARKET, "market effect"},
                {EFFECT_SHARE, "within-market share effect"},
                {EFFECT_NEW, "effect of new and lost markets"}};
    if (!comparison->effects_known || !mean->defined || group->before.sum <= 0)
        return;
    for (size_t i = 0; i < sizeof told / sizeof told[0]; i++) {
        struct value points = markets_points(
            &group->periods, mean->of[told[i].kind].cut, &group->before);
        buf_printf(buf, "%s%s %s%s", word, told[i].name,
                   points_words(arena, points.as.ratio), i ? "" : " points");
        word = ", the ";
    }
}

void compare_sentence(struct result *result,
                      const struct comparison *comparison)
{
    const struct ranking *ranking = &comparison->ranking;
    const struct group *group = &ranking->group;
    struct arena *arena = &result->arena;
    char now[PERIOD_TEXT];
    char before[PERIOD_TEXT];
    struct value change =
        compare_contribution(comparison, &group->now, &group->before);
    struct buf buf;
    if (change.type != VALUE_RATIO)
        return;
    period_print(now, group->periods.now);
    period_print(before, group->periods.before);
    buf_init(&buf, SENTENCE_BYTES);
    buf_add_text(&buf, sides_subject(&comparison->sides, ranking->study));
    say_change(&buf, arena, change.as.ratio);
    buf_printf(&buf, " from %s to %s%s", before, now,
               group->periods.means ? " (yearly means)" : "");
    if (ranking->question->by != BY_WORLD)
        say_rows(&buf, arena, comparison);
    say_effects(&buf, arena, comparison);
    buf_printf(&buf, ". %s.", citation(ranking->study));
    result->sentence = arena_str(arena, buf_str(&buf)).ptr;
    buf_done(&buf);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/prose.h"
#include "analysis/rank_view.h"
#include "analysis/release.h"
#include "analysis/values.h"
#include "base/buf.h"

#define SENTENCE_BYTES ((size_t)16000)

/* "was the joint 10th largest exporter"; "had rank 2.5 (fractional ranks)
 * among the exporters". */
static const char *rank_phrase(struct arena *arena,
                               const struct ranking *ranking,
                               const struct entity *entity)
{
    const char *noun =
        ranking->question->by == BY_RECIPIENT ? "importer" : "exporter";
    enum ties ties = ranking->question->ties;
    if (ties == TIES_COMPETITION)
        return arena_printf(arena, "was %s",
                            standing(arena, entity->rank, entity->tied, noun));
    return arena_printf(arena, "had %s (%s ranks) among the %ss",
                        rank_words(arena, ties, entity->halves.now),
                        ties_word(ties), noun);
}

/* " (2013–17: 12th, 1.3 per cent)" */
static void say_before(struct buf *buf, struct arena *arena,
                       const struct ranking *ranking,
                       const struct entity *entity)
{
    const struct group *group = &ranking->group;
    char years[PERIOD_TEXT];
    if (!entity->previous_rank || group->before.sum <= 0)
        return;
    period_print(years, group->periods.before);
    buf_printf(
        buf, " (%s: %s, %s per cent)", years,
        rank_words(arena, ranking->question->ties, entity->halves.before),
        share_words(arena, &entity->before, &group->before));
}

/* "; in the release of March 2024 it is 10th (2.3 per cent)" */
static void say_other(struct buf *buf, struct arena *arena,
                      const struct ranking *other, const struct entity *entity)
{
    const struct entity *there = release_counterpart(other, entity);
    if (!there || !there->rank || there->halves.now == entity->halves.now)
        return;
    buf_printf(buf, "; in the release of %s it is %s (%s per cent)",
               other->study->release_name,
               rank_words(arena, other->question->ties, there->halves.now),
               share_words(arena, &there->now, &other->group.now));
}

static void say_row(struct buf *buf, struct arena *arena,
                    const struct ranking *ranking, const struct entity *entity)
{
    const struct group *group = &ranking->group;
    const struct study *study = ranking->study;
    const char *whole = ranking->whole == WHOLE_WORLD ? "the world's" : "that";
    char years[PERIOD_TEXT];
    period_print(years, group->periods.now);
    buf_printf(buf, "%s %s of %s in %s, with %s per cent of %s %s",
               opening_name(arena, entity->name),
               rank_phrase(arena, ranking, entity),
               study_goods(study, ranking->question), years,
               share_words(arena, &entity->now, &group->now), whole,
               volume_word(arena, study->cube->unit));
    say_before(buf, arena, ranking, entity);
    buf_printf(buf, ". %s", citation(study));
}

void rank_sentence(struct result *result, const struct ranking *ranking,
                   const struct ranking *others, size_t other_count)
{
    enum by by = ranking->question->by;
    if ((by != BY_SUPPLIER && by != BY_RECIPIENT) ||
        ranking->group.now.sum <= 0)
        return;
    struct buf buf;
    buf_init(&buf, SENTENCE_BYTES);
    size_t count = ranking->named ? ranking->count : ranking->count > 0;
    for (size_t i = 0; i < count; i++) {
        if (!ranking->rows[i]->rank)
            continue;
        buf_add_text(&buf, buf.len ? " " : "");
        say_row(&buf, &result->arena, ranking, ranking->rows[i]);
        for (size_t j = 0; j < other_count; j++)
            say_other(&buf, &result->arena, &others[j], ranking->rows[i]);
        buf_add_char(&buf, '.');
    }
    if (buf.len)
        result->sentence = arena_str(&result->arena, buf_str(&buf)).ptr;
    buf_done(&buf);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/whole.h"

#include "analysis/prose.h"
#include "analysis/values.h"

bool whole_side(const struct study *study, const struct question *question,
                bool supplier)
{
    const struct scope_side *side =
        supplier ? &study->scope.supplier : &study->scope.recipient;
    size_t left_out = supplier ? question->asked->not_supplier.count
                               : question->asked->not_recipient.count;
    size_t hidden = supplier ? question->hide_supplier.count
                             : question->hide_recipient.count;
    return side->extent != SCOPE_ONE && side->extent != SCOPE_SOME &&
           (!left_out || hidden);
}

static bool side_is_narrow(const struct study *study,
                           const struct question *question, bool supplier)
{
    size_t asked = supplier ? question->asked->supplier.count
                            : question->asked->recipient.count;
    size_t listed = supplier ? question->list_supplier.count
                             : question->list_recipient.count;
    return (asked && !listed) || !whole_side(study, question, supplier);
}

enum whole whole_of(const struct study *study, const struct question *question,
                    enum by by)
{
    bool supplier = side_is_narrow(study, question, true);
    bool recipient = side_is_narrow(study, question, false);
    if (!supplier && !recipient)
        return WHOLE_WORLD;
    if (recipient && !supplier && by != BY_RECIPIENT)
        return WHOLE_RECIPIENT;
    if (supplier && !recipient && by != BY_SUPPLIER)
        return WHOLE_SUPPLIER;
    return WHOLE_SELECTION;
}

void whole_set(enum whole whole, const struct group *group,
               struct row_facts *facts)
{
    switch (whole) {
    case WHOLE_WORLD:
        facts->world_now = &group->now;
        facts->world_before = &group->before;
        break;
    case WHOLE_SUPPLIER:
        facts->supplier_now = &group->now;
        facts->supplier_before = &group->before;
        break;
    case WHOLE_RECIPIENT:
        facts->recipient_now = &group->now;
        facts->recipient_before = &group->before;
        break;
    case WHOLE_SELECTION:
        break;
    }
    facts->recipient_first = whole == WHOLE_RECIPIENT;
    facts->no_world = REASON_PARTIAL_SELECTION;
}

const char *whole_label(enum whole whole)
{
    return whole == WHOLE_WORLD ? "World" : "All";
}

const char *whole_line(enum whole whole, const struct study *study,
                       const struct group *group, enum by by)
{
    const char *side = by == BY_RECIPIENT ? "recipients" : "suppliers";
    const char *records = measure_words(study->cube->measure)->records;
    const char *unsaid = whole == WHOLE_WORLD && !scope_is_told(&study->scope)
                             ? " in data that do not say whom they select"
                             : "";
    if (!group->unknown.rows || group->now.sum <= 0)
        return arena_printf(study->arena, "%s: all recorded %s%s.",
                            whole_label(whole), records, unsaid);
    return arena_printf(
        study->arena, "%s: all recorded %s%s, unknown %s (%s %%) included.",
        whole_label(whole), records, unsaid, side,
        share_words(study->arena, &group->unknown, &group->now));
}

/* "2019–23", or "2019–23 against 2014–18". */
static const char *periods_words(struct arena *arena,
                                 const struct periods *periods)
{
    char now[PERIOD_TEXT];
    char before[PERIOD_TEXT];
    period_print(now, periods->now);
    if (period_length(periods->before) == 0)
        return arena_printf(arena, "%s", now);
    period_print(before, periods->before);
    return arena_printf(arena, "%s against %s", now, before);
}

const char *whole_summary(enum whole whole, const struct study *study,
                          const struct group *group, enum by by)
{
    struct arena *arena = study->arena;
    char sum[DECIMAL_TEXT];
    amount_whole(sum, group->now.sum);
    const char *unknown = "";
    if (group->unknown.rows && group->now.sum > 0)
        unknown =
            arena_printf(arena, ", unknown %s %s %%",
                         by == BY_RECIPIENT ? "recipients" : "suppliers",
                         share_words(arena, &group->unknown, &group->now));
    return arena_printf(
        arena, "%s; %s %s%s", periods_words(arena, &group->periods),
        whole == WHOLE_WORLD ? "world" : "all selected", sum, unknown);
}

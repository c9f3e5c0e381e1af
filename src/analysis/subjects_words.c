/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What titles and the lines under tables call the subjects. */
#include <config.h>

#include "analysis/census.h"
#include "analysis/subjects.h"
#include "analysis/view_parts.h"

struct str subject_name(const struct subjects *subjects,
                        const struct subject *subject)
{
    char years[PERIOD_TEXT];
    switch (subjects->each) {
    case EACH_SUPPLIER:
        return subject->supplier;
    case EACH_RECIPIENT:
        return subject->recipient;
    case EACH_CATEGORY:
        return subject->category;
    default:
        period_print(years, subject->periods.now);
        return arena_str(subjects->study->arena, str_from(years));
    }
}

/* Kinds of goods are not of anybody. */
static const char *counted_words(enum by by)
{
    switch (by) {
    case BY_CATEGORY:
        return "categories among";
    case BY_WEAPON:
        return "kinds of weapons among";
    case BY_PAIR:
        return "pairs of supplier and recipient of";
    default:
        return by == BY_RECIPIENT ? "recipients of" : "suppliers of";
    }
}

const char *subjects_noun(const struct subjects *subjects)
{
    const struct sides *sides = &subjects->sides;
    const char *by =
        subjects->each == EACH_SUPPLIER ? "" : sides->supplier.name;
    const char *to =
        subjects->each == EACH_RECIPIENT ? "" : sides->recipient.name;
    return arena_printf(subjects->study->arena, "%s %s%s%s%s%s",
                        counted_words(subjects->by), sides->goods,
                        *by ? " from " : "", by, *to ? " to " : "", to);
}

const char *subjects_years(const struct subjects *subjects)
{
    char years[PERIOD_TEXT];
    period_print(years, subjects->group.periods.now);
    return arena_printf(subjects->study->arena, "%s%s", years,
                        subjects->clipped ? " (covered years only)" : "");
}

void subjects_foot(struct result *result, const struct subjects *subjects)
{
    const struct study *study = subjects->study;
    struct view *view = &result->view;
    struct periods periods = subjects->group.periods;
    bool timed = subjects->each == EACH_YEAR || subjects->each == EACH_WINDOW ||
                 subjects->each == EACH_ROLLING;
    periods.clipped = subjects->clipped;
    periods.before_missing = periods.before_missing && !timed;
    result->provenance.universe =
        whole_summary(subjects->whole, study, &subjects->group, subjects->by);
    parts_note_periods(result, &periods);
    if (subjects->each == EACH_WINDOW && subjects->count)
        parts_note_left_out(result, subjects->asked, periods.now,
                            period_length(subjects->items[0].periods.now));
    if (!subjects->group.ranked)
        parts_note_nothing(result, study);
    parts_show_notes(result);
    view_add_foot(
        view, &result->arena, "%s",
        whole_line(subjects->whole, study, &subjects->group, subjects->by));
    census_foot(result, study);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/lags_view.h"

#include "analysis/census.h"
#include "analysis/estimates.h"
#include "analysis/view_parts.h"

#define LEVEL 0.95
#define UNREACHED "?"
#define CERTAIN "Certain years only"

/* Columns of the view; those of a curve are others. */
struct places {
    size_t name, orders, delivered, pending, within, quarter, half, interval,
        three_quarters;
};

static size_t number_column(struct result *result, size_t width,
                            struct heads heads)
{
    return parts_column(result, KIND_NUMBER, width, 2, heads);
}

static size_t text_column(struct result *result, size_t width,
                          struct heads heads)
{
    size_t at = parts_column(result, KIND_TEXT, width, 2, heads);
    result->view.columns[at].align = ALIGN_RIGHT;
    result->view.columns[at].flexible = false;
    return at;
}

static const char *group_head(const struct lags *lags)
{
    static const char *const heads[] = {
        [BY_SUPPLIER] = "Supplier",
        [BY_RECIPIENT] = "Recipient",
        [BY_CATEGORY] = "Category",
        [BY_WEAPON] = "Weapon",
        [BY_WORLD] = "",
        [BY_PAIR] = "",
    };
    return heads[lags->asked->by];
}

static void add_columns(struct result *result, const struct lags *lags,
                        struct places *at)
{
    const char *head = group_head(lags);
    at->name = parts_column(result, KIND_TEXT, 20, 0,
                            (struct heads){{NULL, NULL, head}, head});
    at->orders = number_column(
        result, 6, (struct heads){{NULL, NULL, "Orders"}, "Orders"});
    at->delivered = number_column(
        result, 7, (struct heads){{NULL, "De-", "livered"}, "Delivered"});
    at->pending = number_column(
        result, 5, (struct heads){{NULL, "Pend-", "ing"}, "Pending"});
    at->within = number_column(
        result, 8,
        (struct heads){{"Within", "5 years,", "%"}, "Within 5 years, %"});
    at->quarter = number_column(
        result, 4, (struct heads){{NULL, NULL, "25 %"}, "Years: 25 %"});
    at->half = number_column(
        result, 4, (struct heads){{NULL, NULL, "50 %"}, "Years: 50 %"});
    at->interval = text_column(
        result, 6,
        (struct heads){{NULL, "95 %", "int."}, "95 % interval of the 50 %"});
    at->three_quarters = number_column(
        result, 4, (struct heads){{NULL, NULL, "75 %"}, "Years: 75 %"});
    parts_span(result, 0, at->quarter, at->three_quarters, 0,
               "Years until delivered");
}

/* "3–5", "from 3" where the upper end is not reached. */
static struct value interval_value(struct arena *arena,
                                   struct survival_limits limits)
{
    if (!estimate_is(limits.low))
        return value_null(REASON_NONE);
    if (!estimate_is(limits.high))
        return value_word(
            arena_printf(arena, "%.0f\u2013" UNREACHED, limits.low.value));
    return value_word(arena_printf(arena, "%.0f\u2013%.0f", limits.low.value,
                                   limits.high.value));
}

/* A time that the curve does not reach is longer than any that was seen. */
static struct value time_value(const struct survival *survival, double share)
{
    struct estimate time = survival_quantile(survival, share, NULL);
    return time.undefined == UNDEFINED_NOT_REACHED ? value_word(UNREACHED)
                                                   : estimate_value(time, 0);
}

/* By the printing rule of shares. */
static struct value within_value(const struct survival *survival, double years)
{
    struct estimate left = survival_at(survival, years);
    if (left.undefined == UNDEFINED_NOT_REACHED)
        return value_word(UNREACHED);
    if (!estimate_is(left))
        return estimate_value(left, 0);
    double share = 100 * (1 - left.value);
    return value_number(share, share < 9.95 ? 1 : 0);
}

static void add_line(struct result *result, const struct places *at,
                     enum view_role role, const char *name,
                     const struct survival *survival)
{
    struct arena *arena = &result->arena;
    struct value *cells = view_add_row(&result->view, arena, role);
    cells[at->name] = value_word(name);
    cells[at->orders] = value_integer((int64_t)survival->n);
    cells[at->delivered] = value_integer((int64_t)survival->events);
    cells[at->pending] =
        value_integer((int64_t)(survival->n - survival->events));
    cells[at->within] = within_value(survival, 5);
    cells[at->quarter] = time_value(survival, 0.25);
    cells[at->half] = time_value(survival, 0.5);
    cells[at->interval] = interval_value(
        arena,
        survival_quantile_limits(survival, 0.5, SURVIVAL_LOG_LOG, LEVEL));
    cells[at->three_quarters] = time_value(survival, 0.75);
}

static const char *group_name(struct arena *arena,
                              const struct lag_group *group)
{
    return group->name.len > 0 ? arena_str(arena, group->name).ptr
                               : "not given";
}

static void add_others(struct result *result, const struct lags *lags,
                       const struct places *at)
{
    struct arena *arena = &result->arena;
    size_t orders = 0, delivered = 0;
    for (size_t i = lags->listed; i < lags->count; i++) {
        orders += lags->groups[i].curves[LAG_ALL].n;
        delivered += lags->groups[i].curves[LAG_ALL].events;
    }
    struct value *cells = view_add_row(&result->view, arena, VIEW_OTHERS);
    cells[at->name] =
        value_word(parts_others(arena, lags->count - lags->listed));
    cells[at->orders] = value_integer((int64_t)orders);
    cells[at->delivered] = value_integer((int64_t)delivered);
    cells[at->pending] = value_integer((int64_t)(orders - delivered));
}

static void set_title(struct result *result, const struct lags *lags)
{
    const struct sides *sides = &lags->sides;
    const char *by = sides->supplier.name, *to = sides->recipient.name;
    char years[PERIOD_TEXT];
    period_print(years, lags->ordered);
    result->view.title = arena_printf(
        &result->arena,
        "Times from order to %s delivery of %s%s%s%s%s, orders of %s%s",
        lags->asked->last ? "last" : "first", sides->goods, *by ? " by " : "",
        by, *to ? " to " : "", to,
        period_length(lags->ordered) > 0 ? years : "no year",
        lags->clipped ? " (covered years only)" : "");
    result->view.unit_line =
        "Orders, not amounts; years from that of the order on";
}

static bool has_unreached(const struct view *view)
{
    for (size_t i = 0; i < view->row_count; i++) {
        for (size_t j = 0; j < view->column_count; j++) {
            const struct value *cells = view->rows[i].cells;
            if (cells && cells[j].type == VALUE_TEXT &&
                str_ends(cells[j].as.text, STR(UNREACHED)))
                return true;
        }
    }
    return false;
}

static void add_foot(struct result *result, const struct lags *lags)
{
    if (has_unreached(&result->view))
        view_add_foot(&result->view, &result->arena,
                      UNREACHED ": longer than the data tell.");
    parts_show_notes(result);
    census_foot(result, lags->study);
}

void lags_view(struct result *result, const struct lags *lags)
{
    struct arena *arena = &result->arena;
    struct places at;
    set_title(result, lags);
    add_columns(result, lags, &at);
    for (size_t i = 0; i < lags->listed; i++)
        add_line(result, &at, VIEW_ENTRY, group_name(arena, &lags->groups[i]),
                 &lags->groups[i].curves[LAG_ALL]);
    if (lags->listed < lags->count)
        add_others(result, lags, &at);
    add_line(result, &at, VIEW_TOTAL, "All orders",
             &lags->whole.curves[LAG_ALL]);
    add_line(result, &at, VIEW_TOTAL, CERTAIN,
             &lags->whole.curves[LAG_CERTAIN]);
    view_add_row(&result->view, arena, VIEW_RULE);
    add_foot(result, lags);
}

/* Columns of a curve, behind that of the group if there are groups, which
 * leave no room for the last two: machine formats have them. */
enum {
    C_TIME,
    C_AT_RISK,
    C_EVENTS,
    C_CENSORED,
    C_SURVIVAL,
    C_INTERVAL,
    C_ERROR,
    C_HAZARD,
};

static void add_curve_columns(struct result *result, const char *head)
{
    if (*head)
        parts_column(result, KIND_TEXT, 14, 0,
                     (struct heads){{NULL, NULL, head}, head});
    parts_column(result, KIND_NUMBER, 5, *head ? 2 : 0,
                 (struct heads){{NULL, NULL, "Years"}, "Years"});
    number_column(result, 8,
                  (struct heads){{NULL, "Orders", "at risk"}, "At risk"});
    number_column(result, 9,
                  (struct heads){{NULL, "Delivered", "then"}, "Delivered"});
    number_column(result, 9,
                  (struct heads){{NULL, "Not seen", "longer"}, "Not seen"});
    number_column(result, 8,
                  (struct heads){{NULL, "Waiting,", "%"}, "Waiting, %"});
    text_column(result, 13,
                (struct heads){{NULL, "95 %", "interval"}, "95 % interval"});
    if (*head)
        return;
    number_column(result, 6,
                  (struct heads){{NULL, "Stand.", "error"}, "Error"});
    number_column(result, 8,
                  (struct heads){{NULL, "Nelson-", "Aalen"}, "Nelson-Aalen"});
}

static struct value per_cent(struct estimate share)
{
    if (estimate_is(share))
        share.value *= 100;
    return estimate_value(share, 1);
}

static void fill_step(struct value *cells, struct arena *arena,
                      const struct survival_step *step, bool whole)
{
    struct survival_limits limits =
        survival_limits(step, SURVIVAL_LOG_LOG, LEVEL);
    cells[C_TIME] = value_number(step->time, 0);
    cells[C_AT_RISK] = value_integer((int64_t)step->at_risk);
    cells[C_EVENTS] = value_integer((int64_t)step->events);
    cells[C_CENSORED] = value_integer((int64_t)step->censored);
    cells[C_SURVIVAL] = per_cent(estimate_of(step->survival));
    if (estimate_is(limits.low))
        cells[C_INTERVAL] = value_word(arena_printf(arena, "%.1f\u2013%.1f",
                                                    100 * limits.low.value,
                                                    100 * limits.high.value));
    if (!whole)
        return;
    cells[C_ERROR] = per_cent(step->error);
    cells[C_HAZARD] = value_number(step->hazard, 3);
}

/* The name stands on the first line of its curve. */
static void add_curve(struct result *result, const struct lags *lags,
                      const struct lag_group *group, const char *name)
{
    const struct survival *survival = &group->curves[LAG_ALL];
    bool named = lags->asked->by != BY_WORLD;
    for (size_t i = 0; i < survival->count; i++) {
        struct arena *arena = &result->arena;
        struct value *cells = view_add_row(&result->view, arena, VIEW_ENTRY);
        if (named && i == 0)
            cells[0] = value_word(name);
        fill_step(cells + named, arena, &survival->steps[i], !named);
    }
}

void lags_curve_view(struct result *result, const struct lags *lags)
{
    struct arena *arena = &result->arena;
    set_title(result, lags);
    add_curve_columns(result, group_head(lags));
    for (size_t i = 0; i < lags->listed; i++)
        add_curve(result, lags, &lags->groups[i],
                  group_name(arena, &lags->groups[i]));
    add_curve(result, lags, &lags->whole, "All orders");
    view_add_row(&result->view, arena, VIEW_RULE);
    add_foot(result, lags);
}

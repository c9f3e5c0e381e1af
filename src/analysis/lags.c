/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/lags.h"

#include <stdlib.h>

#include "analysis/deals_list.h"
#include "analysis/lags_columns.h"
#include "analysis/lags_view.h"
#include "base/mem.h"

/* An order that is in a curve. */
struct lag {
    struct lifetime lifetime;
    struct str group;
    bool uncertain;
};

/* Orders on their way to groups; on the heap. */
struct lag_list {
    struct lag *items;
    size_t count;
};

/* The file's word for what the rows are of. */
static struct str group_of(const struct lags *lags, const struct flow *row)
{
    const struct names *names = lags->study->names;
    switch (lags->asked->by) {
    case BY_SUPPLIER:
        return names_text(&names->places, row->supplier);
    case BY_RECIPIENT:
        return names_text(&names->places, row->recipient);
    case BY_CATEGORY:
        return names_text(&names->categories, row->category);
    case BY_WEAPON:
        return names_text(&names->descriptions, row->description);
    default:
        return STR("");
    }
}

static bool is_uncertain(const struct order *order)
{
    return order->order_year_estimated == TRI_YES ||
           (order->year_count > 0 && order->year_estimated == TRI_YES);
}

/* Whether it happened, and after how long; false: it is in no curve. */
static bool measure(struct lags *lags, const struct order *order,
                    struct lifetime *lifetime)
{
    int ordered = order->row->order_year;
    bool last = lags->asked->last;
    *lifetime = (struct lifetime){lags->end - ordered, false};
    if (order->year_count == 0)
        return true;
    if (order->years[0] < ordered) {
        lags->aside.early++;
        return false;
    }
    if (last && order->pending < 0 && order->row->order) {
        lags->aside.incomplete++;
        return false;
    }
    if (last && order->pending > 0)
        return true;
    int year = order->years[last ? order->year_count - 1 : 0];
    if (year <= lags->end)
        *lifetime = (struct lifetime){year - ordered, true};
    return true;
}

static bool is_of_years(struct lags *lags, int ordered)
{
    lags->aside.undated += ordered == 0;
    lags->aside.before += ordered != 0 && ordered < lags->ordered.from;
    lags->aside.after += ordered > lags->ordered.to;
    return period_has(lags->ordered, ordered);
}

static void collect(struct lags *lags, const struct orders *orders,
                    struct lag_list *list)
{
    list->items = mem_alloc(orders->count, sizeof(*list->items));
    for (size_t i = 0; i < orders->count; i++) {
        const struct order *order = &orders->items[i];
        struct lag *lag = &list->items[list->count];
        lags->tells_orders |= order->row->order != NULL;
        if (!is_of_years(lags, order->row->order_year) ||
            !measure(lags, order, &lag->lifetime))
            continue;
        lag->group = group_of(lags, order->row);
        lag->uncertain = is_uncertain(order);
        list->count++;
    }
}

static int group_order(const void *left, const void *right)
{
    return str_cmp(((const struct lag *)left)->group,
                   ((const struct lag *)right)->group);
}

/* The curves of so many orders, with and without the uncertain ones. */
static struct lag_group make_group(struct lags *lags, const struct lag *items,
                                   size_t count)
{
    struct lag_group group = {.name = count > 0 ? items[0].group : STR("")};
    struct lifetime *lifetimes = mem_alloc(count, sizeof(*lifetimes));
    for (size_t sample = 0; sample < LAG_SAMPLES; sample++) {
        size_t taken = 0;
        for (size_t i = 0; i < count; i++) {
            if (sample == LAG_ALL || !items[i].uncertain)
                lifetimes[taken++] = items[i].lifetime;
        }
        group.curves[sample] =
            survival_of(lifetimes, taken, lags->study->arena);
    }
    mem_free(lifetimes);
    return group;
}

static int size_order(const void *left, const void *right)
{
    const struct lag_group *a = left;
    const struct lag_group *b = right;
    size_t x = a->curves[LAG_ALL].n, y = b->curves[LAG_ALL].n;
    if (x != y)
        return x < y ? 1 : -1;
    return str_cmp(a->name, b->name);
}

static size_t group_length(const struct lag *items, size_t count)
{
    size_t length = 1;
    while (length < count && str_eq(items[length].group, items[0].group))
        length++;
    return length;
}

/* The list is in order of groups. */
static void test_groups(struct lags *lags, const struct lag_list *list)
{
    struct lifetime *lifetimes = mem_alloc(list->count, sizeof(*lifetimes));
    size_t *groups = mem_alloc(list->count, sizeof(*groups)), n = 0;
    for (size_t i = 0; i < list->count;) {
        size_t length = group_length(&list->items[i], list->count - i);
        for (size_t j = 0; length >= LAG_TESTED_FROM && j < length; j++) {
            lifetimes[n] = list->items[i + j].lifetime;
            groups[n++] = lags->tested;
        }
        lags->tested += length >= LAG_TESTED_FROM;
        i += length;
    }
    lags->test = log_rank_test(lifetimes, groups, n, lags->tested, NULL, NULL);
    mem_free(groups);
    mem_free(lifetimes);
}

static void divide(struct lags *lags, struct lag_list *list)
{
    qsort(list->items, list->count, sizeof(*list->items), group_order);
    lags->groups =
        arena_alloc(lags->study->arena, list->count, sizeof(*lags->groups));
    for (size_t i = 0; i < list->count;) {
        size_t length = group_length(&list->items[i], list->count - i);
        lags->groups[lags->count++] = make_group(lags, &list->items[i], length);
        i += length;
    }
    qsort(lags->groups, lags->count, sizeof(*lags->groups), size_order);
    test_groups(lags, list);
}

static bool check(const struct study *study, struct err *err)
{
    if (study->scope.without_years)
        return err_set(err, ERR_REQUEST,
                       "--lags: the data do not say in which years anything "
                       "was delivered; a trade register does (armstats "
                       "datasets --download-help)");
    return deals_check(study, err);
}

static bool build(struct lags *lags, struct err *err)
{
    struct periods periods;
    struct study whole = *lags->study;
    struct lag_list list = {0};
    struct orders orders;
    /* An order counts as a whole, and the years are those of the orders. */
    whole.scope.undivided_years = false;
    if (!check(lags->study, err) ||
        !question_periods(lags->question, &whole, 0, &periods, err) ||
        !sides_of(&lags->sides, lags->study, lags->question, err))
        return false;
    lags->ordered = periods.now;
    lags->clipped = periods.clipped;
    lags->end = lags->study->scope.covered.to;
    orders_build(&orders, &whole, whole.scope.covered);
    collect(lags, &orders, &list);
    lags->whole = make_group(lags, list.items, list.count);
    lags->whole.name = STR("");
    if (lags->asked->by != BY_WORLD)
        divide(lags, &list);
    size_t top = lags->question->top;
    lags->listed = top < lags->count ? top : lags->count;
    mem_free(list.items);
    return true;
}

struct result *lags_result(const struct study *study,
                           const struct question *question,
                           const struct lag_question *asked, struct err *err)
{
    struct cube none;
    struct study own = deals_study(study, &none);
    struct lags lags = {.study = &own, .question = question, .asked = asked};
    if (!build(&lags, err))
        return NULL;
    struct result *result = result_new("deals");
    if (asked->curves)
        lags_curve_columns(result, &lags);
    else
        lags_columns(result, &lags);
    lags_notes(result, &lags);
    if (asked->curves)
        lags_curve_view(result, &lags);
    else
        lags_view(result, &lags);
    return result;
}

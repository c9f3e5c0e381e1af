/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/network_by_place.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "analysis/estimates.h"
#include "analysis/magnitude.h"
#include "analysis/network_rows.h"
#include "analysis/network_words.h"
#include "analysis/prose.h"
#include "analysis/view_parts.h"
#include "base/mem.h"

/* Doubles that agree to so many digits are equal: they are sums in an order
 * that the names decide. */
#define DIGITS 1e12

void by_place_init(struct by_place *table, const struct networks *networks,
                   const struct by_place_column *columns, size_t count)
{
    size_t cells = mem_product(networks->now.n + 1, count);
    *table = (struct by_place){
        .networks = networks,
        .columns = columns,
        .count = count,
        .shown = count,
        .values = arena_alloc(networks->now.study->arena, cells,
                              sizeof *table->values),
    };
}

void by_place_set(struct by_place *table, size_t node, size_t column,
                  struct value value)
{
    assert(node < table->networks->now.n && column < table->count);
    table->values[node * table->count + column] = value;
}

void by_place_set_all(struct by_place *table, size_t column,
                      enum undefined undefined, const double *values,
                      unsigned decimals)
{
    for (size_t i = 0; i < table->networks->now.n; i++)
        by_place_set(table, i, column,
                     undefined == DEFINED
                         ? estimate_value(estimate_of(values[i]), decimals)
                         : value_null(estimate_reason(undefined)));
}

static double number_of(const struct value *value)
{
    switch (value->type) {
    case VALUE_INTEGER:
        return (double)value->as.integer;
    case VALUE_AMOUNT:
        return ratio_double((struct ratio){value->as.amount, AMOUNT_ONE});
    case VALUE_NUMBER:
        return value->as.number;
    default:
        return -1; /* null: behind all others, none of which is negative */
    }
}

/* -1: a before b. Amounts are compared as they are. */
static int compare(const struct value *a, const struct value *b)
{
    if (a->type == VALUE_AMOUNT && b->type == VALUE_AMOUNT)
        return (a->as.amount < b->as.amount) - (a->as.amount > b->as.amount);
    double x = number_of(a);
    double y = number_of(b);
    if (fabs(x - y) * DIGITS <= fmax(fabs(x), fabs(y)))
        return 0;
    return x > y ? -1 : 1;
}

static const struct value *key_of(const struct by_place *table, size_t node)
{
    return &table->values[node * table->count];
}

static int node_order(const void *left, const void *right, void *context)
{
    const struct by_place *table = context;
    size_t a = *(const size_t *)left;
    size_t b = *(const size_t *)right;
    const struct network_node *nodes = table->networks->now.nodes;
    int order = compare(key_of(table, a), key_of(table, b));
    amount x = nodes[a].out + nodes[a].in;
    amount y = nodes[b].out + nodes[b].in;
    order = order ? order : (x < y) - (x > y);
    return order ? order : (a > b) - (a < b);
}

static size_t *sorted(const struct by_place *table)
{
    const struct network *network = &table->networks->now;
    size_t *order =
        arena_alloc(network->study->arena, network->n + 1, sizeof *order);
    for (size_t i = 0; i < network->n; i++)
        order[i] = i;
    if (network->n)
        qsort_r(order, network->n, sizeof *order, node_order, (void *)table);
    return order;
}

static void fill_rows(struct result *result, const struct by_place *table,
                      const size_t *order, size_t listed)
{
    const struct network *network = &table->networks->now;
    for (size_t i = 0; i < listed; i++) {
        for (size_t j = 0; j < table->count; j++) {
            const struct by_place_column *column = &table->columns[j];
            if (!column->statistic)
                continue;
            network_row(result, network,
                        &(struct network_row){
                            .statistic = column->statistic,
                            .variant = column->variant,
                            .place = network->nodes[order[i]].name,
                            .value = table->values[order[i] * table->count + j],
                        });
        }
    }
}

static void add_columns(struct result *result, const struct by_place *table)
{
    struct arena *arena = &result->arena;
    const char *unit = magnitude_head(table->networks->now.study, arena);
    parts_column(result, KIND_RANK, 4, 0,
                 (struct heads){{NULL, NULL, "Rank"}, "Rank"});
    parts_names(result, 22, 2, "Place");
    for (size_t i = 0; i < table->shown; i++) {
        const struct by_place_column *column = &table->columns[i];
        const char *foot = column->foot ? column->foot : unit;
        parts_column(result, column->kind, column->width, 2,
                     (struct heads){
                         {NULL, column->head, foot},
                         column->head
                             ? arena_printf(arena, "%s %s", column->head, foot)
                             : foot});
    }
}

static struct value rank_of(const struct by_place *table, const size_t *order,
                            size_t at)
{
    size_t n = table->networks->now.n;
    const struct value *key = key_of(table, order[at]);
    size_t first = at;
    if (key->type == VALUE_NULL)
        return value_null(REASON_NONE);
    while (first && compare(key_of(table, order[first - 1]), key) == 0)
        first--;
    bool tied = first < at ||
                (at + 1 < n && compare(key_of(table, order[at + 1]), key) == 0);
    return value_flagged(value_integer((int64_t)first + 1),
                         tied ? VALUE_TIED : 0);
}

static void add_to(struct value *sum, const struct value *value)
{
    if (value->type == VALUE_NULL)
        return;
    if (sum->type == VALUE_NULL)
        *sum = *value;
    else if (value->type == VALUE_AMOUNT)
        sum->as.amount += value->as.amount;
    else if (value->type == VALUE_INTEGER)
        sum->as.integer += value->as.integer;
    else
        sum->as.number += value->as.number;
}

static bool adds(const struct by_place *table)
{
    bool any = false;
    for (size_t i = 0; i < table->shown; i++)
        any |= table->columns[i].adds;
    return any;
}

static void show_sum(struct result *result, const struct by_place *table,
                     const size_t *order, size_t first, enum view_role role,
                     const char *label)
{
    size_t n = table->networks->now.n;
    struct value *cells = view_add_row(&result->view, &result->arena, role);
    cells[1] = value_word(label);
    for (size_t j = 0; j < table->shown; j++) {
        for (size_t i = first; table->columns[j].adds && i < n; i++)
            add_to(&cells[j + 2], &table->values[order[i] * table->count + j]);
    }
}

static void add_view(struct result *result, const struct by_place *table,
                     const size_t *order, size_t listed)
{
    const struct network *network = &table->networks->now;
    struct arena *arena = &result->arena;
    add_columns(result, table);
    for (size_t i = 0; i < listed; i++) {
        struct value *cells = view_add_row(&result->view, arena, VIEW_ENTRY);
        cells[0] = rank_of(table, order, i);
        cells[1] = value_text(network->nodes[order[i]].name);
        for (size_t j = 0; j < table->shown; j++)
            cells[j + 2] = table->values[order[i] * table->count + j];
    }
    if (listed < network->n)
        show_sum(result, table, order, listed, VIEW_OTHERS,
                 parts_others(arena, network->n - listed));
    if (adds(table))
        show_sum(result, table, order, 0, VIEW_TOTAL,
                 network_count(arena, network->n, "place"));
    view_add_row(&result->view, arena, VIEW_RULE);
}

/* "In 2019–23 India had the highest PageRank of the 180 places …" */
static void say(struct result *result, const struct by_place *table,
                const size_t *order)
{
    const struct network *network = &table->networks->now;
    const struct study *study = network->study;
    struct arena *arena = &result->arena;
    if (!table->highest || !network->n ||
        number_of(key_of(table, order[0])) <= 0)
        return;
    bool shared = network->n > 1 && compare(key_of(table, order[0]),
                                            key_of(table, order[1])) == 0;
    result->sentence = arena_printf(
        arena, "%s had %s%s of %s in the network of %s of %s, %s. %s.",
        opening_name(arena, network->nodes[order[0]].name), table->highest,
        shared ? ", with others," : "",
        network_count(arena, network->n, "place"),
        measure_words(study->cube->measure)->records,
        study_goods(study, network->question),
        network_years(arena, network->period), citation(study));
}

void by_place_write(struct result *result, const struct by_place *table)
{
    const struct network *network = &table->networks->now;
    const size_t *order = sorted(table);
    size_t top = network->question->top;
    size_t listed = top < network->n ? top : network->n;
    while (listed && listed < network->n &&
           number_of(key_of(table, order[listed])) > 0 &&
           compare(key_of(table, order[listed]),
                   key_of(table, order[listed - 1])) == 0)
        listed++;
    network_columns(result);
    fill_rows(result, table, order, listed);
    result->listed = listed;
    network_head(result, table->networks, table->title, false);
    add_view(result, table, order, listed);
    say(result, table, order);
}

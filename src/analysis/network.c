/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/network.h"

#include <assert.h>
#include <stdlib.h>

#include "base/mem.h"

/* The pairs of a group as one of its periods has them. */
struct pairs {
    const struct group *group;
    bool before;
    bool declared;
    size_t *node_of; /* by place; SIZE_MAX: none */
};

static const struct cube_cell *cell_of(const struct pairs *pairs,
                                       const struct entity *entity)
{
    return pairs->before ? &entity->before : &entity->now;
}

static bool is_own(const struct entity *entity)
{
    return entity->key.supplier == entity->key.recipient;
}

static int node_order(const void *left, const void *right)
{
    const struct network_node *a = left;
    const struct network_node *b = right;
    return str_cmp(a->name, b->name);
}

static int link_order(const void *left, const void *right)
{
    const struct network_link *a = left;
    const struct network_link *b = right;
    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    return a->to < b->to ? -1 : a->to > b->to;
}

static void add_node(struct network *network, const struct pairs *pairs,
                     uint32_t place)
{
    struct str name = names_text(&network->study->names->places, place);
    if (pairs->node_of[place] != SIZE_MAX)
        return;
    pairs->node_of[place] = network->n;
    network->nodes[network->n++] = (struct network_node){
        .place = place, .name = name, .unknown = study_is_unknown(name)};
}

static void find_nodes(struct network *network, const struct pairs *pairs)
{
    size_t places = network->study->names->places.len;
    network->nodes =
        arena_alloc(network->study->arena, places + 1, sizeof *network->nodes);
    for (size_t i = 0; i < places; i++)
        pairs->node_of[i] = SIZE_MAX;
    for (size_t i = 0; i < pairs->group->count; i++) {
        const struct entity *entity = &pairs->group->entities[i];
        if (!pairs->declared && !cell_of(pairs, entity)->rows)
            continue;
        add_node(network, pairs, entity->key.supplier);
        add_node(network, pairs, entity->key.recipient);
    }
    qsort(network->nodes, network->n, sizeof *network->nodes, node_order);
    for (size_t i = 0; i < network->n; i++)
        pairs->node_of[network->nodes[i].place] = i;
}

static void find_links(struct network *network, const struct pairs *pairs)
{
    const struct group *group = pairs->group;
    network->links = arena_alloc(network->study->arena, group->count + 1,
                                 sizeof *network->links);
    for (size_t i = 0; i < group->count; i++) {
        const struct entity *entity = &group->entities[i];
        const struct cube_cell *cell = cell_of(pairs, entity);
        if (!cell->rows)
            continue;
        if (is_own(entity)) {
            network->own++;
            network->own_total += cell->sum;
        } else if (cell->sum > 0) {
            network->links[network->m++] = (struct network_link){
                pairs->node_of[entity->key.supplier],
                pairs->node_of[entity->key.recipient], cell->sum};
        } else {
            network->below_half++;
        }
    }
    qsort(network->links, network->m, sizeof *network->links, link_order);
}

/* Places that have a record with others, on each side. */
static void count_sides(struct network *network, const struct pairs *pairs)
{
    bool *gives = mem_alloc(network->n, sizeof *gives);
    bool *gets = mem_alloc(network->n, sizeof *gets);
    for (size_t i = 0; i < pairs->group->count; i++) {
        const struct entity *entity = &pairs->group->entities[i];
        if (!cell_of(pairs, entity)->rows || is_own(entity))
            continue;
        gives[pairs->node_of[entity->key.supplier]] = true;
        gets[pairs->node_of[entity->key.recipient]] = true;
    }
    for (size_t i = 0; i < network->n; i++) {
        network->suppliers += gives[i];
        network->recipients += gets[i];
    }
    mem_free(gives);
    mem_free(gets);
}

size_t network_find(const struct network *network, size_t from, size_t to)
{
    struct network_link wanted = {.from = from, .to = to};
    const struct network_link *found =
        network->m ? bsearch(&wanted, network->links, network->m,
                             sizeof *network->links, link_order)
                   : NULL;
    return found ? (size_t)(found - network->links) : SIZE_MAX;
}

static void add_up(struct network *network)
{
    for (size_t i = 0; i < network->m; i++) {
        const struct network_link *link = &network->links[i];
        struct network_node *from = &network->nodes[link->from];
        struct network_node *to = &network->nodes[link->to];
        size_t back = network_find(network, link->to, link->from);
        from->out += link->sum;
        from->recipients++;
        to->in += link->sum;
        to->suppliers++;
        from->partners++;
        to->partners += back == SIZE_MAX;
        network->total += link->sum;
        if (back == SIZE_MAX)
            continue;
        amount other = network->links[back].sum;
        network->mutual++;
        network->mutual_total += link->sum < other ? link->sum : other;
    }
}

static void build_one(struct network *network, const struct study *study,
                      const struct question *question,
                      const struct group *group, bool before)
{
    size_t places = study->names->places.len;
    struct pairs pairs = {
        .group = group,
        .before = before,
        .declared = question->complete,
        .node_of = mem_alloc(places, sizeof(size_t)),
    };
    *network = (struct network){
        .study = study,
        .question = question,
        .period = before ? group->periods.before : group->periods.now,
        .declared = question->complete,
    };
    find_nodes(network, &pairs);
    find_links(network, &pairs);
    count_sides(network, &pairs);
    add_up(network);
    const struct cube_cell *all = before ? &group->before : &group->now;
    assert(network->total + network->own_total == all->sum);
    mem_free(pairs.node_of);
}

static void count_turnover(struct network_turnover *turnover,
                           const struct group *group)
{
    for (size_t i = 0; i < group->count; i++) {
        const struct entity *entity = &group->entities[i];
        if (is_own(entity))
            continue;
        bool now = entity->now.sum > 0;
        bool before = entity->before.sum > 0;
        turnover->kept += now && before;
        turnover->fresh += now && !before;
        turnover->lost += !now && before;
        turnover->total += entity->now.sum;
        turnover->kept_total += before ? entity->now.sum : 0;
    }
}

bool network_build(struct networks *networks, const struct study *study,
                   const struct question *question, struct err *err)
{
    struct group group;
    *networks = (struct networks){0};
    if (!study_divides(study, true) || !study_divides(study, false))
        return err_set(err, ERR_REQUEST,
                       "the data do not tell who supplies whom; a trade "
                       "register does (armstats datasets --download-help)");
    if (!question_periods(question, study, 5, &networks->periods, err))
        return false;
    struct periods *periods = &networks->periods;
    group_build(&group, study, BY_PAIR, periods,
                (struct group_masks){.category = question->category,
                                     .order_only = true});
    networks->has_before = period_length(periods->before) > 0;
    networks->overlap = networks->has_before &&
                        periods->before.from <= periods->now.to &&
                        periods->now.from <= periods->before.to;
    build_one(&networks->now, study, question, &group, false);
    build_one(&networks->before, study, question, &group, true);
    count_turnover(&networks->turnover, &group);
    assert(networks->turnover.kept + networks->turnover.fresh ==
           networks->now.m);
    assert(networks->turnover.kept + networks->turnover.lost ==
           networks->before.m);
    return true;
}

bool network_graph(const struct network *network, struct graph *graph,
                   struct err *err)
{
    if (network->n > GRAPH_MOST)
        return err_set(err, ERR_REQUEST,
                       "--variant: the network has %zu places, and this is "
                       "computed for %zu at most; --merge or a filter makes "
                       "it smaller, and --links writes it for other programs",
                       network->n, GRAPH_MOST);
    graph_init(graph, network->n);
    for (size_t i = 0; i < network->m; i++) {
        const struct network_link *link = &network->links[i];
        graph->weights[link->from * network->n + link->to] =
            ratio_double((struct ratio){link->sum, AMOUNT_ONE});
    }
    return true;
}

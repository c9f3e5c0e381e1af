/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "cmd/funnel.h"

#include "base/mem.h"

/* Cells of a thread's own cube: about 4 MB, and seldom too few. */
#define BRANCH_CELLS ((size_t)16384)

/* A thread's own way into the funnel. */
struct branch {
    struct funnel *trunk;
    struct funnel own;
    struct cube cubes[FUNNEL_CUBES];
};

static struct filter_judge *new_judge(const struct filter *filter,
                                      struct names *names)
{
    return !filter || filter_is_empty(filter) ? NULL
                                              : filter_judge_new(filter, names);
}

void funnel_init(struct funnel *funnel, const struct filter *applied,
                 const struct filter *chosen, struct names *names)
{
    *funnel = (struct funnel){
        .applied = applied,
        .chosen = chosen,
        .names = names,
        .takes = new_judge(applied, names),
        .chooses = new_judge(chosen, names),
    };
    pthread_mutex_init(&funnel->lock, NULL);
}

void funnel_done(struct funnel *funnel)
{
    filter_judge_free(funnel->takes);
    filter_judge_free(funnel->chooses);
    pthread_mutex_destroy(&funnel->lock);
}

/* The margins first: what is not chosen goes no further. */
static bool fill_cubes(struct funnel *funnel, const struct flow *flow,
                       struct err *err)
{
    for (size_t i = FUNNEL_CUBES - 1; i > 0; i--)
        if (funnel->cubes[i] && !cube_add(funnel->cubes[i], flow, err))
            return false;
    if (funnel->chooses && !filter_takes(funnel->chooses, flow))
        return true;
    return !funnel->cubes[0] || cube_add(funnel->cubes[0], flow, err);
}

static bool pour(void *context, const struct flow *flow, struct err *err)
{
    struct funnel *funnel = context;
    if (funnel->takes && !filter_takes(funnel->takes, flow))
        return true;
    /* Spending is told as it is and never added up. */
    if (flow->measure != MEASURE_SPENDING && !fill_cubes(funnel, flow, err))
        return false;
    if (funnel->deals) {
        struct flow_sink rows = deals_sink(funnel->deals);
        if (!rows.take(rows.context, flow, err))
            return false;
    }
    return !funnel->more.take ||
           funnel->more.take(funnel->more.context, flow, err);
}

static bool pour_columns(void *context, struct flow_columns *columns,
                         struct err *err)
{
    struct funnel *funnel = context;
    if (funnel->takes)
        filter_keep(funnel->takes, columns);
    for (size_t i = FUNNEL_CUBES - 1; i > 0; i--)
        if (funnel->cubes[i] &&
            !cube_add_columns(funnel->cubes[i], columns, err))
            return false;
    if (funnel->chooses)
        filter_keep(funnel->chooses, columns);
    return cube_add_columns(funnel->cubes[0], columns, err);
}

static bool empty_branch(struct branch *branch, struct err *err)
{
    struct funnel *trunk = branch->trunk;
    bool done = true;
    pthread_mutex_lock(&trunk->lock);
    for (size_t i = 0; i < FUNNEL_CUBES && done; i++)
        done = !trunk->cubes[i] ||
               cube_merge(trunk->cubes[i], &branch->cubes[i], err);
    pthread_mutex_unlock(&trunk->lock);
    return done;
}

static bool empty_if_full(struct branch *branch, struct err *err)
{
    for (size_t i = 0; i < FUNNEL_CUBES; i++)
        if (branch->cubes[i].len >= BRANCH_CELLS)
            return empty_branch(branch, err);
    return true;
}

static bool branch_pour(void *context, const struct flow *flow, struct err *err)
{
    struct branch *branch = context;
    return pour(&branch->own, flow, err) && empty_if_full(branch, err);
}

static bool branch_columns(void *context, struct flow_columns *columns,
                           struct err *err)
{
    struct branch *branch = context;
    return pour_columns(&branch->own, columns, err) &&
           empty_if_full(branch, err);
}

static bool branch_join(void *context, struct err *err)
{
    struct branch *branch = context;
    bool done = empty_branch(branch, err);
    for (size_t i = 0; i < FUNNEL_CUBES; i++)
        cube_done(&branch->cubes[i]);
    funnel_done(&branch->own);
    mem_free(branch);
    return done;
}

/* The unit that the trunk has seen binds every branch. */
static struct flow_sink fork_branch(void *context)
{
    struct funnel *trunk = context;
    struct branch *branch = mem_alloc(1, sizeof(*branch));
    branch->trunk = trunk;
    funnel_init(&branch->own, trunk->applied, trunk->chosen, trunk->names);
    for (size_t i = 0; i < FUNNEL_CUBES; i++) {
        struct cube *cube = &branch->cubes[i];
        const struct cube *large = trunk->cubes[i];
        cube_init(cube, large ? large->dims : 0);
        if (!large)
            continue;
        cube_count_like(cube, large);
        branch->own.cubes[i] = cube;
    }
    return (struct flow_sink){.take = branch_pour,
                              .take_columns = branch_columns,
                              .join = branch_join,
                              .context = branch};
}

struct flow_sink funnel_sink(struct funnel *funnel)
{
    struct flow_sink sink = {.take = pour, .context = funnel};
    bool only_cubes = funnel->cubes[0] && !funnel->deals && !funnel->more.take;
    if (only_cubes && !(funnel->cubes[0]->dims & DIM_DESCRIPTION) &&
        filter_fits_columns(funnel->applied)) {
        sink.take_columns = pour_columns;
        sink.fork = fork_branch;
    }
    return sink;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "cmd/answer.h"

#include "analysis/assumption.h"
#include "analysis/magnitude.h"
#include "base/diag.h"
#include "cmd/deflation.h"
#include "cmd/names.h"
#include "cmd/regroup.h"
#include "cmd/report.h"
#include "cmd/world.h"

/* The results for people, and those for machines where they differ. */
struct variants {
    struct answer people;
    struct answer machines;
};

static void answer_init(struct answer *answer, struct request *request,
                        const struct plan *plan, struct loaded *loaded,
                        size_t top)
{
    *answer = (struct answer){
        .request = request, .plan = plan, .loaded = loaded, .top = top};
    answer->set.results = arena_alloc(&request->arena, MOST_RESULTS,
                                      sizeof(*answer->set.results));
}

static void answer_done(struct answer *answer)
{
    for (size_t i = 0; i < answer->set.count; i++)
        result_free(answer->set.results[i]);
}

static void note_first(struct result *result, const char *note)
{
    if (!note)
        return;
    result_add_note(result, "%s", note);
    view_insert_foot(&result->view, &result->arena, note);
}

/* What is in no sum stands first under the table and in the notes. */
static void note_left_out(const struct answer *answer, struct result *result)
{
    const struct loaded *loaded = answer->loaded;
    static const enum remark said[] = {REMARK_OPEN_RANGE, REMARK_RANGES};
    for (size_t i = 0; i < loaded->count; i++) {
        const struct release *release = &loaded->releases[i];
        if (answer->only && answer->only != release)
            continue;
        for (size_t j = 0; j < release->count; j++) {
            const struct reading *reading = &release->readings[j];
            note_first(result, report_mixture_note(reading));
            note_first(result, reading->note);
            note_first(result, report_unreported_note(reading, &result->arena));
            note_first(result, report_aside_note(reading, &result->arena));
            for (size_t k = 0; k < sizeof said / sizeof said[0]; k++)
                note_first(result, report_remark_note(reading, said[k],
                                                      &result->arena));
            note_first(result, report_repaired_note(reading, &result->arena));
            note_first(result, report_left_out_note(reading, &result->arena));
            const char *mapping = report_mapping_note(reading, &result->arena);
            if (mapping)
                result_add_note(result, "%s", mapping);
        }
    }
}

/* The release whose amounts rest on an assumption, if one does. */
static const struct study *said_of(const struct loaded *loaded)
{
    for (size_t i = 0; i < loaded->count; i++) {
        if (loaded->releases[i].study.scope.split_evenly)
            return &loaded->releases[i].study;
    }
    return &loaded->releases[0].study;
}

bool answer_add(struct answer *answer, struct result *result, struct err *err)
{
    if (!result)
        return false;
    if (answer->set.count == MOST_RESULTS) {
        result_free(result);
        return err_set(err, ERR_REQUEST,
                       "more than %zu tables; narrow --years or --each",
                       MOST_RESULTS);
    }
    load_provenance(answer->loaded, answer->request, result);
    deflation_say(answer->loaded, result);
    magnitude_apply(&answer->loaded->releases[0].study, &result->view,
                    &result->arena);
    assumption_say(result, said_of(answer->loaded), &answer->request->filter);
    note_left_out(answer, result);
    regroup_note(answer->request, answer->loaded, result);
    names_apply(result, answer->request->names);
    if (result->provenance.universe && !answer->again)
        diag_info("%s", result->provenance.universe);
    answer->set.results[answer->set.count++] = result;
    return true;
}

static bool build_release(struct answer *answer, const struct plan *plan,
                          const struct release *release, struct err *err)
{
    const struct request *request = answer->request;
    const struct study *world = NULL;
    struct loaded totals;
    struct question question;
    request_question(request, &question);
    question.top = answer->top;
    if (plan->wants_world &&
        !world_load(request, release, &totals, &world, err))
        return false;
    bool done = answer_add(
        answer, plan->one(request, release, &question, world, err), err);
    if (done && world && request->world)
        world_credit(answer->set.results[answer->set.count - 1], &totals);
    if (world)
        loaded_done(&totals);
    return done;
}

static bool build_one_set(struct answer *answer, const struct plan *plan,
                          struct err *err)
{
    if (plan->build)
        return plan->build(answer, err);
    for (size_t i = 0; i < answer->loaded->count; i++) {
        if (!build_release(answer, plan, &answer->loaded->releases[i], err))
            return false;
    }
    return true;
}

static bool build(struct variants *variants, const struct plan *plan,
                  struct err *err)
{
    if (!build_one_set(&variants->people, plan, err))
        return false;
    if (variants->people.top == variants->machines.top) {
        variants->machines.set = variants->people.set;
        return true;
    }
    return build_one_set(&variants->machines, plan, err);
}

bool answer_run(struct request *request, const struct plan *plan,
                struct err *err)
{
    struct loaded loaded;
    struct variants variants;
    struct outputs *outputs = outputs_new(request->force);
    size_t top = request->top_given ? request->top : plan->table_top;
    size_t all = request->top_given ? request->top : SIZE_MAX;
    bool done = load_data(&loaded, request, &plan->need, outputs, err);
    answer_init(&variants.people, request, plan, &loaded, top);
    answer_init(&variants.machines, request, plan, &loaded, all);
    variants.machines.again = true;
    if (done)
        done = build(&variants, plan, err) &&
               deliver_results(request, &variants.people.set,
                               &variants.machines.set, outputs, err);
    if (variants.machines.set.results != variants.people.set.results)
        answer_done(&variants.machines);
    answer_done(&variants.people);
    loaded_done(&loaded);
    outputs_free(outputs);
    return done;
}

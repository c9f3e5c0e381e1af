/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "cmd/world.h"

#include "cmd/report.h"

static bool check_totals(const struct release *totals,
                         const struct release *release, struct err *err)
{
    const char *name = totals->readings[0].name;
    int ours = release->study.release_year;
    int theirs = totals->study.release_year;
    if (!scope_is_world(&totals->study.scope))
        return err_set(err, ERR_REQUEST,
                       "--world %s: it does not hold everybody's totals; give "
                       "SIPRI's table of all suppliers",
                       name);
    if (totals->study.scope.undivided_years)
        return err_set(err, ERR_REQUEST,
                       "--world %s: its deliveries are not divided by year; "
                       "give SIPRI's table of all suppliers",
                       name);
    if (ours && theirs && ours != theirs)
        return err_set(err, ERR_REQUEST,
                       "--world %s: it is of the release of %d, the data of "
                       "%d; give totals of one release",
                       name, theirs, ours);
    if (totals->cube.unit != release->cube.unit)
        return err_set(err, ERR_REQUEST,
                       "--world %s: it counts something else than the data",
                       name);
    return true;
}

/* The bundled totals of the release; null when there are none. */
static const char *bundled_totals(struct arena *arena, int release)
{
    const struct bundle_file *files;
    size_t count;
    struct err ignored = {0};
    if (!release || !bundle_list(arena, &files, &count, &ignored))
        return NULL;
    for (size_t i = 0; i < count; i++) {
        if (files[i].release == release && files[i].holds == NEED_SUPPLIERS)
            return files[i].path;
    }
    return NULL;
}

bool world_load(const struct request *request, const struct release *release,
                struct loaded *totals, const struct study **study,
                struct err *err)
{
    struct need need = {.dims = DIM_SUPPLIER | DIM_RECIPIENT | DIM_YEAR};
    struct data_word data = {0, request->world};
    struct arena arena;
    *study = NULL;
    if (!data.path && (scope_is_world(&release->study.scope) ||
                       release->cube.unit != UNIT_TIV_MILLION ||
                       !filter_is_empty(&(struct filter){
                           .category = request->filter.category,
                           .not_category = request->filter.not_category,
                           .weapon = request->filter.weapon,
                           .conditions = request->filter.conditions})))
        return true;
    struct request plain = *request;
    plain.read.map = NULL; /* these are for the data */
    plain.read.header_line = 0;
    arena_init(&arena);
    if (!data.path)
        data.path = bundled_totals(&arena, release->study.release_year);
    bool done = true;
    if (data.path) {
        done = load_files(totals, &plain, &need, &data, 1, err) &&
               check_totals(&totals->releases[0], release, err);
        if (done)
            *study = &totals->releases[0].study;
        else
            loaded_done(totals);
    }
    arena_done(&arena);
    return done;
}

void world_credit(struct result *result, const struct loaded *totals)
{
    const struct release *release = &totals->releases[0];
    struct provenance_file file;
    report_provenance(&release->readings[0], &result->arena, &file);
    load_credit(result, &file);
    result_add_note(result, "World totals are from %s.",
                    release->readings[0].name);
    view_insert_foot(&result->view, &result->arena,
                     result->notes[result->note_count - 1]);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "cmd/load.h"

#include <stdlib.h>

#include "base/diag.h"
#include "cmd/check.h"
#include "cmd/data.h"
#include "cmd/deflation.h"
#include "cmd/join.h"
#include "cmd/load_file.h"
#include "cmd/regroup.h"
#include "cmd/reject_file.h"
#include "cmd/report.h"
#include "source/source.h"

static void release_init(struct release *release, int label, size_t files,
                         struct arena *arena)
{
    *release = (struct release){.label = label};
    names_init(&release->names);
    cube_init(&release->cube, 0);
    cube_init(&release->margins[0], DIM_SUPPLIER | DIM_YEAR);
    cube_init(&release->margins[1], DIM_RECIPIENT | DIM_YEAR);
    deals_init(&release->deals);
    deal_years_init(&release->seen);
    release->readings = arena_alloc(arena, files, sizeof *release->readings);
}

static void release_done(struct release *release)
{
    for (size_t i = 0; i < release->count; i++)
        reading_done(&release->readings[i]);
    deal_years_done(&release->seen);
    deals_done(&release->deals);
    cube_done(&release->cube);
    cube_done(&release->margins[0]);
    cube_done(&release->margins[1]);
    names_done(&release->names);
}

static struct release *release_of(struct loaded *loaded, int label,
                                  size_t files, bool separate)
{
    for (size_t i = 0; !separate && i < loaded->count; i++) {
        if (loaded->releases[i].label == label)
            return &loaded->releases[i];
    }
    struct release *release = &loaded->releases[loaded->count++];
    release_init(release, label, files, &loaded->arena);
    return release;
}

static int release_order(const void *left, const void *right)
{
    const struct release *a = left;
    const struct release *b = right;
    return (a->study.release_year > b->study.release_year) -
           (a->study.release_year < b->study.release_year);
}

static bool load_each(struct loaded *loaded, const struct request *request,
                      const struct need *need, const struct data_word *data,
                      size_t count, struct outputs *outputs, struct err *err)
{
    *loaded = (struct loaded){0};
    arena_init(&loaded->arena);
    loaded->releases =
        arena_alloc(&loaded->arena, count, sizeof *loaded->releases);
    for (size_t i = 0; i < count; i++) {
        struct release *release =
            release_of(loaded, data[i].release, count, need->separate);
        if (!load_file(release, &data[i], request, need, outputs, err))
            return false;
    }
    for (size_t i = 0; i < loaded->count; i++) {
        if (!join_release(&loaded->releases[i], &loaded->arena, err) ||
            !deflation_release(&loaded->releases[i], request, outputs,
                               &loaded->arena, err) ||
            !regroup_release(&loaded->releases[i], request, need, err))
            return false;
    }
    return true;
}

/* The studies point into their releases, so they are set once these stand. */
static void bind_studies(struct loaded *loaded, bool as_given)
{
    if (!as_given)
        qsort(loaded->releases, loaded->count, sizeof *loaded->releases,
              release_order);
    amount magnitude = 1;
    for (size_t i = 0; i < loaded->count; i++) {
        if (loaded->releases[i].study.magnitude > magnitude)
            magnitude = loaded->releases[i].study.magnitude;
    }
    for (size_t i = 0; i < loaded->count; i++) {
        struct release *release = &loaded->releases[i];
        release->study.magnitude = magnitude;
        release->study.names = &release->names;
        release->study.cube = &release->cube;
        release->study.deals = &release->deals;
        release->study.series = release->readings[0].series;
        release->study.arena = &loaded->arena;
        for (size_t j = 0; j < 2; j++)
            release->study.margins[j] =
                release->margins[j].begun ? &release->margins[j] : NULL;
    }
}

bool load_files(struct loaded *loaded, const struct request *request,
                const struct need *need, const struct data_word *data,
                size_t count, struct err *err)
{
    if (!load_each(loaded, request, need, data, count, NULL, err))
        return false;
    bind_studies(loaded, need->separate);
    return true;
}

/* A question cannot be put to a file without a sound row. */
static bool check_filled(const struct release *release, struct err *err)
{
    uint64_t left_out = 0;
    for (size_t i = 0; i < release->count; i++) {
        if (release->readings[i].tally.rows_used)
            return true;
        left_out += tally_left_out(&release->readings[i].tally);
    }
    return err_set(err, ERR_DATA,
                   "%s: %s; download the file again, or see armstats describe",
                   release->readings[0].name,
                   left_out ? "every row is at fault"
                            : "no row stands below the header");
}

static bool check_rows(const struct loaded *loaded,
                       const struct request *request, bool bundled,
                       const struct need *need, struct err *err)
{
    bool separate = need->separate;
    bool asks_years = (!need->rows || need->summed) && !need->sink.take;
    for (size_t i = 0; i < loaded->count; i++) {
        const struct release *release = &loaded->releases[i];
        for (size_t j = 0; j < release->count; j++) {
            if (!bundled)
                report_reading(&release->readings[j],
                               release->study.release_year);
            report_faults(&release->readings[j]);
            if (request->strict && !report_strict(&release->readings[j], err))
                return false;
        }
        if ((!separate && !check_filled(release, err)) ||
            !check_selection(release, request, err) ||
            (!separate && !check_years(release, request, asks_years, err)))
            return false;
        regroup_report(request, release);
        if (release->study.integers)
            diag_note(release->study.marks
                          ? "printed integers: changes marked ~ could print "
                            "differently"
                          : "printed integers: changes could print "
                            "differently; -f csv has their bounds");
    }
    return true;
}

/* Rows left out are what one wants to see where they are the error (--strict,
 * or there is no other row): then they are written alone. */
static bool list_rejects(const struct request *request, FILE *out, bool sound,
                         struct outputs *outputs, struct err *err)
{
    return reject_file_write(request, request->read.rejects, out, err) &&
           (sound || outputs_commit(outputs, err));
}

static bool load_found(struct loaded *loaded, const struct request *request,
                       const struct need *need, struct outputs *outputs,
                       FILE *rejects, struct err *err)
{
    struct data_words data;
    struct arena scratch;
    struct err fault = {0};
    arena_init(&scratch);
    bool done =
        data_find(&data, request, need->bundle, need->separate, &scratch,
                  err) &&
        load_each(loaded, request, need, data.words, data.count, outputs, err);
    if (done) {
        bind_studies(loaded, need->separate);
        done = check_rows(loaded, request, data.bundled, need, &fault);
        bool listed = !rejects || (fault.kind && fault.kind != ERR_DATA) ||
                      list_rejects(request, rejects, done, outputs, err);
        if (listed && !done)
            *err = fault;
        done = done && listed;
    }
    arena_done(&scratch);
    return done;
}

bool load_data(struct loaded *loaded, const struct request *request,
               const struct need *need, struct outputs *outputs,
               struct err *err)
{
    struct request asked = *request;
    FILE *rejects;
    *loaded = (struct loaded){0};
    arena_init(&loaded->arena);
    if (!reject_file_open(request, outputs, &rejects, err))
        return false;
    if (rejects)
        asked.read.rejects = rejects_new();
    bool done = load_found(loaded, &asked, need, outputs, rejects, err);
    rejects_free(asked.read.rejects);
    return done;
}

void loaded_done(struct loaded *loaded)
{
    for (size_t i = 0; i < loaded->count; i++)
        release_done(&loaded->releases[i]);
    arena_done(&loaded->arena);
}

void load_credit(struct result *result, const struct provenance_file *file)
{
    struct provenance *provenance = &result->provenance;
    struct provenance_file *files =
        arena_alloc(&result->arena, provenance->file_count + 1, sizeof *files);
    memcpy(files, provenance->files, provenance->file_count * sizeof *files);
    files[provenance->file_count++] = *file;
    provenance->files = files;
}

void load_provenance(const struct loaded *loaded, const struct request *request,
                     struct result *result)
{
    struct provenance *provenance = &result->provenance;
    size_t count = 0;
    for (size_t i = 0; i < loaded->count; i++)
        count += loaded->releases[i].count;
    struct provenance_file *files =
        arena_alloc(&result->arena, count, sizeof *files);
    size_t at = 0;
    for (size_t i = 0; i < loaded->count; i++) {
        const struct release *release = &loaded->releases[i];
        for (size_t j = 0; j < release->count; j++)
            report_provenance(&release->readings[j], &result->arena,
                              &files[at++]);
    }
    provenance->program = "armstats " PACKAGE_VERSION;
    provenance->command_line =
        arena_str(&result->arena, str_from(request->command_line)).ptr;
    provenance->files = files;
    provenance->file_count = count;
    if (loaded->count == 1)
        provenance->release =
            arena_str(&result->arena,
                      str_from(loaded->releases[0].study.release_name))
                .ptr;
}

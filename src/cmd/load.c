/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "cmd/load.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "base/diag.h"
#include "cmd/check.h"
#include "cmd/join.h"
#include "cmd/report.h"
#include "source/source.h"

/* Every flow of a reading goes through here. */
struct funnel {
    struct filter_judge *judge; /* null: everything is taken */
    struct cube *cube;
    struct deals *deals;
    struct flow_sink more;
};

static bool pour(void *context, const struct flow *flow, struct err *err)
{
    struct funnel *funnel = context;
    if (funnel->judge && !filter_takes(funnel->judge, flow))
        return true;
    if (funnel->cube && !cube_add(funnel->cube, flow, err))
        return false;
    if (funnel->deals) {
        struct flow_sink rows = deals_sink(funnel->deals);
        if (!rows.take(rows.context, flow, err))
            return false;
    }
    return !funnel->more.take ||
           funnel->more.take(funnel->more.context, flow, err);
}

static void release_init(struct release *release, int label, size_t files,
                         struct arena *arena)
{
    *release = (struct release){.label = label};
    names_init(&release->names);
    cube_init(&release->cube, 0);
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

/* Layouts that always name both sides have both as needed columns. */
static bool may_list_one_side(const struct source *source)
{
    for (size_t i = 0; i < source->column_count; i++) {
        if (source->columns[i].role == ROLE_SUPPLIER)
            return !source->columns[i].needed;
    }
    return true;
}

/* --unit is for files that do not say it. */
static bool check_unit(const struct reading *reading, struct err *err)
{
    int asked = reading->options.unit;
    return asked < 0 || reading->unit == (enum unit)asked ||
           err_set(err, ERR_REQUEST,
                   "--unit %s: %s counts %s and says so; leave --unit out",
                   unit_word((enum unit)asked), reading->name,
                   unit_title(reading->unit));
}

static bool wants_weapons(const struct need *need)
{
    return need->rows || need->separate || need->sink.take ||
           need->dims & DIM_DESCRIPTION || need->applied.weapon.count;
}

static bool read_file(struct release *release, const struct data_word *data,
                      const struct request *request, const struct need *need,
                      struct outputs *outputs, struct err *err)
{
    struct reading *reading = &release->readings[release->count++];
    struct read_options options = request->read;
    options.weapons = wants_weapons(need);
    if (!reading_open(reading, data->path, data->release, &options, err))
        return false;
    if (outputs)
        outputs_protect(outputs, reading->input);
    reading->seen_deals = &release->seen;
    reading->file_number = (unsigned)release->count - 1;
    if (!join_may_read(release, err))
        return false;
    struct funnel funnel = {.more = need->sink};
    if (!filter_is_empty(&need->applied))
        funnel.judge = filter_judge_new(&need->applied, &release->names);
    if (need->dims) {
        release->cube.dims = need->dims;
        if (need->either_side && may_list_one_side(reading->source))
            release->cube.dims |= DIM_SUPPLIER | DIM_RECIPIENT | DIM_CATEGORY;
        funnel.cube = &release->cube;
    }
    if (need->rows)
        funnel.deals = &release->deals;
    struct flow_sink sink = {pour, &funnel};
    bool done = reading_run(reading, &release->names, sink, err) &&
                check_unit(reading, err);
    reading_close(reading);
    if (funnel.judge)
        filter_judge_free(funnel.judge);
    return done;
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
        if (!read_file(release, &data[i], request, need, outputs, err))
            return false;
    }
    for (size_t i = 0; i < loaded->count; i++) {
        if (!join_release(&loaded->releases[i], &loaded->arena, err))
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
    for (size_t i = 0; i < loaded->count; i++) {
        struct release *release = &loaded->releases[i];
        release->study.names = &release->names;
        release->study.cube = &release->cube;
        release->study.deals = &release->deals;
        release->study.arena = &loaded->arena;
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

/* ARMSTATS_DATA: a path, or several with colons between them. */
static size_t data_of_environment(struct arena *arena, struct data_word **data)
{
    const char *paths = getenv("ARMSTATS_DATA");
    if (!paths || !*paths)
        return 0;
    struct str rest = str_from(paths);
    size_t count = 0;
    *data = arena_alloc(arena, rest.len + 1, sizeof **data);
    while (rest.ptr) {
        struct str path = str_cut(&rest, ':');
        if (path.len)
            (*data)[count++].path = arena_str(arena, path).ptr;
    }
    return count;
}

static void warn_of_unread_input(void)
{
    struct stat input;
    if (fstat(0, &input) == 0 &&
        (S_ISFIFO(input.st_mode) ||
         (S_ISREG(input.st_mode) && input.st_size > 0)))
        diag_warning("standard input is not read; - reads it");
}

/* Every bundled extract. */
static bool find_bundle(struct request *words, struct arena *arena,
                        struct err *err)
{
    const struct bundle_file *files;
    size_t count;
    if (!bundle_list(arena, &files, &count, err))
        return false;
    words->data = arena_alloc(arena, count + 1, sizeof *words->data);
    for (size_t i = 0; i < count; i++)
        words->data[i].path = files[i].path;
    words->data_count = count;
    return true;
}

/* What stands on the command line, in the environment, or in the bundle. */
static bool find_data(struct request *words, const struct request *request,
                      const struct need *need, struct arena *arena,
                      bool *bundled, struct err *err)
{
    *words = *request;
    *bundled = false;
    if (request->release && request->data_count)
        return err_set(err, ERR_REQUEST,
                       "--release chooses a bundled extract, and files are "
                       "given; %d=FILE labels a file",
                       request->release);
    if (request->data_count)
        return true;
    warn_of_unread_input();
    if (!request->release)
        words->data_count = data_of_environment(arena, &words->data);
    if (words->data_count)
        return true;
    *bundled = true;
    if (need->separate)
        return find_bundle(words, arena, err);
    const struct bundle_file *file = bundle_find(
        arena, request->release, need->bundle, &request->filter, err);
    if (!file)
        return false;
    words->data = arena_alloc(arena, 1, sizeof *words->data);
    words->data[0].path = file->path;
    words->data_count = 1;
    report_bundle(file);
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
                       bool separate, struct err *err)
{
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
            !check_selection(release, request, err))
            return false;
        if (release->study.integers)
            diag_note(release->study.marks
                          ? "printed integers: changes marked ~ could print "
                            "differently"
                          : "printed integers: changes could print "
                            "differently; -f csv has their bounds");
    }
    return true;
}

bool load_data(struct loaded *loaded, const struct request *request,
               const struct need *need, struct outputs *outputs,
               struct err *err)
{
    struct request words;
    struct arena scratch;
    bool bundled;
    *loaded = (struct loaded){0};
    arena_init(&loaded->arena);
    arena_init(&scratch);
    bool done = find_data(&words, request, need, &scratch, &bundled, err) &&
                load_each(loaded, request, need, words.data, words.data_count,
                          outputs, err);
    if (done) {
        bind_studies(loaded, need->separate);
        done = check_rows(loaded, request, bundled, need->separate, err);
    }
    arena_done(&scratch);
    return done;
}

void loaded_done(struct loaded *loaded)
{
    for (size_t i = 0; i < loaded->count; i++)
        release_done(&loaded->releases[i]);
    arena_done(&loaded->arena);
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

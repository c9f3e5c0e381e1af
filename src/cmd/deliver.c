/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "cmd/deliver.h"

#include <unistd.h>

#include "base/buf.h"
#include "base/diag.h"
#include "cmd/bundle.h"
#include "cmd/command.h"

#define REMARK_BYTES ((size_t)2000)

static bool emit(FILE *out, enum format format, const struct result_set *set,
                 const struct request *request, bool terminal, struct err *err)
{
    struct emit_options options = request->emit;
    options.harmless = terminal;
    return emit_results(out, format, (const struct result *const *)set->results,
                        set->count, &options, err);
}

static bool draw(struct request *request, const struct result_set *people,
                 const char *path, struct outputs *outputs, struct err *err)
{
    struct figure_options options = request->figure;
    const char *command = request->command->name;
    if (!request->figure_given && !figure_natural(command, &options.kind))
        return err_set(err, ERR_REQUEST,
                       "-o %s: %s has no figure of its own; --figure ranking "
                       "or series names one",
                       path, command);
    options.template_dir = bundle_path(&request->arena, "plots");
    if (!options.template_dir)
        return err_set(err, ERR_SYSTEM,
                       "the figure templates are not there; install the "
                       "program again, or set ARMSTATS_DATADIR");
    if (people->count != 1)
        return err_set(err, ERR_REQUEST,
                       "-o %s: a figure draws one table, and these are %zu; "
                       "leave --each out",
                       path, people->count);
    struct buf remarks;
    buf_init(&remarks, REMARK_BYTES);
    options.remarks = &remarks;
    bool done = figure_draw(people->results[0], &options, path, outputs, err);
    if (done && remarks.len)
        diag_note("%s: gnuplot remarks: %s", path, remarks.ptr);
    buf_done(&remarks);
    return done;
}

/* A gnuplot script comes with its data. */
static void report_written(const struct output_word *word)
{
    bool script = word->figure && word->figure_format == FIGURE_GP;
    int stem = (int)strlen(word->path) - (script ? 3 : 0);
    diag_info("wrote %s", word->path);
    if (script)
        diag_info("wrote %.*s.dat", stem, word->path);
}

static bool write_files(struct request *request,
                        const struct result_set *people,
                        const struct result_set *machines,
                        struct outputs *outputs, struct err *err)
{
    for (size_t i = 0; i < request->output_count; i++) {
        const struct output_word *word = &request->outputs[i];
        if (word->figure) {
            if (!draw(request, people, word->path, outputs, err))
                return false;
            continue;
        }
        const struct result_set *set =
            format_is_machine(word->format) ? machines : people;
        FILE *out = outputs_add(outputs, word->path, err);
        if (out && word->mapping) {
            fwrite(request->mapping.ptr, 1, request->mapping.len, out);
            continue;
        }
        if (!out || !emit(out, word->format, set, request, false, err))
            return false;
    }
    if (!outputs_commit(outputs, err))
        return false;
    for (size_t i = 0; i < request->output_count; i++)
        report_written(&request->outputs[i]);
    return true;
}

bool deliver_results(struct request *request, const struct result_set *people,
                     const struct result_set *machines, struct outputs *outputs,
                     struct err *err)
{
    if (!write_files(request, people, machines, outputs, err))
        return false;
    if (request->output_count && !request->format_given)
        return true;
    const struct result_set *set =
        format_is_machine(request->format) ? machines : people;
    return emit(stdout, request->format, set, request, isatty(1) == 1, err);
}

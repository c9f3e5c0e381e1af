/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include <unistd.h>

#include "base/diag.h"
#include "base/output.h"
#include "base/spool.h"
#include "cmd/command.h"
#include "cmd/load.h"
#include "cmd/options.h"
#include "cmd/report.h"
#include "cmd/tidy_columns.h"
#include "output/delimited.h"
#include "output/json.h"
#include "source/source.h"

/* The release is known only after the last row, so flows wait in an unnamed
 * file; memory stays flat. */
struct spool {
    FILE *file;
    const struct loaded *loaded;
    uint64_t rows;
    uint64_t undivided; /* rows of several years together */
    const char *split;  /* the layout's word for what was divided evenly */
};

struct spooled {
    struct flow flow;
    struct tidy_origin origin;
};

/* What several years hold together is of none of them. */
static bool is_undivided(const struct flow *flow, const struct reading *reading)
{
    return flow->order && flow->order->year_count > 1 &&
           flow->measure == MEASURE_DELIVERY && !reading->options.even_split;
}

/* Rows that were divided evenly say so wherever they are carried to. */
static const char *split_word(struct spool *spool, struct reading *reading)
{
    if (!spool->split)
        spool->split = arena_printf(&reading->arena, "%s" SOURCE_SPLIT,
                                    reading->source->id);
    return spool->split;
}

static bool spool_take(void *context, const struct flow *flow, struct err *err)
{
    struct spool *spool = context;
    const struct release *release = &spool->loaded->releases[0];
    struct reading *reading = &release->readings[release->count - 1];
    struct spooled row;
    memset(&row, 0, sizeof row);
    row.flow = *flow;
    row.flow.order = NULL; /* lives no longer than this call */
    if (is_undivided(flow, reading)) {
        row.flow.year = 0;
        spool->undivided++;
    }
    row.origin = tidy_origin_of(reading);
    if (flow->order && reading->options.even_split)
        row.origin.source = split_word(spool, reading);
    spool->rows++;
    if (fwrite(&row, sizeof row, 1, spool->file) != 1)
        return err_errno(err, "a temporary file cannot be written");
    return true;
}

/* One row in the format; JSON is one object a line. */
static void write_row(FILE *out, enum format format, struct delimited *writer,
                      const struct value *row)
{
    if (format == FORMAT_NDJSON) {
        struct json_writer json;
        json_begin(&json, out, 0);
        json_open(&json, '{');
        for (size_t i = 0; i < TIDY_COLUMNS; i++) {
            json_key(&json, str_from(tidy_columns[i].name));
            json_value(&json, tidy_columns[i].kind, &row[i]);
        }
        json_close(&json, '}');
        fputc('\n', out);
        return;
    }
    for (size_t i = 0; i < TIDY_COLUMNS; i++)
        delimited_value(writer, tidy_columns[i].kind, &row[i]);
    delimited_end(writer);
}

static bool write_table(FILE *out, enum format format, struct spool *spool,
                        const struct request *request, struct err *err)
{
    const struct release *release = &spool->loaded->releases[0];
    struct delimited writer;
    struct spooled row;
    struct value values[TIDY_COLUMNS];
    delimited_init(&writer, out, format == FORMAT_TSV ? '\t' : ',',
                   request->emit.csv_safe);
    for (size_t i = 0; format != FORMAT_NDJSON && i < TIDY_COLUMNS; i++)
        delimited_text(&writer, str_from(tidy_columns[i].name));
    if (format != FORMAT_NDJSON)
        delimited_end(&writer);
    rewind(spool->file);
    while (fread(&row, sizeof row, 1, spool->file) == 1) {
        memset(values, 0, sizeof values);
        tidy_row(values, &row.flow, &release->names, row.origin,
                 release->study.release_year);
        write_row(out, format, &writer, values);
    }
    if (ferror(spool->file))
        return err_errno(err, "a temporary file cannot be read");
    return true;
}

static bool check_format(enum format format, const char *what, struct err *err)
{
    if (format == FORMAT_CSV || format == FORMAT_TSV || format == FORMAT_NDJSON)
        return true;
    return err_set(err, ERR_REQUEST,
                   "%s: convert writes csv, tsv or ndjson, a row a delivery",
                   what);
}

static bool write_files(const struct request *request, struct spool *spool,
                        struct outputs *outputs, struct err *err)
{
    for (size_t i = 0; i < request->output_count; i++) {
        const struct output_word *word = &request->outputs[i];
        FILE *out = outputs_add(outputs, word->path, err);
        if (!out || !write_table(out, word->format, spool, request, err))
            return false;
        struct arena arena;
        arena_init(&arena);
        const char *beside = arena_printf(&arena, "%s.json", word->path);
        out = outputs_add(outputs, beside, err);
        if (out)
            tidy_descriptor(out, word->path,
                            word->format == FORMAT_TSV      ? "tsv"
                            : word->format == FORMAT_NDJSON ? "ndjson"
                                                            : "csv",
                            &spool->loaded->releases[0]);
        arena_done(&arena);
        if (!out)
            return false;
    }
    return outputs_commit(outputs, err);
}

static void report_written(const struct request *request,
                           const struct spool *spool)
{
    struct arena arena;
    arena_init(&arena);
    diag_info("%s rows written", report_count(&arena, spool->rows));
    if (spool->undivided)
        diag_note("%s of them without a year: what a deal delivered in several "
                  "years is not divided by year; --assume even-split divides "
                  "it evenly",
                  report_count(&arena, spool->undivided));
    for (size_t i = 0; i < request->output_count; i++)
        diag_info("wrote %s", request->outputs[i].path);
    arena_done(&arena);
}

/* What the filters leave of a side: one name of the file, or some. */
static void narrow_side(struct scope_side *side, const struct names *names,
                        const struct place_set *asked,
                        const struct place_set *not_asked)
{
    struct arena scratch;
    size_t count = 0;
    if (!asked->count && !not_asked->count)
        return;
    side->extent = SCOPE_SOME;
    side->name = (struct str){0};
    arena_init(&scratch);
    for (size_t i = 0; asked->count && i < names->places.len; i++) {
        struct str name = names->places.keys[i];
        struct year_set years = place_set_years(asked, name, &scratch);
        if (year_set_is_empty(&years))
            continue;
        side->name = name;
        count += year_set_is_all(&years) ? 1 : 2;
    }
    arena_done(&scratch);
    if (count == 1)
        side->extent = SCOPE_ONE;
}

/* The table that is written holds less than its source when filters are given;
 * its descriptor says so, so that no share of the world is read off it. */
static void narrow_scope(struct release *release, const struct filter *filter)
{
    struct scope *scope = &release->study.scope;
    narrow_side(&scope->supplier, &release->names, &filter->supplier,
                &filter->not_supplier);
    narrow_side(&scope->recipient, &release->names, &filter->recipient,
                &filter->not_recipient);
    if (filter->category.count || filter->not_category.count ||
        filter->weapon.count || filter->conditions) {
        scope->supplier.extent = SCOPE_SOME;
        scope->recipient.extent = SCOPE_SOME;
    }
}

static bool convert(struct request *request, struct spool *spool,
                    struct loaded *loaded, struct outputs *outputs,
                    struct err *err)
{
    struct need need = {.applied = request->filter,
                        .dims = DIM_YEAR,
                        .sink = {.take = spool_take, .context = spool}};
    if (!load_data(loaded, request, &need, outputs, err))
        return false;
    if (loaded->count != 1)
        return err_set(err, ERR_REQUEST,
                       "convert writes one release at a time; give the files "
                       "of one");
    narrow_scope(&loaded->releases[0], &request->filter);
    if (!write_files(request, spool, outputs, err))
        return false;
    bool on_stdout = !request->output_count || request->format_given;
    if (on_stdout &&
        !write_table(stdout,
                     request->format_given ? request->format : FORMAT_CSV,
                     spool, request, err))
        return false;
    report_written(request, spool);
    return true;
}

static bool run(struct request *request, struct err *err)
{
    if (!request->data_count)
        return err_set(err, ERR_REQUEST,
                       "convert needs a file: armstats convert FILE -o "
                       "tidy.csv");
    if (request->format_given && !check_format(request->format, "-f", err))
        return false;
    for (size_t i = 0; i < request->output_count; i++) {
        const struct output_word *word = &request->outputs[i];
        if (word->figure || !check_format(word->format, word->path, err))
            return err_set(err, ERR_REQUEST, "-o %s: convert draws no figure",
                           word->path);
    }
    struct loaded loaded;
    struct spool spool = {.loaded = &loaded};
    struct outputs *outputs = outputs_new(request->force);
    spool.file = spool_open(err);
    bool done = spool.file && convert(request, &spool, &loaded, outputs, err);
    if (spool.file) {
        fclose(spool.file);
        loaded_done(&loaded);
    }
    outputs_free(outputs);
    return done;
}

static const char *const examples[] = {
    "convert trade-register.csv -o tidy.csv",
    "convert --supplier KOR trade-register.csv",
    NULL,
};

const struct command command_convert = {
    .name = "convert",
    .summary = "any layout to one tidy table",
    .operands = "DATA...",
    .by_default = "all rows of the named files as tidy CSV on standard "
                  "output.",
    .examples = examples,
    .groups = G_SELECT | G_OUTPUT | G_READ | G_COMMON | G_MEMBERS,
    .run = run,
};

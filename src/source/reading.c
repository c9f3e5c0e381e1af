/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/reading.h"

#include "source/detect.h"
#include "source/json_table.h"
#include "source/mapped.h"
#include "source/rejects.h"
#include "source/source.h"

static const char *without_folder(const char *file)
{
    const char *slash = strrchr(file, '/');
    return slash && slash[1] ? slash + 1 : file;
}

/* A layout all of whose rows are of one supplier. */
static void set_supplier(struct reading *reading)
{
    const char *name = reading->source->supplier;
    if (!name)
        return;
    reading->fixed[ROLE_SUPPLIER] = str_from(name);
    reading->scope.supplier = (struct scope_side){
        .extent = SCOPE_ONE, .name = str_from(name), .divided = true};
}

/* What the layout says of itself, before it looks at the file. */
static void begin_layout(struct reading *reading)
{
    const struct source *source = reading->source;
    if (source->database && *source->database)
        reading->database = source->database;
    if (source->quantity_count) {
        reading->unit = source->quantities[0].unit;
        reading->measure = source->quantities[0].measure;
        reading->half_width = source->quantities[0].half_width;
    }
    set_supplier(reading);
}

static bool open_layout(struct reading *reading, struct err *err)
{
    if (!detect_source(reading, err) || !detect_columns(reading, err))
        return false;
    begin_layout(reading);
    if (reading->source->open && !reading->source->open(reading, err))
        return false;
    if (!source_choose_quantity(reading, err))
        return false;
    if (reading->options.rounded_to >= 0)
        reading->half_width = reading->options.rounded_to * reading->scale / 2;
    reading->reader =
        reader_open(reading->text, reading->name, reading->head.dialect,
                    reading->options.limits);
    reader_allow(reading->reader, reading->surplus);
    return reader_skip(reading->reader,
                       reading->header + !reading->source->headerless, err);
}

bool reading_open(struct reading *reading, const char *file, int release,
                  const struct read_options *options, struct err *err)
{
    *reading = (struct reading){.options = *options};
    arena_init(&reading->arena);
    tally_init(&reading->tally, &reading->arena);
    reading->release_year = release;
    reading->release_given = release != 0;
    reading->scale = 1;
    reading->part = 1;
    reading->seen = (struct period){0, -1};
    reading->scope.declared = reading->seen;
    reading->scope.covered = reading->seen;
    reading->file = arena_str(&reading->arena, str_from(file)).ptr;
    reading->name = without_folder(reading->file);
    if (options->map && !mapped_begin(reading, err))
        return false;
    if (!reading->options.decimal)
        reading->options.decimal = '.';
    reading->input = input_open(reading->file, options->input_limits, err);
    if (!reading->input)
        return false;
    if (options->hash_all)
        input_hash_all(reading->input);
    if (strcmp(file, "-") == 0) /* outlives the input */
        reading->name =
            arena_str(&reading->arena, str_from(input_name(reading->input)))
                .ptr;
    reading->text = text_open(reading->input, reading->options.encoding, err);
    return reading->text && json_table_open(reading, err) &&
           open_layout(reading, err);
}

bool reading_run(struct reading *reading, struct names *names,
                 struct flow_sink sink, struct err *err)
{
    size_t known = names->places.len;
    const struct source *source = reading->source;
    if (reading->options.rejects) {
        reading->tally.rejects = reading->options.rejects;
        reading->tally.file = rejects_begin(
            reading->options.rejects, reading->name,
            source->headerless ? NULL
                               : &reading->head.records[reading->header]);
    }
    progress_begin(&reading->progress, reading->name,
                   input_total(reading->input));
    bool done = source->read ? source->read(reading, names, sink, err)
                             : source_read_rows(reading, names, sink, err);
    progress_end(&reading->progress);
    if (!done)
        return false;
    source_remark_names(reading, names, known);
    source_settle(reading);
    if (reading->options.rejects)
        rejects_end(reading->options.rejects, reading->tally.file,
                    &reading->tally, text_offset(reading->text));
    reading->size = input_stored_size(reading->input);
    reading->hashed = input_sha256(reading->input, reading->sha256);
    if (!reading->encoding)
        reading_keep_encoding(reading);
    return true;
}

bool reading_tells_several(const struct reading *reading)
{
    return reading->roles[ROLE_KIND] != SIZE_MAX &&
           reading->source->must_choose && !reading->quantity;
}

void reading_keep_encoding(struct reading *reading)
{
    const char *name = text_encoding(reading->text);
    reading->encoding = arena_str(&reading->arena, str_from(name)).ptr;
    reading->guessed_at = text_guessed_at(reading->text);
}

const char *reading_line_word(const struct reading *reading)
{
    return reading->by_record ? "record" : "line";
}

const char *reading_place(const struct reading *reading, struct arena *arena,
                          uint64_t line)
{
    return arena_printf(arena, "%s:%s%llu", reading->name,
                        reading->by_record ? " record " : "",
                        (unsigned long long)line);
}

void reading_show(struct reading *reading, uint64_t rows)
{
    progress_step(&reading->progress, input_stored_size(reading->input), rows);
}

void reading_close(struct reading *reading)
{
    if (reading->reader)
        reader_close(reading->reader);
    if (reading->text)
        text_close(reading->text);
    if (reading->input)
        input_close(reading->input);
    buf_done(&reading->inner);
    reading->reader = NULL;
    reading->text = NULL;
    reading->input = NULL;
}

void reading_done(struct reading *reading)
{
    reading_close(reading);
    arena_done(&reading->arena);
}

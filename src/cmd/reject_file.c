/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "cmd/reject_file.h"

#include "base/diag.h"
#include "cmd/report.h"
#include "output/delimited.h"

static bool is_stdout(const struct request *request)
{
    return strcmp(request->rejects, "-") == 0;
}

bool reject_file_open(const struct request *request, struct outputs *outputs,
                      FILE **out, struct err *err)
{
    *out = NULL;
    if (!request->rejects)
        return true;
    if (is_stdout(request) && (!request->output_count || request->format_given))
        return err_set(err, ERR_REQUEST,
                       "--rejects -: standard output has the result; name a "
                       "file, or write the result with -o alone");
    const char *path = is_stdout(request) ? "/dev/stdout" : request->rejects;
    *out = outputs_add(outputs, path, err);
    return *out != NULL;
}

struct writer {
    struct delimited file;
    struct arena arena; /* of one row */
    uint64_t rows;
};

/* A blank for what is not known. */
static void put_number(struct writer *writer, uint64_t number)
{
    const char *text = "";
    if (number > 0)
        text = arena_printf(&writer->arena, "%llu", (unsigned long long)number);
    delimited_text(&writer->file, str_from(text));
}

static const char *kind_words(const struct reject *reject, struct arena *arena)
{
    switch (reject->kind) {
    case REJECT_FAULT:
        break;
    case REJECT_ASIDE:
        return arena_printf(arena, "set aside: %s",
                            aside_text((enum aside)reject->reason));
    case REJECT_REPAIR:
        return arena_printf(arena, "repaired: %s",
                            remark_text((enum remark)reject->reason));
    }
    return fault_text((enum row_fault)reject->reason);
}

static bool write_row(void *context, const struct reject *reject,
                      const struct reject_place *place, struct err *err)
{
    struct writer *writer = context;
    struct arena *arena = &writer->arena;
    const char *advice = "";
    (void)err;
    arena_init(arena);
    const char *kind = kind_words(reject, arena);
    if (reject->kind == REJECT_FAULT)
        advice = fault_advice((enum row_fault)reject->reason);
    delimited_text(&writer->file, str_from(place->file));
    put_number(writer, reject->line);
    put_number(writer, place->byte);
    put_number(writer, reject->column + 1);
    delimited_text(&writer->file, place->heading);
    delimited_text(&writer->file,
                   str_from(arena_printf(arena, "%llu",
                                         (unsigned long long)reject->rows)));
    delimited_text(&writer->file, str_from(kind));
    delimited_text(&writer->file, reject->text);
    delimited_text(&writer->file, str_from(advice));
    delimited_end(&writer->file);
    writer->rows += reject->rows;
    arena_done(arena);
    return true;
}

bool reject_file_write(const struct request *request, struct rejects *rejects,
                       FILE *out, struct err *err)
{
    static const char *const columns[] = {"file",   "line",    "byte",
                                          "column", "heading", "rows",
                                          "kind",   "text",    "advice"};
    struct writer writer = {.rows = 0};
    struct arena arena;
    delimited_init(&writer.file, out, ',', request->emit.csv_safe);
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        delimited_text(&writer.file, str_from(columns[i]));
    delimited_end(&writer.file);
    if (!rejects_tell(rejects, (struct reject_taker){write_row, &writer}, err))
        return false;
    arena_init(&arena);
    if (!is_stdout(request))
        diag_info("%s lists %s %s left out", request->rejects,
                  report_count(&arena, writer.rows),
                  writer.rows == 1 ? "row that is" : "rows that are");
    arena_done(&arena);
    return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "cmd/request.h"

#include "base/buf.h"
#include "base/crew.h"
#include "base/diag.h"
#include "base/mem.h"
#include "cmd/command.h"
#include "cmd/command_line.h"
#include "cmd/options.h"
#include "cmd/regroup.h"
#include "cmd/words.h"

static bool take_data(struct request *request, const char *word)
{
    struct data_word data = {0, word};
    struct str rest = str_from(word);
    struct str label = str_cut(&rest, '=');
    unsigned long year;
    if (rest.ptr && label.len == 4 && str_to_uint(label, 2199, &year)) {
        data.release = (int)year;
        data.path = rest.ptr;
    }
    request->data[request->data_count++] = data;
    request->words[request->word_count++] = word;
    return true;
}

static bool take_output(struct request *request, const char *value,
                        struct err *err)
{
    struct output_word output = {.path = value};
    struct str path = str_from(value);
    struct str figure = STR("figure:");
    if (str_starts(path, figure)) {
        output.path = value + figure.len;
        path = str_from(output.path);
        output.figure = true;
    }
    if (request->command == &command_describe && str_ends(path, STR(".map")))
        output.mapping = true;
    else if (figure_format_from_suffix(path, &output.figure_format))
        output.figure = true;
    else if (output.figure || !format_from_suffix(path, &output.format))
        return err_set(err, ERR_REQUEST,
                       "-o %s: the suffix says the format, and this one says "
                       "none; use .csv .tsv .json .ndjson .md .tex .gexf "
                       ".graphml, or .pdf .svg .png .eps .gp for a figure",
                       diag_quote(&request->arena, str_from(value)));
    request->outputs[request->output_count++] = output;
    return true;
}

/* Places, categories, weapons, condition. */
static bool take_selection(struct request *request, int id, struct str value,
                           struct err *err)
{
    struct filter *filter = &request->filter;
    struct arena *arena = &request->arena;
    switch (id) {
    case O_SUPPLIER:
        return place_set_add(&filter->supplier, value, arena, err);
    case O_RECIPIENT:
        return place_set_add(&filter->recipient, value, arena, err);
    case O_NOT_SUPPLIER:
        return place_set_add(&filter->not_supplier, value, arena, err);
    case O_NOT_RECIPIENT:
        return place_set_add(&filter->not_recipient, value, arena, err);
    case O_CATEGORY:
        pattern_list_add(&filter->category, value, arena);
        return true;
    case O_NOT_CATEGORY:
        pattern_list_add(&filter->not_category, value, arena);
        return true;
    case O_WEAPON:
        pattern_list_add(&filter->weapon, value, arena);
        return true;
    default:
        return words_condition(value, &filter->conditions, err);
    }
}

static bool take_shape(struct request *request, int id, struct str value,
                       struct err *err)
{
    switch (id) {
    case O_YEARS:
        return words_period(value, "--years", &request->years, err);
    case O_PREVIOUS:
        return words_period(value, "--previous", &request->previous, err);
    case O_RELEASE:
        return words_release(value, &request->release, err);
    case O_BY:
        request->by_given = true;
        return words_by(value, &request->by, err);
    case O_EACH:
        return words_each(value, &request->each, err);
    case O_SPAN:
        return words_span(value, &request->span, err);
    case O_TOP:
        request->top_given = true;
        return words_top(value, &request->top, err);
    case O_NAMES:
        return words_names(value, &request->names, err);
    case O_WITHIN:
        request->within = true;
        return true;
    case O_PARTIAL:
        request->partial = true;
        return true;
    case O_COMPLETE:
        request->complete = true;
        return true;
    case O_WORLD:
        request->world = value.ptr;
        return true;
    case O_MERGE:
        request->merges[request->merge_count++] = value.ptr;
        return true;
    case O_MEMBERS:
        return words_members(value, &request->members, err);
    default:
        return words_successor(value, &request->successor, err);
    }
}

static bool take_result(struct request *request, int id, const char *value,
                        struct err *err)
{
    switch (id) {
    case O_FORMAT:
        request->format_given = true;
        return words_format(str_from(value), &request->format, err);
    case O_OUTPUT:
        return take_output(request, value, err);
    case O_FORCE:
        request->force = true;
        return true;
    case O_FIGURE:
        request->figure_given = true;
        return words_figure(str_from(value), &request->figure.kind, err);
    case O_SIZE:
        request->figure.size = value;
        return true;
    case O_MONO:
        request->figure.mono = true;
        return true;
    case O_TITLE:
        request->figure.title = value;
        return true;
    case O_WIDTH:
        return words_count(str_from(value), "--width", 40, 1000,
                           &request->emit.width, err);
    default:
        request->emit.csv_safe = true;
        return true;
    }
}

static bool take_reading(struct request *request, int id, const char *value,
                         struct err *err)
{
    struct read_options *read = &request->read;
    switch (id) {
    case O_MEASURE:
        return words_measure(str_from(value), &read->quantity, err);
    case O_REPORTS:
        return words_reports(str_from(value), &read->reports, err);
    case O_ASSUME:
        return words_assume(str_from(value), &read->even_split, err);
    case O_MAP:
        read->map = value;
        return true;
    case O_SKIP:
        return words_skip(str_from(value), &read->header_line, err);
    case O_REJECTS:
        request->rejects = value;
        return true;
    case O_UNIT:
        return words_unit(str_from(value), &read->unit, err);
    case O_ROUNDED_TO:
        return words_rounding(str_from(value), &read->rounded_to, err);
    case O_DECIMAL:
        return words_char(str_from(value), "--decimal", ".,", &read->decimal,
                          err);
    case O_DELIMITER:
        return words_delimiter(str_from(value), &read->delimiter, err);
    case O_ENCODING:
        read->encoding = value;
        return true;
    case O_STRICT:
        request->strict = true;
        return true;
    case O_MAX_FIELD:
        return words_count(str_from(value), "--max-field", 1, SIZE_MAX / 4,
                           &read->limits.field, err);
    case O_MAX_RECORD:
        return words_count(str_from(value), "--max-record", 1, SIZE_MAX / 4,
                           &read->limits.record, err);
    case O_MAX_COLUMNS:
        return words_count(str_from(value), "--max-columns", 1, SIZE_MAX / 4,
                           &read->limits.columns, err);
    case O_NO_LIMITS:
        read->limits = (struct reader_limits){0};
        read->input_limits = (struct input_limits){0};
        return true;
    case O_CODES:
        request->codes[read->code_count++] = value;
        return true;
    case O_PROVENANCE:
        return words_provenance(str_from(value), &read->hash_all, err);
    case O_THREADS:
        return words_threads(str_from(value), &read->threads, err);
    default:
        return words_size(str_from(value), "--max-memory", &request->max_memory,
                          err);
    }
}

static bool refuse_option(const struct request *request, int id,
                          struct err *err)
{
    return err_set(err, ERR_REQUEST,
                   "--%s is no option of %s; armstats %s --help lists them",
                   option_table[id].name, request->command->name,
                   request->command->name);
}

static bool take(void *context, int id, const char *value, struct err *err)
{
    struct request *request = context;
    if (id == OPT_POSITIONAL)
        return take_data(request, value);
    if (!(option_group((enum option_id)id) & request->command->groups))
        return refuse_option(request, id, err);
    if (id <= O_CONDITION)
        return take_selection(request, id, str_from(value), err);
    if (id <= O_NAMES)
        return take_shape(request, id, value ? str_from(value) : STR(""), err);
    if (id <= O_CSV_SAFE)
        return take_result(request, id, value, err);
    if (id <= O_MAX_MEMORY)
        return take_reading(request, id, value, err);
    if (id <= O_PRICES)
        return request_take_statistic(request, id, value, err);
    if (id == O_MARGIN)
        return words_margin(str_from(value), &request->margin, err);
    if (id == O_UNMATCHED)
        request->unmatched = value;
    else if (id == O_DOWNLOAD_HELP)
        request->download_help = true;
    else if (id == O_QUIET)
        request->quiet = true;
    else
        request->help = true;
    return true;
}

/* Options of figures without a figure would be lost in silence. */
static bool check_figure(const struct request *request, struct err *err)
{
    const struct figure_options *figure = &request->figure;
    const char *lost = request->figure_given ? "--figure"
                       : figure->size        ? "--size"
                       : figure->title       ? "--title"
                       : figure->mono        ? "--mono"
                                             : NULL;
    for (size_t i = 0; i < request->output_count; i++) {
        if (request->outputs[i].figure)
            return true;
    }
    return !lost || request->help ||
           err_set(err, ERR_REQUEST,
                   "%s is about a figure, and none is drawn; add -o NAME.pdf",
                   lost);
}

/* A sentence does not tell what is counted together. */
static bool check_sentence(const struct request *request, struct err *err)
{
    bool together = request->merge_count || request->successor;
    return !together || !request->format_given ||
           request->format != FORMAT_SENTENCE ||
           err_set(err, ERR_REQUEST,
                   "-f sentence: one sentence does not say what %s counts "
                   "together; ask for a table",
                   request->merge_count ? "--merge" : "--successor");
}

bool request_parse(struct request *request, const struct command *command,
                   int argc, char *const *argv, struct err *err)
{
    *request = (struct request){
        .command = command,
        .span = 5,
        .format = FORMAT_TABLE,
        .margin = -1,
        .statistics = {.error = -1, .draws = 10000, .seed = 12345},
        .max_memory = mem_of_machine() / 2,
        .read = {.rounded_to = -1,
                 .unit = -1,
                 .threads = crew_size(),
                 .limits = reader_default_limits,
                 .input_limits = {(uint64_t)64 << 30, 250}},
    };
    arena_init(&request->arena);
    size_t words = (size_t)argc + 1;
    request->data = arena_alloc(&request->arena, words, sizeof *request->data);
    request->words =
        arena_alloc(&request->arena, words, sizeof *request->words);
    request->outputs =
        arena_alloc(&request->arena, words, sizeof *request->outputs);
    request->codes =
        arena_alloc(&request->arena, words, sizeof *request->codes);
    request->merges =
        arena_alloc(&request->arena, words, sizeof *request->merges);
    request->statistics.decompose = arena_alloc(
        &request->arena, words, sizeof *request->statistics.decompose);
    request->read.codes = request->codes;
    request->command_line =
        command_line(&request->arena, command->name, argc, argv);
    struct opt_sink sink = {take, request, request_not_money};
    return opt_parse(option_table, OPTION_ROWS, argc, argv, sink, err) &&
           request_check_statistics(request, err) && check_figure(request, err) && check_sentence(request, err) &&
           regroup_request(request, err);
}

void request_done(struct request *request)
{
    arena_done(&request->arena);
}

void request_question(const struct request *request, struct question *question)
{
    *question = (struct question){
        .by = request->by,
        .years = request->years,
        .previous = request->previous,
        .top = request->top,
        .partial = request->partial,
        .complete = request->complete,
        .asked = &request->filter,
        .category = NAME_NONE,
    };
}

void request_list_suppliers(const struct request *request,
                            struct question *question)
{
    question->list_supplier = request->filter.supplier;
    question->hide_supplier = request->filter.not_supplier;
}

void request_list_recipients(const struct request *request,
                             struct question *question)
{
    question->list_recipient = request->filter.recipient;
    question->hide_recipient = request->filter.not_recipient;
}

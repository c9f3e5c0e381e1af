/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "cmd/bundle.h"
#include "cmd/command.h"
#include "cmd/deliver.h"
#include "cmd/options.h"

enum {
    C_FILE,
    C_RELEASE_YEAR,
    C_TITLE,
    C_YEARS,
    C_SOURCE,
    C_TERMS,
    C_SHA256,
    C_COUNT
};

static const struct column columns[C_COUNT] = {
    {"file", KIND_TEXT, "", "name of the extract"},
    {"release_year", KIND_YEAR, "", "year of the release"},
    {"title", KIND_TEXT, "", "what it holds"},
    {"years", KIND_TEXT, "", "covered years"},
    {"source", KIND_TEXT, "", "database that it was taken from"},
    {"terms", KIND_TEXT, "", "on which terms"},
    {"sha256", KIND_TEXT, "", "of the published file that it was taken from"},
};

static const char download_help[] =
    "The full data are their publishers' and come from their own sites.\n"
    "\n"
    "SIPRI Arms Transfers Database (TIV, since 1950, free for research):\n"
    "  https://armstransfers.sipri.org\n"
    "  Trade register: all suppliers, all recipients, the range of years that\n"
    "  you want; take the CSV that has one row for each deal and delivery\n"
    "  year (its header begins with 'SIPRI AT Database ID'). It answers\n"
    "  everything: rank, factsheet, partners, series, matrix, deals.\n"
    "  Import/export values: the table of suppliers (or recipients) by year.\n"
    "  It answers rank and series, in whole units.\n"
    "Each March brings a new release and revises the whole series, so keep\n"
    "files of different releases apart: armstats rank 2023=old.csv "
    "2024=new.csv\n"
    "\n"
    "Then: armstats describe trade-register.csv\n"
    "      armstats factsheet trade-register.csv\n";

static void add_file(struct result *result, const struct bundle_file *file)
{
    struct value *row = result_add_row(result);
    row[C_FILE] = value_word(file->name);
    row[C_RELEASE_YEAR] = value_integer(file->release);
    row[C_TITLE] = value_word(file->title);
    row[C_YEARS] = value_word(file->years);
    row[C_SOURCE] = value_word(file->source);
    row[C_TERMS] = value_word(file->terms);
    row[C_SHA256] = value_word(file->sha256);
}

static void add_view_column(struct result *result, const char *head,
                            enum kind kind, size_t width, bool flexible)
{
    size_t gap = result->view.column_count ? 2 : 0;
    view_add_column(&result->view, &result->arena,
                    (struct view_column){.kind = kind,
                                         .align = ALIGN_LEFT,
                                         .width = width,
                                         .gap = gap,
                                         .flexible = flexible,
                                         .head = {NULL, NULL, head},
                                         .label = head});
}

static void fill_view(struct result *result)
{
    struct view *view = &result->view;
    struct arena *arena = &result->arena;
    view->title = "Extracts that come with the program";
    view->unit_line = "TIV million (an index of military capability, not "
                      "money)";
    add_view_column(result, "Release", KIND_TEXT, 10, false);
    add_view_column(result, "What", KIND_TEXT, 30, true);
    add_view_column(result, "Years", KIND_TEXT, 9, false);
    for (size_t i = 0; i < result->row_count; i++) {
        const struct value *row = result_row(result, i);
        struct value *cells = view_add_row(view, arena, VIEW_ENTRY);
        cells[0] = value_word(arena_printf(
            arena, "March %lld", (long long)row[C_RELEASE_YEAR].as.integer));
        cells[1] = row[C_TITLE];
        cells[2] = row[C_YEARS];
    }
    view_add_foot(view, arena,
                  "Source: SIPRI Arms Transfers Database; short extracts with "
                  "credit, as its terms allow. The full data: armstats "
                  "datasets --download-help.");
}

static bool list_bundle(struct request *request, struct err *err)
{
    const struct bundle_file *files;
    size_t count;
    if (!bundle_list(&request->arena, &files, &count, err))
        return false;
    struct result *result = result_new("datasets");
    struct outputs *outputs = outputs_new(request->force);
    result_add_columns(result, columns, C_COUNT, NULL);
    for (size_t i = 0; i < count; i++)
        add_file(result, &files[i]);
    fill_view(result);
    result->listed = result->row_count;
    struct result_set set = {&result, 1};
    bool done = deliver_results(request, &set, &set, outputs, err);
    result_free(result);
    outputs_free(outputs);
    return done;
}

static bool run(struct request *request, struct err *err)
{
    if (request->word_count)
        return err_set(err, ERR_REQUEST,
                       "datasets takes no file; armstats describe FILE tells "
                       "what a file is");
    if (!request->download_help)
        return list_bundle(request, err);
    fputs(download_help, stdout);
    return true;
}

static const char *const examples[] = {
    "datasets",
    "datasets --download-help",
    NULL,
};

const struct command command_datasets = {
    .name = "datasets",
    .summary = "what is bundled, its source and terms, how to get the rest",
    .operands = "",
    .by_default = "what is bundled.",
    .examples = examples,
    .groups = G_OUTPUT | G_DATASETS | G_COMMON,
    .run = run,
};

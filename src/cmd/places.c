/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "trade/place.h"

#include "base/buf.h"
#include "base/diag.h"
#include "cmd/command.h"
#include "cmd/deliver.h"
#include "cmd/options.h"

#define LINE_BYTES ((size_t)1000)

enum {
    C_NAME,
    C_MATCHED,
    C_ISO3,
    C_KIND,
    C_FROM_YEAR,
    C_TO_YEAR,
    C_GROUP,
    C_GROUP_AUTHOR,
    C_COUNT,
};

static const struct column columns[C_COUNT] = {
    {"name", KIND_TEXT, "", "as it was asked for"},
    {"matched", KIND_TEXT, "", "the place that it means"},
    {"iso3", KIND_TEXT, "", "its ISO 3166-1 code"},
    {"kind", KIND_TEXT, "",
     "state, former_state, armed_group, organisation or unknown"},
    {"from_year", KIND_YEAR, "", "first year of a state that came into being"},
    {"to_year", KIND_YEAR, "", "last year of a state that is no more"},
    {"group", KIND_TEXT, "", "region"},
    {"group_author", KIND_TEXT, "", "whose list of regions it is"},
};

static void add_place(struct result *result, struct str name,
                      const struct place *place)
{
    struct value *row = result_add_row(result);
    row[C_NAME] = value_text(name);
    row[C_MATCHED] = value_word(place->name);
    row[C_ISO3] = value_word(place->iso3);
    row[C_KIND] = value_word(place_kind_word(place->kind));
    if (place->from_year)
        row[C_FROM_YEAR] = value_integer(place->from_year);
    if (place->to_year)
        row[C_TO_YEAR] = value_integer(place->to_year);
    row[C_GROUP] = value_word(place->region);
    row[C_GROUP_AUTHOR] = value_word(*place->region ? "SIPRI" : "");
}

/* Several fit, or none: the candidates are named. */
static bool refuse(struct str name, const struct place_lookup *lookup,
                   struct err *err)
{
    struct arena arena;
    struct buf near;
    arena_init(&arena);
    buf_init(&near, LINE_BYTES);
    for (size_t i = 0; i < lookup->count; i++)
        buf_printf(&near, "%s%s", i ? ", " : "", lookup->found[i]->name);
    const char *quoted = diag_quote(&arena, name);
    if (lookup->answer == PLACE_REFUSED)
        err_set(err, ERR_REQUEST, "%s: %s", quoted, lookup->reason);
    else if (lookup->answer == PLACE_AMBIGUOUS)
        err_set(err, ERR_REQUEST,
                "%s fits several places: %s; write one of "
                "them",
                quoted, near.ptr);
    else
        err_set(err, ERR_REQUEST, "no place is called %s%s%s", quoted,
                near.len ? "; the nearest are " : "", near.len ? near.ptr : "");
    buf_done(&near);
    arena_done(&arena);
    return false;
}

static bool add_word(struct result *result, const char *word, struct err *err)
{
    struct str name = str_from(word);
    const struct place *place = place_of_name(name);
    if (place) {
        add_place(result, name, place);
        return true;
    }
    struct place_lookup lookup = place_look_up(name);
    if (lookup.answer != PLACE_FOUND)
        return refuse(name, &lookup, err);
    add_place(result, name, lookup.found[0]);
    return true;
}

static const char *existence(struct arena *arena, const struct value *row)
{
    bool from = row[C_FROM_YEAR].type == VALUE_INTEGER;
    bool to = row[C_TO_YEAR].type == VALUE_INTEGER;
    if (!from && !to)
        return "";
    return arena_printf(
        arena, "%s–%s",
        from ? arena_printf(arena, "%lld",
                            (long long)row[C_FROM_YEAR].as.integer)
             : "",
        to ? arena_printf(arena, "%lld", (long long)row[C_TO_YEAR].as.integer)
           : "");
}

static void fill_view(struct result *result)
{
    static const struct {
        const char *head;
        size_t width;
        bool flexible;
    } heads[] = {{"Name", 16, true},  {"Place", 16, true},
                 {"Code", 4, false},  {"Kind", 12, false},
                 {"Years", 9, false}, {"Region (SIPRI)", 14, false}};
    struct view *view = &result->view;
    struct arena *arena = &result->arena;
    view->title = "Places and how their names are matched";
    view->unit_line = "Codes are ISO 3166-1 alpha-3; SIPRI's own codes are "
                      "not read";
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
        view_add_column(
            view, arena,
            (struct view_column){.kind = KIND_TEXT,
                                 .align = ALIGN_LEFT,
                                 .width = heads[i].width,
                                 .gap = i ? 2 : 0,
                                 .flexible = heads[i].flexible,
                                 .head = {NULL, NULL, heads[i].head},
                                 .label = heads[i].head});
    for (size_t i = 0; i < result->row_count; i++) {
        const struct value *row = result_row(result, i);
        struct value *cells = view_add_row(view, arena, VIEW_ENTRY);
        cells[0] = row[C_NAME];
        cells[1] = row[C_MATCHED];
        cells[2] = row[C_ISO3];
        cells[3] = row[C_KIND];
        cells[4] = value_word(existence(arena, row));
        cells[5] = row[C_GROUP];
    }
    view_add_foot(view, arena, "%zu places are known.", place_count());
}

static bool run(struct request *request, struct err *err)
{
    struct result *result = result_new("places");
    struct outputs *outputs = outputs_new(request->force);
    bool done = true;
    for (size_t i = 0; i < C_COUNT; i++)
        result_add_column(result, columns[i].name, columns[i].kind,
                          columns[i].unit, columns[i].description);
    for (size_t i = 0; done && i < request->word_count; i++)
        done = add_word(result, request->words[i], err);
    for (size_t i = 0; !request->word_count && i < place_count(); i++)
        add_place(result, str_from(place_at(i)->name), place_at(i));
    if (done) {
        fill_view(result);
        result->listed = result->row_count;
        struct result_set set = {&result, 1};
        done = deliver_results(request, &set, &set, outputs, err);
    }
    result_free(result);
    outputs_free(outputs);
    return done;
}

static const char *const examples[] = {
    "places Türkiye",
    "places \"Korea, Rep.\" KOR",
    "places -f csv",
    NULL,
};

const struct command command_places = {
    .name = "places",
    .summary = "how a name is matched",
    .operands = "[NAME...]",
    .by_default = "all places that are known, with code, kind, years and "
                  "region.",
    .examples = examples,
    .groups = G_OUTPUT | G_COMMON | G_MEMBERS | G_UNMATCHED,
    .run = run,
};

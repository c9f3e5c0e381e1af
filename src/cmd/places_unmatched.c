/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of a file that the table of places does not have. */
#include <config.h>

#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "cmd/load.h"
#include "cmd/places.h"
#include "cmd/report.h"

/* How many flows name each place of the dictionary. */
struct census {
    uint64_t *rows;
    size_t cap;
};

static void count(struct census *census, uint32_t number)
{
    if (number == NAME_NONE)
        return;
    if (number >= census->cap) {
        size_t cap = census->cap ? census->cap : 256;
        while (cap <= number)
            cap *= 2;
        census->rows = mem_resize(census->rows, cap, sizeof(*census->rows));
        memset(census->rows + census->cap, 0,
               (cap - census->cap) * sizeof(*census->rows));
        census->cap = cap;
    }
    census->rows[number]++;
}

static bool take(void *context, const struct flow *flow, struct err *err)
{
    struct census *census = context;
    (void)err;
    count(census, flow->supplier);
    if (flow->recipient != flow->supplier)
        count(census, flow->recipient);
    return true;
}

struct unmatched {
    struct str name;
    uint64_t rows;
};

/* Most rows first, then by name. */
static int order(const void *left, const void *right)
{
    const struct unmatched *a = left;
    const struct unmatched *b = right;
    if (a->rows != b->rows)
        return a->rows > b->rows ? -1 : 1;
    return str_cmp(a->name, b->name);
}

/* What comes near, or why it is not taken. */
static const char *nearest(struct str name, struct arena *arena)
{
    struct place_lookup lookup = place_look_up(name);
    if (lookup.answer == PLACE_REFUSED)
        return arena_str(arena, str_from(lookup.reason)).ptr;
    if (lookup.answer == PLACE_FOUND)
        return arena_printf(arena, "the code of %s", lookup.found[0]->name);
    const char *text = "";
    for (size_t i = 0; i < lookup.count; i++)
        text = arena_printf(arena, "%s%s%s", text, i ? ", " : "",
                            lookup.found[i]->name);
    return text;
}

static void add_unmatched(struct result *result, const struct unmatched *item)
{
    struct value *row = result_add_row(result);
    struct str name = arena_str(&result->arena, item->name);
    row[C_NAME] = value_text(name);
    row[C_MATCHED] = value_word("");
    row[C_ISO3] = value_word("");
    row[C_KIND] = value_word(place_kind_word(place_kind_of_name(name)));
    row[C_GROUP] = value_word("");
    row[C_GROUP_AUTHOR] = value_word("");
    row[C_ROWS] = value_integer((int64_t)item->rows);
    row[C_NEAREST] = value_word(nearest(name, &result->arena));
}

/* The number of names. */
static size_t add_all(struct result *result, const struct map *places,
                      const struct census *census)
{
    size_t names = 0;
    size_t found = 0;
    struct unmatched *items = mem_alloc(places->len + 1, sizeof(*items));
    for (size_t i = 0; i < places->len; i++) {
        uint64_t rows = i < census->cap ? census->rows[i] : 0;
        names += rows > 0;
        if (rows && !place_of_name(places->keys[i]))
            items[found++] = (struct unmatched){places->keys[i], rows};
    }
    qsort(items, found, sizeof(*items), order);
    for (size_t i = 0; i < found; i++)
        add_unmatched(result, &items[i]);
    mem_free(items);
    return names;
}

static void fill_view(struct result *result, const struct reading *reading,
                      size_t names)
{
    struct view *view = &result->view;
    struct arena *arena = &result->arena;
    static const struct view_column heads[] = {{.kind = KIND_TEXT,
                                                .width = 24,
                                                .head = {NULL, NULL, "Name"},
                                                .label = "Name"},
                                               {.kind = KIND_COUNT,
                                                .align = ALIGN_RIGHT,
                                                .width = 6,
                                                .gap = 2,
                                                .head = {NULL, NULL, "Rows"},
                                                .label = "Rows"},
                                               {.kind = KIND_TEXT,
                                                .width = 30,
                                                .gap = 2,
                                                .flexible = true,
                                                .head = {NULL, NULL, "Nearest"},
                                                .label = "Nearest"}};
    view->title =
        arena_printf(arena, "Names of %s that no table has", reading->name);
    view->unit_line = "They are used under their own names and are in every "
                      "total";
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
        view_add_column(view, arena, heads[i]);
    for (size_t i = 0; i < result->row_count; i++) {
        const struct value *row = result_row(result, i);
        struct value *cells = view_add_row(view, arena, VIEW_ENTRY);
        cells[0] = row[C_NAME];
        cells[1] = row[C_ROWS];
        cells[2] = row[C_NEAREST];
    }
    view_add_foot(view, arena, "%zu of %zu names are not matched.",
                  result->row_count, names);
}

static bool read_file(struct loaded *loaded, const struct request *request,
                      struct census *census, struct err *err)
{
    struct need need = {.separate = true,
                        .sink = {.take = take, .context = census}};
    struct data_word data = {0, request->unmatched};
    return load_files(loaded, request, &need, &data, 1, err);
}

struct result *places_unmatched(struct request *request, struct err *err)
{
    struct loaded loaded;
    struct census census = {0};
    struct result *result = NULL;
    /* Whatever a file tells of, its names are asked for. */
    request->read.every_quantity = true;
    request->read.reports = REPORTS_BOTH;
    if (read_file(&loaded, request, &census, err)) {
        const struct release *release = &loaded.releases[0];
        const struct reading *reading = &release->readings[0];
        result = places_result();
        result_add_column(result, "rows", KIND_COUNT, "",
                          "rows of the file that have the name");
        result_add_column(result, "nearest", KIND_TEXT, "",
                          "places that come near, or what the code means");
        size_t names = add_all(result, &release->names.places, &census);
        fill_view(result, reading, names);
        load_provenance(&loaded, request, result);
        report_reading(reading, release->study.release_year);
        report_faults(reading);
        diag_info("%zu of %zu names are not matched", result->row_count, names);
    }
    mem_free(census.rows);
    loaded_done(&loaded);
    return result;
}

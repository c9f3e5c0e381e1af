/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What `places` shows a person. */
#include <config.h>

#include "cmd/places.h"

/* Of so few places the codes are told. */
#define MOST_CODED ((size_t)3)

struct column_head {
    const char *text;
    size_t width;
    bool flexible;
    enum align align;
};

static void add_heads(struct result *result, const struct column_head *heads,
                      size_t count)
{
    for (size_t i = 0; i < count; i++)
        view_add_column(
            &result->view, &result->arena,
            (struct view_column){
                .kind = heads[i].align == ALIGN_RIGHT ? KIND_COUNT : KIND_TEXT,
                .align = heads[i].align,
                .width = heads[i].width,
                .gap = i ? 2 : 0,
                .flexible = heads[i].flexible,
                .head = {NULL, NULL, heads[i].text},
                .label = heads[i].text});
}

const char *places_years(struct arena *arena, const struct value *row)
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

/* The codes of a place in all systems, "KR, KOR, 410; SIPRI KOS, ...". */
static void add_codes(struct result *result, struct str name)
{
    static const char *const titles[] = {
        [PLACE_SYSTEM_ISO2] = "ISO 3166",
        [PLACE_SYSTEM_ISO3] = "",
        [PLACE_SYSTEM_ISO_NUMERIC] = "number",
        [PLACE_SYSTEM_SIPRI] = "SIPRI",
        [PLACE_SYSTEM_COW] = "Correlates of War",
        [PLACE_SYSTEM_GW] = "Gleditsch and Ward",
    };
    struct arena *arena = &result->arena;
    const char *text = "";
    for (int i = 0; i < PLACE_SYSTEM_COUNT; i++) {
        struct str code;
        const struct place *place;
        bool first = true;
        for (size_t j = 0;
             place_system_code((enum place_system)i, j, &code, &place); j++) {
            if (!str_eq(name, str_from(place->name)))
                continue;
            text = arena_printf(arena, "%s%s%s%s%.*s", text, *text ? ", " : "",
                                first ? titles[i] : "",
                                first && *titles[i] ? " " : "", STR_ARG(code));
            first = false;
        }
    }
    if (*text)
        view_add_foot(&result->view, arena, "%.*s: %s.", STR_ARG(name), text);
}

static void add_entries(struct result *result)
{
    for (size_t i = 0; i < result->row_count; i++) {
        const struct value *row = result_row(result, i);
        struct value *cells =
            view_add_row(&result->view, &result->arena, VIEW_ENTRY);
        cells[0] = row[C_NAME];
        cells[1] = row[C_MATCHED];
        cells[2] = row[C_ISO3];
        cells[3] = row[C_KIND];
        cells[4] = value_word(places_years(&result->arena, row));
        cells[5] = row[C_GROUP];
    }
}

void places_view_names(struct result *result)
{
    static const struct column_head heads[] = {
        {"Name", 16, true, ALIGN_LEFT},
        {"Place", 16, true, ALIGN_LEFT},
        {"Code", 4, false, ALIGN_LEFT},
        {"Kind", 12, false, ALIGN_LEFT},
        {"Years", 9, false, ALIGN_LEFT},
        {"Region (SIPRI)", 14, false, ALIGN_LEFT}};
    struct view *view = &result->view;
    view->title = "Places and how their names are matched";
    view->unit_line = "Codes are ISO 3166-1 alpha-3; SIPRI's own codes are "
                      "not read";
    add_heads(result, heads, sizeof heads / sizeof heads[0]);
    add_entries(result);
    for (size_t i = 0; result->row_count <= MOST_CODED && i < result->row_count;
         i++)
        add_codes(result, result_row(result, i)[C_MATCHED].as.text);
    view_add_foot(view, &result->arena,
                  "%zu places are known; places '*' lists them.",
                  place_count());
}

static const char *rule_of(const struct place_group *group)
{
    if (group->is_list)
        return "list";
    return place_group_is_dated(group) ? "by year" : "all";
}

/* Without a year: today's members. */
static size_t size_of(const struct place_group *group, int year)
{
    const struct place_group *const *parts;
    size_t count = place_group_parts(group, &parts);
    return count ? count : place_group_size(group, year);
}

void places_view_groups(struct result *result, int year)
{
    static const struct column_head heads[] = {
        {"Group", 20, false, ALIGN_LEFT},  {"What it is", 18, true, ALIGN_LEFT},
        {"Author", 12, false, ALIGN_LEFT}, {"Members", 7, false, ALIGN_RIGHT},
        {"Years", 7, false, ALIGN_LEFT},
    };
    struct view *view = &result->view;
    struct arena *arena = &result->arena;
    view->title = "Groups of places, as their authors list them";
    view->unit_line =
        year ? arena_printf(arena, "Members of %d", year)
             : "Members of today; an organisation that is listed beside its "
               "states is not counted";
    add_heads(result, heads, sizeof heads / sizeof heads[0]);
    for (size_t i = 0; i < place_group_count(); i++) {
        const struct place_group *group = place_group_at(i);
        struct value *cells = view_add_row(view, arena, VIEW_ENTRY);
        cells[0] = value_word(place_group_word(group, arena));
        cells[1] = value_word(group->title);
        cells[2] = value_word(group->by);
        cells[3] = value_integer((int64_t)size_of(group, year));
        cells[4] = value_word(rule_of(group));
    }
    view_add_foot(view, arena,
                  "Years: by year, whole years from that of accession on; all, "
                  "the same members in all years; list, groups that share no "
                  "place, each of which becomes a row with --merge.");
    view_add_foot(view, arena,
                  "places @sipri:nato lists the members of a group with their "
                  "years, places NAME says how a name is matched, places '*' "
                  "lists all %zu places.",
                  place_count());
}

static void add_members(struct result *result, bool named)
{
    for (size_t i = 0; i < result->row_count; i++) {
        const struct value *row = result_row(result, i);
        struct value *cells =
            view_add_row(&result->view, &result->arena, VIEW_ENTRY);
        size_t at = 0;
        if (named)
            cells[at++] = row[C_NAME];
        cells[at++] = row[C_MATCHED];
        cells[at++] = row[C_ISO3];
        cells[at++] = row[C_KIND];
        cells[at] = value_word(places_years(&result->arena, row));
    }
}

/* "@sipri:africa, @sipri:americas": what a list is made of. */
static void add_parts(struct result *result, const struct place_group *group)
{
    const struct place_group *const *parts;
    struct arena *arena = &result->arena;
    size_t count = place_group_parts(group, &parts);
    const char *text = "";
    for (size_t i = 0; i < count; i++)
        text = arena_printf(arena, "%s%s%s", text, i ? ", " : "",
                            place_group_word(parts[i], arena));
    if (count)
        view_add_foot(&result->view, arena,
                      "%s is a list of groups that share no place: %s.",
                      place_group_word(group, arena), text);
}

void places_view_members(struct result *result,
                         const struct place_group *const *groups, size_t count,
                         int members)
{
    static const struct column_head heads[] = {{"Group", 16, false, ALIGN_LEFT},
                                               {"Member", 16, true, ALIGN_LEFT},
                                               {"Code", 4, false, ALIGN_LEFT},
                                               {"Kind", 12, false, ALIGN_LEFT},
                                               {"Years", 9, false, ALIGN_LEFT}};
    struct view *view = &result->view;
    struct arena *arena = &result->arena;
    bool named = count > 1;
    const char *of = members ? arena_printf(arena, " in %d", members) : "";
    view->title =
        named ? arena_printf(arena, "Members of %zu groups%s", count, of)
              : arena_printf(arena, "Members of %s%s",
                             place_group_title(groups[0], arena), of);
    view->unit_line = "Whole years, from that of accession on";
    add_heads(result, heads + !named, sizeof heads / sizeof heads[0] - !named);
    add_members(result, named);
    for (size_t i = 0; i < count; i++) {
        const struct place *itself = place_group_itself(groups[i]);
        add_parts(result, groups[i]);
        if (itself)
            view_add_foot(view, arena,
                          "%s counts what goes to and comes from %s itself, "
                          "which is recorded as %s**.",
                          place_group_word(groups[i], arena), itself->name,
                          itself->name);
    }
    view_add_foot(view, arena, "%zu rows.", result->row_count);
}

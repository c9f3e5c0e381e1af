/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "cmd/places.h"

#include "base/buf.h"
#include "base/diag.h"
#include "cmd/command.h"
#include "cmd/deliver.h"
#include "cmd/options.h"

#define LINE_BYTES ((size_t)1000)

static const struct column columns[C_COUNT] = {
    {"name", KIND_TEXT, "", "as it was asked for"},
    {"matched", KIND_TEXT, "", "the place that it means"},
    {"iso3", KIND_TEXT, "", "its ISO 3166-1 code"},
    {"kind", KIND_TEXT, "",
     "state, former_state, armed_group, organisation or unknown"},
    {"from_year", KIND_YEAR, "",
     "first year of a state that came into being, or of a membership"},
    {"to_year", KIND_YEAR, "",
     "last year of a state that is no more, or of a membership"},
    {"group", KIND_TEXT, "", "region, or the group that was asked for"},
    {"group_author", KIND_TEXT, "", "whose list it is"},
};

struct result *places_result(void)
{
    struct result *result = result_new("places");
    result_add_columns(result, columns, C_COUNT, NULL);
    return result;
}

static struct value *add_row(struct result *result, struct str name,
                             const struct place *place)
{
    struct value *row = result_add_row(result);
    row[C_NAME] = value_text(name);
    row[C_MATCHED] = value_word(place->name);
    row[C_ISO3] = value_word(place->iso3);
    row[C_KIND] = value_word(place_kind_word(place->kind));
    return row;
}

static void set_years(struct value *row, int from, int to)
{
    if (from)
        row[C_FROM_YEAR] = value_integer(from);
    if (to)
        row[C_TO_YEAR] = value_integer(to);
}

void places_add(struct result *result, struct str name,
                const struct place *place)
{
    struct value *row = add_row(result, name, place);
    set_years(row, place->from_year, place->to_year);
    row[C_GROUP] = value_word(place->region);
    row[C_GROUP_AUTHOR] = value_word(*place->region ? "SIPRI" : "");
}

void places_add_members(struct result *result, const struct place_group *group,
                        int members)
{
    const struct membership *list;
    size_t count = place_group_members(group, &list);
    const char *word = place_group_word(group, &result->arena);
    for (size_t i = 0; i < count; i++) {
        struct year_set years = {0};
        year_set_add(&years, list[i].from, list[i].to);
        if (members && !year_set_has(&years, members))
            continue;
        struct value *row = add_row(result, str_from(word), list[i].place);
        set_years(row, list[i].from, list[i].to);
        row[C_GROUP] = value_word(group->title);
        row[C_GROUP_AUTHOR] = value_word(group->by);
    }
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

/* All places one of whose names the glob means, under their own name. */
static bool add_glob(struct result *result, struct str glob, struct err *err)
{
    size_t before = result->row_count;
    for (size_t i = 0; i < place_count(); i++) {
        const struct place *place = place_at(i);
        const char *const *aliases;
        size_t count = place_aliases(place, &aliases);
        for (size_t j = 0; j < count; j++) {
            if (!str_matches(str_from(aliases[j]), glob))
                continue;
            places_add(result, str_from(place->name), place);
            break;
        }
    }
    if (result->row_count > before)
        return true;
    struct arena arena;
    arena_init(&arena);
    err_set(err, ERR_REQUEST, "no place is called %s; '*' lists all",
            diag_quote(&arena, glob));
    arena_done(&arena);
    return false;
}

static bool add_name(struct result *result, struct str name, struct err *err)
{
    const struct place *place = place_of_name(name);
    if (!place && str_find(name, STR("*")) >= 0)
        return add_glob(result, name, err);
    struct place_lookup lookup;
    if (!place) {
        lookup = place_look_up(name);
        if (lookup.answer != PLACE_FOUND)
            return refuse(name, &lookup, err);
        place = lookup.found[0];
    }
    places_add(result, name, place);
    return true;
}

/* The groups that the words name; every other word is a place. */
struct asked {
    const struct place_group **groups;
    size_t group_count;
    size_t names;
};

/* "@sipri:nato"; "@sipri:*" and "@*" mean all that fit. */
static bool find_groups(struct asked *asked, struct str word,
                        struct arena *arena, struct err *err)
{
    size_t before = asked->group_count;
    for (size_t i = 0; i < place_group_count(); i++) {
        const struct place_group *group = place_group_at(i);
        if (group == place_group_of_word(word) ||
            str_matches(str_from(place_group_word(group, arena)), word))
            asked->groups[asked->group_count++] = group;
    }
    if (asked->group_count > before)
        return true;
    const char *near = place_group_nearest(word, arena);
    return err_set(err, ERR_REQUEST, "no group is called %s; %s%s",
                   diag_quote(arena, word),
                   *near ? "the nearest are " : "armstats places lists them",
                   *near ? near + 2 : "");
}

static bool add_words(struct result *result, struct asked *asked,
                      const struct request *request, struct err *err)
{
    asked->groups = arena_alloc(&result->arena,
                                (request->word_count + 1) * place_group_count(),
                                sizeof(struct place_group *));
    for (size_t i = 0; i < request->word_count; i++) {
        struct str word = str_from(request->words[i]);
        size_t first = asked->group_count;
        bool is_group = str_starts(word, STR("@"));
        if (!(is_group ? find_groups(asked, word, &result->arena, err)
                       : add_name(result, word, err)))
            return false;
        asked->names += !is_group;
        for (size_t j = first; j < asked->group_count; j++)
            places_add_members(result, asked->groups[j], request->members);
    }
    return true;
}

/* Everything that is known: the places, then the members of every group. */
static void add_all(struct result *result, const struct request *request)
{
    for (size_t i = 0; i < place_count(); i++)
        places_add(result, str_from(place_at(i)->name), place_at(i));
    for (size_t i = 0; i < place_group_count(); i++)
        places_add_members(result, place_group_at(i), request->members);
}

static bool build(struct result *result, const struct request *request,
                  struct err *err)
{
    struct asked asked = {0};
    if (!request->word_count) {
        add_all(result, request);
        places_view_groups(result, request->members);
        return true;
    }
    if (!add_words(result, &asked, request, err))
        return false;
    if (asked.names)
        places_view_names(result);
    else
        places_view_members(result, asked.groups, asked.group_count,
                            request->members);
    return true;
}

static bool run(struct request *request, struct err *err)
{
    if (request->unmatched && request->word_count)
        return err_set(err, ERR_REQUEST,
                       "--unmatched reads a file, and names are given; ask for "
                       "one of them");
    struct result *result =
        request->unmatched ? places_unmatched(request, err) : places_result();
    if (!result)
        return false;
    struct outputs *outputs = outputs_new(request->force);
    bool done = request->unmatched || build(result, request, err);
    if (done) {
        result->listed = result->row_count;
        struct result_set set = {&result, 1};
        done = deliver_results(request, &set, &set, outputs, err);
    }
    result_free(result);
    outputs_free(outputs);
    return done;
}

static const char *const examples[] = {
    "places",
    "places Türkiye \"Korea, Rep.\" KOR",
    "places @sipri:nato --members 2009",
    "places '*' -f csv",
    "places --unmatched trade-register.csv",
    NULL,
};

const struct command command_places = {
    .name = "places",
    .summary = "how a name is matched; groups and their members",
    .operands = "[NAME... | @GROUP... | '*']",
    .by_default = "the groups that are known, with their authors, the rule of "
                  "their years and the number of members; machine formats hold "
                  "all places and all members of groups.",
    .examples = examples,
    .groups = G_OUTPUT | G_READ | G_COMMON | G_MEMBERS | G_UNMATCHED,
    .run = run,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of groups, merged rows and former states. */
#include <config.h>

#include "base/diag.h"
#include "base/utf8.h"
#include "cmd/command.h"
#include "cmd/options.h"
#include "cmd/regroup.h"

/* " by SIPRI", or nothing where the group speaks for itself. */
static const char *author_words(const struct place_group *group,
                                struct arena *arena)
{
    if (strcmp(group->author, group->name) == 0)
        return "";
    bool article = str_starts(str_from(group->by), STR("United "));
    return arena_printf(arena, " by %s%s", article ? "the " : "", group->by);
}

/* "NATO by SIPRI: 31 members in 2023, by year of accession" */
static const char *group_words(const struct place_group *group, int members,
                               int year, struct arena *arena)
{
    bool dated = place_group_is_dated(group);
    size_t size = place_group_size(group, members ? members : year);
    const char *when =
        !dated    ? ""
        : members ? arena_printf(arena, " of %d, taken for all years", members)
                  : arena_printf(arena, " in %d, by year of accession", year);
    return arena_printf(arena, "%s%s: %zu %s%s%s", group->title,
                        author_words(group, arena), size,
                        dated ? "member" : "place", size == 1 ? "" : "s", when);
}

#define MOST_NOTES ((size_t)64)

/* What is to be said, in its order. */
struct telling {
    const struct request *request;
    struct arena *arena;
    struct period about; /* the years of the question and those before it */
    const char *notes[MOST_NOTES];
    size_t count;
};

static void tell(struct telling *telling, const char *text)
{
    if (telling->count < MOST_NOTES)
        telling->notes[telling->count++] = text;
}

/* Groups whose members are told one by one; more are only named. */
#define TOLD_ROWS ((size_t)2)

/* "; United Kingdom to 2019": who joined or left in these years. */
static const char *changes_words(const struct telling *telling,
                                 const struct place_group *group)
{
    const struct membership *members;
    size_t count = place_group_members(group, &members);
    struct period about = telling->about;
    const char *text = "";
    for (size_t i = 0; i < count && !telling->request->members; i++) {
        const struct membership *member = &members[i];
        bool joined = member->from > about.from && member->from <= about.to;
        bool left = member->to >= about.from && member->to < about.to;
        if (!joined && !left)
            continue;
        text = arena_printf(telling->arena, "%s%s%s", text, *text ? ", " : "; ",
                            member->place->name);
        if (joined)
            text =
                arena_printf(telling->arena, "%s from %d", text, member->from);
        if (left)
            text = arena_printf(telling->arena, "%s to %d", text, member->to);
    }
    return text;
}

static void tell_group(struct telling *telling, const struct place_group *group)
{
    const struct place *itself = place_group_itself(group);
    const char *itself_words =
        itself ? arena_printf(telling->arena, "; with %s itself", itself->name)
               : "";
    tell(telling, arena_printf(telling->arena, "%s%s%s",
                               group_words(group, telling->request->members,
                                           telling->about.to, telling->arena),
                               itself_words, changes_words(telling, group)));
}

/* The covered years of the question, and as many before them. */
static struct period years_about(const struct request *request,
                                 const struct scope *scope)
{
    struct period covered = scope->covered;
    struct period asked = period_resolve(request->years, covered, 5);
    struct period before = period_before(asked);
    if (asked.to > covered.to)
        asked.to = covered.to;
    asked.from = before.from < covered.from ? covered.from : before.from;
    return asked;
}

static void tell_filter(struct telling *telling)
{
    const struct filter *filter = &telling->request->filter;
    const struct place_set *const sets[] = {
        &filter->supplier, &filter->not_supplier, &filter->recipient,
        &filter->not_recipient};
    const struct place_group *told = NULL;
    for (size_t i = 0; i < sizeof sets / sizeof sets[0]; i++)
        for (size_t j = 0; j < sets[i]->count; j++) {
            const struct place_group *group = sets[i]->items[j].group;
            if (!group || group == told || sets[i]->items[j].row)
                continue;
            told = group;
            tell_group(telling, group);
        }
}

/* "Africa, Americas and Europe" */
static const char *row_names(const struct merge *merge, struct arena *arena)
{
    const char *text = "";
    for (size_t i = 0; i < merge->count; i++)
        text = arena_printf(arena, "%s%s%.*s", text,
                            i == 0                  ? ""
                            : i + 1 == merge->count ? " and "
                                                    : ", ",
                            STR_ARG(merge->rows[i].name));
    return text;
}

/* Whether all rows are groups of one author; whether anybody joined one. */
static const struct place_group *common_author(const struct merge *merge,
                                               bool *dated)
{
    const struct place_group *first = merge->rows[0].group;
    bool same = first != NULL;
    *dated = false;
    for (size_t i = 0; i < merge->count; i++) {
        const struct place_group *group = merge->rows[i].group;
        same = same && group && strcmp(group->author, first->author) == 0;
        *dated = *dated || (group && place_group_is_dated(group));
    }
    return same ? first : NULL;
}

static void tell_rows(struct telling *telling, const struct release *release)
{
    const struct merge *merge = &telling->request->merge;
    struct arena *arena = telling->arena;
    if (!merge->count)
        return;
    if (regroup_merges_nothing(telling->request, release)) {
        bool sides = release->cube.dims & (DIM_SUPPLIER | DIM_RECIPIENT);
        tell(telling, sides ? "Nothing is merged, for the filter names a place "
                              "that a merged row would hold"
                            : "Nothing is merged, for no row here is a place");
        return;
    }
    if (merge->count > TOLD_ROWS) {
        bool dated;
        const struct place_group *author = common_author(merge, &dated);
        tell(telling,
             arena_printf(arena, "Merged rows%s: %s%s",
                          author ? author_words(author, arena) : "",
                          row_names(merge, arena),
                          dated ? "; members by year of accession" : ""));
    }
    for (size_t i = 0; merge->count <= TOLD_ROWS && i < merge->count; i++) {
        const struct merge_row *row = &merge->rows[i];
        if (row->group)
            tell_group(telling, row->group);
        else
            tell(telling, arena_printf(arena, "%.*s: as --merge defines it",
                                       STR_ARG(row->name)));
    }
    tell(telling, telling->request->command == &command_network
                      ? "Deliveries between the members of a merged row are "
                        "no links"
                      : "Deliveries between the members of a merged row are "
                        "counted");
}

/* Whether a name of the data is that former state or successor. */
static bool is_in(const struct map *places, const struct succession_side *side)
{
    struct arena scratch;
    arena_init(&scratch);
    bool found = false;
    for (size_t i = 0; i < places->len && !found; i++) {
        const struct place *place = place_of_name(places->keys[i]);
        found = (place && place == side->place) ||
                str_eq(utf8_key(&scratch, places->keys[i]), side->key);
    }
    arena_done(&scratch);
    return found;
}

static void tell_successors(struct telling *telling,
                            const struct loaded *loaded)
{
    const struct succession *succession = &telling->request->succession;
    const char *text = "";
    for (size_t i = 0; i < succession->count; i++) {
        const struct successor *item = &succession->items[i];
        bool found = false;
        for (size_t j = 0; j < loaded->count && !found; j++)
            found = is_in(&loaded->releases[j].names.places, &item->former);
        if (found)
            text = arena_printf(telling->arena, "%s%s%.*s under %.*s", text,
                                *text ? ", " : "", STR_ARG(item->former.name),
                                STR_ARG(item->successor.name));
    }
    for (int supplier = 1; *text && supplier >= 0; supplier--)
        if (loaded->releases[0].apart[supplier])
            tell(telling,
                 arena_printf(telling->arena,
                              "%s stay as recorded, for a group of the filter "
                              "has a former state in other years than its "
                              "successor",
                              supplier ? "Suppliers" : "Recipients"));
    if (succession->count)
        tell(telling, *text ? arena_printf(telling->arena,
                                           "Former states are counted under "
                                           "their successors: %s",
                                           text)
                            : "No former state is in the data");
}

void regroup_note(const struct request *request, const struct loaded *loaded,
                  struct result *result)
{
    const struct release *release = &loaded->releases[0];
    struct telling telling = {.request = request,
                              .arena = &result->arena,
                              .about =
                                  years_about(request, &release->study.scope)};
    tell_filter(&telling);
    tell_rows(&telling, release);
    tell_successors(&telling, loaded);
    for (size_t i = 0; i < telling.count; i++)
        result_add_note(result, "%s.", telling.notes[i]);
    for (size_t i = telling.count; i-- > 0;)
        view_insert_foot(&result->view, telling.arena,
                         arena_printf(telling.arena, "%s.", telling.notes[i]));
}

/* Whether the cube has amounts of the place in the period. */
static bool has_amounts(const struct release *release,
                        const struct place *place, struct period period)
{
    const struct cube *cube = &release->cube;
    const struct map *places = &release->names.places;
    for (size_t i = 0; i < places->len; i++) {
        if (place_of_name(places->keys[i]) != place)
            continue;
        for (size_t j = 0; j < cube->len; j++) {
            const struct cube_key *key = &cube->cells[j].key;
            if ((key->supplier == i || key->recipient == i) &&
                period_has(period, key->year))
                return true;
        }
    }
    return false;
}

void regroup_report(const struct request *request,
                    const struct release *release)
{
    struct period covered = release->study.scope.covered;
    if (request->succession.count || !(request->command->groups & G_PREVIOUS) ||
        !(request->command->groups & G_MERGE))
        return;
    struct period asked = period_resolve(request->years, covered, 5);
    struct succession own = {0};
    struct arena arena;
    char years[PERIOD_TEXT];
    arena_init(&arena);
    period_print(years, asked);
    succession_add_own(&own, &arena);
    for (size_t i = 0; i < own.count; i++) {
        const struct place *former = own.items[i].former.place;
        const struct place *successor = own.items[i].successor.place;
        if (asked.from <= former->to_year && asked.to >= former->to_year &&
            has_amounts(release, former, asked) &&
            has_amounts(release, successor, asked))
            diag_note("%s and %s are separate in %s (--successor)",
                      successor->name, former->name, years);
    }
    arena_done(&arena);
}

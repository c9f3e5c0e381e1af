/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "cmd/check.h"

#include "base/diag.h"
#include "source/tiv_direction.h"

/* Categories in a message. */
#define MOST_NAMED ((size_t)12)

static const char *file_of(const struct release *release)
{
    return release->readings[0].name;
}

static const struct place_item *item_of(const struct place_set *set,
                                        struct str name)
{
    struct arena scratch;
    arena_init(&scratch);
    const struct place_item *item = place_set_find(set, name, &scratch);
    arena_done(&scratch);
    return item;
}

/* Places of a side can be chosen or left out only where the rows name them. */
static bool check_divided(const struct release *release,
                          const struct scope_side *side,
                          const struct place_set *set, const char *option,
                          const char *noun, struct err *err)
{
    if (!set->count || side->divided || side->extent == SCOPE_ONE)
        return true;
    return err_set(err, ERR_REQUEST,
                   "%s: %s holds totals that are not divided by %s; a trade "
                   "register is (armstats datasets --download-help)",
                   option, file_of(release), noun);
}

static bool check_side(const struct release *release,
                       const struct scope_side *side,
                       const struct place_set *set, const char *option,
                       const char *noun, struct err *err)
{
    if (!set->count || side->extent != SCOPE_ONE)
        return check_divided(release, side, set, option, noun, err);
    const struct place_item *item = item_of(set, side->name);
    if (!item)
        return err_set(err, ERR_REQUEST,
                       "%s: %s holds %.*s only; give a file that holds it",
                       option, file_of(release), STR_ARG(side->name));
    if (item->group || item->row)
        return err_set(err, ERR_REQUEST,
                       "%s: %s holds %.*s only; name that place in place of "
                       "the group",
                       option, file_of(release), STR_ARG(side->name));
    return check_divided(release, side, set, option, noun, err);
}

static bool has_role(const struct release *release, enum role role)
{
    return release->readings[0].roles[role] != SIZE_MAX;
}

static bool check_words(const struct release *release,
                        const struct filter *filter, struct err *err)
{
    const char *option = NULL;
    const char *what = NULL;
    if ((filter->category.count || filter->not_category.count) &&
        !release->study.scope.by_category) {
        option = "--category";
        what = "names no weapon categories";
    } else if (filter->weapon.count && !has_role(release, ROLE_DESIGNATION) &&
               !has_role(release, ROLE_DESCRIPTION)) {
        option = "--weapon";
        what = "names no weapons";
    } else if (filter->conditions && !has_role(release, ROLE_CONDITION)) {
        option = "--condition";
        what = "does not say the condition";
    }
    return !option ||
           err_set(err, ERR_REQUEST,
                   "%s: %s %s; a trade register does (armstats datasets "
                   "--download-help)",
                   option, file_of(release), what);
}

static bool is_named(struct str pattern, const struct map *map)
{
    for (size_t i = 0; i < map->len; i++) {
        if (str_matches(map->keys[i], pattern))
            return true;
    }
    return false;
}

/* "'A', 'B'": the categories of the release, in the order of the file. */
static const char *category_list(const struct map *categories,
                                 struct arena *arena)
{
    const char *text = "";
    for (size_t i = 0; i < categories->len && i < MOST_NAMED; i++)
        text = arena_printf(arena, "%s%s%s", text, i ? ", " : "",
                            diag_quote(arena, categories->keys[i]));
    return categories->len <= MOST_NAMED ? text
                                         : arena_printf(arena, "%s, ...", text);
}

static bool is_category(struct str word, const struct map *categories)
{
    for (size_t i = 0; i < categories->len; i++) {
        if (filter_names_category(word, categories->keys[i]))
            return true;
    }
    return false;
}

/* A category that neither the file nor SIPRI has is a slip. */
static bool check_categories(const struct release *release,
                             const struct pattern_list *list,
                             const char *option, struct err *err)
{
    const struct map *categories = &release->names.categories;
    for (size_t i = 0; i < list->count; i++) {
        if (is_category(list->items[i], categories) ||
            tiv_is_category(list->items[i]))
            continue;
        struct arena arena;
        arena_init(&arena);
        err_set(err, ERR_REQUEST, "%s %s: no category of %s is called so (%s)",
                option, diag_quote(&arena, list->items[i]), file_of(release),
                category_list(categories, &arena));
        arena_done(&arena);
        return false;
    }
    return true;
}

/* Weapons have no list that says which there are. */
static void remark_weapons(const struct release *release,
                           const struct pattern_list *list)
{
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < list->count; i++) {
        if (!is_named(list->items[i], &release->names.designations) &&
            !is_named(list->items[i], &release->names.descriptions))
            diag_note("--weapon %s: no weapon of %s is called so",
                      diag_quote(&arena, list->items[i]), file_of(release));
    }
    arena_done(&arena);
}

bool check_selection(const struct release *release,
                     const struct request *request, struct err *err)
{
    const struct filter *filter = &request->filter;
    const struct scope *scope = &release->study.scope;
    if (!filter_check_spellings(filter, &release->names, err) ||
        !check_side(release, &scope->supplier, &filter->supplier, "--supplier",
                    "supplier", err) ||
        !check_side(release, &scope->recipient, &filter->recipient,
                    "--recipient", "recipient", err) ||
        !check_divided(release, &scope->supplier, &filter->not_supplier,
                       "--not-supplier", "supplier", err) ||
        !check_divided(release, &scope->recipient, &filter->not_recipient,
                       "--not-recipient", "recipient", err) ||
        !check_words(release, filter, err) ||
        !check_categories(release, &filter->category, "--category", err) ||
        !check_categories(release, &filter->not_category, "--not-category",
                          err))
        return false;
    remark_weapons(release, &filter->weapon);
    return true;
}

bool check_years(const struct release *release, const struct request *request,
                 bool every, struct err *err)
{
    const struct scope *scope = &release->study.scope;
    enum period_form form = request->years.form;
    bool some = form != PERIOD_DEFAULT && form != PERIOD_ALL;
    if (scope->without_years && (every || some))
        return err_set(err, ERR_REQUEST,
                       "%s does not say in which years anything was "
                       "delivered; describe, deals and convert read it, and a "
                       "trade register has the years (armstats datasets "
                       "--download-help)",
                       file_of(release));
    if (request->read.even_split && !scope->split_evenly)
        diag_note("--assume even-split: nothing in %s had to be divided",
                  file_of(release));
    return true;
}

bool check_pairs(const struct release *release, struct err *err)
{
    const struct scope *scope = &release->study.scope;
    return (scope->supplier.divided && scope->recipient.divided) ||
           err_set(err, ERR_REQUEST,
                   "%s does not tell who supplies whom; a trade register does "
                   "(armstats datasets --download-help)",
                   file_of(release));
}

bool check_by(const struct release *release, enum by by, struct err *err)
{
    const struct scope *scope = &release->study.scope;
    bool supplier = scope->supplier.divided;
    bool recipient = scope->recipient.divided;
    const char *lacks = NULL;
    if (by == BY_SUPPLIER && !supplier)
        lacks = "its suppliers; --by recipient lists what it holds";
    else if (by == BY_RECIPIENT && !recipient)
        lacks = "its recipients; --by supplier lists what it holds";
    else if (by == BY_PAIR && !(supplier && recipient))
        lacks = "who supplies whom; a trade register does (armstats datasets "
                "--download-help)";
    else if (by == BY_CATEGORY && !scope->by_category)
        lacks = "weapon categories; a trade register does (armstats datasets "
                "--download-help)";
    else if (by == BY_WEAPON && !has_role(release, ROLE_DESCRIPTION))
        lacks = "weapons; a trade register does (armstats datasets "
                "--download-help)";
    if (!lacks)
        return true;
    return err_set(err, ERR_REQUEST, "--by %s: %s does not tell %s",
                   by_word(by), file_of(release), lacks);
}

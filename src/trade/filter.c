/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "trade/filter.h"

#include "base/diag.h"
#include "base/utf8.h"
#include "trade/category.h"
#include "trade/hs.h"
#include "trade/list.h"

void pattern_list_add(struct pattern_list *list, struct str pattern,
                      struct arena *arena)
{
    list->items = list_room(arena, list->items, list->count, &list->cap,
                            sizeof(*list->items));
    list->items[list->count++] = arena_str(arena, pattern);
}

static bool matches_any(const struct pattern_list *list, struct str text)
{
    for (size_t i = 0; i < list->count; i++)
        if (str_matches(text, list->items[i]))
            return true;
    return false;
}

bool filter_is_empty(const struct filter *filter)
{
    return filter->supplier.count == 0 && filter->not_supplier.count == 0 &&
           filter->recipient.count == 0 && filter->not_recipient.count == 0 &&
           filter->category.count == 0 && filter->not_category.count == 0 &&
           filter->weapon.count == 0 && filter->conditions == 0;
}

void filter_open_supplier(struct filter *filter)
{
    filter->supplier = (struct place_set){0};
    filter->not_supplier = (struct place_set){0};
}

void filter_open_recipient(struct filter *filter)
{
    filter->recipient = (struct place_set){0};
    filter->not_recipient = (struct place_set){0};
}

static struct year_set place_years(const struct place_set *wanted,
                                   const struct place_set *unwanted,
                                   struct str name)
{
    struct arena scratch;
    arena_init(&scratch);
    struct year_set years = wanted->count == 0
                                ? year_set_all()
                                : place_set_years(wanted, name, &scratch);
    struct year_set not = place_set_years(unwanted, name, &scratch);
    year_set_remove(&years, &not );
    arena_done(&scratch);
    return years;
}

struct year_set filter_supplier_years(const struct filter *filter,
                                      struct str name)
{
    return place_years(&filter->supplier, &filter->not_supplier, name);
}

struct year_set filter_recipient_years(const struct filter *filter,
                                       struct str name)
{
    return place_years(&filter->recipient, &filter->not_recipient, name);
}

/* "IV" of "IV. Combat aircraft". */
static bool is_number_of(struct str pattern, struct str name)
{
    return name.len > pattern.len &&
           str_starts(str_skip(name, pattern.len), STR(". ")) &&
           str_eq_fold((struct str){name.ptr, pattern.len}, pattern);
}

bool filter_names_category(struct str pattern, struct str name)
{
    return category_matches(name, pattern) || hs_list_has(pattern, name) ||
           is_number_of(pattern, name);
}

static bool names_any(const struct pattern_list *list, struct str category)
{
    for (size_t i = 0; i < list->count; i++)
        if (filter_names_category(list->items[i], category))
            return true;
    return false;
}

bool filter_hides_category(const struct filter *filter, struct str name)
{
    return names_any(&filter->not_category, name);
}

bool filter_takes_category(const struct filter *filter, struct str name)
{
    return (filter->category.count == 0 ||
            names_any(&filter->category, name)) &&
           !filter_hides_category(filter, name);
}

bool filter_cuts_category(const struct filter *filter, struct str name)
{
    const struct pattern_list *list = &filter->not_category;
    for (size_t i = 0; i < list->count; i++)
        if (hs_list_enters(list->items[i], name))
            return true;
    return false;
}

bool filter_takes_weapon(const struct filter *filter, struct str name)
{
    return filter->weapon.count == 0 || matches_any(&filter->weapon, name);
}

bool filter_fits_columns(const struct filter *filter)
{
    return filter->weapon.count == 0 && filter->conditions == 0;
}

static bool has_name(const struct map *places, struct str key)
{
    struct arena scratch;
    arena_init(&scratch);
    bool found = false;
    for (size_t i = 0; i < places->len && !found; i++)
        found = str_eq(utf8_key(&scratch, places->keys[i]), key);
    arena_done(&scratch);
    return found;
}

/* ", A, B": the nearest names of the table, then those of the reading that
 * the table does not have. */
static const char *nearest_names(const struct place_item *item,
                                 const struct map *places, struct arena *arena)
{
    const char *text = "";
    struct place_lookup lookup = place_look_up(item->spelling);
    for (size_t i = 0; i < lookup.count; i++)
        text = arena_printf(arena, "%s, %s", text, lookup.found[i]->name);
    size_t count = lookup.count;
    for (size_t i = 0; i < places->len && count < PLACE_CANDIDATES * 2; i++) {
        struct str name = places->keys[i];
        struct str key = utf8_key(arena, name);
        size_t longer = key.len > item->key.len ? key.len : item->key.len;
        if (place_of_name(name) || str_distance(key, item->key) * 3 > longer)
            continue;
        text = arena_printf(arena, "%s, %s", text, diag_quote(arena, name));
        count++;
    }
    return text;
}

static bool check_spelling(const struct place_item *item,
                           const struct map *places, struct err *err)
{
    if (item->place || item->group || item->row || has_name(places, item->key))
        return true;
    struct arena arena;
    arena_init(&arena);
    const char *nearest = nearest_names(item, places, &arena);
    err_set(err, ERR_REQUEST, "no place is called %s; %s%s",
            diag_quote(&arena, item->spelling),
            nearest[0] ? "the nearest are " : "none comes near",
            nearest[0] ? nearest + 2 : "");
    arena_done(&arena);
    return false;
}

bool filter_check_spellings(const struct filter *filter,
                            const struct names *names, struct err *err)
{
    const struct place_set *const sets[] = {
        &filter->supplier, &filter->not_supplier, &filter->recipient,
        &filter->not_recipient};
    for (size_t i = 0; i < sizeof(sets) / sizeof(sets[0]); i++)
        for (size_t j = 0; j < sets[i]->count; j++)
            if (!check_spelling(&sets[i]->items[j], &names->places, err))
                return false;
    return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/code_table.h"

#include <stdlib.h>

#include "base/diag.h"
#include "source/code_table_file.h"
#include "trade/list.h"
#include "trade/place.h"

/* Numbers of M49 and UN Comtrade have at most three digits. */
#define OWN_NUMBERS 1000ul

/* No code of letters is longer. */
#define MOST_LETTERS ((size_t)8)

static bool is_digits(struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return false;
    }
    return text.len > 0;
}

struct str code_table_digits(struct str code)
{
    code = str_trim(code);
    while (code.len > 1 && code.ptr[0] == '0' && is_digits(code))
        code = str_skip(code, 1);
    return code;
}

static int by_code(const void *left, const void *right)
{
    const struct code_entry *a = left;
    const struct code_entry *b = right;
    return str_cmp(a->code, b->code);
}

static int by_name(const void *left, const void *right)
{
    const struct code_entry *a = *(struct code_entry *const *)left;
    const struct code_entry *b = *(struct code_entry *const *)right;
    int order = str_cmp(a->name, b->name);
    return order ? order : str_cmp(a->code, b->code);
}

/* The code that our own numbers give the place of this name now. */
static bool is_first(const struct code_entry *entry)
{
    unsigned long number;
    bool first;
    if (!str_to_uint(entry->code, OWN_NUMBERS, &number))
        return false;
    const struct place *place = place_of_number(number, &first);
    return place && first && place_of_name(entry->name) == place;
}

static void add_code(struct code_entry *entry, struct arena *arena)
{
    entry->name = str_from(arena_printf(
        arena, "%.*s (%.*s)", STR_ARG(entry->name), STR_ARG(entry->code)));
}

/* Whether it would be taken for another code that no table has. */
static bool is_other_code(const struct code_entry *entry)
{
    return is_digits(entry->name) && !str_eq(entry->name, entry->code);
}

/* A name that stands more than once gets its code behind it, but for the code
 * that the place has now. A name made so may be another one's already. */
static void tell_apart(struct code_table *table, struct arena *arena)
{
    struct code_entry **order =
        arena_alloc(arena, table->count, sizeof(*order));
    for (size_t i = 0; i < table->count; i++) {
        order[i] = &table->entries[i];
        if (is_other_code(order[i]))
            add_code(order[i], arena);
    }
    bool changed = table->count > 0;
    while (changed) {
        changed = false;
        qsort(order, table->count, sizeof(*order), by_name);
        for (size_t i = 0, end; i < table->count; i = end) {
            struct str name = order[i]->name;
            for (end = i + 1;
                 end < table->count && str_eq(order[end]->name, name); end++)
                ;
            for (size_t j = i; end - i > 1 && j < end; j++) {
                if (is_first(order[j]))
                    continue;
                add_code(order[j], arena);
                changed = true;
            }
        }
    }
}

void code_table_add(struct code_table *table, struct code_entry entry,
                    struct arena *arena)
{
    table->entries = list_room(arena, table->entries, table->count, &table->cap,
                               sizeof(*table->entries));
    table->entries[table->count++] = entry;
}

/* Drops what is said twice. */
static bool sort_codes(struct code_table *table, struct err *err)
{
    size_t kept = 0;
    if (table->count)
        qsort(table->entries, table->count, sizeof(*table->entries), by_code);
    for (size_t i = 0; i < table->count; i++) {
        const struct code_entry *entry = &table->entries[i];
        const struct code_entry *last = &table->entries[kept ? kept - 1 : 0];
        if (kept && str_eq(last->code, entry->code)) {
            if (str_eq(last->name, entry->name))
                continue;
            struct arena scratch;
            arena_init(&scratch);
            err_set(err, ERR_DATA,
                    "%s:%llu: the code %s is %s here and %s in %s:%llu; keep "
                    "one",
                    entry->file, (unsigned long long)entry->line,
                    diag_quote(&scratch, entry->code),
                    diag_quote(&scratch, entry->name),
                    diag_quote(&scratch, last->name), last->file,
                    (unsigned long long)last->line);
            arena_done(&scratch);
            return false;
        }
        table->entries[kept++] = *entry;
    }
    table->count = kept;
    return true;
}

bool code_table_finish(struct code_table *table, struct arena *arena,
                       struct err *err)
{
    if (!sort_codes(table, err))
        return false;
    tell_apart(table, arena);
    return true;
}

static void add_numbers(struct code_table *table, struct arena *arena)
{
    for (unsigned long number = 1; number < OWN_NUMBERS; number++) {
        bool first;
        const struct place *place = place_of_number(number, &first);
        if (place)
            code_table_add(table,
                           (struct code_entry){.code = str_from(arena_printf(
                                                   arena, "%lu", number)),
                                               .name = str_from(place->name),
                                               .file = "armstats"},
                           arena);
    }
}

bool code_table_add_system(struct code_table *table, struct str word,
                           struct arena *arena)
{
    enum place_system system;
    const struct place *place;
    struct str code;
    if (!place_system_from_word(word, &system))
        return false;
    if (system == PLACE_SYSTEM_ISO_NUMERIC)
        add_numbers(table, arena);
    for (size_t i = 0; place_system_code(system, i, &code, &place); i++)
        code_table_add(table,
                       (struct code_entry){.code = code,
                                           .name = str_from(place->name),
                                           .file = "armstats"},
                       arena);
    return true;
}

const struct code_table *code_table_own(struct arena *arena)
{
    struct code_table *table = arena_alloc(arena, 1, sizeof(*table));
    struct err none = {0}; /* a number has one place */
    add_numbers(table, arena);
    code_table_finish(table, arena, &none);
    return table;
}

static const struct code_entry *find_code(const struct code_table *table,
                                          struct str code)
{
    struct code_entry wanted = {.code = code};
    return table->count ? bsearch(&wanted, table->entries, table->count,
                                  sizeof(*table->entries), by_code)
                        : NULL;
}

/* Files write letters in any case, tables in capitals. */
static const struct code_entry *find_capitals(const struct code_table *table,
                                              struct str code)
{
    char capitals[MOST_LETTERS];
    if (code.len > MOST_LETTERS)
        return NULL;
    for (size_t i = 0; i < code.len; i++) {
        char c = code.ptr[i];
        capitals[i] = c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
    }
    return find_code(table, (struct str){capitals, code.len});
}

bool code_table_name(const struct code_table *table, struct str code,
                     struct str *name)
{
    code = code_table_digits(code);
    const struct code_entry *found = find_code(table, code);
    if (!found)
        found = find_capitals(table, code);
    *name = found ? found->name : code;
    return found != NULL;
}

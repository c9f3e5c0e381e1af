/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which table of codes goes with a file. */
#include <config.h>

#include <dirent.h>

#include "source/code_table_file.h"
#include "source/reading.h"

#define TABLE_NAME STR("country_codes")

static bool is_table_name(struct str name)
{
    return str_starts(name, TABLE_NAME) &&
           (str_ends(name, STR(".csv")) || str_ends(name, STR(".csv.gz")));
}

/* "_V202401" of BACI_HS92_Y2019_V202401.csv, or nothing. */
static struct str version_of(struct str name)
{
    for (size_t i = 0; i + 8 <= name.len; i++) {
        unsigned long month;
        struct str version = {name.ptr + i, 8};
        if (str_starts(version, STR("_V")) &&
            str_to_uint(str_skip(version, 2), 999999, &month))
            return version;
    }
    return (struct str){"", 0};
}

/* The best of the tables in a folder, and how many there are. */
struct choice {
    struct str name;
    bool fits; /* its version is the file's */
    size_t count;
};

static void consider(struct choice *choice, struct str name, struct str version,
                     struct arena *arena)
{
    bool fits = version.len && str_eq(version_of(name), version);
    choice->count++;
    if (choice->count > 1 &&
        (choice->fits != fits ? choice->fits : str_cmp(name, choice->name) < 0))
        return;
    choice->name = arena_str(arena, name);
    choice->fits = fits;
}

static struct choice choose(struct reading *reading, struct str folder)
{
    struct choice choice = {0};
    struct arena *arena = &reading->arena;
    DIR *list = opendir(folder.len ? folder.ptr : ".");
    if (!list)
        return choice;
    for (const struct dirent *entry; (entry = readdir(list));) {
        struct str name = str_from(entry->d_name);
        if (is_table_name(name))
            consider(&choice, name, version_of(str_from(reading->name)), arena);
    }
    closedir(list);
    return choice;
}

static const char *words_for(const struct choice *choice, struct arena *arena)
{
    if (choice->count == 1 || choice->fits)
        return arena_printf(arena, "places are named by %.*s beside it",
                            STR_ARG(choice->name));
    return arena_printf(arena,
                        "places are named by %.*s, the newest of %zu tables "
                        "beside it; --codes names another",
                        STR_ARG(choice->name), choice->count);
}

/* Reads the table beside the file; nothing happens where there is none. */
static bool read_beside(struct reading *reading, struct code_table *table,
                        struct err *err)
{
    struct arena *arena = &reading->arena;
    if (strcmp(reading->file, "-") == 0)
        return true;
    struct str folder =
        arena_str(arena, (struct str){reading->file,
                                      (size_t)(reading->name - reading->file)});
    struct choice choice = choose(reading, folder);
    if (!choice.count)
        return true;
    reading->codes_from = words_for(&choice, arena);
    return code_table_read(
        table,
        arena_printf(arena, "%.*s%.*s", STR_ARG(folder), STR_ARG(choice.name)),
        &reading->options, arena, err);
}

bool code_table_load(struct reading *reading, struct err *err)
{
    struct arena *arena = &reading->arena;
    const struct read_options *options = &reading->options;
    struct code_table *table = arena_alloc(arena, 1, sizeof(*table));
    for (size_t i = 0; i < options->code_count; i++) {
        if (!code_table_add_system(table, str_from(options->codes[i]), arena) &&
            !code_table_read(table, options->codes[i], options, arena, err))
            return false;
    }
    if (!options->code_count && !read_beside(reading, table, err))
        return false;
    reading->codes = table;
    if (table->count)
        return code_table_finish(table, arena, err);
    reading->codes = code_table_own(arena);
    reading->codes_from =
        "places are named by armstats' own table of numbers, for none stands "
        "beside it; --codes names one";
    return true;
}

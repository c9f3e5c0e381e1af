/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "cmd/bundle.h"

#include <dirent.h>
#include <jansson.h>
#include <stdlib.h>
#include <unistd.h>

#define MOST_FILES ((size_t)64)

static bool is_there(const char *path)
{
    return access(path, R_OK) == 0;
}

/* Whether the program stands in the folder it was built in. */
static bool runs_uninstalled(struct arena *arena)
{
    char program[4096];
    ssize_t len = readlink("/proc/self/exe", program, sizeof program - 1);
    if (len <= 0)
        return false;
    program[len] = '\0';
    char *slash = strrchr(program, '/');
    if (!slash)
        return false;
    *slash = '\0';
    return is_there(arena_printf(arena, "%s/config.status", program));
}

const char *bundle_path(struct arena *arena, const char *name)
{
    const char *given = getenv("ARMSTATS_DATADIR");
    bool uninstalled = runs_uninstalled(arena);
    const char *const folders[] = {
        given && *given ? given : NULL,
        uninstalled ? SOURCEDIR : PKGDATADIR,
    };
    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++) {
        if (!folders[i])
            continue;
        const char *path = arena_printf(arena, "%s/%s", folders[i], name);
        if (is_there(path))
            return path;
    }
    return NULL;
}

static const char *text_of(struct arena *arena, const json_t *object,
                           const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? arena_str(arena, str_from(text)).ptr : "";
}

/* The only place of a selection, "" when it is everybody. */
static const char *only_place(struct arena *arena, const json_t *ours,
                              const char *key)
{
    const json_t *list = json_object_get(ours, key);
    const char *name = json_string_value(json_array_get(list, 0));
    return name ? arena_str(arena, str_from(name)).ptr : "";
}

static enum bundle_need holding(const json_t *ours)
{
    const char *word = json_string_value(json_object_get(ours, "holds"));
    if (word && strcmp(word, "deals") == 0)
        return NEED_DEALS;
    return word && strcmp(word, "pairs") == 0 ? NEED_PAIRS : NEED_SUPPLIERS;
}

static void describe(struct arena *arena, const char *folder,
                     const json_t *resource, struct bundle_file *file)
{
    const json_t *ours = json_object_get(resource, "armstats");
    const json_t *years = json_object_get(ours, "years");
    const json_t *source =
        json_array_get(json_object_get(resource, "sources"), 0);
    char period[PERIOD_TEXT];
    period_print(
        period,
        (struct period){(int)json_integer_value(json_array_get(years, 0)),
                        (int)json_integer_value(json_array_get(years, 1))});
    *file = (struct bundle_file){
        .release = (int)json_integer_value(json_object_get(ours, "release")),
        .holds = holding(ours),
        .name = text_of(arena, resource, "path"),
        .title = text_of(arena, resource, "title"),
        .supplier = only_place(arena, ours, "suppliers"),
        .recipient = only_place(arena, ours, "recipients"),
        .years = arena_printf(arena, "%s", period),
        .terms = text_of(arena, ours, "terms"),
        .source = text_of(arena, source, "title"),
        .sha256 = text_of(arena, source, "hash"),
    };
    file->path = arena_printf(arena, "%s/%s", folder, file->name);
}

static bool read_package(struct arena *arena, const char *folder,
                         struct bundle_file *files, size_t *count,
                         struct err *err)
{
    const char *path = arena_printf(arena, "%s/datapackage.json", folder);
    if (!is_there(path))
        return true;
    json_error_t fault;
    json_t *package = json_load_file(path, 0, &fault);
    if (!package)
        return err_set(err, ERR_SYSTEM,
                       "datapackage.json:%d: %s; install the program again",
                       fault.line, fault.text);
    const json_t *resources = json_object_get(package, "resources");
    for (size_t i = 0; i < json_array_size(resources) && *count < MOST_FILES;
         i++)
        describe(arena, folder, json_array_get(resources, i),
                 &files[(*count)++]);
    json_decref(package);
    return true;
}

/* Newest release first, then by name. */
static int file_order(const void *left, const void *right)
{
    const struct bundle_file *a = left;
    const struct bundle_file *b = right;
    if (a->release != b->release)
        return a->release > b->release ? -1 : 1;
    return strcmp(a->path, b->path);
}

bool bundle_list(struct arena *arena, const struct bundle_file **files,
                 size_t *count, struct err *err)
{
    const char *root = bundle_path(arena, "datasets");
    DIR *folder = root ? opendir(root) : NULL;
    if (!folder)
        return err_set(err, ERR_SYSTEM,
                       "the bundled extracts are not there; install the "
                       "program again, or set ARMSTATS_DATADIR");
    struct bundle_file *list = arena_alloc(arena, MOST_FILES, sizeof *list);
    bool done = true;
    *count = 0;
    const struct dirent *entry;
    while (done && (entry = readdir(folder))) {
        if (entry->d_name[0] != '.')
            done = read_package(
                arena, arena_printf(arena, "%s/%s", root, entry->d_name), list,
                count, err);
    }
    closedir(folder);
    qsort(list, *count, sizeof *list, file_order);
    *files = list;
    return done;
}

/* Whether the set names exactly that place. */
static bool names_only(const struct place_set *set, const char *place)
{
    struct arena scratch;
    arena_init(&scratch);
    bool only = set->count == 1 && !set->items[0].group &&
                !set->items[0].row &&
                place_set_find(set, str_from(place), &scratch) != NULL;
    arena_done(&scratch);
    return only;
}

static bool answers(const struct bundle_file *file, int release,
                    enum bundle_need need, const struct filter *filter)
{
    if (release && file->release != release)
        return false;
    if (need == NEED_SUPPLIERS)
        return file->holds == NEED_SUPPLIERS;
    if (file->holds != need)
        return false;
    return names_only(&filter->supplier, file->supplier) &&
           (!*file->recipient ||
            names_only(&filter->recipient, file->recipient));
}

static bool has_release(const struct bundle_file *files, size_t count,
                        int release)
{
    for (size_t i = 0; i < count; i++) {
        if (files[i].release == release)
            return true;
    }
    return false;
}

const struct bundle_file *bundle_find(struct arena *arena, int release,
                                      enum bundle_need need,
                                      const struct filter *filter,
                                      struct err *err)
{
    const struct bundle_file *files;
    size_t count;
    if (!bundle_list(arena, &files, &count, err))
        return NULL;
    for (size_t i = 0; i < count; i++) {
        if (answers(&files[i], release, need, filter))
            return &files[i];
    }
    if (release && !has_release(files, count, release))
        err_set(err, ERR_REQUEST,
                "--release %d: not bundled; armstats datasets lists what is, "
                "and %d=FILE names a file of that release",
                release, release);
    else
        err_set(err, ERR_REQUEST,
                "the bundled extracts cannot answer this (they hold "
                "suppliers' totals, South Korea's recipients, and its deals "
                "with Poland); give a trade register: armstats datasets "
                "--download-help tells how to get it");
    return NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/descriptor.h"

#include <jansson.h>
#include <unistd.h>

/* Descriptors are small; a larger file is not one. */
#define DESCRIPTOR_BYTES ((size_t)1 << 20)

static const char *text_of(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

static const char *keep(struct reading *reading, const char *text)
{
    return text ? arena_str(&reading->arena, str_from(text)).ptr : NULL;
}

/* "all", "unknown", or a list of names. */
static bool load_side(struct reading *reading, const json_t *ours,
                      const char *key, struct scope_side *side)
{
    const json_t *words = json_object_get(ours, key);
    if (!words)
        return true;
    const char *word = json_string_value(words);
    if (word && strcmp(word, "all") == 0)
        side->extent = SCOPE_ALL;
    else if (json_array_size(words) == 1) {
        const char *name = json_string_value(json_array_get(words, 0));
        if (!name)
            return false;
        side->extent = SCOPE_ONE;
        side->name = str_from(keep(reading, name));
    } else if (json_array_size(words) > 1)
        side->extent = SCOPE_SOME;
    else
        return word && strcmp(word, "unknown") == 0;
    return true;
}

static bool load_period(const json_t *ours, const char *key,
                        struct period *period)
{
    const json_t *years = json_object_get(ours, key);
    if (!years)
        return true;
    if (json_array_size(years) != 2)
        return false;
    period->from = (int)json_integer_value(json_array_get(years, 0));
    period->to = (int)json_integer_value(json_array_get(years, 1));
    return period->from >= 1800 && period->to <= 2199 &&
           period->from <= period->to;
}

static bool load_resource(struct reading *reading, const json_t *resource)
{
    const json_t *ours = json_object_get(resource, "armstats");
    reading->title = keep(reading, text_of(resource, "title"));
    if (!ours)
        return true;
    const json_t *sources = json_object_get(resource, "sources");
    const char *database = text_of(json_array_get(sources, 0), "title");
    if (database && *database)
        reading->database = keep(reading, database);
    const char *generated = text_of(ours, "generated");
    if (generated && !date_parse_iso(str_from(generated), &reading->generated))
        return false;
    int release = (int)json_integer_value(json_object_get(ours, "release"));
    if (release && !reading->release_given) {
        reading->release_year = release;
        reading->release_given = true;
    }
    reading->bundled = json_is_true(json_object_get(ours, "bundled"));
    reading->scope.by_category =
        json_is_true(json_object_get(ours, "by_category"));
    struct scope *scope = &reading->scope;
    scope->undivided_years =
        json_is_true(json_object_get(ours, "undivided_years"));
    scope->split_evenly = json_is_true(json_object_get(ours, "split_evenly"));
    scope->without_years = json_is_true(json_object_get(ours, "without_years"));
    return load_side(reading, ours, "suppliers", &reading->scope.supplier) &&
           load_side(reading, ours, "recipients", &reading->scope.recipient) &&
           load_period(ours, "years", &reading->scope.declared) &&
           load_period(ours, "years", &reading->scope.covered);
}

/* The resource of a package whose path is the file's name. */
static const json_t *find_resource(const json_t *package, const char *name)
{
    const json_t *resources = json_object_get(package, "resources");
    for (size_t i = 0; i < json_array_size(resources); i++) {
        const json_t *resource = json_array_get(resources, i);
        const char *path = text_of(resource, "path");
        if (path && strcmp(path, name) == 0)
            return resource;
    }
    return NULL;
}

static json_t *load_json(struct reading *reading, const char *path,
                         struct err *err)
{
    json_error_t fault;
    FILE *file = fopen(path, "rbe");
    if (!file)
        return NULL;
    json_t *root = NULL;
    if (fseeko(file, 0, SEEK_END) == 0 &&
        ftello(file) <= (off_t)DESCRIPTOR_BYTES) {
        rewind(file);
        root = json_loadf(file, 0, &fault);
    } else {
        snprintf(fault.text, sizeof fault.text, "too large");
        fault.line = 1;
    }
    fclose(file);
    if (!root)
        err_set(err, ERR_DATA,
                "%s.json:%d: the description of the table cannot be read: "
                "%s; remove it or write it again with convert",
                reading->name, fault.line, fault.text);
    return root;
}

static bool load_from(struct reading *reading, const char *path, bool package,
                      struct err *err)
{
    if (access(path, R_OK) != 0)
        return true;
    json_t *root = load_json(reading, path, err);
    if (!root)
        return false;
    const json_t *resource =
        package ? find_resource(root, reading->name) : root;
    bool sound = !resource || load_resource(reading, resource);
    json_decref(root);
    if (!sound)
        return err_set(err, ERR_DATA,
                       "%s: the member 'armstats' of its description is not "
                       "sound; write it again with convert",
                       reading->name);
    return true;
}

bool descriptor_load(struct reading *reading, struct err *err)
{
    if (strcmp(reading->file, "-") == 0)
        return true;
    struct arena *arena = &reading->arena;
    size_t folder = (size_t)(reading->name - reading->file);
    struct str file = str_from(reading->file);
    const char *beside = arena_printf(arena, "%s.json", reading->file);
    /* A table may have been packed since it was described. */
    if (str_ends(file, STR(".gz")) && access(beside, R_OK) != 0)
        beside =
            arena_printf(arena, "%.*s.json", (int)(file.len - 3), file.ptr);
    const char *package =
        arena_printf(arena, "%.*sdatapackage.json", (int)folder, reading->file);
    if (access(beside, R_OK) == 0)
        return load_from(reading, beside, false, err);
    return load_from(reading, package, true, err);
}

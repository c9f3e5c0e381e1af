/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "fixture.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tap.h"

#define LINE_BYTES 65536
#define PATH_BYTES 4096

static bool path_of(char path[PATH_BYTES], const char *folder, const char *name)
{
    const char *shared = tap_shared();
    if (!shared) {
        tap_skip("ARMSTATS_SHARED is not set");
        return false;
    }
    int length =
        snprintf(path, PATH_BYTES, "%s/references/%s%s", shared, folder, name);
    return length > 0 && length < PATH_BYTES;
}

json_t *fixture_load(const char *name)
{
    char path[PATH_BYTES];
    json_error_t error;
    if (!path_of(path, "expected/", name))
        return NULL;
    json_t *root = json_load_file(path, JSON_DECODE_ANY, &error);
    if (!root)
        fixture_close(0, 1, 0, error.text, path, error.line);
    return root;
}

static size_t fields_of(const char *line)
{
    size_t count = 1;
    for (; *line; line++)
        count += *line == ',';
    return count;
}

static void take_line(struct fixture_table *table, char *line)
{
    size_t cells = (table->rows + 1) * table->columns;
    table->cells = realloc(table->cells, cells * sizeof *table->cells);
    double *row = table->cells + table->rows * table->columns;
    for (size_t i = 0; i < table->columns; i++) {
        char *end = line;
        row[i] = line && *line ? strtod(line, &end) : NAN;
        if (!line || end == line)
            row[i] = NAN;
        line = line ? strchr(line, ',') : NULL;
        line = line ? line + 1 : NULL;
    }
    table->rows++;
}

bool fixture_table(struct fixture_table *table, const char *name)
{
    char path[PATH_BYTES];
    char *line = malloc(LINE_BYTES);
    *table = (struct fixture_table){0};
    FILE *in = path_of(path, "", name) ? fopen(path, "r") : NULL;
    bool found = in && fgets(line, LINE_BYTES, in);
    if (found) {
        table->columns = fields_of(line);
        while (fgets(line, LINE_BYTES, in))
            take_line(table, line);
    } else if (tap_shared()) {
        fixture_close(0, 1, 0, "file of reference values", path, 0);
    }
    if (in)
        fclose(in);
    free(line);
    return found;
}

void fixture_table_done(struct fixture_table *table)
{
    free(table->cells);
}

double *fixture_column(const struct fixture_table *table, size_t column)
{
    double *values = malloc((table->rows + 1) * sizeof *values);
    for (size_t i = 0; i < table->rows; i++)
        values[i] = table->cells[i * table->columns + column];
    return values;
}

json_t *fixture_at(json_t *root, const char *path)
{
    while (root && *path) {
        char key[256];
        size_t length = strcspn(path, ".");
        snprintf(key, sizeof key, "%.*s", (int)length, path);
        if (json_is_array(root))
            root = json_array_get(root, strtoul(key, NULL, 10));
        else if (json_is_object(root))
            root = json_object_get(root, key);
        else if (strcmp(key, "0") != 0)
            root = NULL;
        path += length + (path[length] == '.');
    }
    return root;
}

void fixture_each(const char *name, const char *with,
                  void (*check)(json_t *expected, const char *member))
{
    json_t *root = fixture_load(name);
    const char *member;
    json_t *expected;
    json_object_foreach(root, member, expected)
    {
        if (*member != '_' && fixture_at(expected, with))
            check(expected, member);
    }
    json_decref(root);
}

void fixture_close(double actual, double expected, double tolerance,
                   const char *what, const char *file, int line)
{
    double size = fabs(expected) > 1 ? fabs(expected) : 1;
    bool near = fabs(actual - expected) <= tolerance * size;
    if (!near)
        printf("# %s:%d: %s is %.17g, not %.17g\n", file, line, what, actual,
               expected);
    CU_assertImplementation(near, (unsigned)line, what, file, "", CU_FALSE);
}

void fixture_check(json_t *root, const char *path, double actual,
                   double tolerance, const char *file, int line)
{
    json_t *value = fixture_at(root, path);
    if (!json_is_number(value)) {
        printf("# %s:%d: no number at %s\n", file, line, path);
        CU_assertImplementation(CU_FALSE, (unsigned)line, path, file, "",
                                CU_FALSE);
        return;
    }
    fixture_close(actual, json_number_value(value), tolerance, path, file,
                  line);
}

void fixture_check_estimate(json_t *root, const char *path,
                            struct estimate actual, double tolerance,
                            const char *file, int line)
{
    json_t *value = fixture_at(root, path);
    if (json_is_number(value) && estimate_is(actual)) {
        fixture_check(root, path, actual.value, tolerance, file, line);
        return;
    }
    bool both = json_is_null(value) && !estimate_is(actual);
    if (!both)
        printf("# %s:%d: %s: defined on one side only\n", file, line, path);
    CU_assertImplementation(both, (unsigned)line, path, file, "", CU_FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The conformance suites of other projects, damaged files of theirs, and
 * files that have crashed readers elsewhere. */
#include <config.h>

#include <dirent.h>
#include <jansson.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "csv_dump.h"
#include "tap.h"

#define PATH 4096
#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const struct csv_view bare_view = {
    .dialect = {.delimiter = ',', .quote = '"'}, .columns = 40, .bare = true};

static bool find_suite(char path[PATH], const char *rest)
{
    const char *shared = tap_shared();

    if (shared)
        snprintf(path, PATH, "%s/csv_suites/%s", shared, rest);
    else
        tap_skip("ARMSTATS_SHARED is not set");
    return shared != NULL;
}

/* Rows in JSON as csv_dump() writes bare records. They are arrays, or objects
 * whose keys are the first record. */
static void dump_json(struct buf *out, const json_t *rows)
{
    const char *key;
    json_t *row, *cell;
    size_t at, column;

    json_array_foreach(rows, at, row)
    {
        if (json_is_object(row) && at == 0) {
            json_object_foreach(row, key, cell) buf_printf(out, "[%s]", key);
            buf_add_text(out, "\n");
        }
        json_object_foreach(row, key, cell)
            buf_printf(out, "[%s]", json_string_value(cell));
        json_array_foreach(row, column, cell)
            buf_printf(out, "[%s]", json_string_value(cell));
        buf_add_text(out, "\n");
    }
}

/* The file reads as the JSON says, at every chunk size. */
static void check_file(const char *csv, const char *json)
{
    struct buf read, expected;
    char csv_path[PATH], json_path[PATH];
    json_error_t error;

    find_suite(csv_path, csv);
    find_suite(json_path, json);
    json_t *rows = json_load_file(json_path, 0, &error);
    CU_ASSERT_FATAL(json_is_array(rows));
    buf_init(&read, 1 << 20);
    buf_init(&expected, 1 << 20);
    csv_dump_file(&read, csv_path, 0, &bare_view);
    dump_json(&expected, rows);
    /* Without rows the JSON does not tell the header. */
    if (json_array_size(rows) == 0)
        buf_add_text(&expected, "[foo][bar][baz]\n");
    CHECK_TEXT(buf_str(&read).ptr, buf_str(&expected).ptr);
    buf_clear(&read);
    CU_ASSERT(csv_slurp(&read, csv_path));
    CU_ASSERT_EQUAL(csv_bad_file_chunk(csv_path, read.len + 1, &csv_plain_view),
                    0);
    buf_done(&read);
    buf_done(&expected);
    json_decref(rows);
}

static void check_files(const char *suite, const char *csv,
                        const char *const *names, size_t count)
{
    char path[PATH], csv_file[300], json_file[300];

    for (size_t i = 0; i < count && find_suite(path, suite); i++) {
        snprintf(csv_file, sizeof(csv_file), "%s/%s/%s.csv", suite, csv,
                 names[i]);
        snprintf(json_file, sizeof(json_file), "%s/json/%s.json", suite,
                 names[i]);
        check_file(csv_file, json_file);
    }
}

/* All but location_coordinates, whose JSON is wrong. */
static void test_spectrum(void)
{
    static const char *const names[] = {"comma_in_quotes",
                                        "empty",
                                        "empty_crlf",
                                        "escaped_quotes",
                                        "json",
                                        "newlines",
                                        "newlines_crlf",
                                        "quotes_and_newlines",
                                        "simple",
                                        "simple_crlf",
                                        "utf8"};

    check_files("csv-spectrum", "csvs", names, COUNT(names));
}

static void test_valid_data(void)
{
    static const char *const names[] = {"all-empty",
                                        "empty-field",
                                        "empty-one-column",
                                        "header-no-rows",
                                        "header-simple",
                                        "leading-space",
                                        "one-column",
                                        "quotes-empty",
                                        "quotes-with-comma",
                                        "quotes-with-escaped-quote",
                                        "quotes-with-newline",
                                        "quotes-with-space",
                                        "simple-crlf",
                                        "simple-lf",
                                        "trailing-newline-one-field",
                                        "trailing-newline",
                                        "trailing-space",
                                        "utf8"};

    check_files("csv-test-data", "csv", names, COUNT(names));
}

/* In two of them only the header is not what somebody expected. */
static void test_bad_data(void)
{
    static const struct {
        const char *name, *expected;
    } files[] = {
        {"header-less-fields", "1 ok 3 [foo][bar][baz]\n"
                               "2 fewer 2 [1][2] raw(1,2) no end\n"},
        {"header-more-fields", "1 ok 3 [foo][bar][baz]\n"
                               "2 more 4 [1][2][3][4] raw(1,2,3,4) no end\n"},
        {"header-no-header", ""},
        {"header-wrong-header", "1 ok 3 [qux][quux][quuz] no end\n"},
        {"missing-quote", "csv:2: unclosed quote: 'I forgot to close this "
                          "one,3'; close it, or remove it\n"},
        {"quotes-with-unescaped-quote",
         "1 ok 3 [foo][bar][baz]\n"
         "2 quotes 0  raw(1,\"Hey, I missed \" it\",3) no end\n"},
        {"unescaped-quote",
         "1 ok 3 [foo][bar][baz]\n"
         "2 quotes 0  raw(1,This \"quotes\" must be escaped,3) no end\n"},
    };
    struct csv_view view = csv_plain_view;
    char path[PATH], name[100];

    view.expected = 3;
    for (size_t i = 0; i < COUNT(files); i++) {
        struct buf read;
        snprintf(name, sizeof(name), "csv-test-data/csv/bad-%s.csv",
                 files[i].name);
        if (!find_suite(path, name))
            return;
        buf_init(&read, 1 << 20);
        buf_add_text(&read, "");
        csv_dump_file(&read, path, 0, &view);
        /* An error begins with the path that was given. */
        if (str_find(buf_str(&read), STR("\nerror 3 ")) >= 0)
            CU_ASSERT(str_ends(buf_str(&read), str_from(files[i].expected)))
        else
            CHECK_TEXT(buf_str(&read).ptr, files[i].expected);
        CU_ASSERT_EQUAL(csv_bad_file_chunk(path, read.len + 1, &view), 0);
        buf_done(&read);
    }
}

/* Runs over the files of a folder of the suites; how many there were. */
static size_t each_file(const char *folder, void (*check)(const char *path))
{
    char path[PATH];
    size_t count = 0;

    if (!find_suite(path, folder))
        return 0;
    DIR *stream = opendir(path);
    CU_ASSERT_FATAL(stream != NULL);
    for (struct dirent *entry; (entry = readdir(stream));) {
        char file[2 * PATH];
        if (entry->d_name[0] == '.')
            continue;
        snprintf(file, sizeof(file), "%s/%s", path, entry->d_name);
        check(file);
        count++;
    }
    closedir(stream);
    return count;
}

/* Whatever it reads as, it does so in pieces of any size. */
static void check_seed(const char *path)
{
    static const struct csv_view views[] = {
        {.dialect = {.delimiter = ',', .quote = '"'},
         .columns = 5,
         .expected = 3},
        {.dialect = {.delimiter = ';', .quote = 0, .tail = ','}, .columns = 5},
        {.dialect = {.delimiter = '\t', .quote = '\'', .tail = ';'},
         .limits = {20, 200, 10},
         .columns = 5},
        {.dialect = {.delimiter = ',', .quote = '"', .tail = ';'},
         .columns = 2,
         .encoding = "iso-8859-1"},
        {.dialect = {.delimiter = ',', .quote = '"'},
         .columns = 5,
         .encoding = "utf-16le"},
    };

    for (size_t i = 0; i < COUNT(views); i++)
        CU_ASSERT_EQUAL(csv_bad_file_chunk(path, 3, &views[i]), 0);
}

static void test_fuzz_seeds(void)
{
    size_t count = each_file("fuzz-seeds", check_seed);

    CU_ASSERT(!tap_shared() || count >= 100);
}

/* No damage may pass without a reported record or an error. */
static void check_polluted(const char *path)
{
    struct csv_view view = bare_view;
    struct buf read;

    view.expected = 9;
    buf_init(&read, 1 << 20);
    csv_dump_file(&read, path, 0, &view);
    if (str_find(buf_str(&read), STR(" raw(")) < 0 &&
        strstr(path, "/file_multitable_same") == NULL) {
        printf("# %s: nothing is reported\n", path);
        CU_FAIL("silent");
    }
    CU_ASSERT_EQUAL(csv_bad_file_chunk(path, 2, &view), 0);
    buf_done(&read);
}

static void test_pollock(void)
{
    size_t count = each_file("pollock/csv", check_polluted);

    CU_ASSERT(!tap_shared() || count >= 191);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"csv-spectrum", test_spectrum},
        {"csv-test-data, valid", test_valid_data},
        {"csv-test-data, bad", test_bad_data},
        {"fuzz seeds", test_fuzz_seeds},
        {"Pollock's polluted tables", test_pollock},
    };
    return TAP_RUN("csv suites", cases);
}

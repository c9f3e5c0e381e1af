/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of the world, in pieces and by libcsv. */
#include <config.h>

#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/stat.h>

#include "csv_subject.h"
#include "tap.h"

#define PATH 4096
#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* Of larger files one way is enough: what is rare stands in small ones. */
#define LARGE ((size_t)256 << 10)

/* Under the usual delimiter and one of the others. */
static void check_file(const char *path, size_t size)
{
    static const size_t blocks[] = {1021, 65536, SUBJECT_USUAL};
    struct csv_view view = csv_plain_view;
    bool same = true;

    view.columns = 4;
    for (size_t i = 0; same && i < (size > LARGE ? 1 : 2); i++) {
        struct subject subject;
        view.dialect.delimiter = subject_delimiters[i + i * size % 3];
        view.expected = i * size % 5;
        subject_init(&subject, path, STR(""), &view);
        for (size_t n = size > LARGE ? 2 : 0; same && n < COUNT(blocks); n++)
            same = subject_agrees(&subject, 0, blocks[n]);
        for (size_t n = 1; same && size < 4096 && n <= size + 1; n += 1 + n / 2)
            same = subject_agrees(&subject, n, 5000) &&
                   subject_agrees(&subject, 0, n) &&
                   subject_agrees(&subject, n, n);
        subject_done(&subject);
    }
}

static size_t check_folder(const char *folder)
{
    DIR *dir = opendir(folder);
    struct dirent *entry;
    size_t count = 0;

    while (dir && (entry = readdir(dir))) {
        char path[PATH];
        struct stat status;
        snprintf(path, PATH, "%s/%s", folder, entry->d_name);
        if (entry->d_name[0] == '.' || stat(path, &status) != 0)
            continue;
        if (S_ISDIR(status.st_mode)) {
            count += check_folder(path);
        } else {
            check_file(path, (size_t)status.st_size);
            count++;
        }
    }
    if (dir)
        closedir(dir);
    return count;
}

static void test_folder(const char *name)
{
    const char *shared = tap_shared();
    char path[PATH];

    if (!shared) {
        tap_skip("ARMSTATS_SHARED is not set");
        return;
    }
    snprintf(path, PATH, "%s/%s", shared, name);
    CU_ASSERT(check_folder(path) > 20);
}

static void test_corpus(void)
{
    test_folder("corpus");
}

static void test_suites(void)
{
    test_folder("csv_suites");
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"published files", test_corpus},
        {"suites of others", test_suites},
    };
    return TAP_RUN("csv lanes, files", cases);
}

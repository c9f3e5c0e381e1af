/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "cmd/data.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "base/diag.h"
#include "cmd/report.h"

/* ARMSTATS_DATA: a path, or several with colons between them. */
static void find_in_environment(struct data_words *data, struct arena *arena)
{
    const char *paths = getenv("ARMSTATS_DATA");
    if (!paths || !*paths)
        return;
    struct str rest = str_from(paths);
    data->words = arena_alloc(arena, rest.len + 1, sizeof *data->words);
    while (rest.ptr) {
        struct str path = str_cut(&rest, ':');
        if (path.len)
            data->words[data->count++].path = arena_str(arena, path).ptr;
    }
}

static void warn_of_unread_input(void)
{
    struct stat input;
    if (fstat(0, &input) == 0 &&
        (S_ISFIFO(input.st_mode) ||
         (S_ISREG(input.st_mode) && input.st_size > 0)))
        diag_warning("standard input is not read; - reads it");
}

static bool find_all_bundled(struct data_words *data, struct arena *arena,
                             struct err *err)
{
    const struct bundle_file *files;
    size_t count;
    if (!bundle_list(arena, &files, &count, err))
        return false;
    data->words = arena_alloc(arena, count + 1, sizeof *data->words);
    for (size_t i = 0; i < count; i++)
        data->words[i].path = files[i].path;
    data->count = count;
    return true;
}

static bool find_bundled(struct data_words *data, const struct request *request,
                         enum bundle_need need, struct arena *arena,
                         struct err *err)
{
    const struct bundle_file *file =
        bundle_find(arena, request->release, need, &request->filter, err);
    if (!file)
        return false;
    data->words = arena_alloc(arena, 1, sizeof *data->words);
    data->words[0].path = file->path;
    data->count = 1;
    report_bundle(file);
    return true;
}

bool data_find(struct data_words *data, const struct request *request,
               enum bundle_need need, bool all, struct arena *arena,
               struct err *err)
{
    *data = (struct data_words){request->data, request->data_count, false};
    if (request->release && request->data_count)
        return err_set(err, ERR_REQUEST,
                       "--release chooses a bundled extract, and files are "
                       "given; %d=FILE labels a file",
                       request->release);
    if (data->count)
        return true;
    warn_of_unread_input();
    if (!request->release)
        find_in_environment(data, arena);
    if (data->count)
        return true;
    if (request->read.map || request->read.header_line)
        return err_set(err, ERR_REQUEST,
                       "%s says how a file is read, and none is given",
                       request->read.map ? "--map" : "--skip");
    data->bundled = true;
    return all ? find_all_bundled(data, arena, err)
               : find_bundled(data, request, need, arena, err);
}

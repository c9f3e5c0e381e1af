/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "figure/gnuplot.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/spawn.h"
#include "base/temporary.h"
#include "base/utf8.h"

/* Room for pango's threads; the largest drawing takes some 500 MB of
 * addresses. */
#define MEMORY_BYTES ((size_t)2 << 30)
#define MESSAGE_BYTES ((size_t)16 << 10)

bool gnuplot_find(char *path, size_t size, struct err *err)
{
    const char *own = getenv("ARMSTATS_GNUPLOT");

    if (own && own[0] != '\0') {
        if (own[0] != '/' || strlen(own) >= size)
            return err_set(err, ERR_REQUEST,
                           "ARMSTATS_GNUPLOT is not an absolute path");
        memcpy(path, own, strlen(own) + 1);
        return true;
    }
    if (GNUPLOT_PATH[0] == '/' && access(GNUPLOT_PATH, X_OK) == 0 &&
        sizeof(GNUPLOT_PATH) <= size) {
        memcpy(path, GNUPLOT_PATH, sizeof(GNUPLOT_PATH));
        return true;
    }
    return spawn_find("gnuplot", path, size) ||
           err_set(err, ERR_SYSTEM,
                   "gnuplot is not installed: apt install gnuplot-nox");
}

/* The private directory and the files in it. They are watched, so that a
 * deadly signal removes them too. */
struct place {
    const char *directory;
    const char *script;
    const char *data;
    const char *picture;
};

/* mkdtemp() fills in the name that is watched already. */
static bool make_directory(struct place *place, struct arena *arena)
{
    const char *folder = getenv("TMPDIR");

    if (!folder || folder[0] != '/')
        folder = "/tmp";
    size_t size = strlen(folder) + sizeof("/armstats-XXXXXX");
    char *name = arena_alloc(arena, size, 1);
    snprintf(name, size, "%s/armstats-XXXXXX", folder);
    place->directory = name;
    return temporary_watch(name) && mkdtemp(name);
}

static bool place_make(struct place *place, struct arena *arena,
                       const char *suffix, struct err *err)
{
    if (!make_directory(place, arena)) {
        temporary_forget(place->directory);
        return err_errno(err, "no temporary directory for gnuplot");
    }
    const char *directory = place->directory;
    place->script = arena_printf(arena, "%s/figure.gp", directory);
    place->data = arena_printf(arena, "%s/figure.dat", directory);
    place->picture = arena_printf(arena, "%s/figure.%s", directory, suffix);
    temporary_watch(place->script);
    temporary_watch(place->data);
    temporary_watch(place->picture);
    return true;
}

static int remove_entry(const char *path, const struct stat *status, int type,
                        struct FTW *where)
{
    (void)status;
    (void)type;
    (void)where;
    remove(path);
    return 0;
}

/* With all that gnuplot may have left there, such as a cache of fonts. */
static void place_remove(const struct place *place)
{
    nftw(place->directory, remove_entry, 8, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
    temporary_forget(place->script);
    temporary_forget(place->data);
    temporary_forget(place->picture);
    temporary_forget(place->directory);
}

static bool write_all(int descriptor, struct str text)
{
    while (text.len > 0) {
        ssize_t put = write(descriptor, text.ptr, text.len);
        if (put < 0 && errno != EINTR)
            return false;
        if (put > 0)
            text = str_skip(text, (size_t)put);
    }
    return true;
}

static bool write_file(const char *path, struct str text, struct err *err)
{
    int descriptor = file_open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW);
    bool done = descriptor >= 0 && write_all(descriptor, text);

    if (descriptor >= 0 && close(descriptor) != 0)
        done = false;
    return done || err_errno(err, "%s: cannot be written", path);
}

static bool read_all(int descriptor, struct buf *picture)
{
    char bytes[16 << 10];
    ssize_t got;

    while ((got = read(descriptor, bytes, sizeof(bytes))) != 0) {
        if (got > 0)
            buf_add(picture, (struct str){bytes, (size_t)got});
        else if (errno != EINTR)
            return false;
    }
    return true;
}

static bool read_picture(const char *path, struct buf *picture, struct err *err)
{
    int descriptor = file_open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    struct stat status;
    bool is_file = descriptor >= 0 && fstat(descriptor, &status) == 0 &&
                   S_ISREG(status.st_mode);
    bool done = is_file && read_all(descriptor, picture);

    if (descriptor >= 0)
        close(descriptor);
    if (picture->full)
        return err_set(err, ERR_SYSTEM, "gnuplot's picture is too large");
    return (done && picture->len > 0) ||
           err_set(err, ERR_SYSTEM, "gnuplot left no picture; is TMPDIR full?");
}

/* Sorts what gnuplot said: true when the report "10 rows" is among it, the
 * rest goes to the remarks. */
static bool hear(const struct gnuplot_job *job, struct arena *arena,
                 struct str messages, struct buf *remarks)
{
    struct str report = str_from(arena_printf(arena, "%zu rows", job->records));
    bool reported = false;

    while (messages.ptr) {
        struct str line = str_trim(str_cut(&messages, '\n'));
        if (str_eq(line, report)) {
            reported = true;
            continue;
        }
        if (line.len == 0)
            continue;
        if (remarks->len > 0)
            buf_add_text(remarks, "; ");
        buf_add(remarks, utf8_harmless(arena, line));
    }
    return reported;
}

/* Its whole environment: no GNUTERM, no GNUPLOT_LIB, nothing that names a
 * file. Where the system's cache of fonts is out of date, fontconfig makes
 * one in HOME each time: slower, never wrong. */
static bool run(const struct gnuplot_job *job, const struct place *place,
                struct arena *arena, const char *program, struct buf *remarks,
                struct err *err)
{
    const char *const argv[] = {"gnuplot", "-d", "./figure.gp", NULL};
    const char *const variables[] = {
        "PATH=/usr/local/bin:/usr/bin:/bin",
        "LC_ALL=C.UTF-8",
        arena_printf(arena, "HOME=%s", place->directory),
        arena_printf(arena, "TMPDIR=%s", place->directory),
        NULL,
    };
    struct spawn spawn = {
        .program = program,
        .argv = argv,
        .environ = variables,
        .directory = place->directory,
        .seconds = job->seconds,
        .memory_bytes = MEMORY_BYTES,
        .file_bytes = GNUPLOT_PICTURE_BYTES,
    };
    struct buf messages;
    struct err failure = {ERR_NONE, ""};

    buf_init(&messages, MESSAGE_BYTES);
    bool ran = spawn_run(&spawn, &messages, &failure);
    bool reported = hear(job, arena, buf_str(&messages), remarks);
    buf_done(&messages);
    struct str said = buf_str(remarks);
    if (!ran)
        return err_set(err, failure.kind, "%s%s%.*s", failure.text,
                       said.len > 0 ? ": " : "", STR_ARG(said));
    return reported ||
           err_set(err, ERR_SYSTEM,
                   "gnuplot did not read the %zu rows of the figure%s%.*s",
                   job->records, said.len > 0 ? ": " : "", STR_ARG(said));
}

bool gnuplot_draw(const struct gnuplot_job *job, struct buf *picture,
                  struct buf *remarks, struct err *err)
{
    char program[PATH_MAX];
    struct arena arena;
    struct place place = {0};

    if (!gnuplot_find(program, sizeof(program), err))
        return false;
    arena_init(&arena);
    bool done = place_make(&place, &arena, job->suffix, err);
    if (done) {
        done = write_file(place.script, job->script, err) &&
               write_file(place.data, job->data, err) &&
               run(job, &place, &arena, program, remarks, err) &&
               read_picture(place.picture, picture, err);
        place_remove(&place);
    }
    arena_done(&arena);
    return done;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "scratch.h"

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static char folder[PATH_MAX];
static int home = -1;

/* A test that cannot be set up has nothing to report. */
static void need(bool sound, const char *what)
{
    if (sound)
        return;
    printf("Bail out! %s\n", what);
    fflush(stdout);
    abort();
}

void scratch_enter(void)
{
    const char *place = getenv("TMPDIR");

    snprintf(folder, sizeof(folder), "%s/armstats-test-XXXXXX",
             place && *place ? place : "/tmp");
    home = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    need(home >= 0, "the working directory cannot be opened");
    need(mkdtemp(folder) && chdir(folder) == 0, "no scratch folder");
}

static bool is_dots(const char *name)
{
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

/* Counts the names; removes what stands behind them if told to. */
static size_t walk(bool removing)
{
    DIR *stream = opendir(".");
    size_t count = 0;

    need(stream, "the scratch folder cannot be read");
    for (struct dirent *entry; (entry = readdir(stream));) {
        if (is_dots(entry->d_name))
            continue;
        count++;
        if (removing)
            unlink(entry->d_name);
    }
    closedir(stream);
    return count;
}

void scratch_leave(void)
{
    walk(true);
    need(fchdir(home) == 0, "no way back");
    close(home);
    need(rmdir(folder) == 0, "the scratch folder cannot be removed");
}

void scratch_write(const char *name, const void *bytes, size_t len)
{
    FILE *file = fopen(name, "wb");

    need(file && fwrite(bytes, 1, len, file) == len && fclose(file) == 0,
         "a scratch file cannot be written");
}

void scratch_text(const char *name, const char *text)
{
    scratch_write(name, text, strlen(text));
}

bool scratch_holds(const char *name, const char *text)
{
    FILE *file = fopen(name, "rb");
    size_t at = 0;
    int c;

    if (!file)
        return false;
    while ((c = fgetc(file)) != EOF && (char)c == text[at] && text[at])
        at++;
    fclose(file);
    return c == EOF && text[at] == '\0';
}

size_t scratch_count(void)
{
    return walk(false);
}

int scratch_child(int (*run)(void))
{
    int status = -1;

    fflush(NULL);
    pid_t child = fork();
    if (child == 0)
        _exit(run());
    need(child > 0 && waitpid(child, &status, 0) == child, "no child");
    return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/temporary.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/file.h"
#include "base/output.h"

#define WATCHED 1024

static _Atomic(const char *) watched[WATCHED];
static_assert(ATOMIC_POINTER_LOCK_FREE == 2,
              "a signal handler may read atomics only where they need no lock");

bool temporary_watch(const char *path)
{
    for (size_t i = 0; i < WATCHED; i++) {
        const char *none = NULL;
        if (atomic_compare_exchange_strong(&watched[i], &none, path))
            return true;
    }
    errno = EMFILE;
    return false;
}

void temporary_forget(const char *path)
{
    for (size_t i = 0; i < WATCHED; i++) {
        const char *expected = path;
        if (atomic_compare_exchange_strong(&watched[i], &expected, NULL))
            return;
    }
}

void temporary_remove(const char *path)
{
    unlink(path);
    temporary_forget(path);
}

int temporary_create(struct arena *arena, const char *target, const char **path)
{
    const char *slash = strrchr(target, '/');
    const char *name = slash ? slash + 1 : target;
    int directory_len = (int)(name - target);

    for (;;) {
        uint64_t random;
        if (getentropy(&random, sizeof(random)) != 0)
            return -1;
        /* The name is cut so that the longest legal one gets a temporary. */
        *path = arena_printf(arena, "%.*s.%.200s.%016llx", directory_len,
                             target, name, (unsigned long long)random);

        /* Watched before it exists, so that no signal comes in between. */
        if (!temporary_watch(*path))
            return -1;
        int descriptor =
            file_open(*path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW);
        if (descriptor >= 0)
            return descriptor;
        int reason = errno;
        temporary_forget(*path);
        errno = reason;
        if (reason != EEXIST)
            return -1;
    }
}

void output_remove_temporaries(void)
{
    for (size_t i = 0; i < WATCHED; i++) {
        const char *path = atomic_load(&watched[i]);
        if (path)
            unlink(path);
    }
    for (size_t i = 0; i < WATCHED; i++) {
        const char *path = atomic_load(&watched[i]);
        if (path)
            rmdir(path);
    }
}

static void remove_and_die(int number)
{
    output_remove_temporaries();
    diag_clear_line();
    /* SA_RESETHAND made it deadly again; it arrives when this returns. */
    raise(number);
}

void output_catch_signals(void)
{
    static const int deadly[] = {SIGINT,  SIGTERM, SIGHUP,
                                 SIGPIPE, SIGXCPU, SIGXFSZ};
    struct sigaction action = {.sa_handler = remove_and_die,
                               .sa_flags = (int)SA_RESETHAND};

    sigfillset(&action.sa_mask);
    for (size_t i = 0; i < sizeof(deadly) / sizeof(deadly[0]); i++) {
        struct sigaction before;
        /* nohup and shells that run us in the background ignore some. */
        if (sigaction(deadly[i], NULL, &before) == 0 &&
            before.sa_handler != SIG_IGN)
            sigaction(deadly[i], &action, NULL);
    }
}

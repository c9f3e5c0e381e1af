/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/crew.h"

#include <assert.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <unistd.h>

#include "base/mem.h"

struct worker {
    pthread_t thread;
    void (*work)(void *context, unsigned worker);
    void *context;
    unsigned number;
};

unsigned crew_size(void)
{
    cpu_set_t cores;
    /* Fails on machines with more cores than the set has room for. */
    long count = sched_getaffinity(0, sizeof cores, &cores) == 0
                     ? CPU_COUNT(&cores)
                     : sysconf(_SC_NPROCESSORS_ONLN);
    return count < 1 ? 1 : count > CREW_MOST ? CREW_MOST : (unsigned)count;
}

static void *run(void *context)
{
    struct worker *worker = context;
    worker->work(worker->context, worker->number);
    return NULL;
}

/* All signals but those that a fault of the thread itself raises. */
static void block_signals(sigset_t *before)
{
    static const int own[] = {SIGSEGV, SIGBUS,  SIGFPE,
                              SIGILL,  SIGTRAP, SIGABRT};
    sigset_t blocked;
    sigfillset(&blocked);
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        sigdelset(&blocked, own[i]);
    int failed = pthread_sigmask(SIG_SETMASK, &blocked, before);
    assert(!failed);
    (void)failed;
}

/* A thread has the mask of the one that starts it. */
static bool start(struct worker *worker)
{
    sigset_t before;
    block_signals(&before);
    int failed = pthread_create(&worker->thread, NULL, run, worker);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return !failed;
}

unsigned crew_run(unsigned threads,
                  void (*work)(void *context, unsigned worker), void *context)
{
    assert(threads > 0);
    struct worker *crew = mem_alloc(threads, sizeof *crew);
    unsigned working = 1;
    for (; working < threads; working++) {
        crew[working] = (struct worker){
            .work = work, .context = context, .number = working};
        if (!start(&crew[working]))
            break;
    }
    work(context, 0);
    for (unsigned i = 1; i < working; i++)
        pthread_join(crew[i].thread, NULL);
    mem_free(crew);
    return working;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* base/crew: everybody works once, signals stay with the one that began. */
#include <config.h>

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/crew.h"
#include "scratch.h"
#include "tap.h"

struct tasks {
    atomic_uint left;
    atomic_uint done;
    atomic_uint calls[CREW_MOST];
};

static void take_tasks(void *context, unsigned worker)
{
    struct tasks *tasks = context;
    atomic_fetch_add(&tasks->calls[worker], 1);
    unsigned left = atomic_load(&tasks->left);
    while (left > 0) {
        if (atomic_compare_exchange_weak(&tasks->left, &left, left - 1))
            atomic_fetch_add(&tasks->done, 1);
    }
}

static void test_all_work_once(void)
{
    static const unsigned sizes[] = {1, 2, 3, 8, 64};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct tasks tasks = {.left = 5000};
        unsigned worked = crew_run(sizes[i], take_tasks, &tasks);
        CU_ASSERT_EQUAL(worked, sizes[i]);
        CU_ASSERT_EQUAL(tasks.done, 5000);
        for (unsigned w = 0; w < CREW_MOST; w++)
            CU_ASSERT_EQUAL(tasks.calls[w], w < worked);
    }
}

static pthread_t beginner;

static void see_threads(void *context, unsigned worker)
{
    atomic_uint *wrong = context;
    sigset_t mask;
    pthread_sigmask(SIG_SETMASK, NULL, &mask);
    bool first = pthread_equal(pthread_self(), beginner);
    bool blocked = sigismember(&mask, SIGINT) && sigismember(&mask, SIGTERM) &&
                   sigismember(&mask, SIGPIPE) && sigismember(&mask, SIGXFSZ);
    if (first != (worker == 0) || blocked == first ||
        sigismember(&mask, SIGSEGV))
        atomic_fetch_add(wrong, 1);
}

static void test_signals(void)
{
    atomic_uint wrong = 0;
    sigset_t mask;
    beginner = pthread_self();
    CU_ASSERT_EQUAL(crew_run(4, see_threads, &wrong), 4);
    CU_ASSERT_EQUAL(wrong, 0);
    pthread_sigmask(SIG_SETMASK, NULL, &mask);
    CU_ASSERT_FALSE(sigismember(&mask, SIGINT));
}

/* Stacks that the address space has no room for. */
static int run_without_threads(void)
{
    struct tasks tasks = {.left = 100};
    struct rlimit stack = {(rlim_t)1 << 46, (rlim_t)1 << 46};
    pthread_attr_t attributes;
    if (setrlimit(RLIMIT_STACK, &stack) != 0)
        return 3;
    pthread_getattr_default_np(&attributes);
    pthread_attr_setstacksize(&attributes, (size_t)1 << 46);
    if (pthread_setattr_default_np(&attributes) != 0)
        return 3;
    unsigned worked = crew_run(8, take_tasks, &tasks);
    return worked >= 1 && worked < 8 && tasks.done == 100 ? 0 : 1;
}

static void test_none_granted(void)
{
    int status = scratch_child(run_without_threads);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 3)
        tap_skip("threads cannot be made to fail here");
    else
        CU_ASSERT_EQUAL(status, 0);
}

static int count_one_core(void)
{
    cpu_set_t cores, one;
    sched_getaffinity(0, sizeof cores, &cores);
    CPU_ZERO(&one);
    for (size_t i = 0; i < CPU_SETSIZE; i++) {
        if (CPU_ISSET(i, &cores) && CPU_COUNT(&one) == 0)
            CPU_SET(i, &one);
    }
    if (sched_setaffinity(0, sizeof one, &one) != 0)
        return 2;
    return crew_size() == 1 ? 0 : 1;
}

static void test_size(void)
{
    cpu_set_t cores;
    CU_ASSERT_EQUAL(sched_getaffinity(0, sizeof cores, &cores), 0);
    CU_ASSERT_EQUAL(crew_size(), (unsigned)CPU_COUNT(&cores));
    CU_ASSERT_EQUAL(scratch_child(count_one_core), 0);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"everybody works once, all is done", test_all_work_once},
        {"only the one that began takes signals", test_signals},
        {"threads that are not granted are done without", test_none_granted},
        {"as many as there are cores", test_size},
    };

    return TAP_RUN("crew", cases);
}

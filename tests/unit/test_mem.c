/* SPDX-License-Identifier: GPL-3.0-or-later */
/* base/mem: never null, counted, limited. */
#include <config.h>

#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/crew.h"
#include "base/map.h"
#include "base/mem.h"
#include "scratch.h"
#include "tap.h"

#define MEBI ((size_t)1 << 20)

static jmp_buf before;
static int ended;

static void jump_back(enum mem_end reason)
{
    ended = (int)reason;
    longjmp(before, 1);
}

/* The reason for which the call ends in the handler, or -1. */
static int end_of(void (*call)(void))
{
    ended = -1;
    mem_on_end(jump_back);
    if (setjmp(before) == 0)
        call();
    mem_on_end(NULL);
    return ended;
}

static bool exhausts(void (*call)(void))
{
    return end_of(call) == MEM_EXHAUSTED;
}

static volatile size_t huge = SIZE_MAX;

static void alloc_overflow(void)
{
    mem_free(mem_alloc(huge / 2 + 2, 2));
}

static void alloc_too_large(void)
{
    mem_free(mem_alloc(1, huge / 2 + 1));
}

static void resize_overflow(void)
{
    mem_free(mem_resize(NULL, huge / 16 + 1, 16));
}

static void arena_overflow(void)
{
    struct arena arena;
    arena_init(&arena);
    arena_alloc(&arena, huge / 8 + 1, 8);
}

static void arena_too_large(void)
{
    struct arena arena;
    arena_init(&arena);
    arena_alloc(&arena, 1, huge / 2);
}

static void nothing(void)
{
}

static void test_products(void)
{
    CU_ASSERT(exhausts(alloc_overflow));
    CU_ASSERT(exhausts(alloc_too_large));
    CU_ASSERT(exhausts(resize_overflow));
    CU_ASSERT(exhausts(arena_overflow));
    CU_ASSERT(exhausts(arena_too_large));
    CU_ASSERT_EQUAL(end_of(nothing), -1);
}

static void test_contents(void)
{
    unsigned char *bytes = mem_alloc(1000, 1);
    size_t sum = 0;
    for (size_t i = 0; i < 1000; i++)
        sum += bytes[i];
    CU_ASSERT_EQUAL(sum, 0);
    memset(bytes, 7, 1000);
    bytes = mem_resize(bytes, 3000, 1);
    CU_ASSERT_EQUAL(bytes[0] + bytes[999], 14);
    bytes = mem_resize(bytes, 0, 1);
    CU_ASSERT_PTR_NOT_NULL(bytes);
    mem_free(bytes);
    bytes = mem_alloc(0, 8);
    CU_ASSERT_PTR_NOT_NULL(bytes);
    mem_free(bytes);
    mem_free(NULL);
}

static int exhaust(void)
{
    mem_exhausted();
}

static void test_aborts(void)
{
    int status = scratch_child(exhaust);
    CU_ASSERT(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
}

/* Everything that grows comes back to what it was. */
static void test_count(void)
{
    size_t before_all = mem_in_use();
    char *bytes = mem_alloc(3, MEBI);
    size_t with = mem_in_use() - before_all;
    CU_ASSERT(with >= 3 * MEBI && with < 3 * MEBI + 65536);
    bytes = mem_resize(bytes, 5, MEBI);
    with = mem_in_use() - before_all;
    CU_ASSERT(with >= 5 * MEBI && with < 5 * MEBI + 65536);
    bytes = mem_resize(bytes, 10, 1);
    CU_ASSERT(mem_in_use() - before_all < MEBI);
    mem_free(bytes);
    mem_free(NULL);
    CU_ASSERT_EQUAL(mem_in_use(), before_all);

    struct map map;
    struct buf buf;
    map_init(&map);
    buf_init(&buf, 4 * MEBI);
    for (uint32_t i = 0; i < 40000; i++)
        map_intern(&map, (struct str){(const char *)&i, sizeof i});
    buf_fill(&buf, 'x', 2 * MEBI);
    CU_ASSERT(mem_in_use() - before_all > 3 * MEBI);
    map_done(&map);
    buf_done(&buf);
    CU_ASSERT_EQUAL(mem_in_use(), before_all);
}

static void *held;

static void hold_one(void)
{
    held = mem_alloc(1, MEBI);
}

static void grow_to_three(void)
{
    held = mem_resize(held, 3, MEBI);
}

static struct map names;

static void intern_for_ever(void)
{
    for (uint64_t i = 0;; i++)
        map_intern(&names, (struct str){(const char *)&i, sizeof i});
}

static void test_limit(void)
{
    CU_ASSERT(mem_allows(SIZE_MAX - mem_in_use()));
    mem_set_limit(mem_in_use() + 2 * MEBI);
    CU_ASSERT(mem_allows(2 * MEBI));
    CU_ASSERT_FALSE(mem_allows(2 * MEBI + 1));
    CU_ASSERT_FALSE(mem_allows(SIZE_MAX));
    CU_ASSERT_EQUAL(end_of(hold_one), -1);
    CU_ASSERT_FALSE(mem_allows(2 * MEBI));
    CU_ASSERT_EQUAL(end_of(grow_to_three), MEM_LIMIT);
    mem_free(held);
    CU_ASSERT(mem_allows(2 * MEBI));

    map_init(&names);
    CU_ASSERT_EQUAL(end_of(intern_for_ever), MEM_LIMIT);
    CU_ASSERT_EQUAL(map_find(&names, (struct str){"\0\0\0\0\0\0\0", 8}), 0);
    map_done(&names);

    mem_set_limit(0);
    CU_ASSERT_FALSE(mem_allows(1));
    CU_ASSERT_EQUAL(end_of(hold_one), MEM_LIMIT);
    CU_ASSERT_EQUAL(end_of(alloc_overflow), MEM_EXHAUSTED);
    mem_set_limit(SIZE_MAX);
}

static void allocate_much(void *context, unsigned worker)
{
    (void)context;
    for (size_t i = 0; i < 20000; i++)
        mem_free(mem_resize(mem_alloc(i % 300, 1), (worker + i) % 500, 1));
}

static void test_count_of_threads(void)
{
    size_t before_all = mem_in_use();
    crew_run(4, allocate_much, NULL);
    CU_ASSERT_EQUAL(mem_in_use(), before_all);
}

static void test_machine(void)
{
    CU_ASSERT(mem_of_machine() > 64 * MEBI);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"a product that overflows ends in the handler", test_products},
        {"zeroed, resized with contents, never null", test_contents},
        {"without a handler it aborts", test_aborts},
        {"what is in use is counted", test_count},
        {"a limit ends in the handler, with what there was", test_limit},
        {"threads count together", test_count_of_threads},
        {"the machine has memory", test_machine},
    };

    return TAP_RUN("mem", cases);
}

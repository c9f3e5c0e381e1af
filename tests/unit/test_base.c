/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arenas, errors and the dictionary of src/base. */
#include <config.h>

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/map.h"
#include "base/mem.h"
#include "tap.h"

static void test_arena_alloc(void)
{
    struct arena arena;
    arena_init(&arena);
    static const size_t sizes[] = {0, 1, 3, 16, 100, 1000, 5000, 3000000, 40};
    unsigned char *all[500];
    size_t wrong = 0;
    for (size_t i = 0; i < 500; i++) {
        size_t size = sizes[i % 9];
        if (size > 10000 && i > 100)
            size = 9999;
        all[i] = arena_alloc(&arena, size, 1);
        wrong += (uintptr_t)all[i] % _Alignof(max_align_t) != 0;
        for (size_t k = 0; k < size; k++)
            wrong += all[i][k] != 0;
        memset(all[i], (int)(i % 251) + 1, size);
    }
    /* Nobody wrote into another's bytes. */
    for (size_t i = 0; i < 500; i++)
        if (sizes[i % 9] > 0)
            wrong += all[i][0] != i % 251 + 1;
    CU_ASSERT_EQUAL(wrong, 0);
    arena_done(&arena);
    CU_ASSERT_PTR_NULL(arena.newest);
}

static void test_arena_text(void)
{
    struct arena arena;
    arena_init(&arena);
    struct str copy = arena_str(&arena, (struct str){"abcdef", 3});
    CHECK_TEXT(copy.ptr, "abc");
    CU_ASSERT_EQUAL(copy.len, 3);
    copy = arena_str(&arena, (struct str){NULL, 0});
    CHECK_TEXT(copy.ptr, "");
    copy = arena_str(&arena, STR("a\0b"));
    CU_ASSERT(copy.len == 3 && memcmp(copy.ptr, "a\0b", 4) == 0);
    CHECK_TEXT(arena_printf(&arena, "%s:%d", "file", 12), "file:12");
    const char *wide = arena_printf(&arena, "%100000d", 7);
    CU_ASSERT(strlen(wide) == 100000 && wide[99999] == '7');
    CHECK_TEXT(arena_printf(&arena, "%s", ""), "");
    arena_done(&arena);
}

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif

#ifdef SANITIZED
static void overrun(void)
{
    struct arena arena;
    arena_init(&arena);
    volatile char *bytes = arena_alloc(&arena, 5, 1);
    arena_alloc(&arena, 5, 1);
    bytes[5] = 'x';
}

static void nothing(void)
{
}

/* How a forked child that makes the call ends; its standard error is lost. */
static int status_of(void (*call)(void))
{
    pid_t child = fork();
    if (child == 0) {
        int null = open("/dev/null", O_WRONLY | O_CLOEXEC);
        dup2(null, STDERR_FILENO);
        call();
        _exit(0);
    }
    int status = -1;
    waitpid(child, &status, 0);
    return status;
}

static void test_arena_overrun(void)
{
    CU_ASSERT_NOT_EQUAL(status_of(overrun), 0);
    CU_ASSERT_EQUAL(status_of(nothing), 0);
}
#else
static void test_arena_overrun(void)
{
    tap_skip("without AddressSanitizer an overrun is not seen");
}
#endif

static void test_err_first_wins(void)
{
    struct err err = {0};
    CU_ASSERT(!err_set(&err, ERR_DATA, "a.csv:%d: bad", 3));
    CU_ASSERT(!err_set(&err, ERR_SYSTEM, "later"));
    errno = EACCES;
    CU_ASSERT(!err_errno(&err, "later still"));
    CU_ASSERT_EQUAL(err.kind, ERR_DATA);
    CHECK_TEXT(err.text, "a.csv:3: bad");
}

static void test_err_errno(void)
{
    struct err err = {0};
    errno = ENOENT;
    CU_ASSERT(!err_errno(&err, "cannot open %s", "x"));
    CU_ASSERT_EQUAL(err.kind, ERR_SYSTEM);
    CHECK_TEXT(err.text, "cannot open x: No such file or directory");
}

static void test_err_long(void)
{
    /* Two-byte characters at an odd and an even place: none is cut. */
    char name[2000];
    for (size_t i = 0; i < sizeof(name) - 2; i += 2)
        memcpy(name + i, "\xC3\xBC", 3);
    for (int odd = 0; odd < 2; odd++) {
        struct err err = {0};
        err_set(&err, ERR_DATA, "%s%s", odd ? "x" : "", name);
        size_t len = strlen(err.text);
        CU_ASSERT(len < sizeof(err.text) && len > sizeof(err.text) - 6);
        CHECK_TEXT(err.text + len - 5, "\xC3\xBC...");

        err = (struct err){0};
        errno = ENOSPC;
        err_errno(&err, "%s%s", odd ? "x" : "", name);
        CHECK_TEXT(strstr(err.text, "..."), "...: No space left on device");
    }
}

static void test_map_numbers(void)
{
    struct map map;
    map_init(&map);
    CU_ASSERT_EQUAL(map_find(&map, STR("Poland")), MAP_NONE);
    CU_ASSERT_EQUAL(map_intern(&map, STR("Poland")), 0);
    CU_ASSERT_EQUAL(map_intern(&map, (struct str){NULL, 0}), 1);
    CU_ASSERT_EQUAL(map_intern(&map, STR("a\0b")), 2);
    CU_ASSERT_EQUAL(map_intern(&map, STR("a\0c")), 3);
    CU_ASSERT_EQUAL(map_intern(&map, STR("a")), 4);
    CU_ASSERT_EQUAL(map_intern(&map, STR("Poland")), 0);
    CU_ASSERT_EQUAL(map_find(&map, STR("")), 1);
    CU_ASSERT_EQUAL(map_find(&map, STR("a\0c")), 3);
    CU_ASSERT_EQUAL(map_find(&map, STR("poland")), MAP_NONE);
    CU_ASSERT_EQUAL(map.len, 5);
    CHECK_TEXT(map.keys[0].ptr, "Poland");
    map_done(&map);
    CU_ASSERT_EQUAL(map_find(&map, STR("Poland")), MAP_NONE);
}

static void test_map_owns_keys(void)
{
    struct map map;
    map_init(&map);
    char text[] = "Korea";
    map_intern(&map, str_from(text));
    text[0] = 'X';
    CU_ASSERT_EQUAL(map_find(&map, STR("Korea")), 0);
    map_done(&map);
}

static void test_map_million(void)
{
    enum { MANY = 1000000 };
    struct map map;
    map_init(&map);
    uint32_t wrong = 0;
    for (uint32_t pass = 0; pass < 2; pass++) {
        for (uint32_t i = 0; i < MANY; i++) {
            char text[16];
            int len = snprintf(text, sizeof(text), "%" PRIu32, i);
            struct str key = {text, (size_t)len};
            uint32_t number =
                pass ? map_find(&map, key) : map_intern(&map, key);
            wrong += number != i;
        }
    }
    CU_ASSERT_EQUAL(wrong, 0);
    CU_ASSERT_EQUAL(map.len, MANY);
    CU_ASSERT_EQUAL(map_find(&map, STR("1000000")), MAP_NONE);
    map_done(&map);
}

static void test_map_hash(void)
{
    /* Every length and every single changed bit gives another hash. */
    char bytes[40] = {0};
    uint64_t seen[41 + 320];
    size_t count = 0;
    for (size_t len = 0; len <= sizeof(bytes); len++)
        seen[count++] = map_hash(bytes, len);
    for (size_t bit = 0; bit < 8 * sizeof(bytes); bit++) {
        bytes[bit / 8] = (char)(1 << bit % 8);
        seen[count++] = map_hash(bytes, sizeof(bytes));
        bytes[bit / 8] = 0;
    }
    size_t same = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < i; k++)
            same += seen[i] == seen[k];
    CU_ASSERT_EQUAL(same, 0);
    CU_ASSERT_EQUAL(map_hash(bytes, sizeof(bytes)), seen[40]);
}

#define PRINT_HASH "print-hash"
static const char *program;

/* The hash of a fixed text in a new process of this program. */
static void hash_elsewhere(char *text, size_t size)
{
    int ends[2];
    if (pipe(ends) != 0)
        return;
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        execl(program, program, PRINT_HASH, (char *)NULL);
        _exit(1);
    }
    close(ends[1]);
    ssize_t len = read(ends[0], text, size - 1);
    text[len > 0 ? len : 0] = '\0';
    close(ends[0]);
    waitpid(child, NULL, 0);
}

static void test_map_seed(void)
{
    if (access(program, X_OK) != 0) {
        tap_skip("this program was not started by its path");
        return;
    }
    char one[32] = "", two[32] = "";
    hash_elsewhere(one, sizeof(one));
    hash_elsewhere(two, sizeof(two));
    CU_ASSERT(strlen(one) == 16 && strlen(two) == 16);
    CU_ASSERT_STRING_NOT_EQUAL(one, two);
}

static const struct tap_case cases[] = {
    {"arena: zeroed, aligned, apart from each other", test_arena_alloc},
    {"arena: texts end in NUL", test_arena_text},
    {"arena: an overrun is seen by the sanitizer", test_arena_overrun},
    {"err: the first failure wins", test_err_first_wins},
    {"err: errno is named", test_err_errno},
    {"err: a long text is cut between characters", test_err_long},
    {"map: numbers in order of first appearance", test_map_numbers},
    {"map: keys are copies", test_map_owns_keys},
    {"map: a million keys", test_map_million},
    {"map: the hash looks at every bit and the length", test_map_hash},
    {"map: the hash differs between processes", test_map_seed},
};

int main(int argc, char **argv)
{
    program = argv[0];
    if (argc == 2 && strcmp(argv[1], PRINT_HASH) == 0) {
        printf("%016" PRIx64, map_hash("Poland", 6));
        return 0;
    }
    return TAP_RUN("base", cases);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* base/fingerprint, and base/input with files larger than it hashes whole:
 * what is said to be hashed is what was hashed. */
#include <config.h>

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/fingerprint.h"
#include "base/mem.h"
#include "scratch.h"
#include "tap.h"
#include "whole.h"

#define LARGEST (40 * MEBI)
#define CHUNK ((size_t)128 * 1024)

static unsigned char *bytes;

static void fill(void)
{
    uint64_t state = 88172645463325252u;
    bytes = mem_alloc(LARGEST, 1);
    for (size_t i = 0; i < LARGEST; i += sizeof state) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        memcpy(bytes + i, &state, sizeof state);
    }
}

/* The same, from the definition. */
static void hash_part(size_t len, enum hashed hashed, char text[DIGEST_TEXT])
{
    struct digest digest;
    digest_init(&digest);
    digest_add(&digest, bytes, hashed == HASHED_WHOLE ? len : MEBI);
    if (hashed == HASHED_ENDS)
        digest_add(&digest, bytes + len - MEBI, MEBI);
    digest_text(&digest, text);
}

static void check_text(enum hashed actual, const char *text, size_t len,
                       enum hashed hashed)
{
    char expected[DIGEST_TEXT];
    hash_part(len, hashed, expected);
    CHECK_TEXT(hashed_words(actual), hashed_words(hashed));
    CHECK_TEXT(text, expected);
}

static void check(size_t len, size_t step, uint64_t expected, bool all,
                  enum hashed hashed)
{
    struct fingerprint print;
    char text[DIGEST_TEXT];
    fingerprint_init(&print, expected, all);
    for (size_t at = 0; at < len; at += step)
        fingerprint_add(&print, bytes + at, len - at < step ? len - at : step);
    CU_ASSERT_EQUAL(print.passed, len);
    check_text(fingerprint_text(&print, text), text, len, hashed);
    check_text(fingerprint_text(&print, text), text, len, hashed);
    fingerprint_done(&print);
}

static void test_sizes(void)
{
    static const size_t sizes[] = {0,         1,
                                   MEBI - 1,  MEBI,
                                   MEBI + 1,  16 * MEBI - 1,
                                   16 * MEBI, 16 * MEBI + 1,
                                   17 * MEBI, 33 * MEBI + 12345};
    static const size_t steps[] = {65521, CHUNK, MEBI, 3 * MEBI + 1, LARGEST};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        size_t len = sizes[i];
        enum hashed hashed = len > 16 * MEBI ? HASHED_ENDS : HASHED_WHOLE;
        for (size_t j = 0; j < sizeof steps / sizeof *steps; j++) {
            check(len, steps[j], len, false, hashed);
            check(len, steps[j], 0, false, hashed);
            check(len, steps[j], len, true, HASHED_WHOLE);
        }
    }
}

/* Other files than were expected. */
static void test_surprises(void)
{
    check(20 * MEBI, CHUNK, 10 * MEBI, false, HASHED_ENDS);
    check(33 * MEBI, CHUNK, 17 * MEBI + 5, false, HASHED_ENDS);
    check(17 * MEBI + 7, CHUNK, 17 * MEBI, false, HASHED_ENDS);
    check(17 * MEBI - 1, CHUNK, 17 * MEBI, false, HASHED_START);
    check(16 * MEBI + 1, CHUNK, 33 * MEBI, false, HASHED_START);
    check(2 * MEBI, CHUNK, 33 * MEBI, false, HASHED_START);
    check(MEBI + 1, CHUNK, 33 * MEBI, false, HASHED_START);
    check(MEBI, CHUNK, 33 * MEBI, false, HASHED_WHOLE);
    check(5, CHUNK, 33 * MEBI, false, HASHED_WHOLE);
    check(0, CHUNK, 33 * MEBI, false, HASHED_WHOLE);
}

/* Reads to the end; `half_way` is called once in the middle. */
static void check_input(const char *name, size_t len, uint64_t total, bool all,
                        enum hashed hashed, void (*half_way)(void))
{
    struct err err = {0};
    struct input *input = input_open(name, whole_unlimited, &err);
    char *block = mem_alloc(CHUNK, 1);
    char text[DIGEST_TEXT];
    size_t got = 1;
    if (all)
        input_hash_all(input);
    CU_ASSERT_EQUAL(input_total(input), total);
    while (got > 0 && input_read(input, block, CHUNK, &got, &err)) {
        if (half_way && input_stored_size(input) > 10 * MEBI) {
            half_way();
            half_way = NULL;
        }
    }
    CHECK_TEXT(err.text, "");
    CU_ASSERT_EQUAL(input_stored_size(input), len);
    check_text(input_sha256(input, text), text, len, hashed);
    input_close(input);
    mem_free(block);
}

static int stdin_from(int descriptor)
{
    int saved = dup(STDIN_FILENO);
    dup2(descriptor, STDIN_FILENO);
    close(descriptor);
    return saved;
}

static void stdin_back(int saved)
{
    dup2(saved, STDIN_FILENO);
    close(saved);
}

/* One file by its name, as standard input and through a pipe. */
static void test_three_ways(void)
{
    size_t len = 18 * MEBI + 321;
    int ends[2];
    scratch_enter();
    scratch_write("f", bytes, len);
    check_input("f", len, len, false, HASHED_ENDS, NULL);
    check_input("f", len, len, true, HASHED_WHOLE, NULL);
    int saved = stdin_from(open("f", O_RDONLY));
    check_input("-", len, len, false, HASHED_ENDS, NULL);
    stdin_back(saved);

    CU_ASSERT_FATAL(pipe(ends) == 0);
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        for (size_t at = 0; at < len;) {
            ssize_t put = write(ends[1], bytes + at, len - at);
            at += put > 0 ? (size_t)put : len;
        }
        _exit(0);
    }
    close(ends[1]);
    saved = stdin_from(ends[0]);
    check_input("-", len, 0, false, HASHED_ENDS, NULL);
    stdin_back(saved);
    waitpid(child, NULL, 0);
    scratch_leave();
}

/* Somebody has read the beginning: ours begins where that ended. */
static void test_offset(void)
{
    size_t len = 17 * MEBI;
    scratch_enter();
    int file = open("f", O_RDWR | O_CREAT, 0600);
    CU_ASSERT(write(file, "12345", 5) == 5);
    CU_ASSERT(write(file, bytes, len) == (ssize_t)len);
    lseek(file, 5, SEEK_SET);
    int saved = stdin_from(file);
    check_input("-", len, len, false, HASHED_ENDS, NULL);
    lseek(STDIN_FILENO, (off_t)len + 500, SEEK_SET);
    check_input("-", 0, 0, false, HASHED_WHOLE, NULL);
    stdin_back(saved);
    scratch_leave();
}

static void shrink(void)
{
    CU_ASSERT(truncate("f", 12 * (off_t)MEBI) == 0);
}

static void grow(void)
{
    int file = open("f", O_WRONLY | O_APPEND);
    CU_ASSERT(write(file, bytes + 18 * MEBI, MEBI) == (ssize_t)MEBI);
    close(file);
}

static void test_changing(void)
{
    scratch_enter();
    scratch_write("f", bytes, 18 * MEBI);
    check_input("f", 19 * MEBI, 18 * MEBI, false, HASHED_ENDS, grow);
    scratch_write("f", bytes, 18 * MEBI);
    check_input("f", 12 * MEBI, 18 * MEBI, false, HASHED_START, shrink);
    scratch_write("f", bytes, 18 * MEBI);
    check_input("f", 12 * MEBI, 18 * MEBI, true, HASHED_WHOLE, shrink);
    scratch_leave();
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"whole up to 16 MiB, then the ends, in blocks of all sizes",
         test_sizes},
        {"more or fewer bytes than were expected", test_surprises},
        {"a file, standard input and a pipe have one fingerprint",
         test_three_ways},
        {"standard input that was read from before", test_offset},
        {"a file that grows or shrinks while it is read", test_changing},
    };

    fill();
    int status = TAP_RUN("fingerprint", cases);
    mem_free(bytes);
    return status;
}

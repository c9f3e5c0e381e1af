/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd/words: the words of reading, to their edges. The others are seen by
 * tests/cli. */
#include <config.h>

#include <stdint.h>
#include <string.h>

#include "base/crew.h"
#include "cmd/words.h"
#include "tap.h"

#define KIBI ((size_t)1024)

static void test_sizes(void)
{
    static const struct {
        const char *word;
        size_t bytes;
    } good[] = {
        {"1M", KIBI * KIBI},
        {"1m", KIBI * KIBI},
        {"512M", 512 * KIBI * KIBI},
        {"2G", 2 * KIBI * KIBI * KIBI},
        {"1024K", KIBI * KIBI},
        {"1048576", KIBI * KIBI},
        {"01048577", KIBI * KIBI + 1},
        {"17179869183G", (SIZE_MAX >> 30) << 30},
        {"18446744073709551615", SIZE_MAX},
    };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        struct err err = {0};
        size_t bytes = 0;
        CU_ASSERT(words_size(str_from(good[i].word), "--x", &bytes, &err));
        CU_ASSERT_EQUAL(bytes, good[i].bytes);
    }
}

static void test_bad_sizes(void)
{
    static const char *const bad[] = {
        "",      "M",     "12X",   "-1",           "-1M",
        "0",     "0G",    "1023K", "1048575",      "1.5G",
        " 2G",   "2G ",   "2GB",   "2MM",          "0x10M",
        "1e9",   "+5M",   "5 M",   "17179869184G", "18446744073709551616",
        "5\xff", "2\x0b", "2\r",   "M2",           "99999999999999999999999G",
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct err err = {0};
        size_t bytes = 77;
        CU_ASSERT_FALSE(words_size(str_from(bad[i]), "--x", &bytes, &err));
        CU_ASSERT_EQUAL(bytes, 77);
        CU_ASSERT_EQUAL(err.kind, ERR_REQUEST);
        CU_ASSERT_PTR_NOT_NULL(
            strstr(err.text, "write a size of 1M or more, as 512M or 2G"));
    }
    /* A NUL is no unit. */
    struct err err = {0};
    size_t bytes;
    CU_ASSERT_FALSE(
        words_size((struct str){"5000000\0", 8}, "--x", &bytes, &err));
}

static void test_threads(void)
{
    static const char *const bad[] = {"", "0", "-1", "257", "2x", "1.0", "all"};
    struct err err = {0};
    unsigned threads = 0;
    CU_ASSERT(words_threads(STR("1"), &threads, &err) && threads == 1);
    CU_ASSERT(words_threads(STR("256"), &threads, &err) &&
              threads == CREW_MOST);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        err = (struct err){0};
        CU_ASSERT_FALSE(words_threads(str_from(bad[i]), &threads, &err));
        CU_ASSERT_PTR_NOT_NULL(
            strstr(err.text, "write a whole number from 1 to 256"));
    }
    CU_ASSERT_EQUAL(threads, CREW_MOST);
}

static void test_provenance(void)
{
    struct err err = {0};
    bool all = false;
    CU_ASSERT(words_provenance(STR("full"), &all, &err) && all);
    CU_ASSERT(words_provenance(STR("Partial"), &all, &err) && !all);
    CU_ASSERT_FALSE(words_provenance(STR("ful"), &all, &err));
    CHECK_TEXT(err.text,
               "--provenance 'ful': did you mean full? (full or partial)");
    CU_ASSERT_FALSE(all);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"sizes in bytes, K, M and G", test_sizes},
        {"what is no size", test_bad_sizes},
        {"numbers of threads", test_threads},
        {"how much is hashed", test_provenance},
    };

    return TAP_RUN("words", cases);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written for each kind of processor, against loops over single bytes
 * and bits. */
#include <config.h>

#include <stdint.h>
#include <string.h>

#include "csv/cpu.h"
#include "csv/glance.h"
#include "tap.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

struct seen {
    uint64_t equal, parity;
    uint32_t list[2 * 64 + 8];
    size_t count;
};

static ALWAYS_INLINE size_t look(const struct cpu cpu, struct seen *seen,
                                 const char *bytes, char c, uint32_t base)
{
    seen->equal = cpu.equal(bytes, c);
    seen->parity = cpu.parity(seen->equal);
    uint32_t *end = cpu.list(seen->list, seen->equal, base, 8);
    end = cpu.list(end, seen->equal, base + 64, 4);
    seen->count = (size_t)(end - seen->list);
    return seen->count;
}

CPU_COMPILE(size_t, look,
            (struct seen * seen, const char *bytes, char c, uint32_t base),
            seen, bytes, c, base)

/* By loops that anybody can read. */
static void look_slowly(struct seen *seen, const char *bytes, char c,
                        uint32_t base)
{
    bool odd = false;

    *seen = (struct seen){0};
    for (unsigned i = 0; i < 64; i++) {
        uint64_t is = bytes[i] == c;
        odd ^= is;
        seen->equal |= is << i;
        seen->parity |= (uint64_t)odd << i;
        if (is)
            seen->list[seen->count++] = base + i;
    }
    for (size_t i = 0, count = seen->count; i < count; i++)
        seen->list[seen->count++] = seen->list[i] + 64;
}

static bool same(const struct seen *a, const struct seen *b)
{
    return a->equal == b->equal && a->parity == b->parity &&
           a->count == b->count &&
           memcmp(a->list, b->list, a->count * sizeof(a->list[0])) == 0;
}

static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

/* 64 bytes of which each is `c` in so many of a hundred cases. */
static void fill(char *bytes, char c, uint64_t percent, uint64_t *state)
{
    for (size_t i = 0; i < 64; i++) {
        uint64_t n = next_random(state);
        bytes[i] = n % 100 < percent ? c : (char)(n >> 8);
    }
}

static void test_groups(void)
{
    static const char wanted[] = {'"', '\n', ',', 0, 1, 0x7F, (char)0x80, -1};
    uint64_t state = 20240501;
    size_t differ = 0;

    for (int n = 0; n < 40000; n++) {
        char bytes[65], c = wanted[n % 8];
        struct seen expected, seen;
        /* At any alignment. */
        char *at = bytes + n % 2;
        fill(at, c, (uint64_t)n % 101, &state);
        uint32_t base = (uint32_t)next_random(&state) & 0xFFFFFF;
        look_slowly(&expected, at, c, base);
        look_any(&seen, at, c, base);
        differ += !same(&seen, &expected);
        /* What other processors have instead. */
        differ += cpu_equal_any(at, c) != expected.equal;
#ifdef CPU_HAS_AVX2
        if (CPU_HAS_AVX2) {
            look_avx2(&seen, at, c, base);
            differ += !same(&seen, &expected);
        }
        if (CPU_HAS_AVX512) {
            look_avx512(&seen, at, c, base);
            differ += !same(&seen, &expected);
        }
#endif
    }
    CU_ASSERT_EQUAL(differ, 0);
}

/* Every special byte at every place of texts of every length. */
static void test_glance(void)
{
    static const unsigned char special[] = {0,   '\r', '\n', '"',
                                            'x', 0x7F, 0x80, 0xFF};
    char bytes[150];
    size_t differ = 0;

    for (size_t len = 0; len < sizeof(bytes); len++)
        for (size_t n = 0; n < COUNT(special) * len; n++) {
            unsigned char c = special[n % COUNT(special)];
            struct glance seen = {0};
            memset(bytes, 'y', len);
            bytes[n / COUNT(special)] = (char)c;
            glance_add(&seen, (struct str){bytes, len}, '"');
            differ += seen.foreign != (c == 0 || c >= 0x80);
            differ += seen.crs != (c == '\r');
            differ += seen.marked != (c == '"');
            differ += seen.ends.count != (c == '\r' || c == '\n');
        }
    CU_ASSERT_EQUAL(differ, 0);
}

/* Line ends of a text that is looked at in two parts, against one. */
static void test_glance_in_parts(void)
{
    uint64_t state = 20240502;
    char bytes[20000];

    for (int n = 0; n < 300; n++) {
        struct glance whole = {0}, parts = {0};
        size_t len = next_random(&state) % sizeof(bytes), ends = 0;
        for (size_t i = 0; i < len; i++) {
            bytes[i] = "\n\r,a"[next_random(&state) % (n % 2 ? 4 : 1)];
            ends += bytes[i] == '\r' ||
                    (bytes[i] == '\n' && (i == 0 || bytes[i - 1] != '\r'));
        }
        size_t cut = len > 0 ? next_random(&state) % len : 0;
        glance_add(&whole, (struct str){bytes, len}, 0);
        glance_add(&parts, (struct str){bytes, cut}, 0);
        struct glance next = {.ends.last = parts.ends.last};
        glance_add(&next, (struct str){bytes + cut, len - cut}, 0);
        glance_join(&parts, next);
        CU_ASSERT_EQUAL(whole.ends.count, ends);
        CU_ASSERT_EQUAL(parts.ends.count, ends);
        CU_ASSERT(!whole.marked && whole.crs == parts.crs);
    }
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"groups of 64 bytes", test_groups},
        {"a glance", test_glance},
        {"a glance in parts", test_glance_in_parts},
    };
    return TAP_RUN("csv cpu", cases);
}

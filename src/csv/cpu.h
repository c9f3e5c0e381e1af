/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 64 bytes as the bits of a word: bit i tells of byte i. Each loop over bytes
 * is written once, as an inline function of a struct cpu, and compiled for any
 * processor and, on x86-64, also for those with AVX2 and with AVX-512. */
#ifndef CSV_CPU_H
#define CSV_CPU_H

#include <stdint.h>
#include <string.h>

#define ALWAYS_INLINE inline __attribute__((always_inline))

struct cpu {
    /* Which of 64 bytes are c. */
    uint64_t (*equal)(const char *bytes, char c);
    /* Writes base + i for every bit i that is set and returns where the next
     * may be written. Up to 64 are written whatever the bits are, the surplus
     * to be overwritten; `few`: how many there are usually, 4 or 8. */
    uint32_t *(*list)(uint32_t *out, uint64_t bits, uint32_t base, int few);
    /* Bit i: an odd number of the bits 0 to i are set. */
    uint64_t (*parity)(uint64_t bits);
};

/* 0x80 in every byte that is zero, exactly; then the high bits drawn together
 * by a product in which no two of them meet. */
static ALWAYS_INLINE uint64_t cpu_equal_any(const char *bytes, char c)
{
    const uint64_t low = UINT64_MAX / 255 * 0x7F;
    uint64_t bits = 0;

    for (unsigned i = 0; i < 64; i += 8) {
        uint64_t eight;
        memcpy(&eight, bytes + i, sizeof(eight));
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
        eight = __builtin_bswap64(eight);
#endif
        eight ^= UINT64_MAX / 255 * (unsigned char)c;
        uint64_t zero = ~(((eight & low) + low) | eight | low);
        bits |= (zero >> 7) * 0x0102040810204080 >> 56 << i;
    }
    return bits;
}

static ALWAYS_INLINE unsigned cpu_count_any(uint64_t bits)
{
    bits -= bits >> 1 & 0x5555555555555555;
    bits = (bits & 0x3333333333333333) + (bits >> 2 & 0x3333333333333333);
    bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0F;
    return (unsigned)(bits * 0x0101010101010101 >> 56);
}

static ALWAYS_INLINE uint32_t *cpu_list_any(uint32_t *out, uint64_t bits,
                                            uint32_t base, int few)
{
    uint32_t *end = out + cpu_count_any(bits);

    do {
#pragma GCC unroll 8
        for (int i = 0; i < few; i++) {
            uint64_t some = bits | (uint64_t)1 << 63;
            *out++ = base + (uint32_t)__builtin_ctzll(some);
            bits &= bits - 1;
        }
    } while (bits);
    return end;
}

static ALWAYS_INLINE uint64_t cpu_parity_any(uint64_t bits)
{
    for (unsigned shift = 1; shift < 64; shift *= 2)
        bits ^= bits << shift;
    return bits;
}

#ifdef __x86_64__
#include <immintrin.h>

static ALWAYS_INLINE uint64_t cpu_equal_sse2(const char *bytes, char c)
{
    __m128i all = _mm_set1_epi8(c);
    uint64_t bits = 0;

    for (unsigned i = 0; i < 64; i += 16) {
        __m128i some = _mm_loadu_si128((const __m128i *)(bytes + i));
        int equal = _mm_movemask_epi8(_mm_cmpeq_epi8(some, all));
        bits |= (uint64_t)(unsigned)equal << i;
    }
    return bits;
}

#define CPU_AVX2 __attribute__((target("avx2,bmi,pclmul,popcnt")))

static ALWAYS_INLINE CPU_AVX2 uint64_t cpu_equal_avx2(const char *bytes, char c)
{
    __m256i all = _mm256_set1_epi8(c);
    uint64_t bits = 0;

    for (unsigned i = 0; i < 64; i += 32) {
        __m256i some = _mm256_loadu_si256((const __m256i *)(bytes + i));
        int equal = _mm256_movemask_epi8(_mm256_cmpeq_epi8(some, all));
        bits |= (uint64_t)(unsigned)equal << i;
    }
    return bits;
}

static ALWAYS_INLINE CPU_AVX2 uint32_t *
cpu_list_avx2(uint32_t *out, uint64_t bits, uint32_t base, int few)
{
    uint32_t *end = out + _mm_popcnt_u64(bits);

    do {
#pragma GCC unroll 8
        for (int i = 0; i < few; i++) {
            *out++ = base + (uint32_t)_tzcnt_u64(bits);
            bits &= bits - 1;
        }
    } while (bits);
    return end;
}

/* A product without carries by all ones adds up all bits below each. */
static ALWAYS_INLINE CPU_AVX2 uint64_t cpu_parity_avx2(uint64_t bits)
{
    __m128i product = _mm_clmulepi64_si128(_mm_cvtsi64_si128((long long)bits),
                                           _mm_set1_epi8((char)0xFF), 0);

    return (uint64_t)_mm_cvtsi128_si64(product);
}

#define CPU_AVX512  \
    __attribute__(( \
        target("avx512f,avx512bw,avx512vbmi2,avx2,bmi,pclmul,popcnt")))

static ALWAYS_INLINE CPU_AVX512 uint64_t cpu_equal_avx512(const char *bytes,
                                                          char c)
{
    return _mm512_cmpeq_epi8_mask(_mm512_loadu_si512(bytes),
                                  _mm512_set1_epi8(c));
}

static ALWAYS_INLINE CPU_AVX512 uint32_t *
cpu_list_avx512(uint32_t *out, uint64_t bits, uint32_t base, int few)
{
    static const unsigned char numbers[64] = {
        0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15,
        16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
        32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47,
        48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63,
    };
    unsigned char listed[64];
    uint32_t *end = out + _mm_popcnt_u64(bits);
    __m512i all = _mm512_maskz_compress_epi8(bits, _mm512_loadu_si512(numbers));
    __m512i bases = _mm512_set1_epi32((int)base);
    __m512i some = _mm512_cvtepu8_epi32(_mm512_castsi512_si128(all));

    (void)few;
    _mm512_storeu_si512(out, _mm512_add_epi32(some, bases));
    if (__builtin_expect(end - out > 16, 0)) {
        _mm512_storeu_si512(listed, all);
        for (int i = 16; i < 64; i += 16) {
            __m128i next = _mm_loadu_si128((const __m128i *)(listed + i));
            some = _mm512_cvtepu8_epi32(next);
            _mm512_storeu_si512(out + i, _mm512_add_epi32(some, bases));
        }
    }
    return end;
}

#define CPU_HAS_AVX2                                                    \
    (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && \
     __builtin_cpu_supports("pclmul") && __builtin_cpu_supports("popcnt"))
#define CPU_HAS_AVX512                                     \
    (CPU_HAS_AVX2 && __builtin_cpu_supports("avx512bw") && \
     __builtin_cpu_supports("avx512vbmi2"))
#define CPU_CHOOSE(name) \
    (CPU_HAS_AVX512 ? name##_avx512 : CPU_HAS_AVX2 ? name##_avx2 : name##_any)

/* A function for each kind of processor that calls `name` with its struct cpu
 * and the arguments given last. */
#define CPU_COMPILE(result, name, parameters, ...)                            \
    static CPU_AVX512 result name##_avx512 parameters                         \
    {                                                                         \
        return name(                                                          \
            (struct cpu){cpu_equal_avx512, cpu_list_avx512, cpu_parity_avx2}, \
            __VA_ARGS__);                                                     \
    }                                                                         \
    static CPU_AVX2 result name##_avx2 parameters                             \
    {                                                                         \
        return name(                                                          \
            (struct cpu){cpu_equal_avx2, cpu_list_avx2, cpu_parity_avx2},     \
            __VA_ARGS__);                                                     \
    }                                                                         \
    static result name##_any parameters                                       \
    {                                                                         \
        return name(                                                          \
            (struct cpu){cpu_equal_sse2, cpu_list_any, cpu_parity_any},       \
            __VA_ARGS__);                                                     \
    }
#else
#define CPU_CHOOSE(name) name##_any
#define CPU_COMPILE(result, name, parameters, ...)                             \
    static result name##_any parameters                                        \
    {                                                                          \
        return name((struct cpu){cpu_equal_any, cpu_list_any, cpu_parity_any}, \
                    __VA_ARGS__);                                              \
    }
#endif

#endif

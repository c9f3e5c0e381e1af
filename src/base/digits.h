/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Digits of short texts, all at once: what nearly every cell with a number is,
 * read without a loop. Eight bytes from the beginning of the text on must be
 * readable, whatever they are. */
#ifndef BASE_DIGITS_H
#define BASE_DIGITS_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/str.h"

#define DIGITS_ZEROS 0x3030303030303030u
#define DIGITS_HIGHS 0x8080808080808080u

/* Eight bytes, the first one lowest. */
static inline uint64_t digits_load(const char *at)
{
    uint64_t word;
    memcpy(&word, at, sizeof(word));
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

/* The bytes of a text of 1 to 8, so that the last one is highest and zeros
 * stand before the first. */
static inline uint64_t digits_load_end(struct str text)
{
    return digits_load(text.ptr) << (64 - 8 * (unsigned)text.len);
}

/* Whether all eight bytes, less '0', are below 10. */
static inline bool digits_sound(uint64_t less_zeros)
{
    return ((((less_zeros & ~DIGITS_HIGHS) + 0x7676767676767676u) |
             less_zeros) &
            DIGITS_HIGHS) == 0;
}

/* The number that eight digits (less '0') make. */
static inline uint64_t digits_value(uint64_t less_zeros)
{
    uint64_t pairs = less_zeros * 10 + (less_zeros >> 8);
    return (((pairs & 0x000000FF000000FFu) * 0x000F424000000064u) +
            (((pairs >> 16) & 0x000000FF000000FFu) * 0x0000271000000001u)) >>
           32;
}

/* 1 to 8 digits. */
static inline bool digits_parse(struct str text, uint32_t *value)
{
    if (text.len == 0 || text.len > 8)
        return false;
    uint64_t filled = text.len == 8 ? 0 : DIGITS_ZEROS >> 8 * text.len;
    uint64_t word = (digits_load_end(text) | filled) ^ DIGITS_ZEROS;
    if (!digits_sound(word))
        return false;
    *value = (uint32_t)digits_value(word);
    return true;
}

/* Four digits. */
static inline bool digits_parse_four(struct str text, uint32_t *value)
{
    uint32_t word = (uint32_t)digits_load(text.ptr) ^ (uint32_t)DIGITS_ZEROS;
    uint32_t pairs = word * 10 + (word >> 8);
    *value = (pairs & 0xFF) * 100 + (pairs >> 16 & 0xFF);
    return text.len == 4 && (((word + 0x76767676) | word) & 0x80808080) == 0;
}

/* The byte of the first mark, counted in bits; 64: there is none. */
static inline unsigned digits_find(uint64_t word, char mark)
{
    uint64_t marks = word ^ (unsigned char)mark * (uint64_t)0x0101010101010101u;
    uint64_t found = (marks - 0x0101010101010101u) & ~marks & DIGITS_HIGHS;
    return found ? (unsigned)__builtin_ctzll(found) & ~7u : 64;
}

/* The word without the byte that stands at that bit: what comes before moves
 * up by one, and `filler` comes lowest. */
static inline uint64_t digits_close(uint64_t word, unsigned bit,
                                    uint64_t filler)
{
    uint64_t before = word & (((uint64_t)1 << bit) - 1);
    uint64_t behind = word >> bit >> 8 << bit << 8;
    return behind | before << 8 | filler;
}

/* Zeros for the bytes before a text of so many bytes in a word. */
static inline uint64_t digits_before(unsigned len)
{
    return len == 8 ? 0 : DIGITS_ZEROS >> 8 * len;
}

/* Millionths in a unit of the last of eight bytes, by the byte that the mark
 * is (8: there is none); 0: more than six decimals. */
static const int64_t digits_powers[] = {0,     1,      10,      100,    1000,
                                        10000, 100000, 1000000, 1000000};

/* Up to 8 digits with at most one mark among them, as a whole number, and the
 * byte that the mark is, as above. */
static inline bool digits_parse_short(struct str text, char mark,
                                      uint64_t *units, unsigned *place)
{
    unsigned len = (unsigned)text.len;
    if (text.len - 1 > 7)
        return false;
    uint64_t low = digits_load_end(text) | digits_before(len);
    unsigned bit = digits_find(low, mark);
    if (bit < 64)
        low = digits_close(low, bit, '0');
    low ^= DIGITS_ZEROS;
    *units = digits_value(low);
    *place = bit / 8;
    return digits_sound(low) && (bit == 64 || len > 1);
}

/* 9 to 16 digits with at most one mark among the last eight bytes. */
static inline bool digits_parse_long(struct str text, char mark,
                                     uint64_t *units, unsigned *place)
{
    unsigned len = (unsigned)text.len;
    if (text.len - 9 > 7)
        return false;
    uint64_t high =
        digits_load(text.ptr) << 8 * (16 - len) | digits_before(len - 8);
    uint64_t low = digits_load(text.ptr + len - 8);
    unsigned bit = digits_find(low, mark);
    if (bit < 64) {
        low = digits_close(low, bit, high >> 56);
        high = high << 8 | '0';
    }
    low ^= DIGITS_ZEROS;
    high ^= DIGITS_ZEROS;
    *units = digits_value(high) * 100000000 + digits_value(low);
    *place = bit / 8;
    return digits_sound(low) && digits_sound(high);
}

/* Up to 16 digits with at most one mark among them and no more than six
 * behind it, in millionths; false also for what does not fit 64 bits. */
static inline bool digits_parse_decimal(struct str text, char mark,
                                        int64_t *millionths)
{
    uint64_t units;
    unsigned place;
    return (digits_parse_short(text, mark, &units, &place) ||
            digits_parse_long(text, mark, &units, &place)) &&
           digits_powers[place] != 0 &&
           !__builtin_mul_overflow((int64_t)units, digits_powers[place],
                                   millionths);
}

#endif

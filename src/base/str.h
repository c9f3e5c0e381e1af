/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that somebody else owns: a pointer and a length, not terminated.
 * Comparison is by bytes; folding is ASCII only and never asks the locale. */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct str {
    const char *ptr;
    size_t len;
};

/* printf("%.*s", STR_ARG(text)); evaluates text twice. */
#define STR_ARG(text) (int)(text).len, (text).ptr
#define STR(literal) ((struct str){"" literal, sizeof(literal) - 1})

static inline struct str str_from(const char *text)
{
    return (struct str){text, strlen(text)};
}

static inline bool str_eq(struct str a, struct str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static inline struct str str_skip(struct str text, size_t n)
{
    return (struct str){text.ptr + n, text.len - n};
}

/* <0, 0, >0 by unsigned bytes, shorter first. The order of every listing. */
int str_cmp(struct str a, struct str b);

/* Equality after ASCII case folding. */
bool str_eq_fold(struct str a, struct str b);

bool str_starts(struct str text, struct str prefix);
bool str_ends(struct str text, struct str suffix);

/* Without blanks and tabs (and U+00A0) at both ends. */
struct str str_trim(struct str text);

/* Cuts *rest at the first `mark`: returns what stands before it and leaves in
 * *rest what follows; without a mark returns all and leaves *rest empty with
 * a null pointer, so `while (rest.ptr)` visits every piece. */
struct str str_cut(struct str *rest, char mark);

/* Position of the first `needle`, or -1. An empty needle is at 0. */
ptrdiff_t str_find(struct str text, struct str needle);

/* Decimal digits only, no sign, no blanks; false when empty or > limit. */
bool str_to_uint(struct str text, unsigned long limit, unsigned long *value);

/* Glob with `*` for any run of bytes, ASCII case folded. */
bool str_matches(struct str text, struct str pattern);

/* Edit distance with neighbouring swaps (optimal string alignment), ASCII
 * case folded; texts over 64 bytes are compared by their first 64. */
size_t str_distance(struct str a, struct str b);

#endif

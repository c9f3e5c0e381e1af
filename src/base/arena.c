/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/arena.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_ONE_BLOCK_EACH 1
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define ARENA_ONE_BLOCK_EACH 1
#endif
#ifndef ARENA_ONE_BLOCK_EACH
#define ARENA_ONE_BLOCK_EACH 0
#endif

#define FIRST_BLOCK ((size_t)4096)
#define LARGEST_BLOCK ((size_t)1 << 20)

struct arena_block {
    struct arena_block *older;
    size_t size;
    _Alignas(max_align_t) char bytes[];
};

void arena_init(struct arena *arena)
{
    *arena = (struct arena){0};
}

void arena_done(struct arena *arena)
{
    struct arena_block *block = arena->newest;
    while (block) {
        struct arena_block *older = block->older;
        mem_free(block);
        block = older;
    }
    arena_init(arena);
}

static struct arena_block *block_new(size_t size, struct arena_block *older)
{
    if (size > PTRDIFF_MAX - sizeof(struct arena_block))
        mem_exhausted();
    struct arena_block *block = mem_alloc(1, sizeof(struct arena_block) + size);
    block->older = older;
    block->size = size;
    return block;
}

/* A block for one large request goes behind the newest, whose room is then
 * still used. */
static void *take_apart(struct arena *arena, size_t bytes)
{
    struct arena_block *newest = arena->newest;
    if (!newest) {
        arena->newest = block_new(bytes, NULL);
        arena->used = bytes;
        return arena->newest->bytes;
    }
    newest->older = block_new(bytes, newest->older);
    return newest->older->bytes;
}

static void *take(struct arena *arena, size_t bytes, size_t align)
{
    struct arena_block *newest = arena->newest;
    size_t start = (arena->used + align - 1) / align * align;
    if (!ARENA_ONE_BLOCK_EACH && newest && start <= newest->size &&
        bytes <= newest->size - start) {
        arena->used = start + bytes;
        return newest->bytes + start;
    }
    size_t size = newest ? newest->size * 2 : FIRST_BLOCK;
    if (size > LARGEST_BLOCK)
        size = LARGEST_BLOCK;
    if (ARENA_ONE_BLOCK_EACH || bytes > size / 4)
        return take_apart(arena, bytes);
    arena->newest = block_new(size, newest);
    arena->used = bytes;
    return arena->newest->bytes;
}

void *arena_alloc(struct arena *arena, size_t count, size_t size)
{
    size_t bytes = mem_product(count, size);
    return take(arena, bytes ? bytes : 1, _Alignof(max_align_t));
}

struct str arena_str(struct arena *arena, struct str text)
{
    assert(text.len < PTRDIFF_MAX);
    char *copy = take(arena, text.len + 1, 1);
    if (text.len > 0)
        memcpy(copy, text.ptr, text.len);
    return (struct str){copy, text.len};
}

const char *arena_vprintf(struct arena *arena, const char *format,
                          va_list values)
{
    va_list again;
    va_copy(again, values);
    int len = vsnprintf(NULL, 0, format, values);
    if (len < 0) /* past INT_MAX */
        mem_exhausted();
    char *text = take(arena, (size_t)len + 1, 1);
    vsnprintf(text, (size_t)len + 1, format, again);
    va_end(again);
    return text;
}

const char *arena_printf(struct arena *arena, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    const char *text = arena_vprintf(arena, format, values);
    va_end(values);
    return text;
}

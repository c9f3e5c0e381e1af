/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/mem.h"

#include <malloc.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

static void (*on_end)(enum mem_end reason);
static size_t limit = SIZE_MAX;
static atomic_size_t in_use;

void mem_on_end(void (*handler)(enum mem_end reason))
{
    on_end = handler;
}

_Noreturn static void end(enum mem_end reason)
{
    if (on_end)
        on_end(reason);
    abort();
}

_Noreturn void mem_exhausted(void)
{
    end(MEM_EXHAUSTED);
}

void mem_set_limit(size_t bytes)
{
    limit = bytes;
}

size_t mem_in_use(void)
{
    return atomic_load_explicit(&in_use, memory_order_relaxed);
}

bool mem_allows(size_t more)
{
    size_t used = mem_in_use();
    return used <= limit && more <= limit - used;
}

size_t mem_of_machine(void)
{
    long pages = sysconf(_SC_PHYS_PAGES);
    long page = sysconf(_SC_PAGESIZE);
    size_t bytes;
    return pages > 0 && page > 0 && !__builtin_mul_overflow(pages, page, &bytes)
               ? bytes
               : SIZE_MAX;
}

size_t mem_product(size_t count, size_t size)
{
    size_t bytes;
    /* No object is larger than PTRDIFF_MAX, or pointers into it could not be
     * subtracted. */
    if (__builtin_mul_overflow(count, size, &bytes) || bytes > PTRDIFF_MAX)
        mem_exhausted();
    return bytes;
}

static void *counted(void *ptr)
{
    if (!ptr)
        mem_exhausted();
    atomic_fetch_add_explicit(&in_use, malloc_usable_size(ptr),
                              memory_order_relaxed);
    return ptr;
}

static void forget(size_t bytes)
{
    atomic_fetch_sub_explicit(&in_use, bytes, memory_order_relaxed);
}

void *mem_alloc(size_t count, size_t size)
{
    size_t bytes = mem_product(count, size);
    if (!mem_allows(bytes))
        end(MEM_LIMIT);
    return counted(calloc(1, bytes ? bytes : 1));
}

void *mem_resize(void *ptr, size_t count, size_t size)
{
    size_t bytes = mem_product(count, size);
    size_t before = malloc_usable_size(ptr); /* 0 for null */
    if (bytes > before && !mem_allows(bytes - before))
        end(MEM_LIMIT);
    /* realloc() of 0 bytes may free and return null. */
    void *resized = counted(realloc(ptr, bytes ? bytes : 1));
    forget(before);
    return resized;
}

void mem_free(void *ptr)
{
    forget(malloc_usable_size(ptr));
    free(ptr);
}

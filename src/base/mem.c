/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/mem.h"

#include <stdint.h>
#include <stdlib.h>

static void (*on_exhaustion)(void);

void mem_on_exhaustion(void (*handler)(void))
{
    on_exhaustion = handler;
}

_Noreturn void mem_exhausted(void)
{
    if (on_exhaustion)
        on_exhaustion();
    abort();
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

void *mem_alloc(size_t count, size_t size)
{
    size_t bytes = mem_product(count, size);
    void *ptr = calloc(1, bytes ? bytes : 1);
    if (!ptr)
        mem_exhausted();
    return ptr;
}

void *mem_resize(void *ptr, size_t count, size_t size)
{
    size_t bytes = mem_product(count, size);
    /* realloc() of 0 bytes may free and return null. */
    void *resized = realloc(ptr, bytes ? bytes : 1);
    if (!resized)
        mem_exhausted();
    return resized;
}

void mem_free(void *ptr)
{
    free(ptr);
}

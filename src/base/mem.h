/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Heap memory that never comes back null. Running out is not an error that a
 * caller can do anything about, so it ends the program in one place: the
 * handler that main.c installs (message, temporaries removed, exit 4). */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

/* What happens when memory is exhausted; must not return. Default: abort. */
void mem_on_exhaustion(void (*handler)(void));

/* count * size, checked here and nowhere else: a product that no object can
 * have ends the program as exhausted memory does. */
size_t mem_product(size_t count, size_t size);

/* count * size zeroed bytes. Never null, also for 0. */
void *mem_alloc(size_t count, size_t size);

/* Resizes to count * size bytes, contents kept, the new part not cleared. */
void *mem_resize(void *ptr, size_t count, size_t size);

void mem_free(void *ptr);

/* Ends the program as exhausted memory does (for libraries that report it). */
_Noreturn void mem_exhausted(void);

#endif

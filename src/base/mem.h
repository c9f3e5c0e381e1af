/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Heap memory that never comes back null. Running out is not an error that a
 * caller can do anything about, so it ends the program in one place: the
 * handler that main.c installs (message, temporaries removed, exit). So does
 * passing the limit that the user set; who can say something better about what
 * grew asks mem_allows() first. Any thread may call. */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stdbool.h>
#include <stddef.h>

enum mem_end {
    MEM_EXHAUSTED, /* the system has no more */
    MEM_LIMIT,     /* the limit would be passed */
};

/* What happens then; must not return, must not allocate, and may be called by
 * several threads at once. Default: abort. */
void mem_on_end(void (*handler)(enum mem_end reason));

/* Most bytes that may be in use; SIZE_MAX (the default): no limit. */
void mem_set_limit(size_t bytes);

/* Whether `more` bytes would keep within the limit. */
bool mem_allows(size_t more);

/* Bytes in use, with what malloc() adds to fill its blocks. */
size_t mem_in_use(void);

/* Bytes of memory that the machine has; SIZE_MAX: it does not say. */
size_t mem_of_machine(void);

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

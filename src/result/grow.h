/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Growing arrays in an arena, for this room. The old copy stays until the
 * arena is released; doubling keeps that below the size of the last. */
#ifndef RESULT_GROW_H
#define RESULT_GROW_H

#include <stddef.h>

#include "base/arena.h"

/* Room for one more item behind `count` items of `size` bytes: `items`
 * itself, or a larger copy, and *cap. */
void *grow(struct arena *arena, void *items, size_t count, size_t *cap,
           size_t size);

#endif

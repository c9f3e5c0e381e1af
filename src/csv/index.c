/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "csv/index.h"

#include <string.h>

#include "base/mem.h"
#include "csv/cpu.h"

/* Bytes between two looks at how many records were found; whole groups. */
#define STEP ((size_t)4096)
#define GROUP ((size_t)64)

void index_init(struct index *index, size_t most)
{
    /* A group may write as many as it has bytes, whatever is in them; one more
     * stands in front of them, or behind. */
    size_t each = most + 2 * GROUP;

    *index = (struct index){.memory =
                                mem_resize(NULL, 3 * each, sizeof(uint32_t))};
    index->stops = index->memory + 1;
    index->ends = index->memory + each;
    index->inner = index->memory + 2 * each;
}

void index_done(struct index *index)
{
    mem_free(index->memory);
}

void index_restart(struct index *index)
{
    index->stop_count = index->stops_done = 0;
    index->end_count = index->ends_done = 0;
    index->inner_count = index->inner_done = 0;
    index->scanned = 0;
    index->inside = 0;
    index->stops[-1] = UINT32_MAX; /* and 1 is 0 */
    index->inner[0] = UINT32_MAX;
}

static void forget(uint32_t *array, size_t *count, size_t *done)
{
    *count -= *done;
    memmove(array, array + *done, *count * sizeof(*array));
    *done = 0;
}

/* Lists what ends fields and records up to `to`, and returns that. */
static ALWAYS_INLINE size_t scan(const struct cpu cpu,
                                 const struct block *block, size_t to,
                                 struct index *index)
{
    uint32_t *next_stop = index->stops + index->stop_count;
    uint32_t *next_end = index->ends + index->end_count;
    uint32_t *next_inner = index->inner + index->inner_count;
    uint64_t was_inside = index->inside;

    for (size_t at = index->scanned; at < to; at += GROUP) {
        const char *bytes = block->bytes + at;
        uint32_t base = (uint32_t)at;
        uint64_t ends = cpu.equal(bytes, '\n');
        uint64_t stops = cpu.equal(bytes, block->delimiter);
        if (block->crs) {
            uint64_t lf = ends >> 1 | (uint64_t)(bytes[GROUP] == '\n') << 63;
            ends |= cpu.equal(bytes, '\r') & ~lf;
        }
        stops |= ends;
        if (block->quoted) {
            uint64_t quotes = cpu.equal(bytes, block->quote);
            uint64_t inside = cpu.parity(quotes) ^ was_inside;
            was_inside = 0 - (inside >> 63);
            if (block->broken)
                next_inner = cpu.list(next_inner, ends & inside, base, 4);
            ends &= ~inside;
            stops &= ~inside;
        }
        next_stop = cpu.list(next_stop, stops, base, 8);
        next_end = cpu.list(next_end, ends, base, 4);
    }
    index->stop_count = (size_t)(next_stop - index->stops);
    index->end_count = (size_t)(next_end - index->ends);
    index->inner_count = (size_t)(next_inner - index->inner);
    index->inside = was_inside;
    return to;
}

CPU_COMPILE(size_t, scan,
            (const struct block *block, size_t to, struct index *index), block,
            to, index)

void index_scan(struct index *index, const struct block *block, size_t records)
{
    index->stops[-1] = *(index->stops + index->stops_done - 1);
    forget(index->stops, &index->stop_count, &index->stops_done);
    forget(index->ends, &index->end_count, &index->ends_done);
    forget(index->inner, &index->inner_count, &index->inner_done);
    while (index->end_count < records && index->scanned < block->len) {
        size_t left = block->len - index->scanned;
        size_t to = index->scanned + (left < STEP ? left : STEP);
        index->scanned = CPU_CHOOSE(scan)(block, to, index);
    }
    index->inner[index->inner_count] = UINT32_MAX;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "csv/line_ends.h"

#define LANES 16
#define VECTOR __attribute__((vector_size(LANES)))

static unsigned is_end(char before, char now)
{
    return now == '\r' || (now == '\n' && before != '\r');
}

/* Line ends among blocks * LANES bytes that have a byte before them; at most
 * 255 blocks, or a lane would run over. */
static unsigned count_blocks(const char *bytes, size_t blocks)
{
    unsigned char VECTOR sums = {0};
    unsigned char lanes[LANES];
    unsigned count = 0;

    for (size_t i = 0; i < blocks; i++, bytes += LANES) {
        char VECTOR now, before;
        memcpy(&now, bytes, LANES);
        memcpy(&before, bytes - 1, LANES);
        sums -= (unsigned char VECTOR)((now == '\r') |
                                       ((now == '\n') & (before != '\r')));
    }
    memcpy(lanes, &sums, LANES);
    for (int i = 0; i < LANES; i++)
        count += lanes[i];
    return count;
}

void line_ends_add(struct line_ends *ends, struct str bytes)
{
    if (bytes.len == 0)
        return;
    ends->count += is_end(ends->last, bytes.ptr[0]);

    size_t at = 1;
    while (bytes.len - at >= LANES) {
        size_t blocks = (bytes.len - at) / LANES;
        blocks = blocks < 255 ? blocks : 255;
        ends->count += count_blocks(bytes.ptr + at, blocks);
        at += blocks * LANES;
    }
    for (; at < bytes.len; at++)
        ends->count += is_end(bytes.ptr[at - 1], bytes.ptr[at]);
    ends->last = bytes.ptr[bytes.len - 1];
}

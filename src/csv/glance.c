/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "csv/glance.h"

#include <stdint.h>
#include <string.h>

#define LANES 16
#define VECTOR __attribute__((vector_size(LANES)))

/* What was seen, a lane each: not 0 where it is so. */
struct lanes {
    signed char VECTOR any; /* all bytes, or-ed: the high bits tell */
    signed char VECTOR nul, cr, mark;
    unsigned char VECTOR lf; /* how many */
};

/* At most 255 vectors, or a lane would run over. */
static void look(struct lanes *lanes, const char *bytes, size_t vectors,
                 char mark)
{
    struct lanes seen = *lanes; /* in registers */

    for (size_t i = 0; i < vectors; i++, bytes += LANES) {
        signed char VECTOR now;
        memcpy(&now, bytes, LANES);
        seen.any |= now;
        seen.nul |= now == 0;
        seen.cr |= now == '\r';
        seen.mark |= now == (signed char)mark;
        seen.lf -= (unsigned char VECTOR)(now == '\n');
    }
    *lanes = seen;
}

static bool any_of(const void *lanes, uint64_t bits)
{
    uint64_t eights[LANES / 8], all = 0;

    memcpy(eights, lanes, LANES);
    for (size_t i = 0; i < LANES / 8; i++)
        all |= eights[i];
    return (all & bits) != 0;
}

static uint64_t sum(const void *lanes)
{
    unsigned char ones[LANES];
    uint64_t total = 0;

    memcpy(ones, lanes, LANES);
    for (size_t i = 0; i < LANES; i++)
        total += ones[i];
    return total;
}

/* The number of LF. */
static uint64_t look_all(struct glance *glance, struct str bytes, char mark)
{
    static const char blanks[LANES + 1] = "                ";
    const size_t most = 255 * LANES;
    uint64_t lfs = 0;

    while (bytes.len > 0) {
        struct lanes lanes = {0};
        size_t len = bytes.len < most ? bytes.len : most;
        char rest[LANES];
        look(&lanes, bytes.ptr, len / LANES, mark);
        if (len % LANES > 0) {
            /* Never with 255 vectors before it. */
            memcpy(rest, blanks, LANES);
            memcpy(rest, bytes.ptr + len - len % LANES, len % LANES);
            look(&lanes, rest, 1, mark);
        }
        bytes = str_skip(bytes, len);
        glance->foreign |= any_of(&lanes.any, UINT64_MAX / 255 * 0x80) ||
                           any_of(&lanes.nul, UINT64_MAX);
        glance->crs |= any_of(&lanes.cr, UINT64_MAX);
        glance->marked |= mark && any_of(&lanes.mark, UINT64_MAX);
        lfs += sum(&lanes.lf);
    }
    return lfs;
}

void glance_add(struct glance *glance, struct str bytes, char mark)
{
    if (bytes.len == 0)
        return;

    uint64_t lfs = look_all(glance, bytes, mark);
    if (glance->crs) {
        line_ends_add(&glance->ends, bytes);
    } else {
        lfs -= glance->ends.last == '\r' && bytes.ptr[0] == '\n';
        glance->ends.count += lfs;
        glance->ends.last = bytes.ptr[bytes.len - 1];
    }
}

void glance_join(struct glance *glance, struct glance next)
{
    glance->ends.count += next.ends.count;
    glance->ends.last = next.ends.last;
    glance->foreign |= next.foreign;
    glance->crs |= next.crs;
    glance->marked |= next.marked;
}

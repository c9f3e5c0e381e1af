/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "csv/block.h"

#include <string.h>

#include "base/mem.h"
#include "csv/cpu.h"

#define GROUP ((size_t)64)

void block_init(struct block *block, struct dialect dialect, size_t room)
{
    *block = (struct block){
        .room = room,
        .delimiter = dialect.delimiter,
        .quote = dialect.quote,
        .memory = mem_resize(NULL, room + 3 * GROUP, 1),
    };
    block->bytes = block->memory + GROUP - (uintptr_t)block->memory % GROUP;
}

void block_done(struct block *block)
{
    mem_free(block->memory);
}

/* Behind the last line end, where there are no quotes. A CR at the end of what
 * was read is none yet: its LF may follow. */
static size_t cut_plain(struct str bytes)
{
    size_t end = bytes.len;

    if (end > 0 && bytes.ptr[end - 1] == '\r')
        end--;
    while (end > 0 && bytes.ptr[end - 1] != '\n' && bytes.ptr[end - 1] != '\r')
        end--;
    return end;
}

/* Of a group of 64 bytes, a bit each. */
struct group {
    uint64_t delimiters, lfs, crs, quotes;
};

/* What the group before it leaves: a bit, or all bits. */
struct carry {
    uint64_t inside;    /* all: quotes are open */
    uint64_t may_open;  /* an opening quote may follow */
    uint64_t has_ended; /* a closing quote was the last byte */
};

/* Bits from the first quote on that is wrong: an opening one that does not
 * begin a field, or what follows a closing one. Until then every other quote
 * opens; a doubled one closes and opens again. */
static ALWAYS_INLINE uint64_t find_wrong(const struct group *group,
                                         uint64_t inside, struct carry *carry)
{
    uint64_t opening = group->quotes & inside;
    uint64_t closing = group->quotes & ~inside;
    uint64_t bounds =
        group->delimiters | group->lfs | group->crs | group->quotes;
    uint64_t behind = closing << 1 | carry->has_ended;
    uint64_t wrong =
        (opening & ~(bounds << 1 | carry->may_open)) | (behind & ~bounds);

    carry->inside = 0 - (inside >> 63);
    carry->may_open = bounds >> 63;
    carry->has_ended = closing >> 63;
    return wrong;
}

/* Behind the last line end outside quotes, before anything wrong. */
static ALWAYS_INLINE size_t cut(const struct cpu cpu, size_t len,
                                struct block *block)
{
    size_t end = 0, sure = len - (block->bytes[len - 1] == '\r');
    struct carry carry = {.may_open = 1};
    uint64_t doubled = 0, broken = 0, wrong = 0;

    for (size_t at = 0; at < len && !wrong; at += GROUP) {
        const char *bytes = block->bytes + at;
        struct group group = {
            cpu.equal(bytes, block->delimiter),
            cpu.equal(bytes, '\n'),
            block->crs ? cpu.equal(bytes, '\r') : 0,
            cpu.equal(bytes, block->quote),
        };
        uint64_t lf_follows = group.lfs >> 1 | (uint64_t)(bytes[GROUP] == '\n')
                                                   << 63;
        uint64_t ends = group.lfs | (group.crs & ~lf_follows);
        uint64_t inside = cpu.parity(group.quotes) ^ carry.inside;
        doubled |= group.quotes & ~inside & (group.quotes >> 1);
        doubled |= carry.has_ended & group.quotes;
        broken |= ends & inside;
        wrong = find_wrong(&group, inside, &carry);
        ends &= ~inside & ((wrong & (0 - wrong)) - 1);
        if (__builtin_expect(sure - at < GROUP, 0))
            ends &= ((uint64_t)1 << (sure - at)) - 1;
        if (ends)
            end = at + GROUP - (size_t)__builtin_clzll(ends);
    }
    block->doubled = doubled != 0;
    block->broken = broken != 0;
    return end;
}

CPU_COMPILE(size_t, cut, (size_t len, struct block *block), len, block)

void block_fill(struct block *block, struct lines *lines)
{
    struct glance seen = {0};
    size_t len = 0, got;

    while (len < block->room &&
           (got = lines_take(lines, block->bytes + len, block->room - len,
                             block->quote, &seen)) > 0)
        len += got;
    memset(block->bytes + len, 0, GROUP);
    block->crs = seen.crs;
    block->quoted = seen.marked;
    block->doubled = block->broken = false;
    if (block->quoted)
        block->len = CPU_CHOOSE(cut)(len, block);
    else
        block->len = cut_plain((struct str){block->bytes, len});
    block->line = lines->number;
    block->byte = lines->passed - len;

    struct str rest = {block->bytes + block->len, len - block->len};
    struct line_ends behind = {0};
    line_ends_add(&behind, rest);
    lines_return(lines, rest, seen.ends.count - behind.count);
    memset(block->bytes + block->len, 0, GROUP);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any text as a mapping: no crash, and what parses prints to what parses to
 * the same, on one line and on many. */
#include <config.h>

#include <stdint.h>
#include <stdlib.h>

#include "source/mapped.h"
#include "source/mapping.h"
#include "source/number.h"

#define TEXT_BYTES ((size_t)1 << 20)

static struct str print(const struct mapping *mapping, bool lines,
                        struct arena *arena)
{
    struct buf buf;
    buf_init(&buf, TEXT_BYTES);
    mapping_print(mapping, lines, &buf);
    struct str text = arena_str(arena, buf_str(&buf));
    buf_done(&buf);
    return text;
}

static void check_mapping(struct str text, struct arena *arena)
{
    struct mapping mapping;
    struct err err = {0};
    if (!mapping_parse(&mapping, text, "fuzz", true, arena, &err))
        return;
    struct str line = print(&mapping, false, arena);
    for (int lines = 0; lines < 2; lines++) {
        struct mapping again;
        if (!mapping_parse(&again, print(&mapping, lines, arena), "fuzz", true,
                           arena, &err) ||
            !str_eq(print(&again, false, arena), line))
            abort();
    }
}

/* A number without its marks has the digits that it had. */
static void check_number(struct str text)
{
    static const char marks[] = ",.' ";
    char room[NUMBER_TEXT];
    for (size_t i = 0; marks[i]; i++) {
        struct str plain = number_ungrouped(room, text, '.', marks[i]);
        if (plain.len > text.len)
            abort();
    }
    for (int unit = 0; unit < UNIT_COUNT; unit++)
        number_without_currency(text, (enum unit)unit);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str text = {(const char *)data, size};
    struct arena arena;
    int year;
    arena_init(&arena);
    check_mapping(text, &arena);
    check_number(text);
    mapped_year(text, &year);
    arena_done(&arena);
    return 0;
}

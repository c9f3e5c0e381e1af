/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as JSON: nothing may crash, and what becomes a table has a line
 * for the header and one for every record. */
#include <config.h>

#include <stdint.h>
#include <stdlib.h>

#include "source/json_shape.h"

static uint64_t count_lines(struct str text)
{
    uint64_t lines = 0;
    for (size_t i = 0; i < text.len; i++)
        lines += text.ptr[i] == '\n';
    return lines;
}

static void make_table(const struct json_shape *shape, struct str text)
{
    struct json_records records;
    struct buf table;
    struct err err = {0};
    json_records_init(&records, "fuzz", text);
    records.form = shape->form;
    records.member = shape->member;
    buf_init(&table, (size_t)1 << 26);
    if (json_records_survey(&records, &err)) {
        if (!json_records_write(&records, &table, &err))
            abort();
        uint64_t lines = count_lines(buf_str(&table));
        if (lines < records.count + 1 ||
            (!records.apart && lines != records.count + 1))
            abort();
    }
    buf_done(&table);
    json_records_done(&records);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str text = {(const char *)data, size};
    struct arena arena;
    struct json_shape shape;
    struct err err = {0};
    if (!json_shape_may_be(text))
        return 0;
    arena_init(&arena);
    if (json_shape_find(&shape, "fuzz", text, &arena, &err) &&
        shape.kind == JSON_RECORDS)
        make_table(&shape, text);
    arena_done(&arena);
    return 0;
}

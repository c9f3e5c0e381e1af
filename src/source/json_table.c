/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/json_table.h"

#include <nettle/base64.h>

#include "base/mem.h"
#include "source/json_shape.h"

/* So many bytes tell whether it is JSON. */
#define GLANCE ((size_t)256)

/* The file is held as a whole, and what is made of it. */
#define JSON_BYTES ((size_t)256 << 20)
#define PIECE ((size_t)1 << 20)

/* Records that have little in common make a table of blank cells. */
#define TABLE_CELLS ((uint64_t)1 << 28)
#define UNLIMITED ((size_t)PTRDIFF_MAX - 1)

static bool read_all(struct reading *reading, struct buf *held, struct err *err)
{
    bool limited = reading->options.limits.record > 0;
    size_t len = 0;
    buf_init(held, limited ? JSON_BYTES : UNLIMITED);
    char *piece = mem_alloc(PIECE, 1);
    bool done;
    do
        done = text_read(reading->text, piece, PIECE, &len, err) &&
               buf_add(held, (struct str){piece, len});
    while (done && len > 0);
    mem_free(piece);
    return done || err_set(err, ERR_DATA,
                           "%s: JSON is held in memory as a whole, and this "
                           "is more than %zu MiB; --no-limits lifts that",
                           reading->name, JSON_BYTES >> 20);
}

/* What is read from now on. The encoding stays that of the file. */
static void replace_text(struct reading *reading, struct buf *bytes,
                         struct text *text)
{
    buf_done(&reading->inner);
    reading->inner = *bytes;
    text_close(reading->text);
    reading->text = text;
}

static bool decode(const char *text, size_t len, struct buf *bytes)
{
    struct base64_decode_ctx context;
    size_t size = BASE64_DECODE_LENGTH(len);
    buf_init(bytes, UNLIMITED);
    buf_fill(bytes, '\0', size);
    base64_decode_init(&context);
    bool sound = base64_decode_update(&context, &size, (uint8_t *)bytes->ptr,
                                      len, text) &&
                 base64_decode_final(&context);
    bytes->len = sound ? size : 0;
    return sound;
}

/* A table in a text: in the encoding of the file, or bytes in any. */
static bool open_answer(struct reading *reading, const struct json_shape *shape,
                        struct err *err)
{
    struct json_scan scan;
    struct buf bytes;
    json_scan_init(&scan, reading->name, shape->answer);
    scan.line = shape->line;
    json_t *value = json_scan_value(&scan, err);
    json_scan_done(&scan);
    if (!value)
        return false;
    struct str inside = {json_string_value(value), json_string_length(value)};
    bool sound = true;
    if (shape->base64)
        sound = decode(inside.ptr, inside.len, &bytes);
    else {
        buf_init(&bytes, UNLIMITED);
        buf_add(&bytes, inside);
    }
    json_decref(value);
    if (!sound) {
        buf_done(&bytes);
        return err_set(err, ERR_DATA,
                       "%s:%llu: the text of 'bytes' is no base64; save or "
                       "download the file again",
                       reading->name, (unsigned long long)shape->line);
    }
    const char *encoding = shape->base64 ? reading->options.encoding : "utf-8";
    struct text *text =
        text_open_bytes(reading->name, buf_str(&bytes), encoding, err);
    if (!shape->base64)
        reading_keep_encoding(reading);
    if (text)
        replace_text(reading, &bytes, text);
    else
        buf_done(&bytes);
    return text != NULL;
}

static const char *name_keys(struct arena *arena, const struct map *keys)
{
    const char *words = "";
    for (size_t i = 0; i < keys->len; i++)
        words = json_shape_list(arena, words, i, keys->keys[i]);
    return arena_printf(arena, "records with the keys %s", words);
}

static bool check_size(const struct reading *reading,
                       const struct json_records *records, struct err *err)
{
    size_t most = reading->options.limits.columns;
    size_t keys = records->keys.len;
    if (!keys)
        return err_set(err, ERR_DATA, "%s: its records have no keys",
                       reading->name);
    if (most && keys > most)
        return err_set(err, ERR_DATA,
                       "%s: its records have %zu different keys, the limit is "
                       "%zu; --no-limits lifts it",
                       reading->name, keys, most);
    return !most || records->count <= TABLE_CELLS / keys ||
           err_set(err, ERR_DATA,
                   "%s: its %llu records have %zu different keys, too many "
                   "for one table; --no-limits lifts that",
                   reading->name, (unsigned long long)records->count, keys);
}

static bool open_records(struct reading *reading, struct str text,
                         const struct json_shape *shape, struct err *err)
{
    struct json_records records;
    struct buf table;
    json_records_init(&records, reading->name, text);
    records.form = shape->form;
    records.member = shape->member;
    buf_init(&table, UNLIMITED);
    bool done = json_records_survey(&records, err) &&
                check_size(reading, &records, err) &&
                json_records_write(&records, &table, err);
    if (done) {
        reading->json = name_keys(&reading->arena, &records.keys);
        reading->by_record = !records.apart;
        reading->options.delimiter = ',';
        reading_keep_encoding(reading);
        replace_text(reading, &table, text_memory(buf_str(&table)));
        text_set_first_line(reading->text, 0);
    } else
        buf_done(&table);
    json_records_done(&records);
    return done;
}

static bool open_shape(struct reading *reading, struct buf *held,
                       struct err *err)
{
    struct json_shape shape;
    if (!json_shape_find(&shape, reading->name, buf_str(held), &reading->arena,
                         err))
        return false;
    switch (shape.kind) {
    case JSON_ANSWER:
        return open_answer(reading, &shape, err);
    case JSON_RECORDS:
        return open_records(reading, buf_str(held), &shape, err);
    case JSON_OTHER:
        break;
    }
    reading->json = shape.words;
    reading_keep_encoding(reading);
    replace_text(reading, held, text_memory(buf_str(held)));
    *held = (struct buf){0};
    return true;
}

bool json_table_open(struct reading *reading, struct err *err)
{
    struct str head;
    bool whole;
    struct buf held;
    if (!text_peek(reading->text, GLANCE, &head, &whole, err))
        return false;
    if (!json_shape_may_be(head))
        return true;
    bool done =
        read_all(reading, &held, err) && open_shape(reading, &held, err);
    buf_done(&held);
    return done;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/json_records.h"

#include "base/diag.h"

void json_records_init(struct json_records *records, const char *file,
                       struct str text)
{
    *records = (struct json_records){.file = file, .text = text};
    map_init(&records->keys);
}

void json_records_done(struct json_records *records)
{
    map_done(&records->keys);
}

/* Steps into the object as far as the value of the member. */
static bool enter_member(struct json_scan *scan, struct str member,
                         struct err *err)
{
    bool found = false;
    if (!json_scan_expect(scan, '{', "at the beginning", err))
        return false;
    while (!found) {
        json_t *key = json_scan_value(scan, err);
        if (!key)
            return false;
        const char *name = json_string_value(key);
        found = name && str_eq(str_from(name), member);
        json_decref(key);
        if (!json_scan_expect(scan, ':', "behind a key", err))
            return false;
        if (found)
            break;
        json_t *value = json_scan_value(scan, err);
        json_decref(value);
        if (!value || !json_scan_expect(scan, ',', "behind a value", err))
            return false;
    }
    return true;
}

static bool begin(const struct json_records *records, struct json_scan *scan,
                  struct err *err)
{
    json_scan_init(scan, records->file, records->text);
    if (records->form == JSON_SEQUENCE)
        return true;
    if (records->form == JSON_MEMBER &&
        !enter_member(scan, records->member, err))
        return false;
    return json_scan_expect(scan, '[', "before the records", err);
}

static bool stray(const struct json_scan *scan, const char *where,
                  struct err *err)
{
    struct arena arena;
    struct str rest = scan->text;
    arena_init(&arena);
    err_set(err, ERR_DATA,
            "%s:%llu: %s stands %s, and is no object; leave it out", scan->file,
            (unsigned long long)scan->line,
            diag_quote(&arena, str_cut(&rest, '\n')), where);
    arena_done(&arena);
    return false;
}

static bool end_list(struct json_scan *scan, struct err *err)
{
    return json_scan_expect(scan, ']', "behind the records", err) &&
           (!json_scan_look(scan) || stray(scan, "behind the records", err));
}

/* The next record and the line on which it begins; *record is null behind the
 * last one. */
static bool next(const struct json_records *records, struct json_scan *scan,
                 uint64_t number, json_t **record, uint64_t *line,
                 struct err *err)
{
    bool listed = records->form != JSON_SEQUENCE;
    char mark = json_scan_look(scan);
    *record = NULL;
    if (mark == (listed ? ']' : '\0'))
        return records->form != JSON_LIST || end_list(scan, err);
    if (listed && number > 1 &&
        !json_scan_expect(scan, ',', "between two records", err))
        return false;
    mark = json_scan_look(scan);
    *line = scan->line;
    if (mark && mark != '{')
        return stray(scan, "where a record belongs", err);
    *record = json_scan_value(scan, err);
    return *record != NULL;
}

bool json_records_survey(struct json_records *records, struct err *err)
{
    struct json_scan scan;
    json_t *record;
    uint64_t line = 0, last = 0;
    bool done = begin(records, &scan, err);
    records->apart = true;
    while (done &&
           (done = next(records, &scan, records->count + 1, &record, &line,
                        err)) &&
           record) {
        const char *key;
        json_t *value;
        json_object_foreach(record, key, value)
            map_intern(&records->keys, str_from(key));
        json_decref(record);
        records->apart &= line > last;
        last = line;
        records->count++;
    }
    json_scan_done(&scan);
    return done;
}

/* One physical line of CSV whatever the text is. */
static void add_text(struct buf *table, struct str text)
{
    bool plain = true;
    for (size_t i = 0; i < text.len && plain; i++)
        plain = !strchr("\",;\t|\r\n", text.ptr[i]);
    if (plain) {
        buf_add(table, text);
        return;
    }
    buf_add_char(table, '"');
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '"')
            buf_add_char(table, '"');
        buf_add_char(table, c == '\n' || c == '\r' ? ' ' : c);
    }
    buf_add_char(table, '"');
}

static void add_value(struct buf *table, const json_t *value)
{
    if (json_is_string(value)) {
        add_text(table, (struct str){json_string_value(value),
                                     json_string_length(value)});
    } else if (json_is_boolean(value)) {
        buf_add_text(table, json_is_true(value) ? "true" : "false");
    } else if (json_is_object(value) || json_is_array(value)) {
        char *text = json_dumps(value, JSON_COMPACT);
        add_text(table, text ? str_from(text) : STR(""));
        free(text);
    }
}

static void add_record(const struct json_records *records, struct buf *table,
                       const json_t *record)
{
    for (size_t i = 0; i < records->keys.len; i++) {
        if (i > 0)
            buf_add_char(table, ',');
        add_value(table, json_object_get(record, records->keys.keys[i].ptr));
    }
    buf_add_char(table, '\n');
}

bool json_records_write(struct json_records *records, struct buf *table,
                        struct err *err)
{
    struct json_scan scan;
    json_t *record;
    uint64_t line = 0, written = 1, number = 1;
    for (size_t i = 0; i < records->keys.len; i++) {
        if (i > 0)
            buf_add_char(table, ',');
        add_text(table, records->keys.keys[i]);
    }
    buf_add_char(table, '\n');
    bool done = begin(records, &scan, err);
    while (done && (done = next(records, &scan, number, &record, &line, err)) &&
           record) {
        if (records->apart && line > written) {
            buf_fill(table, '\n', line - written);
            written = line;
        }
        add_record(records, table, record);
        json_decref(record);
        written++;
        number++;
    }
    json_scan_done(&scan);
    return done;
}

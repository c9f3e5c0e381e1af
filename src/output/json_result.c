/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Results as JSON: the shape that `-o r.json` keeps and `armstats figure`
 * reads back. */
#include <config.h>

#include <inttypes.h>

#include "output/json.h"

static void member_text(struct json_writer *json, struct str key,
                        const char *text)
{
    json_key(json, key);
    if (text && text[0])
        json_text(json, str_from(text));
    else
        json_word(json, STR("null"));
}

static void member_count(struct json_writer *json, struct str key,
                         uint64_t count)
{
    char text[32];
    snprintf(text, sizeof(text), "%" PRIu64, count);
    json_key(json, key);
    json_word(json, str_from(text));
}

static void write_file(struct json_writer *json,
                       const struct provenance_file *file)
{
    json_open(json, '{');
    member_text(json, STR("name"), file->name);
    member_count(json, STR("size"), file->size);
    member_text(json, STR("sha256"), file->sha256);
    member_text(json, STR("sha256_of"), hashed_words(file->hashed));
    member_text(json, STR("layout"), file->layout);
    member_text(json, STR("generated"), file->generated);
    member_count(json, STR("rows_read"), file->rows_read);
    member_count(json, STR("rows_used"), file->rows_used);
    json_key(json, STR("left_out"));
    json_open(json, '{');
    for (size_t i = 0; i < file->left_out_count; i++)
        member_count(json, str_from(file->left_out[i].reason),
                     file->left_out[i].rows);
    json_close(json, '}');
    json_close(json, '}');
}

static void write_meta(struct json_writer *json, const struct result *result)
{
    const struct provenance *provenance = &result->provenance;
    json_key(json, STR("meta"));
    json_open(json, '{');
    member_text(json, STR("command"), provenance->command_line);
    member_text(json, STR("release"), provenance->release);
    json_key(json, STR("files"));
    json_open(json, '[');
    for (size_t i = 0; i < provenance->file_count; i++)
        write_file(json, &provenance->files[i]);
    json_close(json, ']');
    member_text(json, STR("universe"), provenance->universe);
    json_key(json, STR("notes"));
    json_open(json, '[');
    for (size_t i = 0; i < result->note_count; i++)
        json_text(json, str_from(result->notes[i]));
    json_close(json, ']');
    json_close(json, '}');
}

static struct str type_word(enum kind kind)
{
    switch (kind) {
    case KIND_TEXT:
        return STR("text");
    case KIND_YEAR:
    case KIND_RANK:
    case KIND_COUNT:
        return STR("integer");
    case KIND_FLAG:
        return STR("logical");
    default:
        return STR("number");
    }
}

static void write_columns(struct json_writer *json, const struct result *result)
{
    json_key(json, STR("columns"));
    json_open(json, '[');
    for (size_t i = 0; i < result->column_count; i++) {
        const struct column *column = &result->columns[i];
        json_open(json, '{');
        json_key(json, STR("name"));
        json_text(json, str_from(column->name));
        json_key(json, STR("type"));
        json_text(json, type_word(column->kind));
        member_text(json, STR("unit"), column->unit);
        member_text(json, STR("description"), column->description);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_row(struct json_writer *json, const struct result *result,
                      size_t row)
{
    const struct value *cells = result_row(result, row);
    json_open(json, '{');
    for (size_t i = 0; i < result->column_count; i++) {
        json_key(json, str_from(result->columns[i].name));
        json_value(json, result->columns[i].kind, &cells[i]);
    }
    json_close(json, '}');
}

static void write_result(struct json_writer *json, const struct result *result)
{
    json_open(json, '{');
    write_meta(json, result);
    write_columns(json, result);
    json_key(json, STR("rows"));
    json_open(json, '[');
    for (size_t row = 0; row < result->row_count; row++)
        write_row(json, result, row);
    json_close(json, ']');
    json_close(json, '}');
}

void json_results(FILE *out, const struct result *const *results, size_t count)
{
    struct json_writer json;
    json_begin(&json, out, count == 1 ? 2 : 3);
    if (count != 1)
        json_open(&json, '[');
    for (size_t i = 0; i < count; i++)
        write_result(&json, results[i]);
    if (count != 1)
        json_close(&json, ']');
    putc('\n', out);
}

void json_lines(FILE *out, const struct result *const *results, size_t count)
{
    struct json_writer json;
    json_begin(&json, out, 0);
    for (size_t i = 0; i < count; i++) {
        for (size_t row = 0; row < results[i]->row_count; row++) {
            write_row(&json, results[i], row);
            putc('\n', out);
        }
    }
}

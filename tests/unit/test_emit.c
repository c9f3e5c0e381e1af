/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The machine formats: what was written is read back and compared. */
#include <config.h>

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "emitted.h"
#include "hostile.h"
#include "output/delimited.h"
#include "strict.h"
#include "tap.h"
#include "views.h"

/* emitted() ends at the first NUL; these texts have one. */
static struct str emit_bytes(enum format format, struct result *result,
                             struct emit_options options)
{
    char *text = NULL;
    size_t size = 0;
    struct err err = {0};
    const struct result *results[] = {result};
    FILE *out = open_memstream(&text, &size);
    if (!out)
        abort();
    CU_ASSERT_TRUE(emit_results(out, format, results, 1, &options, &err));
    if (fclose(out) != 0)
        abort();
    return (struct str){text, size};
}

static void free_bytes(struct str bytes)
{
    free((char *)bytes.ptr);
}

static const char *text_of(struct arena *arena, struct str text)
{
    return arena_str(arena, text).ptr;
}

static bool read_field(struct arena *arena, char mark, struct str *rest,
                       struct str *field, bool *last)
{
    return mark == '\t' ? strict_tsv_field(arena, rest, field, last)
                        : strict_csv_field(arena, rest, field, last);
}

/* Reads a record of four fields; false when it is none. */
static bool read_record(struct arena *arena, char mark, struct str *rest,
                        struct str fields[4])
{
    for (size_t i = 0; i < 4; i++) {
        bool last = false;
        if (!read_field(arena, mark, rest, &fields[i], &last) ||
            last != (i == 3))
            return false;
    }
    return true;
}

static void check_delimited(enum format format, char mark)
{
    struct arena arena;
    struct result *result = hostile_result(false);
    struct str bytes = emit_bytes(format, result, (struct emit_options){0});
    struct str rest = bytes;
    struct str fields[4];
    arena_init(&arena);
    CU_ASSERT_TRUE_FATAL(read_record(&arena, mark, &rest, fields));
    CHECK_TEXT(text_of(&arena, fields[0]), "name");
    CHECK_TEXT(text_of(&arena, fields[3]), "note");
    for (size_t i = 0; i < hostile_count; i++) {
        CU_ASSERT_TRUE_FATAL(read_record(&arena, mark, &rest, fields));
        if (!str_eq(fields[0], hostile_texts[i]))
            CHECK_TEXT(text_of(&arena, fields[0]), hostile_texts[i].ptr);
        CU_ASSERT_TRUE(str_eq(fields[0], hostile_texts[i]));
        CU_ASSERT_TRUE(str_eq(fields[3], hostile_texts[i]));
        CHECK_TEXT(text_of(&arena, fields[1]),
                   arena_printf(&arena, "%zu.5", i));
        CHECK_TEXT(text_of(&arena, fields[2]),
                   arena_printf(&arena, "%g", (double)i / 10));
    }
    CU_ASSERT_EQUAL(rest.len, 0);
    arena_done(&arena);
    free_bytes(bytes);
    result_free(result);
}

static void test_csv_round_trip(void)
{
    check_delimited(FORMAT_CSV, ',');
}

static void test_tsv_round_trip(void)
{
    check_delimited(FORMAT_TSV, '\t');
}

static struct result *small_result(void)
{
    struct result *result = result_new("rank");
    result_add_column(result, "supplier", KIND_TEXT, "", "Who delivers.");
    result_add_column(result, "rank", KIND_RANK, "", "");
    result_add_column(result, "share_pct", KIND_SHARE, "per cent", "Share.");
    result_add_column(result, "estimated", KIND_FLAG, "", "Estimated.");
    struct value *row = result_add_row(result);
    row[0] = value_word("Korea, South");
    row[1] = value_flagged(value_integer(9), VALUE_TIED);
    row[2] = value_flagged(value_ratio(1, 3), VALUE_MAY_DIFFER);
    row[3] = value_integer(0);
    row = result_add_row(result);
    row[0] = value_word("Iran");
    row[2] = value_null(REASON_NO_RECORD);
    row[3] = value_null(REASON_NOT_REPORTED);
    return result;
}

static void check_emitted(enum format format, struct result *result,
                          const char *expected)
{
    char *text = emitted_once(format, result);
    CHECK_TEXT(text, expected);
    free(text);
}

static void test_quotes_where_needed(void)
{
    check_emitted(FORMAT_CSV, small_result(),
                  "supplier,rank,share_pct,estimated\n"
                  "\"Korea, South\",9,33.333333333333336,0\n"
                  "Iran,,,\n");
    check_emitted(FORMAT_TSV, small_result(),
                  "supplier\trank\tshare_pct\testimated\n"
                  "Korea, South\t9\t33.333333333333336\t0\n"
                  "Iran\t\t\t\n");
    struct result *result = result_new("places");
    result_add_column(result, "name", KIND_TEXT, "", "");
    result_add_row(result);
    result_add_row(result)[0] = value_word("a b");
    result_add_row(result)[0] = value_word(" a");
    result_add_row(result)[0] = value_word("a\t");
    result_add_row(result)[0] = value_word("a\rb");
    check_emitted(FORMAT_CSV, result,
                  "name\n\"\"\na b\n\" a\"\n\"a\t\"\n\"a\rb\"\n");
}

static void test_joined(void)
{
    struct result *result = small_result();
    const struct result *results[] = {result, result};
    struct emit_options options = {0};
    char *text = emitted(FORMAT_CSV, results, 2, options);
    CHECK_TEXT(text, "supplier,rank,share_pct,estimated\n"
                     "\"Korea, South\",9,33.333333333333336,0\n"
                     "Iran,,,\n"
                     "\"Korea, South\",9,33.333333333333336,0\n"
                     "Iran,,,\n");
    free(text);
    text = emitted(FORMAT_NDJSON, results, 2, options);
    json_t *both = json_loads(text, JSON_DISABLE_EOF_CHECK, NULL);
    CU_ASSERT_PTR_NOT_NULL(both);
    json_decref(both);
    free(text);
    text = emitted(FORMAT_JSON, results, 2, options);
    CU_ASSERT_EQUAL(strncmp(text, "[\n  {\n    \"meta\": {\n      \"", 24), 0);
    both = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
    CU_ASSERT_EQUAL(json_array_size(both), 2);
    CU_ASSERT_TRUE(
        json_equal(json_array_get(both, 0), json_array_get(both, 1)));
    json_decref(both);
    free(text);
    result_free(result);
}

static void test_csv_safe(void)
{
    CU_ASSERT_TRUE(delimited_is_formula(STR("=1")));
    CU_ASSERT_TRUE(delimited_is_formula(STR("@x")));
    CU_ASSERT_TRUE(delimited_is_formula(STR("+x")));
    CU_ASSERT_TRUE(delimited_is_formula(STR("-x")));
    CU_ASSERT_TRUE(delimited_is_formula(STR("-1+1")));
    CU_ASSERT_TRUE(delimited_is_formula(STR("\t=1")));
    CU_ASSERT_TRUE(delimited_is_formula(STR("\r")));
    CU_ASSERT_TRUE(delimited_is_formula(STR("\n")));
    CU_ASSERT_FALSE(delimited_is_formula(STR("-1.5")));
    CU_ASSERT_FALSE(delimited_is_formula(STR("+7")));
    CU_ASSERT_FALSE(delimited_is_formula(STR("")));
    CU_ASSERT_FALSE(delimited_is_formula(STR("x=1")));
    CU_ASSERT_FALSE(delimited_is_formula(STR("\0=1")));
    struct result *result = result_new("deals");
    result_add_column(result, "text", KIND_TEXT, "", "");
    result_add_column(result, "change_pct", KIND_CHANGE, "per cent", "");
    struct value *row = result_add_row(result);
    row[0] = value_word("=1+1");
    row[1] = value_ratio(-1, 2);
    row = result_add_row(result);
    row[0] = value_word("@a,\"b\"");
    row[1] = value_ratio(-1, 2);
    result_add_row(result)[0] = value_word("-12");
    const struct result *results[] = {result};
    struct emit_options safe = {.csv_safe = true};
    char *text = emitted(FORMAT_CSV, results, 1, safe);
    CHECK_TEXT(text, "text,change_pct\n'=1+1,-50\n\"'@a,\"\"b\"\"\",-50\n"
                     "-12,\n");
    free(text);
    text = emitted(FORMAT_TSV, results, 1, safe);
    CHECK_TEXT(text, "text\tchange_pct\n'=1+1\t-50\n'@a,\"b\"\t-50\n-12\t\n");
    free(text);
    result_free(result);
}

/* The text with U+FFFD for each byte that is not UTF-8. */
static struct str replaced(struct arena *arena, struct str text)
{
    struct buf buf;
    buf_init(&buf, 1000);
    while (text.len > 0) {
        size_t valid = utf8_valid_prefix(text);
        buf_add(&buf, (struct str){text.ptr, valid});
        text = str_skip(text, valid);
        if (text.len > 0) {
            buf_add_text(&buf, "\ufffd");
            text = str_skip(text, 1);
        }
    }
    struct str copy = arena_str(arena, buf_str(&buf));
    buf_done(&buf);
    return copy;
}

static void check_json_row(struct arena *arena, json_t *row, size_t i)
{
    struct str expected = replaced(arena, hostile_texts[i]);
    json_t *name = json_object_get(row, "name");
    json_t *note = json_object_get(row, "note");
    CU_ASSERT_EQUAL(json_object_size(row), 4);
    CU_ASSERT_EQUAL(json_string_length(name), expected.len);
    CHECK_TEXT(json_string_value(name), expected.ptr);
    CU_ASSERT_TRUE(json_equal(name, note));
    CU_ASSERT_EQUAL(json_number_value(json_object_get(row, "amount")),
                    (double)i + 0.5);
    CU_ASSERT_EQUAL(json_number_value(json_object_get(row, "share_pct")),
                    (double)i / 10);
}

static void test_json_round_trip(void)
{
    struct arena arena;
    struct result *result = hostile_result(false);
    struct str bytes =
        emit_bytes(FORMAT_JSON, result, (struct emit_options){0});
    json_error_t error;
    arena_init(&arena);
    json_t *root = json_loadb(bytes.ptr, bytes.len,
                              JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &error);
    CHECK_TEXT(root ? "" : error.text, "");
    CU_ASSERT_PTR_NOT_NULL_FATAL(root);
    json_t *rows = json_object_get(root, "rows");
    CU_ASSERT_EQUAL(json_array_size(rows), hostile_count);
    for (size_t i = 0; i < hostile_count; i++)
        check_json_row(&arena, json_array_get(rows, i), i);
    json_t *meta = json_object_get(root, "meta");
    CHECK_TEXT(json_string_value(json_object_get(meta, "command")),
               result->provenance.command_line);
    json_t *file = json_array_get(json_object_get(meta, "files"), 0);
    CHECK_TEXT(json_string_value(json_object_get(file, "name")),
               "a -->\n\\input{x}.csv");
    json_t *left_out = json_object_get(file, "left_out");
    CU_ASSERT_EQUAL(
        json_integer_value(json_object_get(left_out, "bad \"year\"\n")), 3);
    json_decref(root);
    arena_done(&arena);
    free_bytes(bytes);
    result_free(result);
}

static void test_ndjson_round_trip(void)
{
    struct arena arena;
    struct result *result = hostile_result(false);
    struct str bytes =
        emit_bytes(FORMAT_NDJSON, result, (struct emit_options){0});
    struct str rest = bytes;
    struct str line;
    size_t i = 0;
    arena_init(&arena);
    for (; next_line(&rest, &line) && i < hostile_count; i++) {
        json_t *row = json_loadb(line.ptr, line.len,
                                 JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, NULL);
        CU_ASSERT_PTR_NOT_NULL_FATAL(row);
        check_json_row(&arena, row, i);
        json_decref(row);
    }
    CU_ASSERT_EQUAL(i, hostile_count);
    arena_done(&arena);
    free_bytes(bytes);
    result_free(result);
}

static void test_json_shape(void)
{
    static const struct left_out left_out[] = {{"year", 2}, {"amount", 1}};
    static const struct provenance_file file = {
        .name = "a.csv",
        .size = 123456,
        .sha256 = "ab12",
        .layout = "SIPRI register by delivery year",
        .generated = "",
        .rows_read = 10,
        .rows_used = 7,
        .left_out = left_out,
        .left_out_count = 2};
    struct result *result = small_result();
    result->provenance = (struct provenance){.command_line = "armstats rank",
                                             .release = "March 2024",
                                             .universe = "world",
                                             .files = &file,
                                             .file_count = 1};
    result_add_note(result, "One.");
    result_add_note(result, "Two.");
    check_emitted(
        FORMAT_JSON, result,
        "{\n"
        "  \"meta\": {\n"
        "    \"command\": \"armstats rank\",\n"
        "    \"release\": \"March 2024\",\n"
        "    \"files\": [{\"name\": \"a.csv\", \"size\": 123456, "
        "\"sha256\": \"ab12\", \"sha256_of\": \"whole\", "
        "\"layout\": \"SIPRI register by delivery year\", "
        "\"generated\": null, \"rows_read\": 10, \"rows_used\": 7, "
        "\"left_out\": {\"year\": 2, \"amount\": 1}}],\n"
        "    \"universe\": \"world\",\n"
        "    \"notes\": [\"One.\", \"Two.\"]\n"
        "  },\n"
        "  \"columns\": [\n"
        "    {\"name\": \"supplier\", \"type\": \"text\", \"unit\": null, "
        "\"description\": \"Who delivers.\"},\n"
        "    {\"name\": \"rank\", \"type\": \"integer\", \"unit\": null, "
        "\"description\": null},\n"
        "    {\"name\": \"share_pct\", \"type\": \"number\", "
        "\"unit\": \"per cent\", \"description\": \"Share.\"},\n"
        "    {\"name\": \"estimated\", \"type\": \"logical\", "
        "\"unit\": null, \"description\": \"Estimated.\"}\n"
        "  ],\n"
        "  \"rows\": [\n"
        "    {\"supplier\": \"Korea, South\", \"rank\": 9, "
        "\"share_pct\": 33.333333333333336, \"estimated\": 0},\n"
        "    {\"supplier\": \"Iran\", \"rank\": null, "
        "\"share_pct\": null, \"estimated\": null}\n"
        "  ]\n"
        "}\n");
    check_emitted(FORMAT_JSON, result_new("rank"),
                  "{\n"
                  "  \"meta\": {\n"
                  "    \"command\": null,\n"
                  "    \"release\": null,\n"
                  "    \"files\": [],\n"
                  "    \"universe\": null,\n"
                  "    \"notes\": []\n"
                  "  },\n"
                  "  \"columns\": [],\n"
                  "  \"rows\": []\n"
                  "}\n");
}

static void test_sentence(void)
{
    struct result *result = result_new("rank");
    const struct result *results[] = {result};
    struct err err = {0};
    struct emit_options options = {0};
    CU_ASSERT_FALSE(
        emit_results(stdout, FORMAT_SENTENCE, results, 1, &options, &err));
    CU_ASSERT_EQUAL(err.kind, ERR_REQUEST);
    CHECK_TEXT(err.text, "this answer of rank has no sentence; use -f table");
    result->sentence =
        "South Korea was the 9th largest exporter of major arms in 2018–22, "
        "with 2.4 per cent of the world's volume (2013–17: 12th, 1.3 per "
        "cent). SIPRI Arms Transfers Database, March 2023; in the release of "
        "March 2024 it is 10th (2.3 per cent).";
    check_emitted(
        FORMAT_SENTENCE, result,
        "South Korea was the 9th largest exporter of major arms in 2018–22, "
        "with 2.4 per\n"
        "cent of the world's volume (2013–17: 12th, 1.3 per cent). SIPRI Arms "
        "Transfers\n"
        "Database, March 2023; in the release of March 2024 it is 10th (2.3 "
        "per cent).\n");
    options.harmless = true;
    result = hostile_result(false);
    results[0] = result;
    char *text = emitted(FORMAT_SENTENCE, results, 1, options);
    CU_ASSERT_PTR_NULL(strchr(text, '\033'));
    free(text);
    result_free(result);
}

static void check_word(const char *word, bool known, enum format expected)
{
    enum format format = FORMAT_COUNT;
    CU_ASSERT_EQUAL(format_from_word(str_from(word), &format), known);
    CU_ASSERT_EQUAL(format, known ? expected : FORMAT_COUNT);
}

static void check_suffix(const char *path, bool known, enum format expected)
{
    enum format format = FORMAT_COUNT;
    CU_ASSERT_EQUAL(format_from_suffix(str_from(path), &format), known);
    CU_ASSERT_EQUAL(format, known ? expected : FORMAT_COUNT);
}

static void test_words(void)
{
    struct str rest = str_from(format_words());
    size_t count = 0;
    while (rest.ptr) {
        enum format format;
        struct str word = str_cut(&rest, ' ');
        CU_ASSERT_TRUE(format_from_word(word, &format));
        CU_ASSERT_EQUAL(format, (enum format)count);
        count++;
    }
    CU_ASSERT_EQUAL(count, FORMAT_COUNT);
    check_word("md", true, FORMAT_MARKDOWN);
    check_word("tex", true, FORMAT_LATEX);
    check_word("CSV", false, FORMAT_COUNT);
    check_word("", false, FORMAT_COUNT);
    check_word("xlsx", false, FORMAT_COUNT);
    check_suffix("a.b/r.json", true, FORMAT_JSON);
    check_suffix("r.jsonl", true, FORMAT_NDJSON);
    check_suffix("R.CSV", true, FORMAT_CSV);
    check_suffix("t.md", true, FORMAT_MARKDOWN);
    check_suffix("t.tex", true, FORMAT_LATEX);
    check_suffix("t.txt", true, FORMAT_TABLE);
    check_suffix("t.pdf", false, FORMAT_COUNT);
    check_suffix("csv", false, FORMAT_COUNT);
    check_suffix(".csv", false, FORMAT_COUNT);
    check_suffix("", false, FORMAT_COUNT);
    CU_ASSERT_TRUE(format_is_machine(FORMAT_CSV));
    CU_ASSERT_TRUE(format_is_machine(FORMAT_NDJSON));
    CU_ASSERT_FALSE(format_is_machine(FORMAT_TABLE));
    CU_ASSERT_FALSE(format_is_machine(FORMAT_LATEX));
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"CSV reads back byte for byte", test_csv_round_trip},
        {"TSV reads back byte for byte", test_tsv_round_trip},
        {"quotes only where needed, nulls empty", test_quotes_where_needed},
        {"several results in one file", test_joined},
        {"formulas are guarded on request", test_csv_safe},
        {"JSON reads back", test_json_round_trip},
        {"NDJSON reads back", test_ndjson_round_trip},
        {"JSON has the documented shape", test_json_shape},
        {"sentence", test_sentence},
        {"words and suffixes of formats", test_words},
    };
    return TAP_RUN("emit", cases);
}

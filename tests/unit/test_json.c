/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON on its way to being a table. */
#include <config.h>

#include <stdlib.h>

#include "base/diag.h"
#include "scratch.h"
#include "source/json_records.h"
#include "source/json_scan.h"
#include "tap.h"
#include "told.h"

static struct told told;
static struct arena arena;

static void start(void)
{
    scratch_enter();
    told_init(&told);
    arena_init(&arena);
}

static void finish(void)
{
    arena_done(&arena);
    told_done(&told);
    scratch_leave();
}

/* The table that these records become, or what is wrong with them. */
static const char *table_of(struct str text, enum json_form form)
{
    struct json_records records;
    struct buf table;
    struct err err = {0};
    json_records_init(&records, "f", text);
    records.form = form;
    records.member = STR("data");
    buf_init(&table, (size_t)1 << 24);
    bool done = json_records_survey(&records, &err) &&
                json_records_write(&records, &table, &err);
    CU_ASSERT_EQUAL(done, err.kind == ERR_NONE);
    const char *told_text =
        arena_str(&arena, done ? buf_str(&table) : str_from(err.text)).ptr;
    buf_done(&table);
    json_records_done(&records);
    return told_text;
}

static const char *lines_of(const char *text)
{
    return table_of(str_from(text), JSON_SEQUENCE);
}

static void test_values(void)
{
    start();
    CHECK_TEXT(lines_of("{\"a\":1.50,\"b\":\"x\"}\n{\"c\":true,\"a\":null}\n"),
               "a,b,c\n1.50,x,\n,,true\n");
    CHECK_TEXT(lines_of("{\"a\":12345678901234567890123.000001,\"b\":-0,"
                        "\"c\":1E400,\"d\":0.1e-7}"),
               "a,b,c,d\n12345678901234567890123.000001,-0,1E400,0.1e-7\n");
    CHECK_TEXT(lines_of("{\"a\":\"1,5\",\"b\":\"say \\\"x\\\"\\r\\ny\","
                        "\"c\":\"\\u00e9\\t\",\"d\":false}"),
               "a,b,c,d\n\"1,5\",\"say \"\"x\"\"  y\",\"\xC3\xA9\t\",false\n");
    CHECK_TEXT(lines_of("{\"a\":[1,{\"b\":null}],\"b\":{},\"c\":\"\"}"),
               "a,b,c\n\"[\"\"1\"\",{\"\"b\"\":null}]\",{},\n");
    CHECK_TEXT(table_of(STR("[{\"a\":1},{\"a\":2}]"), JSON_LIST), "a\n1\n2\n");
    CHECK_TEXT(table_of(STR("{\"n\":[[2]],\"data\":[{\"a\":1}],\"z\":{}}"),
                        JSON_MEMBER),
               "a\n1\n");
    finish();
}

/* Each record stands on its own line of the file, or records are counted. */
static void test_lines(void)
{
    start();
    CHECK_TEXT(lines_of("\n\n{\"a\":1}\r\n\r{\"a\":2}\n"), "a\n\n\n1\n\n2\n");
    CHECK_TEXT(table_of(STR("[\n{\"a\":\n1}\n,\n{\"a\":2}]"), JSON_LIST),
               "a\n\n1\n\n\n2\n");
    CHECK_TEXT(table_of(STR("\n[{\"a\":1},{\"a\":2},\n{\"a\":3}]"), JSON_LIST),
               "a\n1\n2\n3\n");
    finish();
}

static void test_damaged(void)
{
    static const char *const broken[] = {
        "{\"a\":01}",
        "{\"a\":1.}",
        "{\"a\":.5}",
        "{\"a\":+1}",
        "{\"a\":NaN}",
        "{\"a\":1e}",
        "{\"a\":--1}",
        "{\"a\":1.2.3}",
        "{\"a\" 1}",
        "{\"a\":1,}",
        "{\"a\":}",
        "{a:1}",
        "{\"a\":'b'}",
        "{\"a\":\"b",
        "{\"a\":\"\\u0000\"}",
        "{\"a\":\"\\ud800\"}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\xFF\"}",
        "{\"a\":\"\n\"}",
        "{\"a\":1}}",
        "{\"a\":1},{\"a\":2}",
        "{\"a\":1} 2",
        "{\"a\":1}{",
        "{\"a\":]}",
        "{\"a\":tru}",
        "{\"a\":1 2}",
        "{\"a\":1,\"a\":1}",
        "{\"\\",
        "{\"a\":[1,2}]",
        "\"",
    };
    start();
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
        const char *text = lines_of(broken[i]);
        if (strncmp(text, "f:", 2) != 0)
            CHECK_TEXT(text, broken[i]);
    }
    CHECK_TEXT(lines_of("{\"a\":1}\n{\n\"a\":x}"),
               "f:3: damaged JSON: invalid token near 'x'; save or download "
               "the file again");
    CHECK_TEXT(table_of(STR("[{\"a\":1}\n{\"a\":2}]"), JSON_LIST),
               "f:2: damaged JSON: ',' is missing between two records before "
               "'{\"a\":2}]'; save or download the file again");
    CHECK_TEXT(table_of(STR("[{\"a\":1},\n"), JSON_LIST),
               "f:2: damaged JSON: the file ends within the value that begins "
               "here; save or download the file again");
    finish();
}

static const char *nested(size_t depth)
{
    struct buf text;
    buf_init(&text, (size_t)1 << 20);
    buf_add_text(&text, "{\"a\":");
    buf_fill(&text, '[', depth - 1);
    buf_fill(&text, ']', depth - 1);
    buf_add_char(&text, '}');
    const char *made = arena_str(&arena, buf_str(&text)).ptr;
    buf_done(&text);
    return made;
}

static void test_limits(void)
{
    start();
    CU_ASSERT_TRUE(
        str_starts(str_from(lines_of(nested(JSON_SCAN_DEPTH))), STR("a\n")));
    CHECK_TEXT(lines_of(nested(JSON_SCAN_DEPTH + 1)),
               "f:1: damaged JSON: lists or objects stand too deep within each "
               "other; save or download the file again");
    CHECK_TEXT(lines_of(nested(500000)),
               "f:1: damaged JSON: lists or objects stand too deep within each "
               "other; save or download the file again");
    scratch_text("k.json", "{\"a\":1}\n{\"b\":2}\n{\"c\":2}\n");
    told.options.limits.columns = 2;
    told_read(&told, "k.json");
    CHECK_TEXT(told.err.text, "k.json: its records have 3 different keys, the "
                              "limit is 2; --no-limits lifts it");
    finish();
}

/* Many records of many keys: the table of them would be blank. */
static void test_wide(void)
{
    struct buf text;
    start();
    buf_init(&text, (size_t)1 << 24);
    for (int i = 0; i < 60000; i++)
        buf_printf(&text, "{\"k%d\":1}\n", i % 8000);
    scratch_write("w.json", text.ptr, text.len);
    told_read(&told, "w.json");
    CHECK_TEXT(told.err.text, "w.json: its 60000 records have 8000 different "
                              "keys, too many for one table; --no-limits lifts "
                              "that");
    buf_done(&text);
    finish();
}

#define SOUND                                                           \
    "[{\"supplier\":\"Fr\\u0061nce\",\"year\":2019,\"amount\":-1.5e2,"  \
    "\"x\":[true,{\"y\":null}]},\n{\"supplier\":\"\xC3\xA9\",\"year\":" \
    "\"2\"}]"

/* Every beginning and every byte changed: an answer or one line, never
 * both. */
static void test_hostile(void)
{
    static const char marks[] = "\"\\{}[],:0-e \n\xFFx";
    start();
    struct str sound = STR(SOUND);
    for (size_t len = 0; len < sound.len; len++)
        CU_ASSERT_EQUAL(
            strncmp(table_of((struct str){sound.ptr, len}, JSON_LIST), "f:", 2),
            0);
    char *bytes = malloc(sound.len);
    for (size_t i = 0; i < sound.len; i++) {
        for (size_t k = 0; k < sizeof marks; k++) {
            memcpy(bytes, sound.ptr, sound.len);
            bytes[i] = marks[k];
            table_of((struct str){bytes, sound.len}, JSON_LIST);
        }
    }
    free(bytes);
    finish();
}

/* What a file of this text answers. */
static const char *flows_of(const char *text)
{
    told_done(&told);
    told_init(&told);
    scratch_text("a.json", text);
    told_read(&told, "a.json");
    return told.sound ? told_flows(&told) : told.err.text;
}

#define CSV "supplier,recipient,year,amount,unit\\nItaly,India,2019,7,items\\n"

static void test_answers(void)
{
    start();
    CHECK_TEXT(flows_of("{\"result\":\"" CSV "\"}"),
               "Italy > India 2019  7 line 2\n");
    CHECK_TEXT(flows_of("\n {\"status\":0,\n\"result\":\"\\ufeff" CSV "\"}\n"),
               "Italy > India 2019  7 line 2\n");
    CHECK_TEXT(
        flows_of("{\"bytes\":\"c3VwcGxpZXIseWVhcixhbW91bnQsdW5pdApJdGFs\\n"
                 "eSwyMDE5LDcsaXRlbXM=\"}"),
        "Italy > (all) 2019  7 line 2\n");
    CHECK_TEXT(flows_of("{\"bytes\":\"c3Vw=\"}"),
               "a.json:1: the text of 'bytes' is no base64; save or download "
               "the file again");
    CHECK_TEXT(flows_of("{\"bytes\":\"\"}"), "a.json: the file is empty");
    CHECK_TEXT(flows_of("{\"result\":\"{\\\"a\\\":1}\"}"),
               "a.json:1: no known layout of arms-trade data begins like "
               "this: '{\"a\":1}'; armstats describe FILE proposes which "
               "column is what (--map), and doc/formats lists the layouts");
    CHECK_TEXT(flows_of("{\"supplier\":\"Italy\",\"bytes\":\"x\",\"year\":"
                        "2019,\"amount\":1,\"unit\":\"usd\"}\n"
                        "{\"supplier\":\"Italy\",\"year\":2020,\"amount\":2,"
                        "\"unit\":\"usd\"}"),
               "Italy > (all) 2019  1 line 1\n"
               "Italy > (all) 2020  2 line 2\n");
    finish();
}

/* Not everything that begins with a brace or a bracket is JSON. */
static void test_other_files(void)
{
    start();
    CU_ASSERT_PTR_NOT_NULL(strstr(flows_of("{\\rtf1 x}"), "RTF"));
    CHECK_TEXT(flows_of("[my table]\nsupplier,year,amount,unit\n"
                        "Italy,2019,1,usd\n"),
               "Italy > (all) 2019  1 line 3\n");
    finish();
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"values become cells, digit for digit", test_values},
        {"lines are those of the file", test_lines},
        {"damage is told with its line", test_damaged},
        {"depth and columns have limits", test_limits},
        {"a table of blanks is not made", test_wide},
        {"every cut and many changed bytes", test_hostile},
        {"answers of the site", test_answers},
        {"files that begin like JSON", test_other_files},
    };
    return TAP_RUN("json", cases);
}

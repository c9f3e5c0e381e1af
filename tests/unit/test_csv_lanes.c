/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pieces, scanned 64 bytes at a time, against libcsv: all that reading gives
 * must be the same, however the text is cut. */
#include <config.h>

#include <stdint.h>
#include <string.h>

#include "csv_subject.h"
#include "scratch.h"
#include "tap.h"

#define LARGE ((size_t)1024) /* for small texts */
#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static bool agrees_with(const struct csv_view *view, struct str bytes)
{
    return subject_agrees_everywhere(NULL, bytes, bytes.len + 2, view);
}

/* Under every delimiter, with and without an expected number of fields, and
 * with some behind them. */
static bool agrees_in_all_views(struct str bytes)
{
    struct csv_view view = csv_plain_view;
    bool same = true;

    view.columns = 3;
    for (size_t i = 0; same && i < SUBJECT_DELIMITERS; i++) {
        view.dialect.delimiter = subject_delimiters[i];
        view.expected = i % 2 ? 0 : 2;
        same = agrees_with(&view, bytes);
    }
    view.dialect.delimiter = ',';
    view.expected = 1;
    for (view.surplus = 1; same && view.surplus < 4; view.surplus++)
        same = agrees_with(&view, bytes);
    return same;
}

static void test_hostile(void)
{
    static const char *const texts[] = {
        "",
        "\n",
        "\r",
        "\r\n",
        "a",
        "\"",
        "\"\"",
        "a,b\nc,d\n",
        "a,b\nc,d",
        "a,b\r\nc,d\r\n\r\n\n\r\re,f",
        "a\rb\rc\r",
        "a\rb\nc\r\nd\n\re",
        "\"a\",\"b\"\n\"c\",\"d\"\n",
        "\"a\",\"b\"\r\n\"c\",\"\"\r\n",
        "\"a,\nb\",c\n\"d\r\ne\",f\n\"g\rh\",i\nj,k\n",
        "\"a\"\"b\",\"\"\"\"\n\"\"\"\",\"\"\"\"\"\"\n",
        "\"\"\"\n\"\"\",x\n\"\"\"\r\"\"\",y\nz,z\n",
        "a,b\nc\"d,e\nf,g\n\"h\"i,j\nk,l\n",
        "a,b\n\"c\nd\"e,f\ng,h\n",
        "a,\"b\nc,d\ne,f\n",
        "a,\"b\"\n\"c\",d\ne,\" \"\n\"f\" ,g\n h, \"i\"\nj,k\n",
        "a,b,\nc,d,,,\ne,f,g\nh\n\ni,j,\"\",\"\"\nk,l,\"\",\"m\"\n",
        "\"a\nb\"\n\"c\r\nd\",e,\"f\"\"g\"\n\"h\ri\"\nk,l\n",
        "\"a\"\"b\"\n\"c\"\"\",\"d\",\"e\"\"\"\nk,l\n",
        "\"a\r\n\",\"\r\n\r\n\"\r\nb,c\r\n",
        "\xEF\xBB\xBF\"a\",b\nc,d\n",
        "a;b\nc;d\n\"e;f\";g\n",
        "a\tb\n\"c\td\"\te\n",
        "a|b\n\"c|d\"|e\n",
        "\x80\xFF,\"\xC3\xA9\"\n\xC3\xA9,b\n",
        ",,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,\n,\n",
    };

    for (size_t i = 0; i < COUNT(texts); i++)
        CU_ASSERT_FATAL(agrees_in_all_views(str_from(texts[i])));
}

/* What is special at every place of a group of 64 and of its neighbours. */
static void test_group_edges(void)
{
    static const char *const specials[] = {
        "\n",        "\r",     "\r\n",         ",\"\"\n", ",\"\"\"\"\r\n",
        ",\"\n\",",  "\"",     ",\"a\"\"b\",", "\r\r\n",  ",\"\r\",",
        ",\"\r\n\"", "\"\"\n", ",\"a\"b\n",    "\n\"",    "\n\"a\"\n",
    };
    char text[200];
    struct csv_view view = csv_plain_view;

    for (size_t i = 0; i < COUNT(specials); i++)
        for (size_t at = 50; at < 140; at++) {
            size_t len = strlen(specials[i]);
            struct subject subject;
            memset(text, 'x', sizeof(text));
            memcpy(text + at, specials[i], len);
            text[180] = '\n';
            view.expected = at % 3;
            subject_init(&subject, NULL, (struct str){text, sizeof(text)},
                         &view);
            bool same = true;
            for (size_t block = 40; same && block < 200; block += 13)
                same = subject_agrees(&subject, 0, block);
            same = same && subject_agrees(&subject, 0, LARGE);
            subject_done(&subject);
            CU_ASSERT_FATAL(same);
        }
}

static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

/* Fields in quotes or not and what stands between them; a stray quote now and
 * then, in some texts never and in some often. */
static size_t make_text(char *text, size_t room, uint64_t *state)
{
    static const char *const fields[] = {
        "", "a", "bc", "\"\"", "\"d\"", "\"\"\"e\"\"\"", "\"\n\"", "\"f\r\n,\"",
    };
    static const char *const bounds[] = {
        ",", ",", ",", "\n", "\n", "\r\n", "\r", ",;\n",
    };
    static const char *const strays[] = {"\"", "g\"", " ", "\"\"h"};
    size_t len = 0, damage = next_random(state) % 30;

    for (unsigned turn = 0; len + 8 < room; turn++) {
        uint64_t n = next_random(state);
        const char *piece = turn % 2 ? bounds[n % 8] : fields[n % 8];
        if ((n >> 8) % 100 < damage / 2)
            piece = strays[(n >> 32) % 4];
        size_t size = strlen(piece);
        memcpy(text + len, piece, size);
        len += size;
    }
    return len;
}

static void test_random(void)
{
    uint64_t state = 20240401;
    char text[700];

    for (int n = 0; n < 2000; n++) {
        size_t room = 10 + next_random(&state) % (sizeof(text) - 10);
        struct str bytes = {text, make_text(text, room, &state)};
        struct csv_view view = csv_plain_view;
        struct subject subject;
        view.columns = next_random(&state) % 5;
        view.expected = next_random(&state) % 5;
        if (n % 4 == 0)
            view.limits = (struct reader_limits){
                .field = 1 + next_random(&state) % 20,
                .record = 1 + next_random(&state) % 60,
                .columns = 1 + next_random(&state) % 9,
            };
        if (n % 16 == 1)
            view.dialect.quote = 0;
        if (n % 16 == 2)
            view.dialect.tail = ';';
        subject_init(&subject, NULL, bytes, &view);
        bool same = true;
        for (int i = 0; same && i < 8; i++)
            same = subject_agrees(&subject, next_random(&state) % 90,
                                  1 + next_random(&state) % 300);
        same = same && subject_agrees(&subject, 0, LARGE);
        subject_done(&subject);
        CU_ASSERT_FATAL(same);
    }
}

/* More rows than a batch, more columns than are usual, fields that no block
 * holds. */
static void test_sizes(void)
{
    struct buf text;
    struct csv_view view = csv_plain_view;
    struct subject subject;

    buf_init(&text, 1 << 26);
    for (int i = 0; i < 5000; i++)
        buf_printf(&text, i % 1000 == 999 ? "%d\n" : "%d,\"b\"\n", i);
    buf_fill(&text, ',', 20000);
    buf_add_text(&text, "\n\"");
    buf_fill(&text, '\n', 3000);
    buf_add_text(&text, "\"\n");
    buf_fill(&text, 'x', (size_t)2 << 20);
    buf_add_text(&text, "\n");
    buf_fill(&text, '\n', 5000);
    buf_add_text(&text, "\"");
    buf_fill(&text, 'y', (size_t)2 << 20);
    buf_add_text(&text, "\",z\na,b\n");
    view.columns = 3;
    view.expected = 2;
    for (int limited = 0; limited < 2; limited++) {
        if (!limited)
            view.limits = (struct reader_limits){0};
        subject_init(&subject, NULL, buf_str(&text), &view);
        CU_ASSERT(subject_agrees(&subject, 0, SUBJECT_USUAL));
        CU_ASSERT(subject_agrees(&subject, 0, 4 * 1000 * 1000));
        CU_ASSERT(subject_agrees(&subject, 0, 5000));
        CU_ASSERT(subject_agrees(&subject, 333, 30000));
        subject_done(&subject);
        view.limits = reader_default_limits;
    }
    buf_done(&text);
}

/* As files, through every encoding that is found out. */
static void test_encodings(void)
{
    static const struct str texts[] = {
        STR("a,b\nc,\xC3\xA9\nd,\"\xE2\x82\xAC\"\n\xF0\x9F\x98\x80,e\n"),
        STR("a,b\nc,\xE9\nd,e\n"),
        STR("a,b\nc,\xC3\xA9\nd,\xE9\ne,f\n"),
        STR("a,b\n\"c\nd,e\",\0\nf,g\n"),
        STR("a,b\r\n\"c\r\nd\",\x81\r\nf,g\r\n"),
        STR("\xFF\xFE"
            "a\0,\0b\0\n\0\"\0c\0\"\0,\0d\0\n\0e"),
        STR("\xEF\xBB\xBF"
            "a,b\n\"c\",d\n\xE2\x82"),
        STR("a,b\nc,d\n\xC3"),
    };
    struct csv_view view = csv_plain_view;

    view.columns = 2;
    scratch_enter();
    for (size_t i = 0; i < COUNT(texts); i++) {
        scratch_write("t", texts[i].ptr, texts[i].len);
        for (view.expected = 0; view.expected < 3; view.expected += 2)
            CU_ASSERT(subject_agrees_everywhere("t", STR(""), texts[i].len + 2,
                                                &view));
    }
    scratch_leave();
}

/* What changes behind the first 64 KiB, where bytes pass without being taken
 * in. */
static void test_late_encodings(void)
{
    static const struct str late[] = {
        STR("\xC3\xA9,b\n"),  STR("\xE9,b\n"), STR("\xC3\xA9\n\xE9\n"),
        STR("\"x\ny\"\n\0"),  STR("\xC3"),     STR("\x81\n"),
        STR("\"a\n\xE9\"\n"),
    };
    struct buf text;
    struct csv_view view = csv_plain_view;

    view.columns = 2;
    view.expected = 2;
    buf_init(&text, 1 << 22);
    scratch_enter();
    for (size_t i = 0; i < COUNT(late); i++)
        for (size_t before = 0; before < 3; before++) {
            struct subject subject;
            bool same = true;
            buf_clear(&text);
            while (text.len < 200000 + before * 100000)
                buf_add_text(&text, before == 1 ? "ab,\"cd\"\r\n" : "ab,cd\n");
            buf_add(&text, late[i]);
            buf_add_text(&text, "e,f\n\ng,\"h\"\n");
            scratch_write("t", text.ptr, text.len);
            subject_init(&subject, "t", STR(""), &view);
            for (size_t block = 65500; same && block < SUBJECT_USUAL + 9;
                 block += 9973)
                same = subject_agrees(&subject, 0, block);
            same = same && subject_agrees(&subject, 65536, SUBJECT_USUAL);
            same = same && subject_agrees(&subject, 1000, 4096);
            same = same && subject_agrees(&subject, 0, (size_t)1 << 21);
            subject_done(&subject);
            CU_ASSERT(same);
        }
    scratch_leave();
    buf_done(&text);
}

/* UTF-8 that is cut by nearly every read. */
static void test_dense_utf8(void)
{
    struct buf text;
    struct csv_view view = csv_plain_view;
    struct subject subject;

    buf_init(&text, 1 << 22);
    for (int i = 0; i < 30000; i++)
        buf_printf(&text, "\xE2\x82\xAC\xE2\x82\xAC,\xD0\x96%d\n", i);
    scratch_enter();
    scratch_write("t", text.ptr, text.len);
    subject_init(&subject, "t", STR(""), &view);
    for (size_t block = SUBJECT_USUAL - 3; block < SUBJECT_USUAL + 3; block++)
        CU_ASSERT(subject_agrees(&subject, 0, block));
    subject_done(&subject);
    scratch_leave();
    buf_done(&text);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"hostile texts, cut everywhere", test_hostile},
        {"whatever stands at the edge of a group", test_group_edges},
        {"random texts", test_random},
        {"many rows, columns, bytes", test_sizes},
        {"encodings", test_encodings},
        {"encodings that show late", test_late_encodings},
        {"characters cut by reads", test_dense_utf8},
    };
    return TAP_RUN("csv lanes", cases);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unicode and messages of src/base: utf8, diag. */
#include <config.h>

#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/str.h"
#include "base/utf8.h"
#include "tap.h"

static struct arena arena;

static void test_utf8_valid(void)
{
    static const struct {
        const char *text;
        size_t valid;
    } table[] = {
        {"", 0},
        {"plain ASCII, longer than eight", 30},
        {"T\xC3\xBCrkiye", 8},
        {"1234567\xC3\xBC", 9},
        {"a\xC3", 1}, /* cut short */
        {"12345678\xFF", 8},
        {"\x80", 0},     /* continuation alone */
        {"\xC0\xAF", 0}, /* overlong */
        {"\xE0\x80\xAF", 0},
        {"\xF0\x80\x80\xAF", 0},
        {"\xED\xA0\x80", 0}, /* surrogate */
        {"\xED\x9F\xBF", 3},
        {"\xF4\x8F\xBF\xBF", 4}, /* U+10FFFF */
        {"\xF4\x90\x80\x80", 0},
        {"\xEF\xBF\xBF", 3}, /* U+FFFF */
        {"\xE2\x82\xAC\xE2\x82", 3},
    };
    for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) {
        /* A copy of the exact size, so that a step too far is seen. */
        struct str text = str_from(table[i].text);
        char bytes[40], *exact = bytes + sizeof(bytes) - text.len;
        memcpy(exact, text.ptr, text.len);
        size_t valid = utf8_valid_prefix((struct str){exact, text.len});
        CHECK_TEXT(arena_printf(&arena, "%zu: %zu", i, valid),
                   arena_printf(&arena, "%zu: %zu", i, table[i].valid));
    }
    int32_t code;
    CU_ASSERT(utf8_next(STR("\xE2\x82\xACx"), &code) == 3 && code == 0x20AC);
    CU_ASSERT(utf8_next(STR("\xE2\x82"), &code) == 1 && code == -1);
    CU_ASSERT(utf8_next(STR("\0"), &code) == 1 && code == 0);
}

static void test_utf8_width(void)
{
    CU_ASSERT_EQUAL(utf8_width(STR("T\xC3\xBCrkiye")), 7);
    CU_ASSERT_EQUAL(utf8_width(STR("Tu\xCC\x88rkiye")), 7); /* combining */
    CU_ASSERT_EQUAL(utf8_width(STR("\xE4\xB8\xAD\xE5\x9B\xBD")), 4);
    CU_ASSERT_EQUAL(utf8_width(STR("\x1B\xFF\n")), 3);
    CU_ASSERT_EQUAL(utf8_width(STR("2018\xE2\x80\x93"
                                   "22")),
                    7);
    CU_ASSERT(str_eq(utf8_prefix(STR("\xE4\xB8\xAD\xE5\x9B\xBD"), 3),
                     STR("\xE4\xB8\xAD")));
    CU_ASSERT(
        str_eq(utf8_prefix(STR("Tu\xCC\x88rkiye"), 2), STR("Tu\xCC\x88")));
    CU_ASSERT_EQUAL(utf8_prefix(STR("abc"), 0).len, 0);
    CU_ASSERT_EQUAL(utf8_prefix(STR("abc"), 99).len, 3);
}

static void test_utf8_key(void)
{
    static const struct {
        const char *text, *key;
    } table[] = {
        {"Türkiye", "turkiye"},
        {"TURKIYE", "turkiye"},
        {"TÜRKİYE", "turkiye"},
        {"Turkıye", "turkiye"},
        {"Tu\xCC\x88rkiye", "turkiye"}, /* decomposed */
        {"Côte d’Ivoire", "cote d'ivoire"},
        {"Cote d'Ivoire", "cote d'ivoire"},
        {"Cote d`Ivoire", "cote d'ivoire"},
        {"Cote d´Ivoire", "cote d'ivoire"},
        {"Cote d‘Ivoire", "cote d'ivoire"},
        {"Guinea–Bissau", "guinea-bissau"},
        {"Guinea—Bissau", "guinea-bissau"},
        {"Guinea‐Bissau", "guinea-bissau"},
        {"Guinea\u2011Bissau", "guinea-bissau"},
        {"  South \t Korea\u00A0", "south korea"},
        {"South\u00A0Korea", "south korea"},
        {"South\u00A0 \u202FKorea", "south korea"},
        {"Tür\u00ADkiye", "turkiye"}, /* soft hyphen */
        {"\uFEFFPoland", "poland"},
        {"São Tomé and Príncipe", "sao tome and principe"},
        {"Łódź", "lodz"},
        {"Ørsted", "orsted"},
        {"Đồng", "dong"},
        {"STRAẞE Straße", "strasse strasse"},
        {"Ægir œuvre", "aegir oeuvre"},
        {"Việt Nam", "viet nam"},
        {"Россия", "россия"},
        {"РОССИЯ", "россия"},
        {"中国", "中国"},
        {"한국", "한국"},
        {"\u1112\u1161\u11AB\u1100\u116E\u11A8", "한국"}, /* NFD */
        {"\xFF\xC3", "\xFF\xC3"},                         /* kept */
        {"A\xFF"
         "B",
         "a\xFF"
         "b"},
        {"", ""},
        {" \t ", ""},
        {"LTTE (Sri Lanka)*", "ltte (sri lanka)*"},
    };
    for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) {
        struct str key = utf8_key(&arena, str_from(table[i].text));
        tap_check_text(key.ptr, table[i].key, table[i].text, __FILE__,
                       __LINE__);
        /* A key is its own key. */
        tap_check_text(utf8_key(&arena, key).ptr, table[i].key, table[i].text,
                       __FILE__, __LINE__);
    }
}

static void test_utf8_key_any(void)
{
    size_t changed = 0, invalid = 0;
    for (uint32_t code = 0; code < 0x20000; code++) {
        char bytes[4] = {
            (char)(0xF0 | code >> 18), (char)(0x80 | (code >> 12 & 0x3F)),
            (char)(0x80 | (code >> 6 & 0x3F)), (char)(0x80 | (code & 0x3F))};
        struct str text = {bytes, 4};
        if (code < 0x10000) {
            bytes[1] = (char)(0xE0 | code >> 12);
            text = (struct str){bytes + 1, 3};
        }
        /* Overlong forms and surrogates come along as invalid bytes. */
        bool valid = utf8_valid_prefix(text) == text.len;
        struct arena own;
        arena_init(&own);
        struct str key = utf8_key(&own, text);
        changed += !str_eq(utf8_key(&own, key), key);
        invalid += valid && utf8_valid_prefix(key) != key.len;
        arena_done(&own);
    }
    CU_ASSERT_EQUAL(changed, 0);
    CU_ASSERT_EQUAL(invalid, 0);
}

/* Plain ASCII goes a way of its own: to the same key as with a letter behind
 * it that does not. */
static void test_utf8_key_ascii(void)
{
    struct arena own;
    arena_init(&own);
    for (int a = 1; a < 0x80; a++)
        for (int b = 1; b < 0x80; b++) {
            const char *plain = arena_printf(&own, "%c%cN", a, b);
            const char *other = arena_printf(&own, "%c%cN\xC3\xA9", a, b);
            struct str key = utf8_key(&own, str_from(plain));
            CHECK_TEXT(utf8_key(&own, str_from(other)).ptr,
                       arena_printf(&own, "%se", key.ptr));
        }
    arena_done(&own);
}

static void test_utf8_key_apart(void)
{
    /* Marks that make another word: ga and ka, Hindi "Bharat" and "Bhart". */
    CU_ASSERT(!str_eq(utf8_key(&arena, STR("ガーナ")),
                      utf8_key(&arena, STR("カーナ"))));
    CU_ASSERT(
        !str_eq(utf8_key(&arena, STR("भारत")), utf8_key(&arena, STR("भरत"))));
    CU_ASSERT(!str_eq(utf8_key(&arena, STR("Niger")),
                      utf8_key(&arena, STR("Nigeria"))));
}

static void test_utf8_harmless(void)
{
    static const struct {
        const char *text, *shown;
    } table[] = {
        {"T\xC3\xBCrkiye, 100 %", "T\xC3\xBCrkiye, 100 %"},
        {"a\nb\tc\r", "a\\x0ab\\x09c\\x0d"},
        {"\x1B]0;owned\x07", "\\x1b]0;owned\\x07"},
        {"x\x7F", "x\\x7f"},
        {"\xC2\x9B"
         "31m",
         "\\u{009b}31m"},
        {"\xC2\x85", "\\u{0085}"},
        {"a\xE2\x80\xAE"
         "b",
         "a\\u{202e}b"},
        {"\xE2\x81\xA6\xE2\x80\x8F\xD8\x9C", "\\u{2066}\\u{200f}\\u{061c}"},
        {"a\xE2\x80\xA8", "a\\u{2028}"},
        {"\x9B\xFF\xC3", "\\x9b\\xff\\xc3"},
        {"\xE2\x80\x90\xE2\x80\xAF", "\xE2\x80\x90\xE2\x80\xAF"},
    };
    for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) {
        struct str text = str_from(table[i].text);
        struct str shown = utf8_harmless(&arena, text);
        tap_check_text(arena_str(&arena, shown).ptr, table[i].shown,
                       table[i].shown, __FILE__, __LINE__);
    }
    CU_ASSERT(str_eq(utf8_harmless(&arena, STR("a\0b")), STR("a\\x00b")));
    struct str plain = STR("plain");
    CU_ASSERT_PTR_EQUAL(utf8_harmless(&arena, plain).ptr, plain.ptr);
}

/* What the call writes to standard error; each write as "<...>". */
static const char *said(void (*call)(void))
{
    int ends[2];
    CU_ASSERT_FATAL(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends) == 0);
    int kept = dup(STDERR_FILENO);
    dup2(ends[1], STDERR_FILENO);
    call();
    dup2(kept, STDERR_FILENO);
    close(kept);
    close(ends[1]);
    const char *all = "";
    char bytes[4096];
    ssize_t len;
    while ((len = recv(ends[0], bytes, sizeof(bytes), 0)) > 0)
        all = arena_printf(&arena, "%s<%.*s>", all, (int)len, bytes);
    close(ends[0]);
    return all;
}

static void say_all(void)
{
    diag_info("%d rows", 3);
    diag_note("n");
    diag_warning("100 %%");
    diag_error("e");
}

static void say_hostile(void)
{
    diag_info("%s", "name\narmstats: error: forged\x1B[2J");
}

static void test_diag_lines(void)
{
    CHECK_TEXT(said(say_all), "<armstats: 3 rows\n><armstats: note: n\n>"
                              "<armstats: warning: 100 %\n>"
                              "<armstats: error: e\n>");
    diag_quiet(true);
    CHECK_TEXT(said(say_all), "<armstats: warning: 100 %\n>"
                              "<armstats: error: e\n>");
    diag_quiet(false);
    CHECK_TEXT(said(say_hostile),
               "<armstats: name\\x0aarmstats: error: forged\\x1b[2J\n>");
}

static void test_diag_quote(void)
{
    CHECK_TEXT(diag_quote(&arena, STR("Poland")), "'Poland'");
    CHECK_TEXT(diag_quote(&arena, STR("a\nb")), "'a\\x0ab'");
    CHECK_TEXT(diag_quote(&arena, (struct str){NULL, 0}), "''");
    char bytes[500];
    memset(bytes, 'x', sizeof(bytes));
    bytes[59] = '9';
    CHECK_TEXT(diag_quote(&arena, (struct str){bytes, 60}),
               arena_printf(&arena, "'%.60s'", bytes));
    CHECK_TEXT(diag_quote(&arena, (struct str){bytes, 61}),
               arena_printf(&arena, "'%.60s...'", bytes));
    /* Characters count, not bytes, and marks that take no column too. */
    for (size_t i = 0; i < 200; i += 2)
        memcpy(bytes + i, "\xCC\x88", 2);
    CHECK_TEXT(diag_quote(&arena, (struct str){bytes, 200}),
               arena_printf(&arena, "'%.120s...'", bytes));
}

static const struct tap_case cases[] = {
    {"utf8: what is valid", test_utf8_valid},
    {"utf8: columns", test_utf8_width},
    {"utf8: keys of names", test_utf8_key},
    {"utf8: the key of any character is its own key", test_utf8_key_any},
    {"ASCII has the key that Unicode gives it", test_utf8_key_ascii},
    {"utf8: keys that must differ", test_utf8_key_apart},
    {"utf8: harmless for a terminal", test_utf8_harmless},
    {"diag: one write a line, nothing forged", test_diag_lines},
    {"diag: quoted text from data", test_diag_quote},
};

int main(void)
{
    arena_init(&arena);
    int status = TAP_RUN("utf8", cases);
    arena_done(&arena);
    return status;
}

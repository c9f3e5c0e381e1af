/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows read one by one, in columns, and in several threads come to the same:
 * cells of the cube, account of the rows, years and units. */
#include <config.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/digits.h"
#include "cmd/funnel.h"
#include "scratch.h"
#include "source/reading.h"
#include "tap.h"

#define ROWS 1500

enum way { ONE_BY_ONE, IN_COLUMNS, IN_THREADS };

static const unsigned all_dims =
    DIM_SUPPLIER | DIM_RECIPIENT | DIM_CATEGORY | DIM_YEAR;

static int line_order(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* The cells as lines, in order. */
static void tell_cells(struct arena *arena, struct buf *buf,
                       const struct cube *cube, const struct names *names)
{
    const char **lines = arena_alloc(arena, cube->len + 1, sizeof(*lines));
    for (size_t i = 0; i < cube->len; i++) {
        const struct cube_cell *cell = &cube->cells[i];
        const amount *const amounts[] = {&cell->sum, &cell->items_estimated,
                                         &cell->year_estimated,
                                         &cell->half_width, &cell->half_below};
        const char *line = arena_printf(
            arena, "%.*s|%.*s|%.*s|%d %" PRIu64 " %" PRIu64 " %" PRIu64,
            STR_ARG(names_text(&names->places, cell->key.supplier)),
            STR_ARG(names_text(&names->places, cell->key.recipient)),
            STR_ARG(names_text(&names->categories, cell->key.category)),
            cell->key.year, cell->rows, cell->below_half, cell->unreported);
        for (size_t k = 0; k < sizeof(amounts) / sizeof(amounts[0]); k++) {
            char text[DECIMAL_TEXT];
            amount_exact(text, *amounts[k]);
            line = arena_printf(arena, "%s %s", line, text);
        }
        lines[i] = line;
    }
    qsort(lines, cube->len, sizeof(*lines), line_order);
    for (size_t i = 0; i < cube->len; i++)
        buf_printf(buf, "%s\n", lines[i]);
}

static void tell_entry(struct buf *buf, const char *what,
                       const struct tally_entry *entry)
{
    if (entry->rows == 0)
        return;
    buf_printf(buf, "%s %" PRIu64 ":", what, entry->rows);
    for (size_t i = 0; i < TALLY_SAMPLES && i < entry->rows; i++)
        buf_printf(buf, " %" PRIu64 " %s", entry->lines[i], entry->texts[i]);
    buf_add_char(buf, '\n');
}

static void tell_reading(struct buf *buf, const struct reading *reading)
{
    const struct tally *tally = &reading->tally;
    buf_printf(buf, "%" PRIu64 " read, %" PRIu64 " used\n", tally->rows_read,
               tally->rows_used);
    for (size_t i = 0; i < FAULT_COUNT; i++)
        tell_entry(buf, fault_text((enum row_fault)i), &tally->faults[i]);
    for (size_t i = 0; i < REMARK_COUNT; i++)
        tell_entry(buf, remark_text((enum remark)i), &tally->remarks[i]);
    buf_printf(buf, "years %d-%d, %s, %s, estimates %d, divided %d %d\n",
               reading->seen.from, reading->seen.to, unit_word(reading->unit),
               measure_word(reading->measure), reading->estimates,
               reading->scope.supplier.divided,
               reading->scope.recipient.divided);
}

static bool take_one(void *context, const struct flow *flow, struct err *err)
{
    return cube_add(context, flow, err);
}

/* Everything that a reading of the file comes to. */
static const char *read_way(struct arena *arena, const char *file,
                            const char *map, enum way way, size_t block)
{
    const struct read_options options = {
        .decimal = '.',
        .rounded_to = -1,
        .unit = -1,
        .categories = true,
        .map = map,
        .threads = way == IN_THREADS ? 4 : 1,
        .limits = reader_default_limits,
    };
    const struct filter everything = {0};
    struct reading reading;
    struct names names;
    struct cube cube;
    struct funnel funnel;
    struct deal_years seen;
    struct buf buf;
    struct err err = {0};
    names_init(&names);
    cube_init(&cube, all_dims);
    funnel_init(&funnel, &everything, NULL, &names);
    deal_years_init(&seen);
    buf_init(&buf, SIZE_MAX / 4);
    funnel.cubes[0] = &cube;
    struct flow_sink sink =
        way == ONE_BY_ONE
            ? (struct flow_sink){.take = take_one, .context = &cube}
            : funnel_sink(&funnel);
    bool done = reading_open(&reading, file, 0, &options, &err);
    if (done && block > 0)
        reader_set_block(reading.reader, block);
    reading.seen_deals = &seen;
    if (done && reading_run(&reading, &names, sink, &err)) {
        tell_cells(arena, &buf, &cube, &names);
        tell_reading(&buf, &reading);
    }
    buf_printf(&buf, "%s\n", err.text);
    const char *told = arena_str(arena, buf_str(&buf)).ptr;
    reading_done(&reading);
    buf_done(&buf);
    deal_years_done(&seen);
    funnel_done(&funnel);
    cube_done(&cube);
    names_done(&names);
    return told;
}

/* With the mapping, or null. */
static void check_file(const char *file, const char *map)
{
    static const size_t blocks[] = {0, 100, 4096, 65536};
    struct arena arena;
    arena_init(&arena);
    const char *expected = read_way(&arena, file, map, ONE_BY_ONE, 0);
    for (size_t i = 0; i < sizeof(blocks) / sizeof(blocks[0]); i++) {
        CHECK_TEXT(read_way(&arena, file, map, IN_COLUMNS, blocks[i]),
                   expected);
        CHECK_TEXT(read_way(&arena, file, map, IN_THREADS, blocks[i]),
                   expected);
    }
    arena_done(&arena);
}

static unsigned long random_state;

static unsigned draw(unsigned below)
{
    random_state = random_state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(random_state >> 33) % below;
}

#define DRAW(list) list[draw(sizeof(list) / sizeof(list[0]))]

/* Mostly the first text, now and then one of the others. */
#define DRAW_ODD(list, odds) (draw(odds) ? list[0] : DRAW(list))

static const char *draw_amount(struct arena *arena)
{
    static const char *const odd[] = {"",
                                      " 12.5",
                                      "12.5 ",
                                      "-3",
                                      "1e3",
                                      "nan",
                                      "0",
                                      "0.00",
                                      "12345678.9",
                                      "00000",
                                      "1.2345678",
                                      "12,5",
                                      ".5",
                                      "5.",
                                      ".",
                                      "+7",
                                      "9999999999999999999",
                                      "\"4.25\"",
                                      "1.2.3",
                                      "123456789012.25",
                                      "0x10",
                                      "1 000"};
    if (draw(8) == 0)
        return DRAW(odd);
    return arena_printf(arena, "%u.%0*u", draw(100000), 1 + (int)draw(6),
                        draw(10));
}

/* A table whose rows are of every kind: plain, odd and at fault. */
static void invent(unsigned seed, const char *name)
{
    static const char *const places[] = {"France",
                                         "South Korea",
                                         "Korea, Rep.",
                                         "Poland",
                                         " Poland",
                                         "Norway ",
                                         "unknown supplier(s)",
                                         "(all)",
                                         "",
                                         "Rebels of a place with a long name",
                                         "\"Quoted, with a comma\"",
                                         "\"Two\nlines\"",
                                         "\"A \"\"word\"\"\"",
                                         "Türkiye",
                                         "fr"};
    static const char *const years[] = {"2001",  "2002", "2010",       "1999",
                                        " 2003", "201",  "2001-05-06", "1799",
                                        "2200",  "x",    "\"2004\"",   ""};
    static const char *const categories[] = {
        "Aircraft", "Ships", "", " Ships", "930100", "\"Air, defence\""};
    static const char *const units[] = {"tiv_million", "tiv_million", "TIV"};
    static const char *const flags[] = {"0", "1", "", "Yes", "no", "maybe"};
    static const char *const states[] = {"exact", "below_half",   "",
                                         "none",  "not_reported", "?"};
    static const char *const widths[] = {"0.01", "1", "", "x"};
    static const char *const items[] = {"1", "12", "", "many", "123456789"};
    static const char *const ends[] = {"\n",   "\r\n", ",\n",  ",x\n",
                                       "\n\n", "\"\n", ",,,\n"};
    struct arena arena;
    struct buf buf;
    arena_init(&arena);
    buf_init(&buf, SIZE_MAX / 4);
    random_state = seed;
    buf_add_text(&buf, "supplier,recipient,year,category,amount,unit,cell,"
                       "rounded_to,items,order_year,year_estimated,"
                       "items_estimated\n");
    for (int i = 0; i < ROWS; i++)
        buf_printf(&buf, "%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s%s",
                   draw(3) ? places[draw(4)] : DRAW(places),
                   DRAW_ODD(places, 3), draw(5) ? years[draw(3)] : DRAW(years),
                   DRAW_ODD(categories, 4), draw_amount(&arena),
                   DRAW_ODD(units, 50), DRAW_ODD(states, 30),
                   DRAW_ODD(widths, 60), DRAW_ODD(items, 9), DRAW_ODD(years, 9),
                   DRAW_ODD(flags, 4), DRAW_ODD(flags, 4), DRAW_ODD(ends, 40));
    scratch_write(name, buf_str(&buf).ptr, buf_str(&buf).len);
    buf_done(&buf);
    arena_done(&arena);
}

static void test_invented(void)
{
    scratch_enter();
    for (unsigned seed = 1; seed <= 12; seed++) {
        invent(seed, "rows.csv");
        check_file("rows.csv", NULL);
    }
    scratch_leave();
}

/* As a mapping says, whatever it leaves to constants, marks and scale. */
static void test_mapped(void)
{
#define ALL                                                                    \
    "supplier=Supplier,year=YEAR,amount=amount,category=category,unit=[unit]," \
    "cell=cell,rounded_to=[rounded_to],items=items,order_year=order_year,"     \
    "year_estimated=year_estimated,items_estimated=items_estimated"
    static const char *const maps[] = {
        ALL ",recipient=recipient",
        ALL ",recipient=\"Poland\",thousands=space",
        ALL ",recipient=recipient,decimal=comma,thousands=point,scale=thousand",
        ALL ",recipient=recipient,scale=billion",
        "recipient=#2,supplier=\"South Korea\",category=\"all\",year=2004,"
        "amount=#5,unit=usd,header=yes",
        "recipient=#2,year=#3,amount=\"1\",unit=licences,header=no",
    };
#undef ALL
    scratch_enter();
    for (unsigned seed = 1; seed <= 3; seed++) {
        invent(seed, "rows.csv");
        for (size_t i = 0; i < sizeof maps / sizeof maps[0]; i++)
            check_file("rows.csv", maps[i]);
    }
    scratch_leave();
}

static void test_own_files(void)
{
    static const char *const files[] = {"register.csv",
                                        "register-remarks.csv",
                                        "register-quoted.csv",
                                        "register-early.csv",
                                        "register-cut.csv",
                                        "register-tails.csv",
                                        "register-duplicate.csv",
                                        "register-bad-year.csv",
                                        "tidy.csv",
                                        "tidy-usd.csv",
                                        "register-bom-crlf.csv"};
    const char *folder = getenv("srcdir");
    for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
        char path[4096];
        snprintf(path, sizeof(path), "%s/tests/data/%s", folder ? folder : ".",
                 files[i]);
        check_file(path, NULL);
    }
}

static void test_register(void)
{
    char path[4096];
    if (!tap_shared()) {
        tap_skip("ARMSTATS_SHARED is not set");
        return;
    }
    snprintf(path, sizeof(path),
             "%s/corpus/sipri_register/AndreiPetre_trade-register.csv",
             tap_shared());
    check_file(path, NULL);
}

/* Every text of up to eight of these characters at both ends of a word. */
static void test_digits(void)
{
    static const char *const texts[] = {"0",
                                        "7",
                                        "12",
                                        "123",
                                        "1234",
                                        "12345",
                                        "123456",
                                        "1234567",
                                        "12345678",
                                        "123456789",
                                        ".5",
                                        "5.",
                                        ".",
                                        "1.5",
                                        "12.345",
                                        "1.234567",
                                        "1.2345678",
                                        "1.2.3",
                                        "-1",
                                        "+1",
                                        " 1",
                                        "1 ",
                                        "a",
                                        "1a",
                                        "12345.67",
                                        "0.000001",
                                        "00000000",
                                        "99999999",
                                        "9.999999",
                                        "\xB0",
                                        "1\xB5",
                                        "/",
                                        ":",
                                        "1:",
                                        "..",
                                        "1,5",
                                        "",
                                        "1e5",
                                        "1.00000",
                                        "123456789.5",
                                        "1234567890123456",
                                        "1.34567890123456",
                                        "1234567890.123456",
                                        "999999999999.999",
                                        "12345678.12345678",
                                        "9223372036854.77",
                                        "12.345678.9",
                                        "1234567.1234567"};
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        char room[32]; /* behind the text something else may stand */
        memset(room, '1', sizeof(room));
        struct str text = {room, strlen(texts[i])};
        memcpy(room, texts[i], text.len);
        struct decimal decimal;
        int64_t quick;
        bool plain = decimal_parse(text, '.', &decimal) == DECIMAL_OK &&
                     !decimal.rounded && !decimal.shortened;
        if (digits_parse_decimal(text, '.', &quick)) {
            CU_ASSERT_TRUE(plain);
            CU_ASSERT_TRUE(decimal.value == quick);
        } else {
            CU_ASSERT_TRUE(!plain || decimal.value > INT64_MAX ||
                           text.len > 16 || text.ptr[0] == '-' ||
                           text.ptr[0] == '+');
        }
        unsigned long slow;
        uint32_t number;
        bool digits = str_to_uint(text, 99999999, &slow);
        bool found = digits_parse(text, &number);
        CU_ASSERT_EQUAL(found, digits && text.len <= 8);
        if (found)
            CU_ASSERT_EQUAL(number, slow);
    }
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"digits read at once are those read one by one", test_digits},
        {"invented rows: one by one, in columns, in threads", test_invented},
        {"mapped rows: one by one, in columns, in threads", test_mapped},
        {"our own files: one by one, in columns, in threads", test_own_files},
        {"a register: one by one, in columns, in threads", test_register},
    };
    return TAP_RUN("rows", cases);
}

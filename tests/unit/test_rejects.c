/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows left out: told once each, in order, however many they are, in whatever
 * order and by however many threads they come. */
#include <config.h>

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/crew.h"
#include "csv/reader.h"
#include "source/rejects.h"
#include "tap.h"

#define LINES ((uint64_t)120000) /* some 18 MB: three runs in a file */

#define TEXT_BYTES ((size_t)60)

/* What was told, checked as it comes. */
struct told {
    uint64_t rows, last_line;
    unsigned last_file;
    bool in_order, sound;
    struct reject first;
    struct reject_place place;
    char text[64], heading[64];
};

static bool take(void *context, const struct reject *reject,
                 const struct reject_place *place, struct err *err)
{
    struct told *told = context;
    (void)err;
    if (told->rows == 0) {
        told->first = *reject;
        told->place = *place;
        snprintf(told->text, sizeof(told->text), "%.*s", STR_ARG(reject->text));
        snprintf(told->heading, sizeof(told->heading), "%.*s",
                 STR_ARG(place->heading));
    }
    bool later = reject->file > told->last_file ||
                 (reject->file == told->last_file &&
                  reject->line - 1 > told->last_line - 1);
    told->in_order &= told->rows == 0 || later;
    told->last_file = reject->file;
    told->last_line = reject->line;
    told->rows++;
    /* The text is that of the line. */
    if (reject->text.len == TEXT_BYTES) {
        char number[24];
        int len = snprintf(number, sizeof(number), "%llu|",
                           (unsigned long long)reject->line);
        told->sound &= memcmp(number, reject->text.ptr, (size_t)len) == 0;
    }
    return true;
}

static struct told tell(struct rejects *rejects)
{
    struct told told = {.in_order = true, .sound = true};
    struct err err = {0};
    CU_ASSERT(rejects_tell(rejects, (struct reject_taker){take, &told}, &err));
    return told;
}

static void add_line(struct rejects *rejects, unsigned file, uint64_t line)
{
    char text[TEXT_BYTES];
    memset(text, 'x', sizeof(text));
    int len = snprintf(text, sizeof(text), "%llu|", (unsigned long long)line);
    text[len] = 'x';
    struct reject reject = {.file = file,
                            .line = line,
                            .rows = 1,
                            .byte = UINT64_MAX,
                            .column = SIZE_MAX,
                            .text = {text, sizeof(text)}};
    rejects_add(rejects, &reject);
}

/* Two threads, each with every second line, the second backwards. */
static void work(void *context, unsigned index)
{
    for (uint64_t i = 0; i < LINES / 2; i++)
        add_line(context, 0, index == 0 ? 2 * i + 1 : LINES - 2 * i);
}

static void test_many(void)
{
    struct rejects *rejects = rejects_new();
    struct tally tally = {0};
    unsigned file = rejects_begin(rejects, "many.csv", NULL);
    crew_run(2, work, rejects);
    tally.asides[ASIDE_SERVICES] = 7;
    rejects_end(rejects, file, &tally, 0);
    file = rejects_begin(rejects, "other.csv", NULL);
    for (uint64_t line = LINES; line > 0; line -= 3)
        add_line(rejects, file, line);
    struct told told = tell(rejects);
    CU_ASSERT_EQUAL(told.rows, LINES + 1 + LINES / 3);
    CU_ASSERT(told.in_order);
    CU_ASSERT(told.sound);
    rejects_free(rejects);
}

static void test_few(void)
{
    struct rejects *rejects = rejects_new();
    CU_ASSERT_EQUAL(tell(rejects).rows, 0);
    rejects_free(rejects);

    rejects = rejects_new();
    unsigned file = rejects_begin(rejects, "few.csv", NULL);
    add_line(rejects, file, 9);
    add_line(rejects, file, 3);
    struct told told = tell(rejects);
    CU_ASSERT_EQUAL(told.rows, 2);
    CU_ASSERT(told.in_order && told.first.line == 3);
    rejects_free(rejects);
}

/* A tally finds the place of a cell by itself, or is told. */
static void test_places(void)
{
    static const char bytes[] = "a,b,c\n1,two,\n";
    static const size_t columns[] = {0, 1, 2};
    const struct str names[] = {STR("a"), STR(" b "), STR("c")};
    const struct head_record header = {.cells = names, .count = 3, .line = 1};
    enum { BY_TEXT, TOLD, REPAIRED, WAYS };

    for (int way = BY_TEXT; way < WAYS; way++) {
        struct text *text = text_memory(str_from(bytes));
        struct reader *reader =
            reader_open(text, "f", (struct dialect){.delimiter = ','},
                        reader_default_limits);
        struct share *share = share_open(reader);
        struct batch batch;
        struct arena arena;
        struct tally tally;
        struct err err = {0};
        reader_want(reader, columns, 3, 3);
        CU_ASSERT(reader_skip(reader, 1, &err));
        CU_ASSERT(share_fetch(reader, share, &batch, &err));
        arena_init(&arena);
        tally_init(&tally, &arena);
        tally.rejects = rejects_new();
        tally.file = rejects_begin(tally.rejects, "f.csv", &header);
        tally.batch = &batch;
        struct str two = {batch.cells[1].ptr, 2};
        if (way == BY_TEXT)
            tally_fault(&tally, FAULT_AMOUNT, 2, two);
        else if (way == TOLD)
            tally_fault_in(&tally, FAULT_NAME, 2, 2, two);
        else
            tally_repair(&tally, REMARK_ROUNDED, 2, two);
        rejects_end(tally.rejects, tally.file, &tally, 3);
        struct told told = tell(tally.rejects);
        CU_ASSERT_EQUAL(told.rows, 1);
        CU_ASSERT_EQUAL(told.first.rows, way == REPAIRED ? 0 : 1);
        CU_ASSERT_EQUAL(told.first.column, way == TOLD ? 2 : 1);
        CHECK_TEXT(told.heading, way == TOLD ? "c" : "b");
        CHECK_TEXT(told.text, "tw");
        CU_ASSERT_EQUAL(told.place.byte, 3 + sizeof("a,b,c\n"));
        CU_ASSERT_EQUAL(tally_left_out(&tally), way == REPAIRED ? 0 : 1);
        rejects_free(tally.rejects);
        arena_done(&arena);
        share_close(share);
        reader_close(reader);
        text_close(text);
    }
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"few", test_few},
        {"many, by two threads", test_many},
        {"their places", test_places},
    };
    return TAP_RUN("rejects", cases);
}

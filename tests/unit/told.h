/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file as a reading sees it: its flows and its account as lines of text, for
 * the tests of layouts. */
#ifndef TESTS_UNIT_TOLD_H
#define TESTS_UNIT_TOLD_H

#include "base/buf.h"
#include "source/reading.h"
#include "trade/filter.h"

struct told {
    struct arena arena;
    struct names names;
    struct reading reading;
    struct filter asked;
    struct read_options options;
    struct err err;
    bool sound;
    struct buf flows; /* "USA > Poland 2019 930690 600 line 2" each */
    amount sum;
};

/* Everything empty; `options` and `asked` are for the test to change. */
void told_init(struct told *told);
void told_done(struct told *told);

/* Reads the file; with a failure the message is in told->err.text. */
void told_read(struct told *told, const char *file);

/* The flows that `asked` takes. */
const char *told_flows(const struct told *told);

/* "9 read, 4 used, 1 totals; 2 services; 1 remark: ..." */
const char *told_account(struct told *told);

/* Sum of all flows: "1700.5". */
const char *told_sum(struct told *told);

/* A file of the corpus that was read, or null: the case is skipped, or it
 * could not be read, which is a failed assertion. */
bool told_read_shared(struct told *told, const char *file);

#endif

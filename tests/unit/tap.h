/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CUnit that speaks TAP: one line a test, so that every case shows under
 * automake's TAP driver. A test program lists its cases and calls tap_run. */
#ifndef TESTS_UNIT_TAP_H
#define TESTS_UNIT_TAP_H

#include <CUnit/CUnit.h>
#include <stddef.h>

struct tap_case {
    const char *name;
    void (*run)(void);
};

/* Runs all, prints the plan, "ok"/"not ok" lines with the failed assertions
 * as comments and CUnit's run summary as comments; the exit status. */
int tap_run(const char *suite, const struct tap_case *cases, size_t count);
#define TAP_RUN(suite, cases) \
    tap_run(suite, cases, sizeof(cases) / sizeof(cases)[0])

/* Text assertions that show both sides when they fail. */
#define CHECK_TEXT(actual, expected) \
    tap_check_text(actual, expected, #actual, __FILE__, __LINE__)
void tap_check_text(const char *actual, const char *expected,
                    const char *what, const char *file, int line);

/* Marks the running case as skipped, with the reason. */
void tap_skip(const char *reason);

/* Folder of real files (ARMSTATS_SHARED) or null; a case that needs it calls
 * tap_skip and returns. */
const char *tap_shared(void);

#endif

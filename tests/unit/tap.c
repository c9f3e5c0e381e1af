/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "tap.h"

#include <CUnit/TestRun.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t number;           /* of the running case, from 1 */
static const char *skip_reason; /* of the running case, or null */

/* Lines of a comment; a text of many lines must not end it early. */
static void print_comment(const char *text)
{
    while (*text) {
        size_t len = strcspn(text, "\r\n");
        if (len > 0)
            printf("# %.*s\n", (int)len, text);
        text += len;
        text += strspn(text, "\r\n");
    }
}

static void start_case(const CU_pTest test, const CU_pSuite suite)
{
    (void)test;
    (void)suite;
    number++;
    skip_reason = NULL;
}

static void print_failure(const CU_FailureRecord *failure)
{
    const char *condition = failure->strCondition ? failure->strCondition : "";
    const char *file = failure->strFileName ? failure->strFileName : "?";
    size_t size = strlen(file) + strlen(condition) + 32;
    char *text = malloc(size);
    if (!text)
        abort();
    snprintf(text, size, "%s:%u: %s", file, failure->uiLineNumber, condition);
    print_comment(text);
    free(text);
}

static void end_case(const CU_pTest test, const CU_pSuite suite,
                     const CU_pFailureRecord failures)
{
    (void)suite;
    if (failures)
        printf("not ok %zu - %s\n", number, test->pName);
    else if (skip_reason)
        printf("ok %zu - %s # SKIP %s\n", number, test->pName, skip_reason);
    else
        printf("ok %zu - %s\n", number, test->pName);
    const CU_FailureRecord *failure = failures;
    for (; failure && failure->pTest == test; failure = failure->pNext)
        print_failure(failure);
}

static bool add_cases(const char *suite, const struct tap_case *cases,
                      size_t count)
{
    CU_pSuite added = CU_add_suite(suite, NULL, NULL);
    for (size_t i = 0; added && i < count; i++)
        if (!CU_add_test(added, cases[i].name, cases[i].run))
            return false;
    return added;
}

int tap_run(const char *suite, const struct tap_case *cases, size_t count)
{
    /* Whole lines, so that what was printed before a crash is seen and a
     * forked child has nothing to print again. */
    setvbuf(stdout, NULL, _IOLBF, 0);
    if (CU_initialize_registry() != CUE_SUCCESS ||
        !add_cases(suite, cases, count)) {
        printf("Bail out! %s\n", CU_get_error_msg());
        return EXIT_FAILURE;
    }
    printf("1..%zu\n", count);
    number = 0;
    CU_set_test_start_handler(start_case);
    CU_set_test_complete_handler(end_case);
    CU_run_all_tests();

    char *summary = CU_get_run_results_string();
    print_comment(summary ? summary : "no run summary");
    free(summary);
    bool sound = CU_get_number_of_failure_records() == 0 &&
                 CU_get_number_of_tests_run() == count;
    CU_cleanup_registry();
    return sound ? EXIT_SUCCESS : EXIT_FAILURE;
}

void tap_check_text(const char *actual, const char *expected, const char *what,
                    const char *file, int line)
{
    bool same = actual && expected && strcmp(actual, expected) == 0;
    char text[2000];
    snprintf(text, sizeof(text), "%s is \"%s\", not \"%s\"", what,
             actual ? actual : "(null)", expected ? expected : "(null)");
    CU_assertImplementation(same, (unsigned)line, text, file, "", CU_FALSE);
}

void tap_skip(const char *reason)
{
    skip_reason = reason;
}

const char *tap_shared(void)
{
    const char *folder = getenv("ARMSTATS_SHARED");
    return folder && *folder ? folder : NULL;
}

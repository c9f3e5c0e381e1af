/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A study to put questions to, of a real file or of invented deliveries, and
 * answers as the texts that a person and a machine read. */
#ifndef TESTS_UNIT_DESK_H
#define TESTS_UNIT_DESK_H

#include "analysis/study.h"
#include "result/result.h"
#include "source/reading.h"

/* Owns everything; `study` and `question` are for the test to change. */
struct desk {
    struct arena arena;
    struct names names;
    struct cube cube;
    bool is_read;
    struct reading reading;
    struct filter asked;
    struct study study;
    struct question question;  /* the last five years, ten rows */
    const struct study *world; /* for its totals, or null */
    const struct study *other; /* another release, or null */
};

/* Supplier, recipient and year of a whole file of the shared folder, which the
 * study names so. False, and the case is skipped, without that folder; false
 * with a failed assertion when the file cannot be read. */
bool desk_open(struct desk *desk, const char *path, const char *source,
               const char *release);

/* The register of the release of March 2024, 1990 to 2023. */
bool desk_open_register(struct desk *desk);

/* Invented deliveries of everybody, 2014 to 2023, in TIV. */
void desk_invent(struct desk *desk);

/* France delivers to five places, of which the last three take the same;
 * Norway to one. An unknown recipient counts like any other. */
void desk_invent_trade(struct desk *desk);

/* A trade with many ties, asked about France; the same rows in every order:
 * from the first one on in strides. */
void desk_invent_shuffled(struct desk *desk, size_t first, size_t stride);

void desk_done(struct desk *desk);

/* Adds a delivery; "0" is one below printed precision. */
void desk_add(struct desk *desk, const char *supplier, const char *recipient,
              int year, const char *value);

/* As --supplier and --recipient would. */
void desk_ask(struct desk *desk, const char *supplier, const char *recipient);
void desk_years(struct desk *desk, const char *years, const char *previous);

enum desk_command { RANK, FACTSHEET, PARTNERS };

/* What the command answers, or null. */
struct result *desk_answer(struct desk *desk, enum desk_command command,
                           struct err *err);

/* The answer in that format ("table", "csv"), which the caller frees. */
char *desk_text(struct desk *desk, enum desk_command command,
                const char *format);

/* A result in that format, which the caller frees; the result is freed. */
char *desk_print(struct result *result, const char *format);

/* Asserts that the answer has these lines, each compared whole; "..." stands
 * for any number of lines. */
#define CHECK_ANSWER(desk, command, format, lines) \
    desk_check_answer(desk, command, format, lines, __FILE__, __LINE__)
void desk_check_answer(struct desk *desk, enum desk_command command,
                       const char *format, const char *lines, const char *file,
                       int line);

/* The same for a result, which is freed. */
#define CHECK_RESULT(result, format, lines) \
    desk_check_result(result, format, lines, __FILE__, __LINE__)
void desk_check_result(struct result *result, const char *format,
                       const char *lines, const char *file, int line);

/* Asserts a cell of the answer, as machine formats write it. */
#define CHECK_CELL(desk, command, row, column, text) \
    desk_check_cell(desk, command, row, column, text, __FILE__, __LINE__)
void desk_check_cell(struct desk *desk, enum desk_command command, size_t row,
                     const char *column, const char *text, const char *file,
                     int line);

/* Asserts that the command refuses the question so. */
#define CHECK_REFUSED(desk, command, text) \
    desk_check_refused(desk, command, text, __FILE__, __LINE__)
void desk_check_refused(struct desk *desk, enum desk_command command,
                        const char *text, const char *file, int line);

/* One cell as machine formats write it; in the result's arena. */
const char *desk_cell(struct result *result, size_t row, const char *column);

/* The row in which that column has that text, or SIZE_MAX. */
size_t desk_row(struct result *result, const char *column, const char *text);

/* The rule of a table. */
#define RULE TEN TEN TEN TEN TEN TEN TEN TEN "\n"
#define TEN "──────────"

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A published fact sheet, number by number, from the register that it rests on.
 */
#include <config.h>

#include <stdio.h>

#include "desk.h"
#include "tap.h"

/* One line of the ledger of published numbers. */
#define FIELDS 17
enum field {
    F_RELEASE = 1,
    F_STATISTIC,
    F_SUBJECT,
    F_OBJECT,
    F_FROM,
    F_VALUE = 10,
    F_TIER = 15
};

/* Cuts a line into fields in place; quotes hold commas together. */
static void split(char *line, const char *fields[FIELDS])
{
    for (int i = 0; i < FIELDS; i++)
        fields[i] = "";
    for (int i = 0; i < FIELDS && line; i++) {
        bool quoted = *line == '"';
        line += quoted;
        fields[i] = line;
        line = strpbrk(line, quoted ? "\"\r\n" : ",\r\n");
        if (!line)
            return;
        *line++ = '\0';
        line += quoted && *line == ',';
    }
}

static bool is_statistic(const char *const *fields, const char *word)
{
    return strcmp(fields[F_STATISTIC], word) == 0;
}

/* What the fact sheet prints for the statement; changes without "+". */
static const char *printed(struct result *result, size_t row,
                           const char *const *fields)
{
    const char *text = NULL;
    const char *object = fields[F_OBJECT];
    if (strcmp(object, "Houthis") == 0)
        object = "Houthi rebels (Yemen)*";
    if (strstr(fields[F_STATISTIC], "_rank"))
        return desk_cell(result, row, "rank");
    if (strstr(fields[F_STATISTIC], "_change")) {
        text = desk_cell(result, row, "change_printed");
        return text && *text == '+' ? text + 1 : text;
    }
    if (!*object)
        return desk_cell(result, row,
                         strcmp(fields[F_FROM], "2014") == 0
                             ? "previous_share_printed"
                             : "share_printed");
    for (char i = '1'; i <= '3'; i++) {
        char partner[] = "partner_?";
        char share[] = "partner_?_share_printed";
        partner[8] = share[8] = i;
        text = desk_cell(result, row, partner);
        if (text && strcmp(text, object) == 0)
            return desk_cell(result, row, share);
    }
    return NULL;
}

/* Statements of the release of 2024 that the publisher itself printed; how
 * many there are of these four kinds. */
static size_t check_published(struct result *result, const char *place,
                              const char *const kinds[4])
{
    char path[4096], line[4096];
    size_t count = 0;
    snprintf(path, sizeof path, "%s/claims/published.csv", tap_shared());
    FILE *file = fopen(path, "r");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    while (fgets(line, sizeof line, file)) {
        const char *fields[FIELDS];
        split(line, fields);
        bool known = false;
        for (int i = 0; i < 4; i++)
            known |= is_statistic(fields, kinds[i]);
        if (!known || strcmp(fields[F_RELEASE], "2024") != 0 ||
            strcmp(fields[F_TIER], "A") != 0)
            continue;
        size_t row = desk_row(result, place, fields[F_SUBJECT]);
        CHECK_TEXT(printed(result, row, fields), fields[F_VALUE]);
        count++;
    }
    fclose(file);
    return count;
}

static void test_published(void)
{
    static const char *const exports[] = {
        "export_rank", "export_share", "export_change", "main_recipient_share"};
    static const char *const imports[] = {
        "import_rank", "import_share", "import_change", "main_supplier_share"};
    struct desk desk;
    struct err err = {0};
    if (!desk_open_register(&desk))
        return;
    desk.question.top = 25;
    struct result *result = desk_answer(&desk, FACTSHEET, &err);
    CU_ASSERT_PTR_NOT_NULL_FATAL(result);
    CU_ASSERT_EQUAL(check_published(result, "supplier", exports), 175);
    result_free(result);
    desk.question.by = BY_RECIPIENT;
    desk.question.top = SIZE_MAX;
    result = desk_answer(&desk, FACTSHEET, &err);
    CU_ASSERT_PTR_NOT_NULL_FATAL(result);
    CU_ASSERT_EQUAL(check_published(result, "recipient", imports), 14);
    result_free(result);
    desk_done(&desk);
}

static const struct tap_case cases[] = {
    {"175 and 14 published numbers, digit for digit", test_published},
};

int main(void)
{
    return TAP_RUN("published numbers", cases);
}

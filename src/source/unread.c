/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layouts that exist in the world and are not read yet: recognised, so that
 * the answer is what the file is and what to take instead. An entry leaves
 * this list when its layout gets a file of its own. */
#include <config.h>

#include "source/cells.h"
#include "source/layouts.h"

#define TAKE_REGISTER                                                   \
    "take SIPRI's trade register with one row a delivery year instead " \
    "(armstats datasets --download-help)"
#define TAKE_TIDY                                                           \
    "until then write its rows as supplier, recipient, year, amount, unit " \
    "(doc/formats/tidy.md)"

#define HOLDS_NAMES \
    "it holds names only; name the table of trade, and this one with --codes"

static struct str cell(const struct head *head, size_t record, size_t i)
{
    const struct head_record *row = &head->records[record];
    return i < row->count ? str_trim(row->cells[i]) : (struct str){"", 0};
}

static bool is_year(struct str text)
{
    int year;
    return cells_year(text, &year);
}

/* The file begins with these bytes. */
static int begins(const struct head *head, size_t record, struct str with)
{
    return record == 0 && str_starts(str_trim(head->bytes), with) ? 95 : 0;
}

static int recognise_rtf(const struct head *head, size_t record)
{
    return begins(head, record, STR("{\\rtf")) ? 90 : 0;
}

/* An answer of the site: own numbers beside the partner's. */
static int recognise_unroca_site(const struct head *head, size_t record)
{
    static const char *const names[] = {"bt_1", "bt_2", "own_values"};
    const struct head_record *row = &head->records[record];
    for (size_t i = 0; i < row->count; i++) {
        for (size_t j = 0; j < sizeof names / sizeof names[0]; j++) {
            if (str_eq_fold(str_trim(row->cells[i]), str_from(names[j])))
                return 96;
        }
    }
    return 0;
}

/* "2008,AT,Austria,issued,CA,Canada,...": no header. */
static int recognise_eu_side(const struct head *head, size_t record)
{
    return record == 0 && head->records[0].count >= 6 &&
                   is_year(cell(head, 0, 0)) && cell(head, 0, 1).len == 2 &&
                   cell(head, 0, 2).len > 2
               ? 80
               : 0;
}

#define SIGNATURE(...) ((const char *const[]){__VA_ARGS__, NULL})

const struct source source_unread[] = {
    {.title = "an RTF document that is no register of SIPRI",
     .recognise = recognise_rtf,
     .refusal = TAKE_REGISTER},
    {.title = "an answer of UNROCA's site",
     .recognise = recognise_unroca_site,
     .refusal = TAKE_TIDY},
    {.title = "the table of country codes beside BACI",
     .signature = SIGNATURE("country_code", "*", "*", "iso_2digit_alpha"),
     .refusal = HOLDS_NAMES},
    {.title = "the table of country codes beside BACI (2024 and later)",
     .signature = SIGNATURE("country_code", "country_name"),
     .refusal = HOLDS_NAMES},
    {.title = "the table of product codes beside BACI",
     .signature = SIGNATURE("code", "description"),
     .refusal = HOLDS_NAMES},
    {.title = "a side table of the European Union's arms-export data",
     .recognise = recognise_eu_side,
     .refusal = TAKE_TIDY},
};

const size_t source_unread_count =
    sizeof source_unread / sizeof source_unread[0];

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
    return begins(head, record, STR("{\\rtf"));
}

static int recognise_site_json(const struct head *head, size_t record)
{
    int bytes = begins(head, record, STR("{\"bytes\""));
    return bytes ? bytes : begins(head, record, STR("{\"result\""));
}

static int recognise_us_totals(const struct head *head, size_t record)
{
    return begins(head, record, STR("{\"key\""));
}

static int recognise_unroca_json(const struct head *head, size_t record)
{
    return (begins(head, record, STR("{")) || begins(head, record, STR("["))) &&
                   (str_find(head->bytes, STR("\"hw_imp\"")) >= 0 ||
                    str_find(head->bytes, STR("\"state_of_origin\"")) >= 0)
               ? 96
               : 0;
}

/* "1998; 0; Austria; Zambia; ML 1; a; 1605; ": no header. */
static int recognise_eu(const struct head *head, size_t record)
{
    if (record != 0 || head->records[0].count < 7 ||
        !is_year(cell(head, 0, 0)) || cell(head, 0, 1).len != 1)
        return 0;
    for (size_t i = 4; i < head->records[0].count; i++) {
        if (str_starts(cell(head, 0, i), STR("ML")))
            return 90;
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
    {.title = "SIPRI's register with one row a deal, whose deliveries are not "
              "split by year",
     .signature = SIGNATURE("Recipient", "Supplier", "Year of order"),
     .refusal = TAKE_REGISTER},
    {.title = "SIPRI's legacy register by delivery year (DealsAndTIVs)",
     .signature = SIGNATURE("Deal ID", "Seller", "Buyer"),
     .refusal = TAKE_REGISTER},
    {.title = "SIPRI's legacy register with one row a deal (RTF)",
     .recognise = recognise_rtf,
     .refusal = TAKE_REGISTER},
    {.title = "a text copy of SIPRI's legacy register, without TIV",
     .signature = SIGNATURE("Supplier", "Recipient", "No. ordered"),
     .refusal = TAKE_REGISTER},
    {.title = "a SIPRI register of 2008-2012 with one row a deal, without TIV",
     .signature = SIGNATURE("Id", "Supplier", "Recipient", "No. ordered"),
     .refusal = TAKE_REGISTER},
    {.title = "a list of SIPRI deals with SIPRI's own country codes and no "
              "years",
     .signature = SIGNATURE("buyercod", "sellercod"),
     .refusal = TAKE_REGISTER},
    {.title = "an answer of SIPRI's web site saved as JSON",
     .recognise = recognise_site_json,
     .refusal = "save what the site offers as CSV instead"},
    {.title = "UNROCA reports, which count items",
     .signature = SIGNATURE("table", "year", "exporter", "importer"),
     .refusal = TAKE_TIDY},
    {.title = "UNROCA reports saved as JSON",
     .recognise = recognise_unroca_json,
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
    {.title = "the European Union's arms-export licences",
     .recognise = recognise_eu,
     .refusal = TAKE_TIDY},
    {.title = "a side table of the European Union's arms-export data",
     .recognise = recognise_eu_side,
     .refusal = TAKE_TIDY},
    {.title = "the United Kingdom's export-licence values",
     .signature = SIGNATURE("licence_group", "date", "rating"),
     .refusal = TAKE_TIDY},
    {.title = "the Dutch list of military-goods licences",
     .signature = SIGNATURE("afgifte datum", "nummer"),
     .refusal = TAKE_TIDY},
    {.title = "United States arms-sales totals (JSON lines)",
     .recognise = recognise_us_totals,
     .refusal = TAKE_TIDY},
};

const size_t source_unread_count =
    sizeof source_unread / sizeof source_unread[0];

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The European Union's yearly reports on arms exports as the Campaign Against
 * Arms Trade gathers them (doc/formats/eu-licences.md): no header, semicolons,
 * one row a year, exporting member, destination, category of the military list
 * and kind of number. The kinds share one column: a licences approved, b EUR
 * licensed, c EUR exported, d licences refused, e1 to e8 why. They are never
 * added: --measure says which. */
#include <config.h>

#include "source/cells.h"
#include "source/layouts.h"
#include "source/rows.h"

/* "1998; 0; Austria; Zambia; ML 1; a; 1605; ", and since codes of places were
 * added "2003; 0; AT; Austria; DZ; Algeria; AFN; North Africa; ML 4; b;
 * 435148;": where each part stands. The second is the flag of an embargo. */
struct positions {
    size_t count;
    size_t supplier, recipient, rating, kind, amount;
};

static const struct positions layouts[] = {
    {7, 2, 3, 4, 5, 6},
    {11, 3, 5, 8, 9, 10},
};

static const struct source_quantity quantities[] = {
    {QUANTITY_LICENCES, UNIT_LICENCES, MEASURE_LICENCE, ROLE_AMOUNT, 0},
    {QUANTITY_VALUE, UNIT_EUR, MEASURE_LICENCE, ROLE_AMOUNT, 0},
    {QUANTITY_EXPORTS, UNIT_EUR, MEASURE_REPORT_EXPORT, ROLE_AMOUNT, 0},
    {QUANTITY_REFUSALS, UNIT_LICENCES, MEASURE_REFUSAL, ROLE_AMOUNT, 0},
};

#define CRITERIA 'e'

/* The letter of a kind: 'a' to 'd', or 'e' with a digit behind it; 0: none. */
static char kind_of(struct str cell)
{
    char letter = cell.len > 0 ? cell.ptr[0] : '\0';
    bool numbered = cell.len == 2 && cell.ptr[1] >= '1' && cell.ptr[1] <= '8';
    if (letter >= 'a' && letter <= 'd' && cell.len == 1)
        return letter;
    return letter == CRITERIA && numbered ? letter : '\0';
}

/* The quantity that a kind tells; none for the criteria. */
static enum quantity quantity_of(char kind)
{
    return kind == CRITERIA ? QUANTITY_OWN : quantities[kind - 'a'].quantity;
}

static struct str cell_at(const struct head_record *record, size_t i)
{
    return i < record->count ? str_trim(record->cells[i]) : (struct str){"", 0};
}

static const struct positions *positions_of(const struct head_record *record)
{
    for (size_t i = 0; i < sizeof layouts / sizeof layouts[0]; i++) {
        const struct positions *at = &layouts[i];
        bool blank_end =
            record->count == at->count + 1 && !cell_at(record, at->count).len;
        if (record->count != at->count && !blank_end)
            continue;
        if (kind_of(cell_at(record, at->kind)))
            return at;
    }
    return NULL;
}

static int recognise(const struct head *head, size_t record)
{
    int year;
    enum tri embargo;
    const struct head_record *first = &head->records[record];
    return record == 0 && cells_year(cell_at(first, 0), &year) &&
                   cells_flag(cell_at(first, 1), &embargo) &&
                   positions_of(first)
               ? 97
               : 0;
}

static bool open_licences(struct reading *reading, struct err *err)
{
    (void)err;
    const struct positions *at =
        positions_of(&reading->head.records[reading->header]);
    reading->roles[ROLE_YEAR] = 0;
    reading->roles[ROLE_SUPPLIER] = at->supplier;
    reading->roles[ROLE_RECIPIENT] = at->recipient;
    reading->roles[ROLE_CATEGORY] = at->rating;
    reading->roles[ROLE_KIND] = at->kind;
    reading->roles[ROLE_AMOUNT] = at->amount;
    reading->unit = UNIT_EUR;
    reading->scope.by_category = true;
    reading->scope.supplier =
        (struct scope_side){.extent = SCOPE_SOME, .divided = true};
    reading->scope.recipient =
        (struct scope_side){.extent = SCOPE_ALL, .divided = true};
    return true;
}

/* Rows of the kind that is asked for; all of them where none is, to be
 * counted. */
static bool counts(const struct rows *rows)
{
    char kind = kind_of(rows_text(rows, ROLE_KIND));
    enum quantity asked = rows->reading->quantity;
    if (!kind)
        return source_fault(rows, FAULT_KIND, ROLE_KIND);
    if (kind == CRITERIA)
        return source_set_aside(rows, ASIDE_CRITERIA);
    return !asked || quantity_of(kind) == asked ||
           source_set_aside(rows, ASIDE_QUANTITY);
}

/* Nothing is added up while none is asked for. */
static bool count_kind(const struct rows *rows, struct flow *flow,
                       enum aside *aside)
{
    (void)aside;
    rows->tally->told[quantity_of(kind_of(rows_text(rows, ROLE_KIND)))]++;
    if (!rows->reading->quantity) {
        flow->value = 0;
        flow->cell = CELL_NOT_REPORTED;
    }
    return true;
}

const struct source source_eu_licences = {
    .id = "eu_licences",
    .title = "European Union arms-export reports (CAAT)",
    .database = "EU annual reports on arms exports, gathered by CAAT",
    .recognise = recognise,
    .headerless = true,
    .joined_codes = true,
    .quantities = quantities,
    .quantity_count = sizeof quantities / sizeof quantities[0],
    .must_choose = true,
    .counts = counts,
    .row = count_kind,
    .open = open_licences,
};

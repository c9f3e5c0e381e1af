/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/propose_column.h"

#include "source/cells.h"
#include "source/mapped.h"
#include "source/number.h"
#include "trade/place.h"

/* The plainer first. What "1,234" is cannot be told from one cell: a mark with
 * three digits behind it stands between thousands unless others say no. */
static const struct number_form forms[] = {
    {'.', 0, 0, false},    {'.', ',', 0, false}, {',', '.', 0, false},
    {',', 0, 0, false},    {'.', ' ', 0, false}, {',', ' ', 0, false},
    {'.', '\'', 0, false},
};

enum { FORMS = sizeof forms / sizeof forms[0] };

static size_t fields_of(const struct head_record *record)
{
    size_t count = record->count;
    while (count > 0 && !str_trim(record->cells[count - 1]).len)
        count--;
    return count;
}

/* Empty surplus fields are none. */
static bool belongs(const struct sample *sample,
                    const struct head_record *record)
{
    return record->count >= sample->columns &&
           fields_of(record) <= sample->columns && fields_of(record) > 0;
}

struct sample sample_of(const struct head *head, size_t first, size_t columns)
{
    struct sample sample = {.head = head, .first = first, .columns = columns};
    for (size_t i = first; i < head->count; i++)
        sample.rows += belongs(&sample, &head->records[i]);
    return sample;
}

/* Which unit's sign stands there; the cell becomes what is beside it. */
static int take_currency(struct str *cell)
{
    for (int unit = 0; unit < UNIT_COUNT; unit++) {
        struct str bare = number_without_currency(*cell, (enum unit)unit);
        if (bare.len < cell->len) {
            *cell = bare;
            return unit;
        }
    }
    return -1;
}

static bool reads(const struct number_form *form, struct str cell)
{
    char plain[NUMBER_TEXT];
    struct decimal decimal;
    cell = number_ungrouped(plain, cell, form->decimal, form->thousands);
    return decimal_parse(cell, form->decimal, &decimal) == DECIMAL_OK;
}

static void look_at(struct column_look *look, struct str cell,
                    size_t read[FORMS])
{
    struct place_lookup lookup;
    enum unit unit;
    int year;
    if (cells_missing(cell))
        return;
    look->filled++;
    bool code = false;
    if (cell.len == 3) {
        lookup = place_look_up(cell);
        code = lookup.answer == PLACE_FOUND;
    }
    look->codes += code;
    look->places += code || place_of_name(cell) != NULL;
    look->years += mapped_year(cell, &year);
    look->plain_years += cells_year(cell, &year);
    look->units += unit_from_word(cell, &unit);
    int currency = take_currency(&cell);
    if (currency >= 0)
        look->currency = currency;
    for (size_t i = 0; i < FORMS; i++)
        read[i] += reads(&forms[i], cell);
}

static struct number_form choose_form(const size_t read[FORMS])
{
    size_t best = 0;
    for (size_t i = 1; i < FORMS; i++) {
        if (read[i] > read[best])
            best = i;
    }
    struct number_form form = forms[best];
    form.read = read[best];
    for (size_t i = 0; i < FORMS; i++)
        form.unsure |= best > 0 && i != best && read[i] == form.read &&
                       forms[i].decimal != form.decimal;
    return form;
}

struct column_look propose_look(const struct sample *sample, size_t from,
                                size_t to)
{
    struct column_look look = {.currency = -1};
    size_t read[FORMS] = {0};
    for (size_t i = sample->first; i < sample->head->count; i++) {
        const struct head_record *record = &sample->head->records[i];
        if (!belongs(sample, record))
            continue;
        for (size_t j = from; j < to; j++)
            look_at(&look, str_trim(record->cells[j]), read);
    }
    look.form = choose_form(read);
    return look;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a partner's rows sum to: for second partner, customs procedure and mode
 * of transport in turn the total if there is one, else the sum of its parts. */
#include <config.h>

#include "source/comtrade.h"

enum level { LEVEL_PARTNER2, LEVEL_CUSTOMS, LEVEL_MODE, LEVELS };

static uint32_t part_of(const struct comtrade_entry *entry, enum level level)
{
    const struct comtrade_place *place = &entry->place;
    return level == LEVEL_PARTNER2  ? place->partner2
           : level == LEVEL_CUSTOMS ? place->customs
                                    : place->mode;
}

static void add(struct comtrade_amount *sum, const struct comtrade_entry *entry)
{
    sum->too_large |= !amount_add(&sum->value, entry->value);
    sum->half += entry->half;
    sum->used++;
}

/* Entries [first, end) that agree in all earlier levels, in order. */
static void add_level(struct comtrade_amount *sum,
                      const struct comtrade_entry *first,
                      const struct comtrade_entry *end, enum level level)
{
    if (level == LEVELS) {
        add(sum, first);
        return;
    }
    bool total = part_of(first, level) == 0;
    sum->summed |= !total;
    for (const struct comtrade_entry *run = first, *next; run < end;
         run = next) {
        for (next = run + 1;
             next < end && part_of(next, level) == part_of(run, level); next++)
            ;
        if (total && run > first)
            sum->parts += (uint64_t)(next - run);
        else
            add_level(sum, run, next, level + 1);
    }
}

struct comtrade_amount comtrade_amount_of(const struct comtrade_book *book,
                                          const struct comtrade_cell *cell,
                                          bool annual)
{
    struct comtrade_amount sum = {.parts = cell->spare_parts,
                                  .months = cell->spare_months};
    if (!cell->entry_count)
        return sum;
    const struct comtrade_entry *run = &book->entries[cell->first_entry];
    const struct comtrade_entry *end = run + cell->entry_count;
    for (const struct comtrade_entry *next; run < end; run = next) {
        uint32_t month = run->place.month;
        for (next = run + 1; next < end && next->place.month == month; next++)
            ;
        if (annual == (month == 0)) {
            add_level(&sum, run, next, LEVEL_PARTNER2);
            sum.month_bits |= 1u << month;
        } else {
            sum.months += (uint64_t)(next - run);
        }
    }
    return sum;
}

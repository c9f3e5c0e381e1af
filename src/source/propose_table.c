/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/propose_table.h"

#include "source/detect.h"
#include "source/wide.h"

static size_t count_filled(const struct head_record *record)
{
    size_t filled = 0;
    for (size_t i = 0; i < record->count; i++)
        filled += str_trim(record->cells[i]).len > 0;
    return filled;
}

/* The number of fields that most records have; of the same, the larger. */
static size_t usual_fields(const struct head *head)
{
    size_t usual = 0, most = 0;
    for (size_t i = 0; i < head->count; i++) {
        size_t count = head->records[i].count, same = 0;
        for (size_t j = 0; j < head->count; j++)
            same += head->records[j].count == count;
        if (count > 1 && (same > most || (same == most && count > usual))) {
            usual = count;
            most = same;
        }
    }
    return usual;
}

/* Names, not data: no cell is a number, unless it is a year. */
static bool names_columns(const struct head_record *record)
{
    for (size_t i = 0; i < record->count; i++) {
        struct decimal decimal;
        int year;
        struct str cell = str_trim(record->cells[i]);
        if (decimal_parse(cell, '.', &decimal) == DECIMAL_OK &&
            !wide_year(cell, &year))
            return false;
    }
    return true;
}

/* The first record of the usual width that is at least half filled; one more
 * or one less for a phantom column. */
static bool find_header(struct table *table, size_t line)
{
    const struct head *head = &table->head;
    size_t usual = usual_fields(head);
    if (line)
        return head_find_line(head, line, &table->header);
    for (size_t i = 0; usual && i < head->count; i++) {
        const struct head_record *record = &head->records[i];
        if (record->count + 1 >= usual && record->count <= usual + 1 &&
            record->count > 1 && count_filled(record) * 2 >= record->count) {
            table->header = i;
            return true;
        }
    }
    return false;
}

static bool see_table(struct table *table, struct str bytes, bool whole,
                      struct dialect dialect, size_t line, struct arena *arena)
{
    *table = (struct table){.headed = true};
    head_split(&table->head, bytes, whole, dialect, arena);
    if (!find_header(table, line))
        return false;
    const struct head_record *header = &table->head.records[table->header];
    table->headed = names_columns(header);
    table->sample =
        sample_of(&table->head, table->header + table->headed, header->count);
    for (size_t i = table->sample.first; i < table->head.count; i++)
        table->filled += count_filled(&table->head.records[i]);
    return header->count > 1 && header->count <= MOST_COLUMNS &&
           table->sample.rows > 0;
}

/* As many filled cells in whole rows as any other dialect gives. */
bool propose_table(struct table *best, const struct reading *reading,
                   struct str bytes, bool whole, struct arena *arena)
{
    struct dialect dialects[DETECT_DIALECTS];
    size_t count = detect_dialects(reading, bytes, whole, dialects);
    size_t most = 0;
    for (size_t i = 0; i < count; i++) {
        struct table table;
        if (see_table(&table, bytes, whole, dialects[i],
                      reading->options.header_line, arena) &&
            table.filled > most) {
            most = table.filled;
            *best = table;
            best->sample.head = &best->head;
        }
    }
    return most > 0;
}

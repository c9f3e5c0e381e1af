/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Under which dialect, and on which line, the columns of a mapping stand. */
#include <config.h>

#include "source/detect.h"
#include "source/mapped.h"
#include "source/number.h"
#include "source/wide.h"

/* One way to read the head. The best one names most parts; of these, most
 * rows have a year and an amount; of these, it has most columns. */
struct candidate {
    struct dialect dialect;
    size_t header; /* record of the head, or the first one of data: */
    bool headed;   /* it names the columns */
    bool sensible; /* there is one */
    size_t named;
    size_t sound;
    size_t columns;
};

static bool is_better(const struct candidate *a, const struct candidate *b)
{
    if (!b->sensible || a->named != b->named)
        return !b->sensible || a->named > b->named;
    return a->sound > b->sound ||
           (a->sound == b->sound && a->columns > b->columns);
}

static size_t column_of(const struct part *part, const struct header *header,
                        struct arena *arena)
{
    size_t found[2];
    switch (part->kind) {
    case PART_NUMBER:
        return part->number <= header->count ? part->number - 1 : SIZE_MAX;
    case PART_COLUMN:
        return header_find(header, part->text, found, arena) ? found[0]
                                                             : SIZE_MAX;
    case PART_NONE:
    case PART_CONSTANT:
        break;
    }
    return SIZE_MAX;
}

/* In whatever currency. */
static bool is_number(const struct reading *reading, struct str cell)
{
    struct decimal decimal;
    bool number = false;
    for (int unit = 0; unit < UNIT_COUNT && !number; unit++)
        number =
            number_read(reading, cell, (enum unit)unit, &decimal) == DECIMAL_OK;
    return number;
}

/* Columns of year and amount; SIZE_MAX: none. */
struct pair {
    size_t year, amount;
};

static bool is_sound(const struct reading *reading,
                     const struct head_record *record, struct pair at)
{
    int ignored;
    bool year = at.year == SIZE_MAX ||
                (at.year < record->count &&
                 mapped_year(str_trim(record->cells[at.year]), &ignored));
    bool number = at.amount == SIZE_MAX ||
                  (at.amount < record->count &&
                   is_number(reading, str_trim(record->cells[at.amount])));
    return year && number;
}

static size_t count_sound(const struct reading *reading,
                          const struct head *head, size_t from, struct pair at)
{
    size_t sound = 0;
    for (size_t i = from; i < head->count; i++)
        sound += is_sound(reading, &head->records[i], at);
    return sound;
}

/* Whether some column is called by its name. */
static bool has_names(const struct mapping *mapping)
{
    bool named = mapping->years.from != 0;
    for (int role = 0; role < ROLE_COUNT; role++)
        named |= mapping->parts[role].kind == PART_COLUMN;
    return named;
}

static size_t count_named(const struct mapping *mapping,
                          const struct header *header, struct arena *arena)
{
    size_t named = 0;
    bool years = false;
    int year;
    for (int role = 0; role < ROLE_COUNT; role++)
        named += column_of(&mapping->parts[role], header, arena) != SIZE_MAX;
    for (size_t i = 0; mapping->years.from && i < header->count; i++)
        years |= wide_year(header->names[i], &year);
    return named + years;
}

/* Columns that are all called by number leave it to the line itself whether it
 * names them: it does if it has no year or no amount. */
static bool is_headed(const struct reading *reading,
                      const struct head_record *record, struct pair at)
{
    const struct mapping *mapping = reading->mapping;
    if (has_names(mapping) || mapping->header == TRI_YES)
        return true;
    return mapping->header == TRI_UNKNOWN && !is_sound(reading, record, at);
}

static void judge(const struct reading *reading, const struct head *head,
                  size_t record, struct candidate *best)
{
    const struct mapping *mapping = reading->mapping;
    struct arena scratch;
    arena_init(&scratch);
    struct header header = header_of(&head->records[record], &scratch);
    struct pair at = {
        column_of(&mapping->parts[ROLE_YEAR], &header, &scratch),
        column_of(&mapping->parts[ROLE_AMOUNT], &header, &scratch)};
    struct candidate candidate = {
        .dialect = head->dialect,
        .header = record,
        .headed = is_headed(reading, &head->records[record], at),
        .sensible = true,
        .named = count_named(mapping, &header, &scratch),
        .columns = header.count,
    };
    if (!best->sensible || candidate.named >= best->named)
        candidate.sound =
            count_sound(reading, head, record + candidate.headed, at);
    if (is_better(&candidate, best))
        *best = candidate;
    arena_done(&scratch);
}

/* Behind the lines that are skipped stands the header; without names to know it
 * by it is the first line; else any record may be it. */
static void judge_head(const struct reading *reading, const struct head *head,
                       struct candidate *best)
{
    size_t line = reading->options.header_line, record = 0;
    bool one = line || !has_names(reading->mapping);
    if (one && !head_find_line(head, line ? line : 1, &record))
        return;
    for (size_t i = record; i < (one ? record + 1 : head->count); i++)
        judge(reading, head, i, best);
}

static bool refuse_skip(const struct reading *reading, struct err *err)
{
    size_t line = reading->options.header_line;
    if (!line)
        return err_set(err, ERR_DATA, "%s: the file is empty", reading->name);
    return err_set(err, ERR_REQUEST,
                   "%s: --skip %zu: no record begins on line %zu; the header "
                   "has to stand there",
                   reading->name, line - 1, line);
}

bool mapped_find(struct reading *reading, struct str bytes, bool whole,
                 struct dialect *dialect, struct err *err)
{
    struct candidate best = {0};
    struct arena scratch;
    arena_init(&scratch);
    struct dialect dialects[DETECT_DIALECTS];
    size_t count = detect_dialects(reading, bytes, whole, dialects);
    for (size_t i = 0; i < count; i++) {
        struct head head;
        head_split(&head, bytes, whole, dialects[i], &scratch);
        judge_head(reading, &head, &best);
    }
    arena_done(&scratch);
    if (!best.sensible)
        return refuse_skip(reading, err);
    *dialect = best.dialect;
    reading->header = best.header;
    reading->source = reading->mapping->years.from ? &source_mapped_wide
                      : best.headed                ? &source_mapped
                                                   : &source_mapped_bare;
    return true;
}

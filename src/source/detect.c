/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds out what a file is from the cells of its first records: under each
 * delimiter that tables usually have, and where that gives nothing, under each
 * dialect that they look like a table in. */
#include <config.h>

#include "base/diag.h"
#include "csv/dialect.h"
#include "source/detect.h"
#include "source/layouts.h"

static const char delimiters[] = {',', ';', '\t', '|'};

/* One way to read the head. */
struct candidate {
    const struct source *source;
    size_t header;
    int score;
    struct dialect dialect;
};

bool detect_is_name(struct str cell, const struct source_column *column)
{
    cell = str_trim(cell);
    for (size_t i = 0; i < SOURCE_NAMES && column->names[i]; i++) {
        if (str_eq_fold(cell, str_from(column->names[i])))
            return true;
    }
    return false;
}

static size_t find_column(const struct head_record *record,
                          const struct source_column *column)
{
    for (size_t i = 0; i < record->count; i++) {
        if (detect_is_name(record->cells[i], column))
            return i;
    }
    return SIZE_MAX;
}

/* 100 when every needed column is there and the header has few others; less
 * when only enough of them are there to be certain of the layout. */
static int score_columns(const struct source *source,
                         const struct head_record *record)
{
    size_t found = 0;
    size_t missing = 0;
    for (size_t i = 0; i < source->column_count; i++) {
        if (find_column(record, &source->columns[i]) != SIZE_MAX)
            found++;
        else if (source->columns[i].needed)
            missing++;
    }
    if (!missing)
        return found * 2 >= record->count ? 100 : 60;
    return source->certain && found >= source->certain ? 50 : 0;
}

/* Above a partly matching column list, below a whole one. */
static int score_signature(const char *const *signature,
                           const struct head_record *record)
{
    for (size_t i = 0; signature[i]; i++) {
        if (i >= record->count)
            return 0;
        struct str wanted = str_from(signature[i]);
        if (!str_eq(wanted, STR("*")) &&
            !str_eq_fold(str_trim(record->cells[i]), wanted))
            return 0;
    }
    return 95;
}

static int score(const struct source *source, const struct head *head,
                 size_t record)
{
    if (source->recognise)
        return source->recognise(head, record);
    if (source->signature)
        return score_signature(source->signature, &head->records[record]);
    return score_columns(source, &head->records[record]);
}

static void judge(struct candidate *best, const struct source *source,
                  const struct head *head)
{
    for (size_t i = 0; i < head->count; i++) {
        int points = score(source, head, i);
        if (points > best->score)
            *best = (struct candidate){source, i, points, head->dialect};
    }
}

static void judge_all(struct candidate *best, const struct head *head)
{
    for (size_t i = 0; i < source_registry_count; i++)
        judge(best, source_registry[i], head);
    for (size_t i = 0; i < source_unread_count; i++)
        judge(best, &source_unread[i], head);
}

static void judge_under(struct candidate *best, struct dialect dialect,
                        struct str bytes, bool whole)
{
    struct head head;
    struct arena scratch;
    arena_init(&scratch);
    head_split(&head, bytes, whole, dialect, &scratch);
    head.bytes = bytes;
    judge_all(best, &head);
    arena_done(&scratch);
}

static void judge_guesses(struct candidate *best, const struct reading *reading,
                          struct str bytes, bool whole)
{
    struct dialect_guess guesses[DIALECT_GUESSES];
    size_t count = dialect_find(bytes, whole, guesses);
    char delimiter = reading->options.delimiter;
    for (size_t i = 0; i < count; i++) {
        if (!delimiter || guesses[i].dialect.delimiter == delimiter)
            judge_under(best, guesses[i].dialect, bytes, whole);
    }
}

static struct candidate detect(struct reading *reading, struct str bytes,
                               bool whole)
{
    struct candidate best = {0};
    for (size_t i = 0; i < sizeof delimiters; i++) {
        char delimiter = delimiters[i];
        if (reading->options.delimiter) {
            if (i > 0)
                break;
            delimiter = reading->options.delimiter;
        }
        struct dialect dialect = {.delimiter = delimiter, .quote = '"'};
        judge_under(&best, dialect, bytes, whole);
    }
    if (best.source)
        dialect_refine(&best.dialect, bytes, whole);
    else
        judge_guesses(&best, reading, bytes, whole);
    return best;
}

static struct str first_line(struct str bytes)
{
    struct str rest = bytes;
    while (rest.ptr && rest.len) {
        struct str line = str_cut(&rest, '\n');
        line = str_trim(str_cut(&line, '\r'));
        if (line.len)
            return line;
    }
    return (struct str){"", 0};
}

static bool refuse_unknown(struct reading *reading, struct str bytes,
                           struct err *err)
{
    if (bytes.len == 0)
        return err_set(err, ERR_DATA, "%s: the file is empty", reading->name);
    return err_set(
        err, ERR_DATA,
        "%s:1: no known layout of arms-trade data begins like this: %s; "
        "doc/formats lists the layouts, and a table of your own needs the "
        "columns supplier, recipient, year, amount",
        reading->name, diag_quote(&reading->arena, first_line(bytes)));
}

bool detect_columns(struct reading *reading, struct err *err)
{
    const struct source *source = reading->source;
    const struct head_record *header = &reading->head.records[reading->header];
    for (size_t i = 0; i < ROLE_COUNT; i++)
        reading->roles[i] = SIZE_MAX;
    for (size_t i = 0; i < source->column_count; i++) {
        const struct source_column *column = &source->columns[i];
        size_t at = find_column(header, column);
        if (at == SIZE_MAX && column->needed)
            return err_set(err, ERR_DATA,
                           "%s:%llu: this is a %s, but the column '%s' is "
                           "missing; download the file again",
                           reading->name, (unsigned long long)header->line,
                           source->title, column->names[0]);
        if (at == SIZE_MAX)
            continue;
        for (size_t j = at + 1; j < header->count; j++) {
            if (detect_is_name(header->cells[j], column))
                return err_set(err, ERR_DATA,
                               "%s:%llu: the column %s stands twice; keep one",
                               reading->name, (unsigned long long)header->line,
                               diag_quote(&reading->arena, header->cells[j]));
        }
        reading->roles[column->role] = at;
    }
    return true;
}

bool detect_source(struct reading *reading, struct err *err)
{
    struct str bytes;
    bool whole;
    if (!text_peek(reading->text, HEAD_BYTES, &bytes, &whole, err))
        return false;
    struct candidate best = detect(reading, bytes, whole);
    if (!best.source)
        return refuse_unknown(reading, bytes, err);
    reading->source = best.source;
    reading->header = best.header;
    if (best.source->refusal)
        return err_set(err, ERR_REQUEST,
                       "%s: this is %s; it is not read yet: %s", reading->name,
                       best.source->title, best.source->refusal);

    struct head *head = &reading->head;
    head_split(head, bytes, whole, best.dialect, &reading->arena);
    best.dialect.tail = head_tail(head, best.header);
    if (best.dialect.tail)
        head_split(head, bytes, whole, best.dialect, &reading->arena);
    head->bytes = (struct str){0};
    reading->surplus = head_surplus(head, best.header);
    return true;
}

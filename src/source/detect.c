/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds out what a file is from the cells of its first records: under each
 * delimiter that tables usually have, and where that gives nothing, under each
 * dialect that they look like a table in. */
#include <config.h>

#include "base/diag.h"
#include "csv/dialect.h"
#include "source/detect.h"
#include "source/layouts.h"
#include "source/mapped.h"
#include "source/propose.h"

static const char delimiters[] = {',', ';', '\t', '|'};

/* One way to read the head. */
struct candidate {
    const struct source *source;
    size_t header;
    int score;
    struct dialect dialect;
    uint64_t line; /* on which the header has to begin; 0: anywhere */
};

/* What cleaned headers have for blanks and points ("Delivery.year",
 * "delivery_year", "No..ordered"). */
static bool is_gap(char c)
{
    return c == ' ' || c == '.' || c == '_';
}

static struct str without_gaps(struct str name)
{
    while (name.len > 0 && is_gap(name.ptr[0]))
        name = str_skip(name, 1);
    while (name.len > 0 && is_gap(name.ptr[name.len - 1]))
        name.len--;
    return name;
}

/* The next character of a name; gaps of any length are one blank. */
static char next_of_name(struct str *name)
{
    char next = name->ptr[0];
    *name = str_skip(*name, 1);
    if (!is_gap(next))
        return next >= 'A' && next <= 'Z' ? (char)(next | 0x20) : next;
    *name = without_gaps(*name);
    return ' ';
}

static bool is_same_name(struct str a, struct str b)
{
    a = without_gaps(a);
    b = without_gaps(b);
    while (a.len > 0 && b.len > 0) {
        if (next_of_name(&a) != next_of_name(&b))
            return false;
    }
    return a.len == b.len;
}

bool detect_is_name(struct str cell, const struct source_column *column)
{
    cell = str_trim(cell);
    for (size_t i = 0; i < SOURCE_NAMES && column->names[i]; i++) {
        if (is_same_name(cell, str_from(column->names[i])))
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
    /* Without a whole record the bytes may tell all the same. */
    size_t count = head->count > 0 ? head->count : 1;
    for (size_t i = 0; i < count; i++) {
        if (best->line && head->records[i].line != best->line)
            continue;
        int points = score(source, head, i);
        if (points > best->score)
            *best = (struct candidate){source, i, points, head->dialect,
                                       best->line};
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

/* The dialects that most tables have; with --delimiter the one with it. */
static size_t usual_dialects(const struct reading *reading,
                             struct dialect dialects[DETECT_DIALECTS])
{
    char given = reading->options.delimiter;
    size_t count = given ? 1 : sizeof delimiters;
    for (size_t i = 0; i < count; i++)
        dialects[i] = (struct dialect){
            .delimiter = given ? given : delimiters[i], .quote = '"'};
    return count;
}

size_t detect_dialects(const struct reading *reading, struct str bytes,
                       bool whole, struct dialect dialects[DETECT_DIALECTS])
{
    struct dialect_guess guesses[DIALECT_GUESSES];
    char given = reading->options.delimiter;
    size_t count = usual_dialects(reading, dialects);
    size_t guessed = dialect_find(bytes, whole, guesses);
    for (size_t i = 0; i < guessed; i++) {
        if (!given || guesses[i].dialect.delimiter == given)
            dialects[count++] = guesses[i].dialect;
    }
    return count;
}

/* Unusual dialects are looked for only where no usual one fits a layout. */
static struct candidate detect(struct reading *reading, struct str bytes,
                               bool whole)
{
    struct candidate best = {.line = reading->options.header_line};
    struct dialect dialects[DETECT_DIALECTS];
    size_t usual = usual_dialects(reading, dialects);
    for (size_t i = 0; i < usual; i++)
        judge_under(&best, dialects[i], bytes, whole);
    if (best.source) {
        dialect_refine(&best.dialect, bytes, whole);
        return best;
    }
    size_t count = detect_dialects(reading, bytes, whole, dialects);
    for (size_t i = usual; i < count; i++)
        judge_under(&best, dialects[i], bytes, whole);
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
                           bool whole, struct err *err)
{
    size_t line = reading->options.header_line;
    struct proposal *proposal = reading->options.proposal;
    if (bytes.len == 0)
        return err_set(err, ERR_DATA, "%s: the file is empty", reading->name);
    if (reading->json)
        return err_set(err, ERR_DATA,
                       "%s: this is JSON: %s; no known layout of arms-trade "
                       "data has these, and records of your own need the keys "
                       "supplier, recipient, year, amount",
                       reading->name, reading->json);
    if (proposal)
        propose(proposal, reading, bytes, whole);
    const char *way_out =
        proposal && proposal->made
            ? "a mapping is proposed: correct it, keep it as NAME.map and give "
              "it with --map NAME.map"
        : proposal
            ? "doc/formats lists the layouts, and a table of your own needs "
              "the columns supplier, recipient, year, amount"
            : "armstats describe FILE proposes which column is what (--map), "
              "and doc/formats lists the layouts";
    if (line)
        return err_set(err, ERR_DATA,
                       "%s:%zu: --skip %zu: no known layout of arms-trade data "
                       "has its header there; %s",
                       reading->name, line, line - 1, way_out);
    return err_set(
        err, ERR_DATA,
        "%s:1: no known layout of arms-trade data begins like this: %s; %s",
        reading->name, diag_quote(&reading->arena, first_line(bytes)), way_out);
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
                           "%s:%llu: this is the layout '%s', but its column "
                           "'%s' is missing; download the file again",
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

/* The head under the dialect that was found, less a tail of its lines. */
static void keep_head(struct reading *reading, struct str bytes, bool whole,
                      struct dialect dialect)
{
    struct head *head = &reading->head;
    head_split(head, bytes, whole, dialect, &reading->arena);
    dialect.tail = head_tail(head, reading->header);
    if (dialect.tail)
        head_split(head, bytes, whole, dialect, &reading->arena);
    head->bytes = (struct str){0};
    reading->surplus = head_surplus(head, reading->header);
}

static bool find_mapped(struct reading *reading, struct str bytes, bool whole,
                        struct err *err)
{
    struct dialect dialect;
    if (!mapped_find(reading, bytes, whole, &dialect, err))
        return false;
    dialect_refine(&dialect, bytes, whole);
    keep_head(reading, bytes, whole, dialect);
    return true;
}

bool detect_source(struct reading *reading, struct err *err)
{
    struct str bytes;
    bool whole;
    if (!text_peek(reading->text, HEAD_BYTES, &bytes, &whole, err))
        return false;
    if (reading->mapping)
        return find_mapped(reading, bytes, whole, err);
    struct candidate best = detect(reading, bytes, whole);
    if (!best.source)
        return refuse_unknown(reading, bytes, whole, err);
    reading->source = best.source;
    reading->header = best.header;
    if (best.source->refusal)
        return err_set(err, ERR_REQUEST,
                       "%s: this is %s; it is not read yet: %s", reading->name,
                       best.source->title, best.source->refusal);

    keep_head(reading, bytes, whole, best.dialect);
    return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "cmd/report.h"

#include <stdio.h>

#include "base/buf.h"
#include "base/diag.h"
#include "source/mapping.h"
#include "source/source.h"

#define LINE_BYTES ((size_t)1000)
#define MAPPING_BYTES ((size_t)1 << 20)

const char *report_count(struct arena *arena, uint64_t count)
{
    char digits[24];
    char text[32];
    int length =
        snprintf(digits, sizeof digits, "%llu", (unsigned long long)count);
    size_t at = 0;
    for (int i = 0; i < length; i++) {
        if (i && (length - i) % 3 == 0)
            text[at++] = ',';
        text[at++] = digits[i];
    }
    return arena_str(arena, (struct str){text, at}).ptr;
}

void report_bundle(const struct bundle_file *file)
{
    static const char *const holdings[] = {
        [NEED_SUPPLIERS] = "suppliers' totals only",
        [NEED_PAIRS] = "South Korea's recipients only",
        [NEED_DEALS] = "South Korea's deals with Poland only",
    };
    diag_info("bundled extract, release of March %d: %s; armstats datasets "
              "--download-help for the full register",
              file->release, holdings[file->holds]);
}

static const char *side_text(const struct scope_side *side, const char *noun,
                             struct arena *arena)
{
    if (!side->divided && side->extent != SCOPE_ONE)
        return arena_printf(arena, "%ss not divided", noun);
    switch (side->extent) {
    case SCOPE_ALL:
        return arena_printf(arena, "all %ss", noun);
    case SCOPE_ONE:
        return arena_printf(arena, "%s %.*s", noun, STR_ARG(side->name));
    case SCOPE_SOME:
        return arena_printf(arena, "some %ss", noun);
    case SCOPE_UNKNOWN:
        break;
    }
    return arena_printf(arena,
                        "%ss as listed (the file does not say whom it "
                        "selects)",
                        noun);
}

const char *report_scope(const struct reading *reading, struct arena *arena)
{
    const struct scope *scope = &reading->scope;
    if (reading->series)
        return "no supplier, no recipient";
    return arena_printf(arena, "%s, %s",
                        side_text(&scope->supplier, "supplier", arena),
                        side_text(&scope->recipient, "recipient", arena));
}

const char *report_unit(const struct reading *reading)
{
    if (reading->series && !reading->series->unit_known)
        return "unit not given";
    return reading_tells_several(reading) ? "several units"
                                          : unit_title(reading->unit);
}

static const char *release_text(const struct reading *reading, int release_year,
                                struct arena *arena)
{
    if (release_year)
        return arena_printf(arena, ", release of %s%d%s",
                            source_is_sipri(reading) ? "March " : "",
                            release_year,
                            reading->release_given ? "" : " (inferred)");
    if (reading->series ||
        (reading->database && *reading->database && !source_is_sipri(reading)))
        return ""; /* nobody counts its releases by year */
    return reading->release_contradicts
               ? ", release not known (its years and its date do not fit "
                 "together; YEAR=FILE says it)"
               : ", release not known";
}

void report_reading(const struct reading *reading, int release_year)
{
    struct arena arena;
    char day[DATE_TEXT];
    char years[PERIOD_TEXT];
    arena_init(&arena);
    date_print(day, reading->generated);
    period_print(years, reading->scope.covered);
    diag_info("%s: %s%s%s%s", reading->name, reading->source->title,
              *day ? ", generated " : "", day,
              release_text(reading, release_year, &arena));
    diag_info("%s rows read, %s used; %s; %s; %s",
              report_count(&arena, reading->tally.rows_read),
              report_count(&arena, reading->tally.rows_used),
              period_length(reading->scope.covered) ? years : "no years",
              report_scope(reading, &arena), report_unit(reading));
    if (reading->surplus)
        diag_note("%s: the rows have %zu %s more than the header, empty in "
                  "all; not read",
                  reading->name, reading->surplus,
                  reading->surplus == 1 ? "field" : "fields");
    if (reading->codes_from)
        diag_note("%s: %s", reading->name, reading->codes_from);
    if (reading->guessed_at)
        diag_note("%s:%llu: not UTF-8, read as Windows-1252; --encoding names "
                  "another",
                  reading->name, (unsigned long long)reading->guessed_at);
    if (reading->first_unbroken)
        diag_warning("%s: no column is of %d; the years before %d are in no "
                     "period",
                     reading->name, reading->first_unbroken - 1,
                     reading->first_unbroken);
    if (period_length(reading->scope.covered) &&
        reading->scope.declared.to > reading->scope.covered.to)
        diag_note("%s: %d has no data yet, the last year is %d", reading->name,
                  reading->scope.declared.to, reading->scope.covered.to);
    arena_done(&arena);
}

/* Of a mapped file it may be the mapping that has to say more. */
static const char *advice_of(const struct reading *reading,
                             enum row_fault fault)
{
    return reading->mapping && fault == FAULT_AMOUNT
               ? "say decimal= or thousands= in the mapping, or correct it"
               : fault_advice(fault);
}

static void report_samples(const struct reading *reading, enum row_fault fault,
                           struct arena *arena)
{
    const struct tally_entry *entry = &reading->tally.faults[fault];
    for (size_t i = 0; i < entry->rows && i < TALLY_SAMPLES; i++)
        diag_warning("%s: %s: %s; the row is left out, %s",
                     reading_place(reading, arena, entry->lines[i]),
                     fault_text(fault), entry->texts[i],
                     advice_of(reading, fault));
}

static void report_remark(const struct reading *reading, enum remark remark)
{
    const struct tally_entry *entry = &reading->tally.remarks[remark];
    struct buf where;
    if (!entry->rows || remark == REMARK_REJOINED)
        return;
    buf_init(&where, LINE_BYTES);
    for (size_t i = 0; i < entry->rows && i < TALLY_SAMPLES; i++) {
        buf_add_text(&where, i ? ", " : "");
        if (entry->lines[i])
            buf_printf(&where, "%s %llu ", reading_line_word(reading),
                       (unsigned long long)entry->lines[i]);
        buf_add_text(&where, entry->texts[i]);
    }
    diag_note("%s: %s: %llu (%s%s)", reading->name, remark_text(remark),
              (unsigned long long)entry->rows, where.ptr,
              entry->rows > TALLY_SAMPLES ? ", ..." : "");
    buf_done(&where);
}

/* "4 broken records rejoined"; null: no record was repaired. */
static const char *repair_count(const struct reading *reading,
                                struct arena *arena)
{
    uint64_t rows = tally_repaired(&reading->tally);
    return rows ? arena_printf(arena, "%s broken record%s rejoined",
                               report_count(arena, rows), rows == 1 ? "" : "s")
                : NULL;
}

/* "4 broken records rejoined (lines 5432, 21488, 25178 and 1 more)", or null.
 */
static const char *repair_text(const struct reading *reading,
                               struct arena *arena)
{
    const struct tally_entry *entry = &reading->tally.remarks[REMARK_REJOINED];
    uint64_t rows = entry->rows;
    const char *lines = "";
    if (!rows)
        return NULL;
    for (size_t i = 0; i < rows && i < TALLY_SAMPLES; i++)
        lines = arena_printf(arena, "%s%s%llu", lines, i ? ", " : "",
                             (unsigned long long)entry->lines[i]);
    if (rows > TALLY_SAMPLES)
        lines = arena_printf(arena, "%s and %llu more", lines,
                             (unsigned long long)(rows - TALLY_SAMPLES));
    return arena_printf(arena, "%s (line%s %s)", repair_count(reading, arena),
                        rows == 1 ? "" : "s", lines);
}

/* "2 not a year, 1 wrong number of fields" */
static const char *fault_counts(const struct reading *reading,
                                struct arena *arena)
{
    struct buf buf;
    buf_init(&buf, LINE_BYTES);
    for (int i = 0; i < FAULT_COUNT; i++) {
        uint64_t rows = reading->tally.faults[i].rows;
        if (rows)
            buf_printf(&buf, "%s%s %s", buf.len ? ", " : "",
                       report_count(arena, rows),
                       fault_text((enum row_fault)i));
    }
    const char *text = arena_str(arena, buf_str(&buf)).ptr;
    buf_done(&buf);
    return text;
}

/* "610 imports, for the file has exports; 52 services" */
static const char *aside_counts(const struct reading *reading,
                                struct arena *arena)
{
    const char *text = "";
    for (int i = 0; i < ASIDE_COUNT; i++) {
        uint64_t rows = reading->tally.asides[i];
        if (rows == tally_set_aside(&reading->tally))
            return aside_text((enum aside)i);
        if (rows)
            text = arena_printf(arena, "%s%s%s %s", text, *text ? "; " : "",
                                report_count(arena, rows),
                                aside_text((enum aside)i));
    }
    return text;
}

void report_faults(const struct reading *reading)
{
    struct arena arena;
    arena_init(&arena);
    for (int i = 0; i < FAULT_COUNT; i++)
        report_samples(reading, (enum row_fault)i, &arena);
    uint64_t left_out = tally_left_out(&reading->tally);
    if (left_out)
        diag_warning("%s: %s %s left out: %s", reading->name,
                     report_count(&arena, left_out),
                     left_out == 1 ? "row" : "rows",
                     fault_counts(reading, &arena));
    const char *repair = repair_text(reading, &arena);
    if (repair)
        diag_warning("%s: %s", reading->name, repair);
    uint64_t aside = tally_set_aside(&reading->tally);
    if (aside)
        diag_note("%s: %s %s not counted: %s", reading->name,
                  report_count(&arena, aside), aside == 1 ? "row" : "rows",
                  aside_counts(reading, &arena));
    for (int i = 0; i < REMARK_COUNT; i++)
        report_remark(reading, (enum remark)i);
    arena_done(&arena);
}

bool report_strict(const struct reading *reading, struct err *err)
{
    uint64_t left_out = tally_left_out(&reading->tally);
    uint64_t faults = left_out + tally_repaired(&reading->tally);
    if (!faults)
        return true;
    struct arena arena;
    arena_init(&arena);
    const char *repair = repair_count(reading, &arena);
    err_set(err, ERR_DATA,
            "%s: %s %s at fault (%s%s%s); correct the file, or leave --strict "
            "out",
            reading->name, report_count(&arena, faults),
            faults == 1 ? "row is" : "rows are", fault_counts(reading, &arena),
            left_out && repair ? ", " : "", repair ? repair : "");
    arena_done(&arena);
    return false;
}

const char *report_left_out_note(const struct reading *reading,
                                 struct arena *arena)
{
    uint64_t left_out = tally_left_out(&reading->tally);
    if (!left_out)
        return NULL;
    return arena_printf(arena, "%s: %s %s left out (%s).", reading->name,
                        report_count(arena, left_out),
                        left_out == 1 ? "row" : "rows",
                        fault_counts(reading, arena));
}

const char *report_repaired_note(const struct reading *reading,
                                 struct arena *arena)
{
    const char *repair = repair_text(reading, arena);
    return repair ? arena_printf(arena, "%s: %s.", reading->name, repair)
                  : NULL;
}

const char *report_remark_note(const struct reading *reading,
                               enum remark remark, struct arena *arena)
{
    uint64_t rows = reading->tally.remarks[remark].rows;
    return rows ? arena_printf(arena, "%s: %s: %s.", reading->name,
                               remark_text(remark), report_count(arena, rows))
                : NULL;
}

const char *report_aside_note(const struct reading *reading,
                              struct arena *arena)
{
    uint64_t aside = tally_set_aside(&reading->tally);
    if (!aside)
        return NULL;
    return arena_printf(arena, "%s: %s %s not counted (%s).", reading->name,
                        report_count(arena, aside), aside == 1 ? "row" : "rows",
                        aside_counts(reading, arena));
}

const char *report_mixture_note(const struct reading *reading)
{
    const struct filter *asked = reading->options.asked;
    bool chosen = asked && (asked->category.count || asked->not_category.count);
    return chosen ? NULL : reading->source->mixes;
}

const char *report_unreported_note(const struct reading *reading,
                                   struct arena *arena)
{
    const struct tally_entry *remarks = reading->tally.remarks;
    uint64_t rows = remarks[REMARK_NO_AMOUNT].rows + remarks[REMARK_WORDS].rows;
    if (!rows)
        return NULL;
    return arena_printf(arena, "%s: %s %s without an amount, in no sum.",
                        reading->name, report_count(arena, rows),
                        rows == 1 ? "row" : "rows");
}

const char *report_mapping_note(const struct reading *reading,
                                struct arena *arena)
{
    struct buf buf;
    if (!reading->mapping)
        return NULL;
    buf_init(&buf, MAPPING_BYTES);
    mapping_print(reading->mapping, false, &buf);
    const char *note = arena_printf(arena, "%s: columns by mapping: %s",
                                    reading->name, buf.ptr);
    buf_done(&buf);
    return note;
}

size_t report_left_out(const struct reading *reading, struct arena *arena,
                       const struct left_out **left_out)
{
    struct left_out *list =
        arena_alloc(arena, FAULT_COUNT + ASIDE_COUNT, sizeof *list);
    size_t count = 0;
    for (int i = 0; i < FAULT_COUNT; i++) {
        if (reading->tally.faults[i].rows)
            list[count++] = (struct left_out){fault_text((enum row_fault)i),
                                              reading->tally.faults[i].rows};
    }
    for (int i = 0; i < ASIDE_COUNT; i++) {
        if (reading->tally.asides[i])
            list[count++] = (struct left_out){aside_text((enum aside)i),
                                              reading->tally.asides[i]};
    }
    *left_out = list;
    return count;
}

void report_provenance(const struct reading *reading, struct arena *arena,
                       struct provenance_file *file)
{
    char day[DATE_TEXT];
    date_print_iso(day, reading->generated);
    *file = (struct provenance_file){
        .name = arena_str(arena, str_from(reading->name)).ptr,
        .size = reading->size,
        .sha256 = arena_str(arena, str_from(reading->sha256)).ptr,
        .hashed = reading->hashed,
        .layout = reading->source->title,
        .database = reading->database
                        ? arena_str(arena, str_from(reading->database)).ptr
                        : "",
        .generated = arena_str(arena, str_from(day)).ptr,
        .release_year = reading->release_year,
        .rows_read = reading->tally.rows_read,
        .rows_used = reading->tally.rows_used,
    };
    file->left_out_count = report_left_out(reading, arena, &file->left_out);
}

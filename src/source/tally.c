/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/tally.h"

#include "base/diag.h"
#include "csv/reader.h"
#include "source/rejects.h"

static const struct {
    const char *text;
    const char *advice;
} fault_words[FAULT_COUNT] = {
    [FAULT_FIELDS] = {"wrong number of fields",
                      "compare the line with its neighbours"},
    [FAULT_QUOTES] = {"a quote where none may stand",
                      "double it, or quote the whole field"},
    [FAULT_CUT] = {"the last line is cut short", "download the file again"},
    [FAULT_HEADER] = {"the header again",
                      "give each of the tables a file of its own"},
    [FAULT_NAME] = {"no supplier or no recipient", "fill in the name"},
    [FAULT_YEAR] = {"not a year", "write four digits"},
    [FAULT_YEAR_RANGE] = {"a year outside the file's own range",
                          "correct the year"},
    [FAULT_AMOUNT] = {"not an amount",
                      "write digits and one decimal mark; --decimal , makes it a comma"},
    [FAULT_NEGATIVE] = {"a negative amount", "deliveries cannot be negative"},
    [FAULT_WORD] = {"a unit, measure or cell word that is not known",
                    "see doc/formats/tidy.md for the words"},
    [FAULT_SHIFTED] = {"a cell that cannot belong to its column",
                       "compare the line with its neighbours; a line break "
                       "within a comment moves what stands behind it"},
    [FAULT_KIND] = {"a kind of row that the layout does not have",
                    "see its page in doc/formats"},
    [FAULT_REPORT] = {"neither exports nor imports", "write one of these"},
};

static const char *const remark_words[REMARK_COUNT] = {
    [REMARK_UNKNOWN_NAME] =
        "names that no table knows, used under their own name",
    [REMARK_BLANK_FLAG] = "blank estimate flags, taken as not known",
    [REMARK_BAD_FLAG] = "flags that are neither Yes nor No, taken as not known",
    [REMARK_ORDER_YEAR] = "order years that are not one, taken as not known",
    [REMARK_EARLY_DELIVERY] = "deliveries before the order",
    [REMARK_ITEMS] = "numbers of items that are not one, taken as not given",
    [REMARK_CONDITION] = "words for the condition that are not known",
    [REMARK_NO_AMOUNT] = "amounts not given, counted as not reported",
    [REMARK_WORDS] = "words in place of an amount, counted as not reported",
    [REMARK_ROUNDED] = "amounts with more than six decimals, rounded",
    [REMARK_SHORTENED] = "amounts that a spreadsheet has shortened",
    [REMARK_TOTAL] = "printed totals off by more than rounding",
    [REMARK_SUMMED] = "amounts without a total, summed from their parts",
    [REMARK_MONTHS] = "years made of fewer than twelve months",
    [REMARK_REJOINED] = "broken records rejoined",
    [REMARK_OPEN_RANGE] =
        ("numbers pending that are right only if the file selects all years, "
         "which it does not say"),
    [REMARK_RANGES] =
        "ranges of delivery years, divided among all years from first to last",
};

static const char *const aside_words[ASIDE_COUNT] = {
    [ASIDE_PARTS] = "parts of a total that is there",
    [ASIDE_INNER] = "commodities within another one that is counted",
    [ASIDE_WIDER] = "commodities that hold more than was asked for",
    [ASIDE_IMPORTS] = "imports, for the file has exports",
    [ASIDE_EXPORTS] = "exports, for imports were asked for",
    [ASIDE_FLOW_PARTS] = "re-exports and other parts of a flow",
    [ASIDE_MONTHS] = "months of a year that is there",
    [ASIDE_CLASSIFICATION] = "the same trade in another classification",
    [ASIDE_GROUP] = "reports of a group of countries",
    [ASIDE_REPEATED] = "the same record again",
    [ASIDE_SERVICES] = "services",
    [ASIDE_PENDING] = "orders without a delivery",
    [ASIDE_DELIVERED] = "orders with nothing pending",
    [ASIDE_UNDATED] = "orders of an unknown year",
    [ASIDE_OUTSIDE] = "orders of years that the file does not select",
    [ASIDE_FOOTER] = "text below the table",
    [ASIDE_QUANTITY] = "other quantities, which --measure names",
    [ASIDE_REFUSED] = "licences refused, which --measure refusals counts",
    [ASIDE_APPROVED] = "licences approved, for refusals were asked for",
    [ASIDE_CRITERIA] = "criteria of refusals",
    [ASIDE_AGAIN] = "licences renewed or replaced, which count when new",
    [ASIDE_TEMPORARY] = "licences for temporary export",
    [ASIDE_TRANSIT] = "transit and brokering of other countries' goods",
    [ASIDE_HOLDINGS] = "holdings and national production, which are no trade",
    [ASIDE_REGION] = "other regions, which overlap with the one asked for",
    [ASIDE_AGGREGATE] = "sums of several countries, or of the world",
    [ASIDE_INDICATOR] = "indicators that are neither trade nor spending",
    [ASIDE_SPENDING] = "military expenditure, which is no arms trade",
    [ASIDE_CURRENCY] = "amounts in national currencies",
    [ASIDE_NOTES] = "headings and footnotes",
};

void tally_init(struct tally *tally, struct arena *arena)
{
    *tally = (struct tally){.arena = arena};
}

void tally_init_like(struct tally *tally, const struct tally *first,
                     struct arena *arena)
{
    tally_init(tally, arena);
    tally->rejects = first->rejects;
    tally->file = first->file;
}

static void entry_add(struct tally *tally, struct tally_entry *entry,
                      uint64_t line, struct str text)
{
    if (entry->rows < TALLY_SAMPLES) {
        entry->lines[entry->rows] = line;
        entry->texts[entry->rows] = diag_quote(tally->arena, text);
    }
    entry->rows++;
}

/* The row at hand that begins on the line; SIZE_MAX: none does. Their lines
 * ascend. */
static size_t find_row(const struct batch *batch, uint64_t line)
{
    size_t from = 0, to = batch ? batch->rows : 0;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (batch->lines[middle] < line)
            from = middle + 1;
        else
            to = middle;
    }
    return batch && from < batch->rows && batch->lines[from] == line ? from
                                                                     : SIZE_MAX;
}

/* The column in which the text stands; that of a blank text nobody knows. */
static size_t find_column(const struct batch *batch, size_t row,
                          struct str text)
{
    for (size_t i = 0; text.len > 0 && i < batch->columns; i++) {
        struct str cell = batch->cells[row * batch->columns + i];
        if (text.ptr >= cell.ptr && text.ptr < cell.ptr + cell.len)
            return batch->wanted[i];
    }
    return SIZE_MAX;
}

/* Column SIZE_MAX: that of the text. */
static void add_reject(struct tally *tally, struct reject reject)
{
    if (!tally->rejects)
        return;
    size_t row = find_row(tally->batch, reject.line);
    reject.file = tally->file;
    reject.byte = UINT64_MAX;
    if (row != SIZE_MAX)
        reject.byte = batch_byte(tally->batch, row);
    if (row != SIZE_MAX && reject.column == SIZE_MAX)
        reject.column = find_column(tally->batch, row, reject.text);
    rejects_add(tally->rejects, &reject);
}

void tally_fault_in(struct tally *tally, enum row_fault fault, uint64_t line,
                    size_t column, struct str text)
{
    entry_add(tally, &tally->faults[fault], line, text);
    add_reject(tally, (struct reject){.kind = REJECT_FAULT,
                                      .reason = (int)fault,
                                      .line = line,
                                      .rows = 1,
                                      .column = column,
                                      .text = text});
}

void tally_fault(struct tally *tally, enum row_fault fault, uint64_t line,
                 struct str text)
{
    tally_fault_in(tally, fault, line, SIZE_MAX, text);
}

void tally_repair(struct tally *tally, enum remark remark, uint64_t line,
                  struct str text)
{
    tally_remark(tally, remark, line, text);
    add_reject(tally, (struct reject){.kind = REJECT_REPAIR,
                                      .reason = (int)remark,
                                      .line = line,
                                      .column = SIZE_MAX,
                                      .text = text});
}

void tally_remark(struct tally *tally, enum remark remark, uint64_t line,
                  struct str text)
{
    entry_add(tally, &tally->remarks[remark], line, text);
}

void tally_aside(struct tally *tally, enum aside aside, uint64_t rows)
{
    tally->rows_read += rows;
    tally->asides[aside] += rows;
}

static void entry_merge(struct tally *tally, struct tally_entry *entry,
                        const struct tally_entry *other)
{
    struct tally_entry merged = {.rows = entry->rows + other->rows};
    size_t mine = 0, theirs = 0;
    for (size_t i = 0; i < TALLY_SAMPLES && i < merged.rows; i++) {
        bool take_mine =
            theirs == other->rows ||
            (mine < entry->rows && entry->lines[mine] <= other->lines[theirs]);
        const char *text =
            take_mine
                ? entry->texts[mine]
                : arena_str(tally->arena, str_from(other->texts[theirs])).ptr;
        merged.lines[i] = take_mine ? entry->lines[mine] : other->lines[theirs];
        merged.texts[i] = text;
        mine += take_mine;
        theirs += !take_mine;
    }
    *entry = merged;
}

void tally_add(struct tally *tally, const struct tally *other)
{
    tally->rows_read += other->rows_read;
    tally->rows_used += other->rows_used;
    tally->total_rows += other->total_rows;
    for (size_t i = 0; i < ASIDE_COUNT; i++)
        tally->asides[i] += other->asides[i];
    for (size_t i = 0; i < QUANTITY_COUNT; i++)
        tally->told[i] += other->told[i];
    for (size_t i = 0; i < FAULT_COUNT; i++)
        entry_merge(tally, &tally->faults[i], &other->faults[i]);
    for (size_t i = 0; i < REMARK_COUNT; i++)
        entry_merge(tally, &tally->remarks[i], &other->remarks[i]);
}

uint64_t tally_left_out(const struct tally *tally)
{
    uint64_t rows = 0;
    for (size_t i = 0; i < FAULT_COUNT; i++)
        rows += tally->faults[i].rows;
    return rows;
}

uint64_t tally_set_aside(const struct tally *tally)
{
    uint64_t rows = 0;
    for (size_t i = 0; i < ASIDE_COUNT; i++)
        rows += tally->asides[i];
    return rows;
}

uint64_t tally_repaired(const struct tally *tally)
{
    return tally->remarks[REMARK_REJOINED].rows;
}

const char *fault_text(enum row_fault fault)
{
    return fault_words[fault].text;
}

const char *fault_advice(enum row_fault fault)
{
    return fault_words[fault].advice;
}

const char *remark_text(enum remark remark)
{
    return remark_words[remark];
}

const char *aside_text(enum aside aside)
{
    return aside_words[aside];
}

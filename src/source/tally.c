/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/tally.h"

#include "base/diag.h"

static const struct {
    const char *text;
    const char *advice;
} fault_words[FAULT_COUNT] = {
    [FAULT_FIELDS] = {"wrong number of fields",
                      "compare the line with its neighbours"},
    [FAULT_QUOTES] = {"a quote where none may stand",
                      "double it, or quote the whole field"},
    [FAULT_CUT] = {"the last line is cut short", "download the file again"},
    [FAULT_NAME] = {"no supplier or no recipient", "fill in the name"},
    [FAULT_YEAR] = {"not a year", "write four digits"},
    [FAULT_YEAR_RANGE] = {"a year outside the file's own range",
                          "correct the year"},
    [FAULT_AMOUNT] = {"not an amount",
                      "write digits with a decimal point, no other mark"},
    [FAULT_NEGATIVE] = {"a negative amount", "deliveries cannot be negative"},
    [FAULT_WORD] = {"a unit, measure or cell word that is not known",
                    "see doc/formats/tidy.md for the words"},
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
    [REMARK_NO_AMOUNT] = "blank amounts, counted as not reported",
    [REMARK_ROUNDED] = "amounts with more than six decimals, rounded",
    [REMARK_SHORTENED] = "amounts that a spreadsheet has shortened",
    [REMARK_TOTAL] = "printed totals off by more than rounding",
};

void tally_init(struct tally *tally, struct arena *arena)
{
    *tally = (struct tally){.arena = arena};
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

void tally_fault(struct tally *tally, enum row_fault fault, uint64_t line,
                 struct str text)
{
    entry_add(tally, &tally->faults[fault], line, text);
}

void tally_remark(struct tally *tally, enum remark remark, uint64_t line,
                  struct str text)
{
    entry_add(tally, &tally->remarks[remark], line, text);
}

uint64_t tally_left_out(const struct tally *tally)
{
    uint64_t rows = 0;
    for (size_t i = 0; i < FAULT_COUNT; i++)
        rows += tally->faults[i].rows;
    return rows;
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

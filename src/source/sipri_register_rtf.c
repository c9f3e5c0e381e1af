/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SIPRI's legacy register as its site made it until 2024
 * (doc/formats/sipri-register-text.md): an RTF document with a paragraph a
 * deal. A supplier stands alone in bold; below it its recipients, the first
 * one behind "R:"; a further deal with the same one has no name. Estimates are
 * in round brackets, delivery years are a range, there is no TIV. */
#include <config.h>

#include "source/deal_row.h"
#include "source/layouts.h"
#include "source/rtf.h"
#include "source/sipri_preamble.h"

/* Cells of a deal: the columns of the header, and the supplier before them. */
enum {
    CELL_SUPPLIER,
    CELL_RECIPIENT,
    CELL_ORDERED,
    CELL_DESIGNATION,
    CELL_DESCRIPTION,
    CELL_ORDER_YEAR,
    CELL_YEARS,
    CELL_DELIVERED,
    CELL_COMMENT,
    CELL_COUNT
};

static const struct source_quantity quantities[] = {
    {QUANTITY_ITEMS, UNIT_ITEMS, MEASURE_DELIVERY, ROLE_ITEMS, 0},
    {QUANTITY_ORDERED, UNIT_ITEMS, MEASURE_ORDER, ROLE_ORDERED, 0},
    {QUANTITY_PENDING, UNIT_ITEMS, MEASURE_PENDING, ROLE_ORDERED, 0},
    {QUANTITY_DEALS, UNIT_DEALS, MEASURE_ORDER, ROLE_SUPPLIER, 0},
};

#define HEADER_WORD "recipient (R)"

static int recognise(const struct head *head, size_t record)
{
    return record == 0 && str_starts(str_trim(head->bytes), STR("{\\rtf")) &&
                   str_find(head->bytes, STR(HEADER_WORD)) >= 0
               ? 96
               : 0;
}

static bool open_rtf(struct reading *reading, struct err *err)
{
    (void)err;
    static const enum role roles[CELL_COUNT] = {
        [CELL_SUPPLIER] = ROLE_SUPPLIER,
        [CELL_RECIPIENT] = ROLE_RECIPIENT,
        [CELL_ORDERED] = ROLE_ORDERED,
        [CELL_DESIGNATION] = ROLE_DESIGNATION,
        [CELL_DESCRIPTION] = ROLE_DESCRIPTION,
        [CELL_ORDER_YEAR] = ROLE_ORDER_YEAR,
        [CELL_YEARS] = ROLE_YEAR,
        [CELL_DELIVERED] = ROLE_ITEMS,
        [CELL_COMMENT] = ROLE_COMMENT,
    };
    for (size_t i = 0; i < CELL_COUNT; i++)
        reading->roles[roles[i]] = i;
    sipri_preamble(reading);
    return true;
}

/* What the paragraphs so far have said. */
struct book {
    struct deal_rows rows;
    struct arena arena; /* of the names at hand */
    struct str supplier;
    struct str recipient;
    bool begun; /* the header was seen */
};

static const struct deal_syntax syntax = {.brackets = true,
                                          .whole_contract = true};

static bool is_header(const struct rtf_paragraph *paragraph)
{
    for (size_t i = 0; i < paragraph->count && i < RTF_CELLS; i++) {
        if (str_find(paragraph->cells[i], STR(HEADER_WORD)) >= 0)
            return true;
    }
    return false;
}

static bool is_blank(const struct rtf_paragraph *paragraph)
{
    for (size_t i = 0; i < paragraph->count && i < RTF_CELLS; i++) {
        if (str_trim(paragraph->cells[i]).len > 0)
            return false;
    }
    return true;
}

static void begin_supplier(struct book *book, struct str name)
{
    arena_done(&book->arena);
    arena_init(&book->arena);
    book->supplier = arena_str(&book->arena, name);
    book->recipient = STR("");
}

/* The name without the mark that says whose it is: R, recipient; L,
 * licensee. */
static struct str without_mark(struct str cell)
{
    cell = str_trim(cell);
    if (str_starts(cell, STR("R:")) || str_starts(cell, STR("L:")))
        cell = str_trim(str_skip(cell, 2));
    return cell;
}

static bool fault(struct book *book, enum row_fault fault,
                  const struct rtf_paragraph *paragraph)
{
    struct tally *tally = &book->rows.reading->tally;
    struct str text = STR("");
    for (size_t i = 0; !text.len && i < paragraph->count && i < RTF_CELLS; i++)
        text = str_trim(paragraph->cells[i]);
    tally->rows_read++;
    tally_fault(tally, fault, paragraph->line, text);
    return true;
}

/* A deal with the recipient of the one above has an empty cell more. */
static bool take_deal(struct book *book, const struct rtf_paragraph *paragraph,
                      struct err *err)
{
    struct str cells[CELL_COUNT] = {0};
    struct str name = without_mark(paragraph->cells[0]);
    size_t first = 1, columns = CELL_COUNT - CELL_ORDERED;
    if (!name.len && paragraph->count == columns + 2)
        first = 2;
    if (paragraph->cut)
        return fault(book, FAULT_CUT, paragraph);
    if (paragraph->count != columns + first &&
        paragraph->count != columns + first - 1)
        return fault(book, FAULT_FIELDS, paragraph);
    if (name.len > 0)
        book->recipient = arena_str(&book->arena, name);
    cells[CELL_SUPPLIER] = book->supplier;
    cells[CELL_RECIPIENT] = book->recipient;
    for (size_t i = first; i < paragraph->count; i++)
        cells[CELL_ORDERED + i - first] = paragraph->cells[i];
    return deal_take_row(&book->rows, &syntax, cells, paragraph->line, false,
                         err);
}

static bool take_paragraph(struct book *book,
                           const struct rtf_paragraph *paragraph,
                           struct err *err)
{
    struct reading *reading = book->rows.reading;
    if (is_blank(paragraph))
        return true;
    if (is_header(paragraph)) {
        book->begun = true;
        return true;
    }
    if (!book->begun) {
        date_find_generated(paragraph->cells[0], &reading->generated);
        return true;
    }
    if (paragraph->count > 1)
        return take_deal(book, paragraph, err);
    if (!paragraph->bold || paragraph->cut)
        return fault(book, paragraph->cut ? FAULT_CUT : FAULT_FIELDS,
                     paragraph);
    begin_supplier(book, str_trim(paragraph->cells[0]));
    return true;
}

static bool read_paragraphs(struct book *book, struct rtf *rtf, struct err *err)
{
    struct rtf_paragraph paragraph;
    bool more = true;
    while (more) {
        if (!rtf_next(rtf, &paragraph, &more, err) ||
            !take_paragraph(book, &paragraph, err))
            return false;
        reading_show(book->rows.reading, book->rows.reading->tally.rows_read);
    }
    return true;
}

static bool read_rtf(struct reading *reading, struct names *names,
                     struct flow_sink sink, struct err *err)
{
    struct book book = {.supplier = STR(""), .recipient = STR("")};
    struct rtf rtf;
    size_t most = reading->options.limits.record;
    arena_init(&book.arena);
    deal_rows_init(&book.rows, reading, names, sink);
    book.rows.whole_contract = true;
    rtf_init(&rtf, reading->text, reading->name, most ? most : PTRDIFF_MAX - 1);
    bool done = read_paragraphs(&book, &rtf, err);
    rtf_done(&rtf);
    arena_done(&book.arena);
    return done;
}

const struct source source_sipri_register_rtf = {
    .id = "sipri_register_rtf",
    .title = "SIPRI's legacy register (RTF), without TIV",
    .database = "SIPRI Arms Transfers Database",
    .recognise = recognise,
    .headerless = true,
    .quantities = quantities,
    .quantity_count = sizeof quantities / sizeof quantities[0],
    .must_choose = true,
    .open = open_rtf,
    .read = read_rtf,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "sheet.h"

#include <string.h>

/* Longest text or number, quotes doubled. */
#define CELL_MAX 2048

void sheet_flush(struct sheet *sheet)
{
    fwrite(sheet->bytes, 1, sheet->used, sheet->stream);
    sheet->used = 0;
}

static void put(struct sheet *sheet, char byte)
{
    sheet->bytes[sheet->used++] = byte;
}

static void begin_cell(struct sheet *sheet)
{
    if (sizeof sheet->bytes - sheet->used < CELL_MAX)
        sheet_flush(sheet);
    if (sheet->begun)
        put(sheet, ',');
    sheet->begun = true;
}

void sheet_text(struct sheet *sheet, const char *text)
{
    begin_cell(sheet);
    bool quoted = sheet->quote_all || text[strcspn(text, ",\"\r\n")] != '\0';
    if (quoted)
        put(sheet, '"');
    for (; *text; text++) {
        if (*text == '"')
            put(sheet, '"');
        put(sheet, *text);
    }
    if (quoted)
        put(sheet, '"');
}

static void put_number(struct sheet *sheet, int64_t number, int digits)
{
    char text[24];
    size_t at = sizeof text;
    do {
        text[--at] = (char)('0' + number % 10);
        number /= 10;
        if (--digits == 0)
            text[--at] = '.';
    } while (number > 0 || digits >= 0);
    size_t length = sizeof text - at;
    memcpy(sheet->bytes + sheet->used, text + at, length);
    sheet->used += length;
}

void sheet_decimal(struct sheet *sheet, int64_t number, int digits)
{
    begin_cell(sheet);
    if (sheet->quote_all)
        put(sheet, '"');
    put_number(sheet, number, digits);
    if (sheet->quote_all)
        put(sheet, '"');
}

void sheet_number(struct sheet *sheet, int64_t number)
{
    sheet_decimal(sheet, number, 0);
}

void sheet_end_row(struct sheet *sheet)
{
    if (sheet->crlf)
        put(sheet, '\r');
    put(sheet, '\n');
    sheet->begun = false;
}

void sheet_line(struct sheet *sheet, const char *text)
{
    begin_cell(sheet);
    size_t length = strlen(text);
    memcpy(sheet->bytes + sheet->used, text, length);
    sheet->used += length;
    sheet_end_row(sheet);
}

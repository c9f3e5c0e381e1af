/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/country_rows.h"

#include "source/cells.h"
#include "source/records.h"

enum part {
    PART_PLACE,
    PART_CODE,
    PART_YEAR,
    PART_VALUE,
    PART_INDICATOR,
    PARTS,
};

struct country_reader {
    struct country_series *series;
    const struct country_row *like;
    bool (*judge)(struct country_row *row, enum aside *aside);
    size_t at[PARTS]; /* wanted column of each part, SIZE_MAX: none */
    struct batch batch;
    size_t row;
};

static void want_columns(struct country_reader *reader,
                         const struct country_columns *columns)
{
    struct reading *reading = reader->series->reading;
    const size_t parts[PARTS] = {
        [PART_PLACE] = columns->place,         [PART_CODE] = columns->code,
        [PART_YEAR] = columns->year,           [PART_VALUE] = columns->value,
        [PART_INDICATOR] = columns->indicator,
    };
    size_t fields = reading->head.records[reading->header].count;
    size_t wanted[PARTS];
    size_t count = 0;
    for (size_t i = 0; i < PARTS; i++)
        reader->at[i] = SIZE_MAX;
    for (size_t column = 0; column < fields; column++) {
        for (size_t i = 0; i < PARTS; i++) {
            if (parts[i] != column)
                continue;
            reader->at[i] = count;
            wanted[count++] = column;
        }
    }
    reader_want(reading->reader, wanted, count, fields);
}

static struct str text_of(const struct country_reader *reader, enum part part)
{
    const struct batch *batch = &reader->batch;
    if (reader->at[part] == SIZE_MAX)
        return (struct str){"", 0};
    return str_trim(
        batch->cells[reader->row * batch->columns + reader->at[part]]);
}

static bool is_year_sound(const struct country_reader *reader, uint64_t line,
                          struct tally *tally, int *year)
{
    struct str text = text_of(reader, PART_YEAR);
    int generated = reader->series->reading->generated.year;
    if (!cells_year(text, year))
        tally_fault(tally, FAULT_YEAR, line, text);
    else if (generated && *year > generated)
        tally_fault(tally, FAULT_YEAR_RANGE, line, text);
    else
        return true;
    return false;
}

static void read_values(struct country_reader *reader,
                        const struct country_row *row, uint64_t line)
{
    struct country_series *series = reader->series;
    struct tally *tally = country_series_begin(series, row->indicator);
    struct cell_amount cell;
    int year;
    tally->rows_read++;
    if (!row->place.len) {
        tally_fault(tally, FAULT_NAME, line, row->code);
        return;
    }
    struct str value = text_of(reader, PART_VALUE);
    if (!is_year_sound(reader, line, tally, &year) ||
        !cell_amount_read(series->reading, tally, line, value, false, &cell))
        return;
    tally->rows_used++;
    if (cell.state == CELL_NONE) {
        tally_remark(tally, REMARK_NO_AMOUNT, line, value);
        cell.state = CELL_NOT_REPORTED;
    }
    country_series_add(series, row->indicator, row->place, row->indicator_name,
                       line, year, cell);
}

static void read_record(struct country_reader *reader)
{
    const struct batch *batch = &reader->batch;
    struct tally *tally = &reader->series->reading->tally;
    struct country_row row = *reader->like;
    enum aside aside;
    if (record_is_blank(batch, reader->row))
        return;
    if (batch->status[reader->row] != RECORD_OK) {
        tally->rows_read++;
        record_is_sound(batch, reader->row, tally);
        return;
    }
    row.place = text_of(reader, PART_PLACE);
    row.code = text_of(reader, PART_CODE);
    if (reader->at[PART_INDICATOR] != SIZE_MAX)
        row.indicator_name = text_of(reader, PART_INDICATOR);
    if (reader->judge(&row, &aside))
        read_values(reader, &row, batch->lines[reader->row]);
    else
        tally_aside(tally, aside, 1);
}

bool country_rows_read(
    struct country_series *series, const struct country_columns *columns,
    const struct country_row *like,
    bool (*judge)(struct country_row *row, enum aside *aside), struct err *err)
{
    struct country_reader reader = {
        .series = series, .like = like, .judge = judge};
    struct reading *reading = series->reading;
    want_columns(&reader, columns);
    reading->tally.batch = &reader.batch;
    do {
        if (!reader_next(reading->reader, &reader.batch, err))
            return false;
        for (reader.row = 0; reader.row < reader.batch.rows; reader.row++)
            read_record(&reader);
        reading_show(reading, reading->tally.rows_read);
    } while (reader.batch.rows);
    reading->tally.batch = NULL;
    return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text to records with physical line numbers. Nothing above sees libcsv, a
 * buffer or a callback per field: records come in batches, as arrays of slices
 * for the wanted columns only. Line ends are LF, CRLF and lone CR; quotes are
 * RFC 4180; blanks round a field are kept; a blank line is a record of one
 * empty field. There are two lanes: libcsv says what a field is; pieces of a
 * text are scanned 64 bytes at a time, give the same, and leave to libcsv what
 * is not plain RFC 4180. */
#ifndef CSV_READER_H
#define CSV_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"
#include "csv/text.h"

struct dialect {
    char delimiter;
    char quote;  /* '"'; 0: quotes are ordinary characters */
    char tail;   /* a character (not the delimiter) that every line ends with,
                    as spreadsheets leave it: any run of it at the end of a
                    record is cut; 0: none */
    char second; /* of a delimiter of two bytes, as "||" and "; " are; else 0 */
    char escape; /* '\\': behind it itself, a quote and a delimiter are
                    ordinary; a doubled quote is one too; 0: none */
};

struct reader_limits { /* each 0: none */
    size_t field;      /* bytes, default 1 MiB */
    size_t record;     /* bytes, default 16 MiB */
    size_t columns;    /* default 16,384 */
};

extern const struct reader_limits reader_default_limits;

enum record_status {
    RECORD_OK = 0,
    RECORD_FEWER,  /* fewer fields than expected */
    RECORD_MORE,   /* more, be they empty or not: nobody knows which of the
                      delimiters is the one too many */
    RECORD_QUOTES, /* a quote inside an unquoted field, or text behind a
                      closing quote; the record's first line was given up (no
                      fields, it is in `raw`) and reading went on with the
                      line after it */
};

/* So many bytes from the beginning of a cell on can be read, however short it
 * is. */
#define READER_SLACK ((size_t)8)

/* Records of one call; everything is valid until the next call. */
struct batch {
    size_t rows;
    size_t columns;              /* wanted columns, */
    const size_t *wanted;        /* which of the file's these are */
    const struct str *cells;     /* [row * columns + k]: wanted column k of
                                    row; empty where the record ends before */
    const uint64_t *lines;       /* line on which the record begins, from 1 */
    const uint32_t *fields;      /* number of fields in the record; in one that
                                    is in order, those expected */
    const unsigned char *status; /* enum record_status */
    const struct str *raw;       /* the record's first line; only for records
                                    whose status is not RECORD_OK */
    const bool *ended;           /* a line end followed (false: last line of a
                                    file that does not end in one) */
    bool sound; /* every status is RECORD_OK and every record ended */
    const uint64_t *bytes; /* for batch_byte(): of each record, or null */
    const uint32_t *ends;  /* where each ends in its piece, */
    uint64_t piece;        /* which begins at this byte, */
    uint32_t first;        /* and where the first record begins in it */
};

/* The byte of the text, from 0, with which the record begins. */
uint64_t batch_byte(const struct batch *batch, size_t row);

struct reader;

/* What one thread reads into: a piece of the text and the batch made of it. */
struct share;

/* Borrows the text. The file name is used in messages. */
struct reader *reader_open(struct text *text, const char *file,
                           struct dialect dialect, struct reader_limits limits);
void reader_close(struct reader *reader);

/* For tests, before the first share: pieces of at most so many bytes. */
void reader_set_block(struct reader *reader, size_t bytes);

/* Which columns (0-based, ascending) the batches hold, and how many fields a
 * record should have (0: any number is right; then nothing is FEWER or MORE).
 * Takes effect with the next record; may be called between batches. */
void reader_want(struct reader *reader, const size_t *columns, size_t count,
                 size_t expected_fields);

/* So many fields, all empty, stand behind the expected ones in every record;
 * 0 at first. A record without them has fewer fields than it should. Takes
 * effect with the next record. */
void reader_allow(struct reader *reader, size_t surplus);

/* Passes over `records` records, whatever is in them (the preamble and the
 * header, already seen in the head). */
bool reader_skip(struct reader *reader, size_t records, struct err *err);

/* The next records, about a thousand, by libcsv; rows 0 at the end. ERR_DATA:
 * "FILE:LINE: unclosed quote ...", limits with the option that lifts them,
 * and what text_read reports; records before the fault are handed out first. */
bool reader_next(struct reader *reader, struct batch *batch, struct err *err);

/* The same, fast and in several threads: each has a share of its own, takes a
 * piece of whole records after the other (one thread at a time: the caller
 * locks) and makes batches of it (no lock). reader_want() comes before the
 * first piece. Borrows the reader. */
struct share *share_open(struct reader *reader);
void share_close(struct share *share);

/* The next piece of the text; *more is false at its end. Errors as above. */
bool reader_piece(struct reader *reader, struct share *share, bool *more,
                  struct err *err);

/* The next records of the share's piece, valid until the next call for this
 * share; rows 0 at its end. */
bool share_next(struct share *share, struct batch *batch, struct err *err);

/* The next records of the text, piece after piece, for one thread that reads
 * it all; rows 0 at the end. */
bool share_fetch(struct reader *reader, struct share *share,
                 struct batch *batch, struct err *err);

#endif

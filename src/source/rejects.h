/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every row that is left out or repaired, for --rejects: collected while files
 * are read, by any number of threads, and told in the order of the files and
 * their lines. What does not fit in a few MiB waits in an unnamed file. Owns
 * all of it. */
#ifndef SOURCE_REJECTS_H
#define SOURCE_REJECTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"
#include "csv/head.h"
#include "source/tally.h"

struct rejects;

enum reject_kind {
    REJECT_FAULT,
    REJECT_ASIDE,  /* sound, but not counted */
    REJECT_REPAIR, /* used, but not as it stands there */
};

struct reject {
    unsigned file; /* as rejects_begin() numbered it */
    uint64_t line; /* 0: of no line, but so many rows together */
    uint64_t rows; /* 1, or so many; 0 where it is used */
    uint64_t byte; /* of the text, from 0, with which the record begins;
                      UINT64_MAX: not known */
    size_t column; /* of the file, from 0; SIZE_MAX: none, or not known */
    enum reject_kind kind;
    int reason;      /* enum row_fault, enum aside, or enum remark */
    struct str text; /* what is wrong, as the file has it */
};

/* What a person needs to find it: texts are borrowed until the next call. */
struct reject_place {
    const char *file;   /* its name */
    uint64_t byte;      /* as stored, from 1, as `tail -c +N` counts; 0: not
                           known, for the file is packed or in another encoding
                           than UTF-8 */
    struct str heading; /* what the header has for the column */
};

struct rejects *rejects_new(void);
void rejects_free(struct rejects *rejects);

/* A file begins; its number. The header's names are copied (null: none). */
unsigned rejects_begin(struct rejects *rejects, const char *name,
                       const struct head_record *header);

/* It ends: the rows that were set aside, and where its text begins in what is
 * stored (text_offset()). */
void rejects_end(struct rejects *rejects, unsigned file,
                 const struct tally *tally, size_t offset);

/* Takes a copy. Any thread may. */
void rejects_add(struct rejects *rejects, const struct reject *reject);

/* Where files are told. False ends it. */
struct reject_taker {
    bool (*take)(void *context, const struct reject *reject,
                 const struct reject_place *place, struct err *err);
    void *context;
};

/* Tells all, once. ERR_SYSTEM: the unnamed file could not be made, written or
 * read. */
bool rejects_tell(struct rejects *rejects, struct reject_taker taker,
                  struct err *err);

#endif

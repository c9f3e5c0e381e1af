/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text that is read in pieces and by libcsv: both must give the same. */
#ifndef TESTS_UNIT_CSV_SUBJECT_H
#define TESTS_UNIT_CSV_SUBJECT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/str.h"
#include "csv_dump.h"

#define SUBJECT_DELIMITERS 4
extern const char subject_delimiters[SUBJECT_DELIMITERS];

/* The size of pieces outside tests. */
#define SUBJECT_USUAL ((size_t)256 * 1024)

struct subject {
    const char *path; /* null: bytes in memory */
    struct str bytes;
    struct csv_view view;
    struct buf expected, read;
};

/* Reads it by libcsv. */
void subject_init(struct subject *subject, const char *path, struct str bytes,
                  const struct csv_view *view);
void subject_done(struct subject *subject);

/* Reads it in pieces of at most `block` bytes, in chunks as text_set_chunk()
 * has them (0: the text's own). False, having failed the test, where that
 * gives anything else. */
bool subject_agrees(struct subject *subject, size_t chunk, size_t block);

/* Every chunk up to `most` with a few blocks and every block with a few
 * chunks; both together where the text is as short as that. */
bool subject_agrees_everywhere(const char *path, struct str bytes, size_t most,
                               const struct csv_view *view);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file in the scratch folder decodes to. */
#ifndef TESTS_UNIT_CSV_DECODE_H
#define TESTS_UNIT_CSV_DECODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "csv/text.h"

/* Opens the file "t"; chunk 0: the text's own. Null with err when the
 * encoding is refused. */
struct text *csv_open_text(struct input **input, const char *encoding,
                           size_t chunk, struct err *err);

/* All that is handed out, and behind it "!", the kind and the text of an
 * error. */
void csv_read_all(struct buf *out, struct text *text);

/* Checks that the bytes, as the file "t", decode as expected at many chunk
 * sizes, and what text_encoding() and text_guessed_at() say at the end.
 * `expected` ends in NUL. */
void csv_decodes(struct str bytes, const char *encoding, struct str expected,
                 const char *found, uint64_t guessed_at);

#define CSV_DECODES(bytes, encoding, expected, found, guessed_at) \
    csv_decodes(STR(bytes), encoding, STR(expected), found, guessed_at)

/* Whether iconv knows the encoding; where it does not the case is skipped. */
bool csv_has_iconv(const char *name);

/* What messages end in. */
#define CSV_NAME_IT "; name the encoding with --encoding"
#define CSV_AS_IT_IS "; --encoding windows-1252 reads it as it is"
#define CSV_NUL ": a NUL byte, which no text has: '\\x00'" CSV_NAME_IT
#define CSV_HALF ": half a UTF-16 character: "
#define CSV_WRONG_1252 \
    ": a byte that Windows-1252 does not define: '\\x81'" CSV_NAME_IT

#endif

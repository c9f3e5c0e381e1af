/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes of an input as UTF-8: byte order mark removed, UTF-16 decoded, UTF-8
 * checked strictly, anything else read as Windows-1252 and said so. Borrows
 * the input, owns its buffers. Messages begin with the input's name. */
#ifndef CSV_TEXT_H
#define CSV_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/input.h"
#include "base/str.h"
#include "csv/glance.h"

struct text;

/* `encoding`: null finds it (BOM, NUL pattern of UTF-16, strict UTF-8, else
 * Windows-1252); a name is taken as given ("utf-8", "windows-1252",
 * "iso-8859-1", or any that iconv knows); an unknown name is ERR_REQUEST.
 * What is found rests on the first 64 KiB; while these are ASCII, on the first
 * byte behind them that is not. */
struct text *text_open(struct input *input, const char *encoding,
                       struct err *err);

/* A text over bytes in memory that are UTF-8 already (heads, tests, what was
 * made of something else). */
struct text *text_memory(struct str bytes);

/* A text over bytes in memory, decoded as those of an input are; `name` stands
 * in messages. Borrows both. */
struct text *text_open_bytes(const char *name, struct str bytes,
                             const char *encoding, struct err *err);
void text_close(struct text *text);

/* For tests, before the first read: takes at most `bytes` of the input at a
 * time, decodes so many at a time and hands out so many at a time. */
void text_set_chunk(struct text *text, size_t bytes);

/* The first bytes without consuming them: up to `size` of them, fewer only at
 * the end of the input. Valid until the next call. *whole: nothing follows. */
bool text_peek(struct text *text, size_t size, struct str *head, bool *whole,
               struct err *err);

/* The number of the first line, 1 unless it is set before the first read: what
 * was made of a file counts as the file does. */
void text_set_first_line(struct text *text, uint64_t number);
uint64_t text_first_line(const struct text *text);

/* Up to `size` bytes; *len 0 at the end. ERR_DATA with the line: a NUL byte,
 * bytes that are not UTF-8 though earlier ones were (mixed encodings), bytes
 * that Windows-1252 does not define, half a UTF-16 character. All that stands
 * before the fault is handed out first. */
bool text_read(struct text *text, char *bytes, size_t size, size_t *len,
               struct err *err);

/* The same, and adds what a glance at these bytes tells (null: nobody asks);
 * line ends count as they go on from what was handed out before. */
bool text_glance(struct text *text, char *bytes, size_t size, size_t *len,
                 char mark, struct glance *seen, struct err *err);

/* Bytes of the input before the first of the text: 0, or the byte order mark.
 * SIZE_MAX where bytes are stored otherwise: packed, or in another encoding
 * than UTF-8. As known so far. */
size_t text_offset(const struct text *text);

/* "ASCII", "UTF-8", "Windows-1252", "UTF-16LE", … as known so far. */
const char *text_encoding(const struct text *text);

/* The line of the first byte that made it Windows-1252 by default; 0 when
 * the encoding was not a guess. */
uint64_t text_guessed_at(const struct text *text);

#endif

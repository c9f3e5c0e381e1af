/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes of a file, of standard input ("-") or of a gzip stream in either
 * (known by its magic bytes, never by its name). Reads in blocks, never maps.
 * Counts and hashes the bytes as stored while they pass. */
#ifndef BASE_INPUT_H
#define BASE_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/fingerprint.h"

struct input;

/* What a gzip stream may unpack to; 0 means no limit. */
struct input_limits {
    uint64_t unpacked_bytes; /* default 64 GiB */
    unsigned ratio;          /* unpacked : packed, 250 by default; asked only
                                once 64 MiB are unpacked */
};

/* Opens; `name` is "-" or a path. Directories and unreadable files are
 * ERR_REQUEST with the name and the reason. */
struct input *input_open(const char *name, struct input_limits limits,
                         struct err *err);
void input_close(struct input *input);

/* Up to `size` bytes (unpacked); *len 0 at the end. False on a read error, a
 * damaged gzip stream or a passed limit (ERR_DATA / ERR_SYSTEM). */
bool input_read(struct input *input, char *bytes, size_t size, size_t *len,
                struct err *err);

/* Name as given ("-" is shown as "standard input"). */
const char *input_name(const struct input *input);

/* Large files whole too (fingerprint.h); to be called before the first read. */
void input_hash_all(struct input *input);

/* Whether it is gzip, as known once something was read. */
bool input_is_packed(const struct input *input);

/* Bytes as stored that a regular file had to give when it was opened; 0 where
 * nobody knows. */
uint64_t input_total(const struct input *input);

/* Bytes as stored that have been read so far: the size, at the end. */
uint64_t input_stored_size(const struct input *input);

/* After the end was reached: of the bytes as stored. */
enum hashed input_sha256(const struct input *input, char text[DIGEST_TEXT]);

/* The file behind it, for "never over an input". False when it is a pipe. */
bool input_identity(const struct input *input, uint64_t *device,
                    uint64_t *inode);

#endif

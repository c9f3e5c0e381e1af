/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of a JSON text one after the other, so that no more than one of
 * them is ever taken apart. Finds where a value ends, counts lines and writes
 * its numbers as texts, digit for digit; what it says is jansson's to tell.
 * Borrows the text. */
#ifndef SOURCE_JSON_SCAN_H
#define SOURCE_JSON_SCAN_H

#include <jansson.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

/* Most objects and lists within each other. */
#define JSON_SCAN_DEPTH 64

struct json_scan {
    const char *file;
    struct str text; /* what is left of it */
    uint64_t line;   /* on which that begins */
    struct buf buf;  /* the value at hand, its numbers in quotes */
};

void json_scan_init(struct json_scan *scan, const char *file, struct str text);
void json_scan_done(struct json_scan *scan);

/* Passes over blanks: the character that stands there, 0 at the end. */
char json_scan_look(struct json_scan *scan);

/* Passes over blanks and this character. ERR_DATA: another one stands there;
 * `where` says what it would have ended or parted. */
bool json_scan_expect(struct json_scan *scan, char mark, const char *where,
                      struct err *err);

/* The next value; numbers are strings in it. ERR_DATA with the line: no value,
 * one that does not end, too many within each other. To be let go of with
 * json_decref(). */
json_t *json_scan_value(struct json_scan *scan, struct err *err);

/* Passes over the next value without taking it apart. */
bool json_scan_pass(struct json_scan *scan, struct err *err);

#endif

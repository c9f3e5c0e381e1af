/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside source/ only: an entry of a mapping being taken into it. */
#ifndef SOURCE_MAP_SCAN_H
#define SOURCE_MAP_SCAN_H

#include "source/map_entry.h"
#include "source/mapping.h"

struct map_scan {
    struct mapping *mapping;
    struct map_text text;
    struct map_entry entry;
    struct err *err;
};

/* False, with the entry and its place in the message. */
bool map_refuse(const struct map_scan *scan, const char *what,
                const char *way_out);
bool map_refuse_twice(const struct map_scan *scan);

/* A column of the tidy table; *known is false for any other name. */
bool map_take_part(const struct map_scan *scan, bool *known);

/* How the file is to be read; likewise. */
bool map_take_key(const struct map_scan *scan, bool *known);

/* Their names. */
enum map_key {
    MAP_YEARS,
    MAP_SCALE,
    MAP_HEADER,
    MAP_SKIP,
    MAP_DELIMITER,
    MAP_DECIMAL,
    MAP_THOUSANDS,
    MAP_ENCODING,
    MAP_SOURCE,
    MAP_KEY_COUNT,
};

extern const char *const map_key_names[MAP_KEY_COUNT];

/* The word for a character, as "comma"; null if it has none. */
const char *map_char_word(char c);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The constant tables behind place.h. scripts/places-table.awk makes their
 * definitions from datasets/places.csv, place-codes.csv, place-numbers.csv,
 * place-systems.csv and successors.csv at build time and refuses data that
 * would break an order or a uniqueness below. */
#ifndef TRADE_PLACE_TABLE_H
#define TRADE_PLACE_TABLE_H

#include <stddef.h>
#include <stdint.h>

#include "trade/place.h"

extern const size_t place_table_count;
extern const struct place place_table[]; /* in order of name, by bytes */

/* Spellings of place i: [place_spelling_start[i], place_spelling_start[i+1]),
 * the name first. */
extern const char *const place_spellings[];
extern const uint16_t place_spelling_start[]; /* place_table_count + 1 */

struct place_key {
    const char *text;
    uint16_t place; /* index in place_table */
};

/* utf8_key() of every spelling, each once, in order of bytes. */
extern const size_t place_key_count;
extern const struct place_key place_keys[];

/* What is left of the keys without blanks and marks (letters, digits and
 * stars; & as "and"), each once, in order of bytes. */
extern const size_t place_letter_count;
extern const struct place_key place_letters[];

/* ISO 3166 three-letter codes, in order. */
extern const size_t place_code_count;
extern const struct place_key place_codes[];

struct place_refusal {
    const char *code;
    const char *reason; /* one clause: what it means, what to write */
};

/* Codes that mean different things to different authors, in order. */
extern const size_t place_refusal_count;
extern const struct place_refusal place_refusals[];

struct place_number {
    uint16_t number;
    uint16_t place; /* index in place_table */
    bool first;     /* the number that trade data use for it now */
};

/* Numbers of M49 and UN Comtrade, in order. */
extern const size_t place_number_count;
extern const struct place_number place_numbers[];

struct place_system_code {
    enum place_system system;
    const char *code;
    uint16_t place; /* index in place_table */
};

/* ISO 3166's two letters, and the codes of those who have their own. */
extern const size_t place_system_code_count;
extern const struct place_system_code place_system_codes[];

struct place_successor {
    uint16_t former; /* indexes in place_table */
    uint16_t successor;
};

/* Former states and those that they are counted under, in order of name. */
extern const size_t place_successor_count;
extern const struct place_successor place_successors[];

/* The place of a key that utf8_key() made; null if there is none. A key that
 * only blanks and marks tell from a known one is that one:
 * "lao-peoples-democratic-republic". */
const struct place *place_of_key(struct str key);

/* The place of an ISO 3166 three-letter code in upper case, or null. */
const struct place *place_of_code(struct str code);

#endif

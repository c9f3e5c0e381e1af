/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places: who supplies and receives. The table is made at build time from
 * datasets/places.csv and is constant. Matching never changes a sum: it says
 * which place a file's spelling means, and nothing is renamed or joined. */
#ifndef TRADE_PLACE_H
#define TRADE_PLACE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

enum place_kind {
    PLACE_STATE,
    PLACE_FORMER_STATE,
    PLACE_ARMED_GROUP,
    PLACE_ORGANISATION,
    PLACE_UNKNOWN, /* "unknown supplier(s)" and names nobody knows */
    PLACE_WORLD,
};

struct place {
    const char *name; /* common English name, "South Korea" */
    const char *iso3; /* ISO 3166-1 alpha-3, "" if it has none */
    enum place_kind kind;
    const char *region; /* SIPRI's five, "" if none */
    int from_year;      /* 0: before 1950 */
    int to_year;        /* 0: exists */
};

/* "state", "former_state", "armed_group", … as convert prints it. */
const char *place_kind_word(enum place_kind kind);

/* The place that a file's spelling means; null if the table does not know
 * it. Never guesses: aliases are compared by utf8_key(), and where none is
 * equal without blanks and marks. */
const struct place *place_of_name(struct str name);

/* The place of a number of the United Nations' M49 or of UN Comtrade, null if
 * there is none. *first: it is the number that trade data use for the place
 * now (842 for the United States; 840 is M49's). */
const struct place *place_of_number(unsigned long number, bool *first);

/* Who gives codes to places. */
enum place_system {
    PLACE_SYSTEM_ISO2,
    PLACE_SYSTEM_ISO3,
    PLACE_SYSTEM_ISO_NUMERIC, /* the United Nations' M49, and UN Comtrade's */
    PLACE_SYSTEM_SIPRI,
    PLACE_SYSTEM_COW, /* Correlates of War */
    PLACE_SYSTEM_GW,  /* Gleditsch and Ward */
    PLACE_SYSTEM_COUNT,
};

/* "iso2", "iso3", "iso-numeric", "sipri", "cow", "gw". */
const char *place_system_word(enum place_system system);
bool place_system_from_word(struct str word, enum place_system *system);

/* The codes of a system one by one, in no order: false after the last. */
bool place_system_code(enum place_system system, size_t index, struct str *code,
                       const struct place **place);

/* The kind of a file's spelling: of its place, else by the publishers'
 * marks: "X**" organisation, "X*" and "... rebels" armed group, "unknown ..."
 * unknown; any other unmatched name is PLACE_UNKNOWN. */
enum place_kind place_kind_of_name(struct str name);

/* A place as a person names it on the command line. */
enum place_answer {
    PLACE_FOUND,     /* *found[0] */
    PLACE_AMBIGUOUS, /* several fit: found[0..count) */
    PLACE_NEAR,      /* none fits; found[0..count) are the nearest */
    PLACE_REFUSED,   /* a code that means different places; see reason */
};

#define PLACE_CANDIDATES 6

struct place_lookup {
    enum place_answer answer;
    const struct place *found[PLACE_CANDIDATES];
    size_t count;
    const char *reason; /* why PLACE_REFUSED, one clause, what to write */
};

/* Any known spelling or an ISO 3166 three-letter code (upper case). "Korea"
 * is ambiguous; SIPRI's own codes that are not ISO's (KOS, AST, FRG) and all
 * two-letter codes are refused with the reason. */
struct place_lookup place_look_up(struct str spelling);

/* All places in order of name, and the spellings of one, its name first. */
size_t place_count(void);
const struct place *place_at(size_t index);
size_t place_aliases(const struct place *place, const char *const **aliases);

#endif

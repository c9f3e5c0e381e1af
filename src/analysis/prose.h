/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words for titles, heads and sentences: a licence is not an export and an
 * order is not a delivery. */
#ifndef ANALYSIS_PROSE_H
#define ANALYSIS_PROSE_H

#include "analysis/study.h"

struct measure_words {
    const char *record;  /* "delivery" */
    const char *records; /* "deliveries" */
    const char *gave;    /* "To whom X delivered arms" */
    const char *got;     /* "From whom Y received arms" */
    const char *exports; /* "Share of X's exports" */
    const char *imports; /* "Share of Y's imports" */
};

const struct measure_words *measure_words(enum measure measure);

/* "Supplier": the head over what is listed; "" for the world. */
const char *by_head(enum by by);

/* "suppliers", "pairs of supplier and recipient" */
const char *by_plural(enum by by);

/* "volume", "value", "number", "weight". */
const char *volume_word(struct arena *arena, enum unit unit);

/* "9th", "22nd", "111th". */
const char *ordinal(struct arena *arena, size_t number);

/* "12th"; by another rule of ties than the default "rank 2.5". */
const char *rank_words(struct arena *arena, enum ties ties, size_t halves);

/* "the largest exporter", "the joint 10th largest recipient". */
const char *standing(struct arena *arena, size_t rank, bool tied,
                     const char *noun);

/* A name as a sentence begins with it: "The United States", "Poland". */
const char *opening_name(struct arena *arena, struct str name);

/* "SIPRI Arms Transfers Database, March 2024": the source of a sentence. */
const char *citation(const struct study *study);

#endif

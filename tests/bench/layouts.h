/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The layouts that a benchmark's file can have. */
#ifndef BENCH_LAYOUTS_H
#define BENCH_LAYOUTS_H

#include "flows.h"
#include "sheet.h"

struct table {
    const struct flows *flows;
    struct sheet sheet;
    uint64_t row;
    uint64_t newlines_every; /* quoted line ends; 0: none */
    char *keys[PLACES];      /* how the file writes the places */
};

struct layout {
    const char *name;
    int64_t scale; /* amounts of row() count 1 / scale of the file's unit as
                      armstats takes it */
    const char *prefix; /* of places' names in the file; null: codes */
    void (*header)(struct table *table);

    /* Writes a row; returns its amount. */
    int64_t (*row)(struct table *table, const struct flow *flow);
};

/* Null: there is none of that name. */
const struct layout *layouts_find(const char *name);

#endif

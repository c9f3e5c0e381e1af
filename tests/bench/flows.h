/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invented trade, the same on every machine: flow number n of a seed is a
 * function of both and of nothing else, so files of one seed in any form and
 * any order of rows have the same answers. */
#ifndef BENCH_FLOWS_H
#define BENCH_FLOWS_H

#include <stdbool.h>
#include <stdint.h>

#define PLACES 230
#define PRODUCTS 5000
#define FIRST_YEAR 1995
#define YEARS 27

struct place {
    char *name;
    char iso3[4];
    int code; /* invented; no statistics office uses it in this meaning */
};

struct flows {
    uint64_t seed;
    uint64_t count;
    bool shuffled;
    struct place places[PLACES];
    uint64_t steps[PLACES + 1]; /* share of the places up to here, of 2^32 */
    int products[PRODUCTS];     /* six-digit codes, ascending */
};

struct flow {
    int year;
    int supplier; /* place and product by number */
    int recipient;
    int product;
    int64_t value;  /* thousandths of a thousand USD, at least 1 */
    int64_t weight; /* kilograms; 0: not known */
    uint64_t dice;  /* for what a layout adds of its own */
};

/* Reads the places from datasets/places.csv; ends the program where the file
 * does not hold enough of them. */
void flows_init(struct flows *flows, const char *places_file, uint64_t seed,
                uint64_t count);
void flows_done(struct flows *flows);

/* The flow on row `row` of the file. */
struct flow flows_at(const struct flows *flows, uint64_t row);

/* splitmix64's mixing of a number. */
uint64_t flows_mix(uint64_t number);

/* Whether customs data of today write this product without the zero that it
 * begins with. */
bool flows_lost_zero(int product);

#endif

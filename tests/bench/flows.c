/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "flows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

uint64_t flows_mix(uint64_t number)
{
    number += 0x9e3779b97f4a7c15;
    number = (number ^ (number >> 30)) * 0xbf58476d1ce4e5b9;
    number = (number ^ (number >> 27)) * 0x94d049bb133111eb;
    return number ^ (number >> 31);
}

bool flows_lost_zero(int product)
{
    return product < 100000 && product % 3 != 0;
}

/* Name, ISO code and kind of a line of places.csv; the name may be quoted,
 * but holds no quote. */
static bool read_place(char *line, struct place *place)
{
    char *name = line;
    char *end;
    if (*name == '"') {
        end = strchr(++name, '"');
        if (!end)
            return false;
        *end++ = '\0';
    } else {
        end = strchr(name, ',');
        if (!end)
            return false;
    }
    *end++ = '\0';
    if (strcspn(end, ",") != 3 || strncmp(end + 3, ",state,", 7) != 0)
        return false;
    memcpy(place->iso3, end, 3);
    place->name = strdup(name);
    return place->name != NULL;
}

static void read_places(struct flows *flows, const char *file)
{
    FILE *stream = fopen(file, "r");
    int count = 0;
    char *line = NULL;
    size_t size = 0;
    while (stream && count < PLACES && getline(&line, &size, stream) > 0) {
        struct place *place = &flows->places[count];
        if (read_place(line, place))
            place->code = 4 + 4 * count++;
    }
    free(line);
    if (stream)
        fclose(stream);
    if (count < PLACES) {
        fprintf(stderr, "make_table: %s: %d places of %d\n", file, count,
                PLACES);
        exit(1);
    }
}

/* The place of rank r has a share of 1 / (r + 6); ranks are dealt so that
 * large and small stand side by side. The first place is the largest. */
static void share_out(struct flows *flows)
{
    uint64_t shares[PLACES];
    uint64_t total = 0;
    for (uint64_t i = 0; i < PLACES; i++) {
        shares[i] = (1 << 24) / (i * 77 % PLACES + 6);
        total += shares[i];
    }
    uint64_t sum = 0;
    for (int i = 0; i < PLACES; i++) {
        flows->steps[i] = (sum << 32) / total;
        sum += shares[i];
    }
    flows->steps[PLACES] = (uint64_t)1 << 32;
}

/* Codes of 97 chapters. Those of chapter 9 begin at 0925, so that 093010,
 * which lost its zero, begins like a code of chapter 93. */
static void list_products(int *products)
{
    int within = 0;
    int before = 0;
    for (int i = 0; i < PRODUCTS; i++) {
        int chapter = 1 + i * 97 / PRODUCTS;
        within = chapter == before ? within + 1 : 0;
        before = chapter;
        int heading = within / 4 + (chapter == 9 ? 25 : 1);
        products[i] = chapter * 10000 + heading * 100 + 10 * (1 + within % 4);
    }
}

void flows_init(struct flows *flows, const char *places_file, uint64_t seed,
                uint64_t count)
{
    *flows = (struct flows){.seed = seed, .count = count};
    read_places(flows, places_file);
    share_out(flows);
    list_products(flows->products);
}

void flows_done(struct flows *flows)
{
    for (int i = 0; i < PLACES; i++)
        free(flows->places[i].name);
}

/* A permutation of 0 .. count - 1: four rounds of a Feistel network on the
 * even number of bits that holds count, until the number is in range. */
static uint64_t shuffle(const struct flows *flows, uint64_t row)
{
    unsigned half = 1;
    while (half < 32 && (uint64_t)1 << (2 * half) < flows->count)
        half++;
    uint64_t mask = ((uint64_t)1 << half) - 1;
    do {
        uint64_t left = row >> half;
        uint64_t right = row & mask;
        for (uint64_t round = 0; round < 4; round++) {
            uint64_t key = flows_mix(flows->seed + round);
            uint64_t mixed = left ^ (flows_mix(right ^ key) & mask);
            left = right;
            right = mixed;
        }
        row = left << half | right;
    } while (row >= flows->count);
    return row;
}

/* The place whose share holds the point; the point becomes the place in that
 * share, again of 2^32. */
static int find_place(const struct flows *flows, uint64_t *point)
{
    int low = 0;
    int high = PLACES;
    while (high - low > 1) {
        int middle = (low + high) / 2;
        if (flows->steps[middle] <= *point)
            low = middle;
        else
            high = middle;
    }
    uint64_t from = flows->steps[low];
    *point = ((*point - from) << 32) / (flows->steps[low + 1] - from);
    return low;
}

/* Rows are in the order of year, supplier, recipient and product, as customs
 * data come: the place in the file tells all four. */
struct flow flows_at(const struct flows *flows, uint64_t row)
{
    uint64_t number = flows->shuffled ? shuffle(flows, row) : row;
    struct flow flow;
    unsigned __int128 place = (unsigned __int128)number * YEARS;
    flow.year = FIRST_YEAR + (int)(place / flows->count);
    uint64_t point = (uint64_t)(((place % flows->count) << 32) / flows->count);
    flow.supplier = find_place(flows, &point);
    flow.recipient = find_place(flows, &point);
    if (flow.recipient == flow.supplier)
        flow.recipient = (flow.recipient + 1) % PLACES;
    flow.product = (int)((point * PRODUCTS) >> 32);

    uint64_t dice = flows_mix(flows->seed ^ flows_mix(number));
    unsigned bits = 8 + (unsigned)(dice % 20);
    dice = flows_mix(dice);
    flow.value = 1 + (int64_t)(dice & (((uint64_t)1 << bits) - 1));
    dice = flows_mix(dice);
    flow.weight = dice % 16 == 0 ? 0 : 1 + (int64_t)(flow.value * 7 / 16);
    flow.dice = flows_mix(dice);
    return flow;
}

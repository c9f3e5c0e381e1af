/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "trade/recode.h"

#include <assert.h>

#include "base/mem.h"

void recode_init(struct recode *recode, size_t names)
{
    *recode = (struct recode){
        .count = names,
        .to = mem_alloc(names + 1, sizeof(*recode->to)),
        .by_year = mem_alloc(names + 1, sizeof(*recode->by_year)),
    };
    for (size_t i = 0; i < names; i++)
        recode->to[i] = (uint32_t)i;
}

void recode_done(struct recode *recode)
{
    for (size_t i = 0; i < recode->count; i++)
        mem_free(recode->by_year[i]);
    mem_free(recode->by_year);
    mem_free(recode->to);
    *recode = (struct recode){0};
}

static uint32_t *years_of(struct recode *recode, uint32_t name)
{
    uint32_t **years = &recode->by_year[name];
    if (!*years) {
        *years = mem_alloc(YEAR_SET_YEARS, sizeof(**years));
        for (size_t i = 0; i < YEAR_SET_YEARS; i++)
            (*years)[i] = recode->to[name];
    }
    return *years;
}

void recode_set(struct recode *recode, uint32_t name,
                const struct year_set *years, uint32_t number)
{
    assert(name < recode->count);
    if (year_set_is_empty(years) || number == name)
        return;
    recode->changes = true;
    if (year_set_is_all(years) && !recode->by_year[name]) {
        recode->to[name] = number;
        return;
    }
    uint32_t *numbers = years_of(recode, name);
    for (size_t i = 0; i < YEAR_SET_YEARS; i++)
        if (years->bits[i / 64] >> i % 64 & 1)
            numbers[i] = number;
}

uint32_t recode_number(const struct recode *recode, uint32_t name, int year)
{
    if (!recode || name >= recode->count)
        return name;
    const uint32_t *years = recode->by_year[name];
    return years ? years[year_set_index(year)] : recode->to[name];
}

bool cube_recode(struct cube *cube, const struct recode *suppliers,
                 const struct recode *recipients, struct err *err)
{
    struct cube joined;
    cube_init(&joined, cube->dims);
    cube_count_like(&joined, cube);
    for (size_t i = 0; i < cube->len; i++) {
        struct cube_key *key = &cube->cells[i].key;
        key->supplier = recode_number(suppliers, key->supplier, key->year);
        key->recipient = recode_number(recipients, key->recipient, key->year);
    }
    bool done = cube_merge(&joined, cube, err);
    cube_done(cube);
    *cube = joined;
    return done;
}

void deals_recode(struct deals *deals, const struct recode *suppliers,
                  const struct recode *recipients)
{
    for (size_t i = 0; i < deals->len; i++) {
        struct flow *flow = &deals->rows[i];
        flow->supplier = recode_number(suppliers, flow->supplier, flow->year);
        flow->recipient =
            recode_number(recipients, flow->recipient, flow->year);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/tracks.h"

#include <assert.h>

#include "base/mem.h"

static uint32_t id_of(enum by by, const struct cube_key *key)
{
    switch (by) {
    case BY_SUPPLIER:
        return key->supplier;
    case BY_RECIPIENT:
        return key->recipient;
    case BY_CATEGORY:
        return key->category;
    default:
        return NAME_NONE;
    }
}

static const struct map *names_of(enum by by, const struct names *names)
{
    return by == BY_CATEGORY ? &names->categories : &names->places;
}

static struct track *add_track(struct tracks *tracks, const struct study *study,
                               enum by by, uint32_t id)
{
    size_t years = (size_t)period_length(tracks->covered);
    struct track *track = &tracks->items[tracks->count++];
    struct str unnamed = by == BY_WORLD ? STR("") : STR("(not named)");
    *track = (struct track){
        .id = id,
        .name = id == NAME_NONE ? unnamed
                                : names_text(names_of(by, study->names), id),
        .years = arena_alloc(study->arena, years + 1, sizeof *track->years),
        .recorded =
            arena_alloc(study->arena, years + 1, sizeof *track->recorded),
    };
    return track;
}

void tracks_build(struct tracks *tracks, const struct study *study, enum by by,
                  struct group_masks masks)
{
    const struct cube *cube = study->cube;
    struct period covered = study->scope.covered;
    size_t names = names_of(by, study->names)->len;
    size_t *at = mem_alloc(names + 1, sizeof *at); /* index + 1; the last one
                                                      without a name */
    *tracks = (struct tracks){.covered = covered};
    tracks->items = arena_alloc(study->arena, names + 1, sizeof *tracks->items);
    if (by == BY_WORLD) {
        add_track(tracks, study, by, NAME_NONE);
        at[names] = 1;
    }
    for (size_t i = 0; i < cube->len; i++) {
        const struct cube_cell *cell = &cube->cells[i];
        if (!group_takes(&masks, cell) || !period_has(covered, cell->key.year))
            continue;
        uint32_t id = id_of(by, &cell->key);
        size_t slot = id == NAME_NONE ? names : id;
        if (!at[slot]) {
            add_track(tracks, study, by, id);
            at[slot] = tracks->count;
        }
        struct track *track = &tracks->items[at[slot] - 1];
        cube_cell_add(&track->years[cell->key.year - covered.from], cell);
        track->recorded[cell->key.year - covered.from] |= cell->rows > 0;
    }
    mem_free(at);
}

const struct track *tracks_find(const struct tracks *tracks, uint32_t id)
{
    for (size_t i = 0; i < tracks->count; i++) {
        if (tracks->items[i].id == id)
            return &tracks->items[i];
    }
    return NULL;
}

bool tracks_amount(const struct tracks *tracks, const struct track *track,
                   struct period period, amount *sum)
{
    bool recorded = false;
    assert(period_within(period, tracks->covered));
    *sum = 0;
    for (int year = period.from; year <= period.to; year++) {
        const struct cube_cell *cell =
            &track->years[year - tracks->covered.from];
        *sum += cell->sum;
        recorded |= cell->rows > 0;
    }
    return recorded;
}

struct cube_cell tracks_sum(const struct tracks *tracks,
                            const struct track *track, struct period period)
{
    struct cube_cell sum = {0};
    assert(period_within(period, tracks->covered));
    for (int year = period.from; year <= period.to; year++)
        cube_cell_add(&sum, &track->years[year - tracks->covered.from]);
    return sum;
}

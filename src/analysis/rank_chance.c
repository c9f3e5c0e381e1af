/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/rank_chance.h"

#include "base/mem.h"

/* Tables of n times n probabilities, and the work of the exact law. */
#define MOST_RANKED ((size_t)2000)
#define MOST_EXACT ((size_t)600)

static const struct manner manners[] = {
    [CHANCE_ERRORS] = {"errors", "errors", "ranks if amounts err by",
                       "the ranks are what such errors would make of them",
                       false, true, false},
    [CHANCE_DRAWS] = {"draws", "draws", "ranks if amounts err by",
                      "the ranks are what such errors would make of them", true,
                      true, false},
    [CHANCE_WEAPONS] = {"weapons", "weapons",
                        "ranks if values of weapons err by",
                        "the ranks are what such errors would make of them",
                        true, true, true},
    [CHANCE_DEALS] = {"deals", "deals", "deal-resampling sensitivity",
                      "this shows how much ranks hang on single deals, and is "
                      "no sampling error",
                      true, false, true},
    [CHANCE_JOINT] = {"simultaneous", "joint", "joint ranks, errors of",
                      "the sets are what such errors would make of the ranks",
                      false, true, false},
};

static bool check_error(const struct chances *chances, struct err *err)
{
    if (!chances->manner->errs || chances->options->error > 0)
        return true;
    return err_set(err, ERR_REQUEST,
                   "--variant %s assumes an error of the amounts and needs it: "
                   "--error PERCENT, as --error 10",
                   chances->manner->option);
}

static bool has_weapons(const struct study *study)
{
    const struct deals *deals = study->deals;
    for (size_t i = 0; i < deals->len; i++)
        if (deals->rows[i].designation == NAME_NONE &&
            deals->rows[i].description == NAME_NONE)
            return false;
    return deals->len > 0;
}

static bool check_rows(const struct chances *chances, const struct study *study,
                       struct err *err)
{
    if (!chances->manner->rows)
        return true;
    if (chances->chance == CHANCE_DEALS && !deals_name_orders(study->deals))
        return err_set(err, ERR_REQUEST,
                       "--variant deals draws single deals again, and the data "
                       "hold totals; a trade register has them (armstats "
                       "datasets --download-help)");
    if (chances->chance == CHANCE_WEAPONS && !has_weapons(study))
        return err_set(err, ERR_REQUEST,
                       "--variant weapons: the data do not name the weapons; a "
                       "trade register does (armstats datasets "
                       "--download-help)");
    return true;
}

static bool check_size(const struct chances *chances, struct err *err)
{
    bool exact = chances->chance == CHANCE_ERRORS;
    size_t most = exact ? MOST_EXACT : MOST_RANKED;
    size_t ranked = chances->ranking.group.ranked;
    if (ranked <= most)
        return true;
    return err_set(err, ERR_REQUEST,
                   "--variant %s: %zu are ranked, and it takes up to %zu; "
                   "narrow the selection%s",
                   chances->manner->option, ranked, most,
                   exact ? ", or draw (--variant draws)" : "");
}

/* The place by name of the i-th row; SIZE_MAX: it has no rank. */
static size_t place_of(const struct chances *chances, size_t i)
{
    const struct entity *entity = chances->ranking.rows[i];
    if (!entity->rank)
        return SIZE_MAX;
    return chances->sample.number[entity - chances->ranking.group.entities];
}

static void find_laws(struct chances *chances)
{
    const struct rank_sample *sample = &chances->sample;
    double *law = mem_alloc(sample->count, sizeof *law);
    for (size_t i = 0; i < chances->ranking.count; i++) {
        size_t place = place_of(chances, i);
        if (place == SIZE_MAX)
            continue;
        rank_law(sample->values, sample->errors, sample->count, place, law);
        chances->rows[i] = rank_summarise(law, sample->count, 1, CHANCE_LEVEL);
    }
    mem_free(law);
}

static void find_sets(struct chances *chances)
{
    const struct rank_sample *sample = &chances->sample;
    size_t *best = mem_alloc(sample->count, sizeof *best);
    size_t *worst = mem_alloc(sample->count, sizeof *worst);
    chances->quantile =
        rank_joint_sets(sample->values, sample->errors, sample->count,
                        CHANCE_LEVEL, best, worst);
    for (size_t i = 0; i < chances->ranking.count; i++) {
        size_t place = place_of(chances, i);
        if (place != SIZE_MAX)
            chances->rows[i] = (struct rank_summary){.best = best[place],
                                                     .worst = worst[place]};
    }
    mem_free(best);
    mem_free(worst);
}

static void draw(struct chances *chances, struct rank_counts *counts)
{
    struct rank_sample *sample = &chances->sample;
    const struct rank_options *options = chances->options;
    switch (chances->chance) {
    case CHANCE_DEALS:
        rank_sample_rows(sample, &chances->ranking);
        rank_draw_rows(counts, sample->rows, sample->first, options->draws,
                       options->seed);
        return;
    case CHANCE_WEAPONS:
        rank_sample_weapons(sample, &chances->ranking);
        break;
    default:
        rank_sample_whole(sample);
        break;
    }
    rank_draw_errors(counts, sample->parts, sample->part_count, sample->errors,
                     sample->error_count, options->draws, options->seed);
}

static void find_draws(struct chances *chances)
{
    struct rank_counts counts = rank_counts_new(chances->sample.count);
    draw(chances, &counts);
    for (size_t i = 0; i < chances->ranking.count; i++) {
        size_t place = place_of(chances, i);
        if (place != SIZE_MAX)
            chances->rows[i] = rank_summarise(
                counts.counts + place * counts.count, counts.count,
                (double)chances->options->draws, CHANCE_LEVEL);
    }
    rank_counts_free(&counts);
}

static void find(struct chances *chances)
{
    amount error = chances->options->error;
    rank_sample_init(&chances->sample, &chances->ranking,
                     ratio_double((struct ratio){error, 100 * AMOUNT_ONE}));
    chances->rows =
        arena_alloc(chances->ranking.study->arena, chances->ranking.count + 1,
                    sizeof *chances->rows);
    if (chances->manner->drawn)
        find_draws(chances);
    else if (chances->chance == CHANCE_JOINT)
        find_sets(chances);
    else
        find_laws(chances);
}

struct result *rank_by_chance(const struct study *study,
                              const struct question *question,
                              enum rank_chance chance,
                              const struct rank_options *options,
                              struct err *err)
{
    struct chances chances = {
        .manner = &manners[chance], .chance = chance, .options = options};
    struct question alone = *question;
    alone.previous = (struct period_spec){.form = PERIOD_NONE};
    if (!check_error(&chances, err) || !check_rows(&chances, study, err) ||
        !ranking_build(&chances.ranking, study, &alone,
                       (struct group_masks){.category = NAME_NONE}, err) ||
        !check_size(&chances, err))
        return NULL;
    find(&chances);
    struct result *result = result_new("rank");
    chance_show(result, &chances);
    rank_sample_done(&chances.sample);
    return result;
}

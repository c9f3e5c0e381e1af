/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "cmd/rank_variants.h"

#include "analysis/rank_variants.h"
#include "base/diag.h"

/* What --variant names, in the order of its bits. */
enum named {
    NAMED_ROLLING,
    NAMED_AGREEMENT,
    NAMED_ERRORS,
    NAMED_DRAWS,
    NAMED_WEAPONS,
    NAMED_SIMULTANEOUS,
    NAMED_DEALS,
    NAMED_ESTIMATES,
    NAMED_COUNT,
};

const struct variant rank_variants[NAMED_COUNT + 1] = {
    [NAMED_ROLLING] = {"rolling", "best, median and worst rank of all periods "
                                  "of --span years"},
    [NAMED_AGREEMENT] = {"agreement",
                         "against the period before: correlations, "
                         "overlaps, movers"},
    [NAMED_ERRORS] = {"errors", "ranks if every amount has an error (--error), "
                                "exactly"},
    [NAMED_DRAWS] = {"draws", "the same by random draws (--draws, --seed)"},
    [NAMED_WEAPONS] = {"weapons", "the same, an error for each type of weapon"},
    [NAMED_SIMULTANEOUS] = {"simultaneous", "sets of ranks that hold for all "
                                            "at once (--error)"},
    [NAMED_DEALS] = {"deals", "deal-resampling sensitivity: rows drawn again"},
    [NAMED_ESTIMATES] = {"estimates", "what rests on estimated years and "
                                      "numbers, and its bounds"},
};

static struct result *variant_result(const struct request *request,
                                     const struct study *study,
                                     const struct question *question,
                                     enum named named, struct err *err)
{
    static const enum rank_chance chances[NAMED_COUNT] = {
        [NAMED_ERRORS] = CHANCE_ERRORS,      [NAMED_DRAWS] = CHANCE_DRAWS,
        [NAMED_WEAPONS] = CHANCE_WEAPONS,    [NAMED_DEALS] = CHANCE_DEALS,
        [NAMED_SIMULTANEOUS] = CHANCE_JOINT,
    };
    struct rank_options options = {
        .span = request->span,
        .error = request->statistics.error,
        .draws = request->statistics.draws,
        .seed = request->statistics.seed,
    };
    switch (named) {
    case NAMED_ROLLING:
        return rank_rolling(study, question, &options, err);
    case NAMED_AGREEMENT:
        return rank_agreement(study, question, err);
    case NAMED_ESTIMATES:
        return rank_estimates(study, question, err);
    default:
        return rank_by_chance(study, question, chances[named], &options, err);
    }
}

/* Another seed would give other ends. */
static void warn_of_few_draws(const struct request *request)
{
    static const uint64_t drawn = UINT64_C(1) << NAMED_DRAWS |
                                  UINT64_C(1) << NAMED_WEAPONS |
                                  UINT64_C(1) << NAMED_DEALS;
    if (request->statistics.variants & drawn &&
        request->statistics.draws < 1000)
        diag_warning("--draws %zu: fewer than 1000 draws make ends of "
                     "intervals that another seed moves",
                     request->statistics.draws);
}

bool rank_variants_build(struct answer *answer, const struct study *study,
                         const struct question *question, struct err *err)
{
    const struct request *request = answer->request;
    if (!answer->again)
        warn_of_few_draws(request);
    for (enum named named = 0; named < NAMED_COUNT; named++) {
        if (request->statistics.variants >> named & 1 &&
            !answer_add(answer,
                        variant_result(request, study, question, named, err),
                        err))
            return false;
    }
    return true;
}

static bool is_one_table(enum format format)
{
    return format == FORMAT_CSV || format == FORMAT_TSV;
}

/* Whether all results are to be one table. */
static bool writes_one_table(const struct request *request)
{
    bool one = is_one_table(request->format);
    for (size_t i = 0; i < request->output_count; i++)
        one |= !request->outputs[i].figure &&
               is_one_table(request->outputs[i].format);
    return one;
}

bool rank_variants_check(const struct request *request, struct err *err)
{
    uint64_t asked = request->statistics.variants;
    if (!asked && request->statistics.error >= 0)
        return err_set(err, ERR_REQUEST,
                       "--error is for tables of --variant: errors, draws, "
                       "weapons or simultaneous");
    if (!asked)
        return true;
    if ((asked & (asked - 1)) && writes_one_table(request))
        return err_set(err, ERR_REQUEST,
                       "csv and tsv hold one table, and each --variant is one "
                       "with columns of its own; ask for one, or for -f json");
    if (request->each != EACH_NONE)
        return err_set(err, ERR_REQUEST,
                       "--variant has no --each; --variant rolling ranks over "
                       "all periods of --span years");
    for (size_t i = 0; i < request->output_count; i++)
        if (request->outputs[i].figure)
            return err_set(err, ERR_REQUEST,
                           "-o %s: tables of --variant have no figure",
                           request->outputs[i].path);
    return true;
}

bool rank_variants_need_rows(const struct request *request)
{
    return request->statistics.variants &
           (UINT64_C(1) << NAMED_DEALS | UINT64_C(1) << NAMED_WEAPONS);
}

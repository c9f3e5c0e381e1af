/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/columns.h"
#include "analysis/prose.h"
#include "analysis/rank_sample.h"
#include "analysis/rank_table.h"
#include "analysis/rank_variants.h"
#include "analysis/view_parts.h"
#include "base/mem.h"
#include "stat/rank_law.h"

#define LEVEL 0.95

/* Tables of n times n probabilities, and the work of the exact law. */
#define MOST_RANKED ((size_t)2000)
#define MOST_EXACT ((size_t)600)

/* Draws below it give an interval that another seed would change. */
#define FEW_DRAWS ((size_t)1000)

/* What one manner has of its own. */
struct manner {
    const char *option;  /* as --variant names it */
    const char *varies;  /* names of columns: "rank_draws_best" */
    const char *tail;    /* of the title, behind "ranks " */
    const char *reading; /* how its numbers are to be read */
    bool drawn;
    bool errs; /* needs --error */
    bool rows;
};

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

struct chances {
    const struct manner *manner;
    enum rank_chance chance;
    const struct rank_options *options;
    struct ranking ranking;
    struct rank_sample sample;
    struct rank_summary *rows; /* as the ranking's */
    double quantile;           /* of sets that hold for all at once */
};

/* "rank_deals_best". */
static const char *column_name(struct result *result,
                               const struct chances *chances, const char *end)
{
    return arena_printf(&result->arena, "rank_%s_%s", chances->manner->varies,
                        end);
}

enum {
    K_ERROR = COLUMNS_HEAD,
    K_LEVEL,
    K_BEST,
    K_WORST,
    K_MODAL,
    K_MEAN,
    K_FIRST,
    K_TOP5,
    K_DRAWS,
    K_SEED,
    K_COUNT,
};

static void add_machine_columns(struct result *result,
                                const struct chances *chances)
{
    columns_add_head(result, chances->ranking.study);
    const struct column own[] = {
        {"error_pct", KIND_NUMBER, "per cent",
         "assumed standard deviation of an error"},
        {"level", KIND_NUMBER, "", "of the interval"},
        {column_name(result, chances, "best"), KIND_RANK, "",
         "lower end of the interval of ranks"},
        {column_name(result, chances, "worst"), KIND_RANK, "",
         "upper end of the interval of ranks"},
        {column_name(result, chances, "modal"), KIND_RANK, "",
         "likeliest rank"},
        {column_name(result, chances, "mean"), KIND_NUMBER, "", "mean rank"},
        {"p_rank_1", KIND_NUMBER, "", "probability of rank 1"},
        {"p_top_5", KIND_NUMBER, "", "probability of a rank up to 5"},
        {"draws", KIND_COUNT, "", "how many random draws"},
        {"seed", KIND_COUNT, "", "of the generator (mt19937)"},
    };
    result_add_columns(result, own, K_COUNT - K_ERROR, NULL);
}

static void put_law(struct value *cells, size_t modal, size_t mean,
                    size_t first, const struct rank_summary *row)
{
    cells[modal] = value_integer((int64_t)row->modal);
    parts_put(cells, mean, value_number(row->mean, 1));
    cells[first] = value_number(row->first, 2);
    cells[first + 1] = value_number(row->top5, 2);
}

static void fill_rows(struct result *result, const struct chances *chances)
{
    const struct ranking *ranking = &chances->ranking;
    const struct rank_options *options = chances->options;
    for (size_t i = 0; i < ranking->count; i++) {
        const struct rank_summary *summary = &chances->rows[i];
        struct row_facts facts = ranking_facts(ranking, ranking->rows[i]);
        struct value *row = columns_row_head(result, ranking->study,
                                             &ranking->group.periods, &facts);
        if (chances->manner->errs)
            row[K_ERROR] = value_number(
                ratio_double((struct ratio){options->error, AMOUNT_ONE}), 1);
        row[K_LEVEL] = value_number(LEVEL, 2);
        if (chances->manner->drawn) {
            row[K_DRAWS] = value_integer((int64_t)options->draws);
            row[K_SEED] = value_integer((int64_t)options->seed);
        }
        if (!summary->best)
            continue;
        row[K_BEST] = value_integer((int64_t)summary->best);
        row[K_WORST] = value_integer((int64_t)summary->worst);
        if (chances->chance != CHANCE_JOINT)
            put_law(row, K_MODAL, K_MEAN, K_FIRST, summary);
    }
}

static const char *head_of(const struct chances *chances)
{
    switch (chances->chance) {
    case CHANCE_DEALS:
        return "With deals drawn again";
    case CHANCE_WEAPONS:
        return "If values of weapons err";
    default:
        return "If amounts err";
    }
}

static void fill_view(struct result *result, const struct chances *chances)
{
    const struct ranking *ranking = &chances->ranking;
    bool law = chances->chance != CHANCE_JOINT;
    struct rank_table table;
    const char *tail =
        arena_printf(&result->arena, ": %s", chances->manner->tail);
    if (chances->manner->errs)
        tail = arena_printf(
            &result->arena, "%s %s", tail,
            rank_per_cent(&result->arena, chances->options->error));
    rank_table_begin(&table, result, ranking, tail);
    size_t range = parts_column(
        result, KIND_RANK, 7, 4,
        (struct heads){{NULL, law ? "Rank in" : "Ranks in", "95 %"},
                       law ? "Rank, 95 %" : "Ranks, 95 %"});
    size_t modal = NOT_SHOWN, first = NOT_SHOWN;
    if (law) {
        modal = parts_column(
            result, KIND_RANK, 9, 2,
            (struct heads){{NULL, "Likeliest", "rank"}, "Likeliest rank"});
        first = parts_column(
            result, KIND_NUMBER, 8, 2,
            (struct heads){{NULL, "P of", "rank 1"}, "Probability of rank 1"});
        parts_column(result, KIND_NUMBER, 8, 2,
                     (struct heads){{NULL, "P of", "top 5"},
                                    "Probability of the first five"});
    }
    if (law)
        parts_span(result, 0, range, first + 1, 0, head_of(chances));
    for (size_t i = 0; i < ranking->count; i++) {
        const struct rank_summary *row = &chances->rows[i];
        struct value *cells = rank_table_row(&table, ranking->rows[i]);
        if (!row->best)
            continue;
        cells[range] = value_range((int64_t)row->best, (int64_t)row->worst);
        if (law)
            put_law(cells, modal, NOT_SHOWN, first, row);
    }
    rank_table_end(&table, chances->manner->reading);
}

/* What varies, in words. */
static void add_notes(struct result *result, const struct chances *chances)
{
    const struct rank_options *options = chances->options;
    const struct rank_sample *sample = &chances->sample;
    struct arena *arena = &result->arena;
    const char *error =
        chances->manner->errs ? rank_per_cent(arena, options->error) : "";
    switch (chances->chance) {
    case CHANCE_ERRORS:
    case CHANCE_DRAWS:
        result_add_note(result,
                        "What varies: each amount by an assumed error of its "
                        "own (lognormal, standard deviation %s), independent "
                        "of the others.",
                        error);
        break;
    case CHANCE_WEAPONS:
        result_add_note(result,
                        "What varies: the value of each of %zu weapon types "
                        "by an assumed error (lognormal, standard deviation "
                        "%s), the same for all who deliver it.",
                        sample->error_count, error);
        break;
    case CHANCE_DEALS:
        result_add_note(result,
                        "What varies: of each one's rows (%zu together) as "
                        "many are drawn with replacement.",
                        sample->row_count);
        break;
    case CHANCE_JOINT:
        result_add_note(result,
                        "What varies: each amount by an assumed normal error "
                        "(standard deviation %s). The sets hold for all rows "
                        "at once (Klein, Wright and Wieczorek 2020; amounts "
                        "\u00b1 %.3f standard deviations).",
                        error, chances->quantile);
        break;
    }
    if (chances->manner->drawn)
        result_add_note(result, "%zu draws, seed %lu (mt19937).",
                        options->draws, options->seed);
    else if (chances->chance == CHANCE_ERRORS)
        result_add_note(result, "Exact, by quadrature.");
    if (chances->manner->drawn && options->draws < FEW_DRAWS)
        result_add_note(result,
                        "Warning: fewer than %zu draws; another seed gives "
                        "other ends.",
                        FEW_DRAWS);
}

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
        chances->rows[i] = rank_summarise(law, sample->count, 1, LEVEL);
    }
    mem_free(law);
}

static void find_sets(struct chances *chances)
{
    const struct rank_sample *sample = &chances->sample;
    size_t *best = mem_alloc(sample->count, sizeof *best);
    size_t *worst = mem_alloc(sample->count, sizeof *worst);
    chances->quantile = rank_joint_sets(sample->values, sample->errors,
                                        sample->count, LEVEL, best, worst);
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
                (double)chances->options->draws, LEVEL);
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
    add_machine_columns(result, &chances);
    fill_rows(result, &chances);
    result->listed = result->row_count;
    add_notes(result, &chances);
    fill_view(result, &chances);
    rank_sample_done(&chances.sample);
    return result;
}

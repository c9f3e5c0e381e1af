/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/columns.h"
#include "analysis/rank_chance.h"
#include "analysis/rank_table.h"
#include "analysis/view_parts.h"

/* Draws below it give an interval that another seed would change. */
#define FEW_DRAWS ((size_t)1000)

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
        row[K_LEVEL] = value_number(CHANCE_LEVEL, 2);
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

void chance_show(struct result *result, const struct chances *chances)
{
    add_machine_columns(result, chances);
    ties_columns(result, chances->ranking.question->ties);
    fill_rows(result, chances);
    result->listed = result->row_count;
    add_notes(result, chances);
    fill_view(result, chances);
}

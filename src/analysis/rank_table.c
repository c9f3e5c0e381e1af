/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/rank_table.h"

#include "analysis/census.h"
#include "analysis/magnitude.h"
#include "analysis/prose.h"
#include "analysis/values.h"
#include "analysis/view_parts.h"

void rank_table_begin(struct rank_table *table, struct result *result,
                      const struct ranking *ranking, const char *tail)
{
    const struct study *study = ranking->study;
    enum by by = ranking->question->by;
    const char *unit = magnitude_head(study, &result->arena);
    char now[PERIOD_TEXT];
    period_print(now, ranking->group.periods.now);
    *table = (struct rank_table){
        .result = result, .ranking = ranking, .second = NOT_SHOWN};
    result->view.title = ranking_title(&result->arena, ranking, by_word(by),
                                       by_plural(by), tail);
    result->view.unit_line = unit_line(study->cube->unit, study->cube->measure);
    table->rank = parts_column(result, KIND_RANK, 4, 0,
                               (struct heads){{NULL, NULL, "Rank"}, "Rank"});
    table->name = parts_names(result, 14, 2, by_head(by));
    if (by == BY_PAIR)
        table->second = parts_names(result, 14, 2, "Recipient");
    table->amount = parts_column(
        result, KIND_AMOUNT, 7, 1,
        (struct heads){{NULL, NULL, unit},
                       arena_printf(&result->arena, "%s %s", unit, now)});
}

struct value *rank_table_row(const struct rank_table *table,
                             const struct entity *entity)
{
    struct result *result = table->result;
    struct value *cells =
        view_add_row(&result->view, &result->arena, VIEW_ENTRY);
    parts_put(cells, table->rank,
              ties_value(table->ranking->question->ties, entity->halves.now,
                         entity->tied));
    parts_put(cells, table->name, value_text(entity->name));
    parts_put(cells, table->second, value_text(entity->second));
    parts_put(cells, table->amount, amount_value(&entity->now));
    return cells;
}

void rank_table_end(const struct rank_table *table, const char *reading)
{
    struct result *result = table->result;
    const struct ranking *ranking = table->ranking;
    const struct study *study = ranking->study;
    view_add_row(&result->view, &result->arena, VIEW_RULE);
    ranking_notes(result, ranking);
    view_add_foot(&result->view, &result->arena, "%s",
                  whole_line(ranking->whole, study, &ranking->group,
                             ranking->question->by));
    view_add_foot(&result->view, &result->arena, "%s: %s.", census_line(study),
                  reading);
    view_add_foot(&result->view, &result->arena, "%s", study->source_line);
}

const char *rank_per_cent(struct arena *arena, amount per_cent)
{
    char text[DECIMAL_TEXT];
    amount_exact(text, per_cent);
    return arena_printf(arena, "%s %%", text);
}

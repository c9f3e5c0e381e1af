/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/factsheet.h"

#include "analysis/columns.h"
#include "analysis/factsheet_view.h"
#include "analysis/values.h"
#include "base/mem.h"

struct str factsheet_partner(const struct factsheet *factsheet,
                             const struct entity *pair)
{
    bool by_supplier = factsheet->ranking.question->by == BY_SUPPLIER;
    return by_supplier ? pair->second : pair->name;
}

static void take_pair(struct main_partners *partners, const struct entity *pair)
{
    size_t count = partners->count;
    if (count < MAIN_PARTNERS) {
        partners->pairs[partners->count++] = pair;
        return;
    }
    if (pair->now.sum != partners->pairs[count - 1]->now.sum)
        return;
    if (!partners->tied++)
        partners->next = pair;
}

/* Pairs come by amount, then names: so the first ones of a place are its
 * main partners. */
static void find_partners(struct factsheet *factsheet)
{
    const struct ranking *ranking = &factsheet->ranking;
    const struct study *study = ranking->study;
    bool by_supplier = ranking->question->by == BY_SUPPLIER;
    struct group pairs;
    group_build(&pairs, study, BY_PAIR, &ranking->group.periods,
                (struct group_masks){.category = ranking->question->category,
                                     .order_only = true});
    struct main_partners **of_place =
        mem_alloc(study->names->places.len, sizeof(*of_place));
    factsheet->partners = arena_alloc(study->arena, ranking->count + 1,
                                      sizeof *factsheet->partners);
    for (size_t i = 0; i < ranking->count; i++) {
        const struct cube_key *key = &ranking->rows[i]->key;
        of_place[by_supplier ? key->supplier : key->recipient] =
            &factsheet->partners[i];
    }
    for (size_t i = 0; i < pairs.ranked; i++) {
        const struct cube_key *key = &pairs.entities[i].key;
        struct main_partners *partners =
            of_place[by_supplier ? key->supplier : key->recipient];
        if (partners)
            take_pair(partners, &pairs.entities[i]);
    }
    mem_free(of_place);
}

/* Returns the index of the first one. */
static size_t add_partner_columns(struct result *result)
{
    size_t first = result->column_count;
    for (int i = 1; i <= MAIN_PARTNERS; i++) {
        struct arena *arena = &result->arena;
        result_add_column(result, arena_printf(arena, "partner_%d", i),
                          KIND_TEXT, "",
                          arena_printf(arena, "main partner number %d", i));
        result_add_column(
            result, arena_printf(arena, "partner_%d_share_pct", i), KIND_SHARE,
            "per cent", "its share of the total of the place listed");
        result_add_column(result,
                          arena_printf(arena, "partner_%d_share_printed", i),
                          KIND_TEXT, "", "the share by the printing rules");
    }
    return first;
}

static void fill_partners(struct result *result, struct value *cells,
                          const struct factsheet *factsheet, size_t row)
{
    const struct main_partners *partners = &factsheet->partners[row];
    const struct entity *entity = factsheet->ranking.rows[row];
    for (size_t i = 0; i < partners->count; i++) {
        const struct entity *pair = partners->pairs[i];
        struct value share =
            share_value(factsheet->ranking.study, &pair->now, &entity->now);
        cells[3 * i] = value_text(factsheet_partner(factsheet, pair));
        cells[3 * i + 1] = share;
        cells[3 * i + 2] = share_printed(&result->arena, share);
    }
}

static const char *tie_words(struct arena *arena,
                             const struct factsheet *factsheet,
                             const struct main_partners *partners)
{
    if (partners->tied == 1)
        return arena_printf(
            arena, "the last main partner is tied with %.*s",
            STR_ARG(factsheet_partner(factsheet, partners->next)));
    return arena_printf(arena, "the last main partner is tied with %zu others",
                        partners->tied);
}

static void fill_rows(struct result *result, const struct factsheet *factsheet)
{
    const struct ranking *ranking = &factsheet->ranking;
    size_t first = add_partner_columns(result);
    size_t note = result_find_column(result, "note");
    for (size_t i = 0; i < ranking->count; i++) {
        struct row_facts facts = ranking_facts(ranking, ranking->rows[i]);
        struct value *row = columns_row(result, ranking->study,
                                        &ranking->group.periods, &facts);
        fill_partners(result, row + first, factsheet, i);
        if (factsheet->partners[i].tied)
            row[note] = value_word(
                tie_words(&result->arena, factsheet, &factsheet->partners[i]));
    }
    result->listed = result->row_count;
}

struct result *factsheet_result(const struct study *study,
                                const struct question *question,
                                struct err *err)
{
    struct factsheet factsheet;
    if (!study_divides(study, true) || !study_divides(study, false)) {
        err_set(err, ERR_REQUEST,
                "the data do not tell who delivered to whom, which a fact "
                "sheet needs; use a file that does, such as SIPRI's register, "
                "or armstats rank");
        return NULL;
    }
    if (!ranking_build(&factsheet.ranking, study, question,
                       (struct group_masks){.category = NAME_NONE}, err))
        return NULL;
    find_partners(&factsheet);
    struct result *result = result_new("factsheet");
    columns_add(result, study);
    fill_rows(result, &factsheet);
    factsheet_view(result, &factsheet);
    return result;
}

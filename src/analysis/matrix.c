/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/matrix.h"

#include <stdlib.h>

#include "analysis/columns.h"
#include "analysis/matrix_view.h"
#include "base/mem.h"

/* Ranks one side; what is chosen on the other side does not shorten the
 * list. */
static bool rank_side(struct ranking *ranking, const struct matrix *matrix,
                      enum by by, struct err *err)
{
    const struct place_set none = {0};
    struct question *question =
        arena_alloc(matrix->study->arena, 1, sizeof *question);
    *question = *matrix->question;
    question->by = by;
    if (by == BY_SUPPLIER) {
        question->list_recipient = none;
        question->hide_recipient = none;
    } else {
        question->list_supplier = none;
        question->hide_supplier = none;
    }
    return ranking_build(ranking, matrix->study, question,
                         (struct group_masks){0}, err);
}

static bool build(struct matrix *matrix, const struct study *study,
                  const struct question *question, struct err *err)
{
    *matrix = (struct matrix){.study = study, .question = question};
    if (!study_divides(study, true) || !study_divides(study, false))
        return err_set(err, ERR_REQUEST,
                       "the data do not tell who supplies whom; a trade "
                       "register does (armstats datasets --download-help)");
    if (!rank_side(&matrix->suppliers, matrix, BY_SUPPLIER, err) ||
        !rank_side(&matrix->recipients, matrix, BY_RECIPIENT, err))
        return false;
    group_build(&matrix->pairs, study, BY_PAIR,
                &matrix->suppliers.group.periods,
                (struct group_masks){.category = question->category});
    matrix->whole = whole_of(study, question, BY_PAIR);
    return true;
}

/* A pair whose both places are listed, and where its supplier stands. */
struct listed_pair {
    size_t supplier; /* index in the suppliers' ranking */
    size_t rank;     /* index in the pairs' */
    const struct entity *supplier_total;
    const struct entity *recipient_total;
};

static int pair_order(const void *left, const void *right)
{
    const struct listed_pair *a = left;
    const struct listed_pair *b = right;
    if (a->supplier != b->supplier)
        return a->supplier < b->supplier ? -1 : 1;
    return a->rank < b->rank ? -1 : a->rank > b->rank;
}

/* The listed entities by the number of their place, index + 1; 0: none. */
static size_t *index_places(const struct ranking *ranking)
{
    const struct names *names = ranking->study->names;
    size_t *at = mem_alloc(names->places.len + 1, sizeof *at);
    for (size_t i = 0; i < ranking->count; i++) {
        const struct cube_key *key = &ranking->rows[i]->key;
        at[key->supplier != NAME_NONE ? key->supplier : key->recipient] = i + 1;
    }
    return at;
}

static size_t list_pairs(const struct matrix *matrix,
                         struct listed_pair *listed)
{
    size_t *supplier_at = index_places(&matrix->suppliers);
    size_t *recipient_at = index_places(&matrix->recipients);
    size_t count = 0;
    for (size_t i = 0; i < matrix->pairs.ranked; i++) {
        const struct cube_key *key = &matrix->pairs.entities[i].key;
        size_t supplier = supplier_at[key->supplier];
        size_t recipient = recipient_at[key->recipient];
        if (supplier && recipient)
            listed[count++] = (struct listed_pair){
                supplier - 1, i, matrix->suppliers.rows[supplier - 1],
                matrix->recipients.rows[recipient - 1]};
    }
    mem_free(supplier_at);
    mem_free(recipient_at);
    qsort(listed, count, sizeof *listed, pair_order);
    return count;
}

static struct row_facts facts_of(const struct matrix *matrix,
                                 const struct listed_pair *pair)
{
    const struct names *names = matrix->study->names;
    const struct entity *entity = &matrix->pairs.entities[pair->rank];
    enum whole whole = matrix->whole;
    struct row_facts facts = {
        .supplier = entity->name,
        .recipient = entity->second,
        .category = names_text(&names->categories, matrix->question->category),
        .entity = entity,
        .rank_of = matrix->pairs.ranked,
        .no_world = REASON_PARTIAL_SELECTION,
        .no_supplier = REASON_PARTIAL_SELECTION,
        .no_recipient = REASON_PARTIAL_SELECTION,
    };
    if (whole == WHOLE_WORLD) {
        facts.world_now = &matrix->pairs.now;
        facts.world_before = &matrix->pairs.before;
    }
    /* All recipients of the supplier take part, or all of its suppliers. */
    if (whole == WHOLE_WORLD || whole == WHOLE_SUPPLIER) {
        facts.supplier_now = &pair->supplier_total->now;
        facts.supplier_before = &pair->supplier_total->before;
    }
    if (whole == WHOLE_WORLD || whole == WHOLE_RECIPIENT) {
        facts.recipient_now = &pair->recipient_total->now;
        facts.recipient_before = &pair->recipient_total->before;
    }
    return facts;
}

static void fill_rows(struct result *result, const struct matrix *matrix)
{
    struct listed_pair *listed =
        mem_alloc(matrix->pairs.ranked, sizeof *listed);
    size_t count = list_pairs(matrix, listed);
    columns_add(result, matrix->study);
    for (size_t i = 0; i < count; i++) {
        struct row_facts facts = facts_of(matrix, &listed[i]);
        columns_row(result, matrix->study, &matrix->pairs.periods, &facts);
    }
    result->listed = result->row_count;
    mem_free(listed);
}

struct result *matrix_result(const struct study *study,
                             const struct question *question, struct err *err)
{
    struct matrix matrix;
    if (!build(&matrix, study, question, err))
        return NULL;
    struct result *result = result_new("matrix");
    fill_rows(result, &matrix);
    matrix_view(result, &matrix);
    return result;
}

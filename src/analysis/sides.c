/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/sides.h"

#include "analysis/prose.h"
#include "base/buf.h"

#define NAME_BYTES ((size_t)1000)

/* What is known of one side. */
struct asking {
    const struct study *study;
    const struct scope_side *scope;
    const struct place_set *asked;
    const struct place_set *not_asked;
    const char *option;
    const char *plural;
};

static const char *join_names(const struct study *study, const char *word,
                              const struct place_set *set)
{
    struct buf buf;
    buf_init(&buf, NAME_BYTES);
    study_add_places(&buf, word, set, study);
    const char *text = arena_str(study->arena, buf_str(&buf)).ptr;
    buf_done(&buf);
    return text;
}

/* A group is never one place, however few of its members the data have. */
static bool names_one(const struct place_set *set)
{
    return set->count == 1 && (!set->items[0].group || set->items[0].row);
}

/* The file's spelling of the only place, else the names that were asked for:
 * two spellings of one file may mean one place. */
static const char *asked_name(const struct asking *asking,
                              const struct year_set *mask)
{
    const struct map *places = &asking->study->names->places;
    size_t found = 0;
    size_t last = 0;
    if (!asking->asked->count)
        return join_names(asking->study, "all but ", asking->not_asked);
    for (size_t i = 0; i < places->len; i++) {
        bool has = !year_set_is_empty(&mask[i]);
        found += has;
        last = has ? i : last;
    }
    if (names_one(asking->asked) && found == 1)
        return arena_str(asking->study->arena, places->keys[last]).ptr;
    const char *names = join_names(asking->study, "", asking->asked);
    if (!asking->not_asked->count)
        return names;
    return arena_printf(
        asking->study->arena, "%s%s", names,
        join_names(asking->study, " but not ", asking->not_asked));
}

static void name_scope(struct side *side, const struct asking *asking)
{
    const struct scope_side *scope = asking->scope;
    side->one = scope->extent == SCOPE_ONE;
    side->all = scope->extent != SCOPE_ONE && scope->extent != SCOPE_SOME;
    if (side->one)
        side->name = arena_str(asking->study->arena, scope->name).ptr;
    else
        side->name = side->all ? ""
                               : arena_printf(asking->study->arena, "these %s",
                                              asking->plural);
}

/* A file of one place's deliveries holds what was asked for, or nothing. */
static bool is_scope(const struct asking *asking)
{
    struct arena scratch;
    arena_init(&scratch);
    bool same = asking->scope->extent == SCOPE_ONE &&
                !asking->not_asked->count &&
                place_set_find(asking->asked, asking->scope->name, &scratch);
    arena_done(&scratch);
    return same;
}

static bool find_side(struct side *side, const struct asking *asking,
                      const struct year_set *mask, struct err *err)
{
    *side = (struct side){0};
    if (!mask || (!asking->scope->divided && is_scope(asking))) {
        name_scope(side, asking);
        return true;
    }
    if (!asking->scope->divided)
        return err_set(err, ERR_REQUEST,
                       "%s: the data do not tell %s apart; use a file that "
                       "names them, such as SIPRI's register",
                       asking->option, asking->plural);
    side->mask = mask;
    side->one = names_one(asking->asked) && !asking->not_asked->count;
    side->name = asked_name(asking, mask);
    return true;
}

bool sides_of(struct sides *sides, const struct study *study,
              const struct question *question, struct err *err)
{
    const struct filter *asked = question->asked;
    struct question listing = *question;
    listing.list_supplier = asked->supplier;
    listing.hide_supplier = asked->not_supplier;
    listing.list_recipient = asked->recipient;
    listing.hide_recipient = asked->not_recipient;
    sides->goods = study_goods(study, &listing);
    struct asking supplier = {
        study,
        &study->scope.supplier,
        &asked->supplier,
        &asked->not_supplier,
        "--supplier",
        "suppliers",
    };
    struct asking recipient = {
        study,
        &study->scope.recipient,
        &asked->recipient,
        &asked->not_recipient,
        "--recipient",
        "recipients",
    };
    return find_side(&sides->supplier, &supplier,
                     question_listed(&listing, study, true), err) &&
           find_side(&sides->recipient, &recipient,
                     question_listed(&listing, study, false), err);
}

/* "deliveries of major arms by South Korea to Poland" */
static const char *flow_words(const struct sides *sides,
                              const struct study *study, bool with_supplier)
{
    const char *by = with_supplier ? sides->supplier.name : "";
    const char *to = sides->recipient.name;
    return arena_printf(study->arena, "%s of %s%s%s%s%s",
                        measure_words(study->cube->measure)->records,
                        sides->goods, *by ? " by " : "", by, *to ? " to " : "",
                        to);
}

const char *sides_title(const struct sides *sides, const struct study *study)
{
    const char *words = flow_words(sides, study, true);
    if (sides->supplier.all && sides->recipient.all &&
        scope_is_world(&study->scope))
        return arena_printf(study->arena, "World %s", words);
    return arena_printf(study->arena, "%c%s", words[0] - 'a' + 'A', words + 1);
}

const char *sides_subject(const struct sides *sides, const struct study *study)
{
    if (!sides->supplier.one)
        return sides_title(sides, study);
    return arena_printf(study->arena, "%s %s",
                        possessive(study->arena, sides->supplier.name),
                        flow_words(sides, study, false));
}

const char *possessive(struct arena *arena, const char *name)
{
    return arena_printf(
        arena, str_ends(str_from(name), STR("s")) ? "%s'" : "%s's", name);
}

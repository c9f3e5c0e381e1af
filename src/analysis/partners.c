/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/partners.h"

#include "analysis/columns.h"
#include "analysis/partners_view.h"

static bool find_asked(struct partners *partners, const struct study *study,
                       const struct question *question, struct err *err)
{
    bool supplier = question->asked->supplier.count > 0;
    bool recipient = question->asked->recipient.count > 0;
    if (supplier == recipient)
        return err_set(err, ERR_REQUEST,
                       "partners needs either --supplier (to whom it "
                       "delivers) or --recipient (from whom it receives)");
    if (!sides_of(&partners->sides, study, question, err))
        return false;
    struct study others = study_of_side(study, !supplier);
    if (!study_divides(&others, !supplier))
        return err_set(err, ERR_REQUEST,
                       "the data do not tell %s apart; use a file that names "
                       "them, such as SIPRI's register",
                       supplier ? "recipients" : "suppliers");
    partners->to_recipients = supplier;
    partners->asked =
        supplier ? &partners->sides.supplier : &partners->sides.recipient;
    return true;
}

/* What the place has in these years of the period: all of it, or (a member of a
 * group that came or went) the sums of its years, whose printed rounding is not
 * known one by one. */
static void add_years(struct cube_cell *asked, const struct entity *entity,
                      const struct year_set *years, struct period now)
{
    struct cube_cell part = {0};
    bool whole = true;
    for (int year = now.from; year <= now.to; year++) {
        if (!year_set_has(years, year)) {
            whole = false;
            continue;
        }
        part.sum += entity->years[year - now.from];
        part.rows += entity->recorded[year - now.from];
    }
    cube_cell_add(asked, whole ? &entity->now : &part);
}

/* The asked places' part of the world: from rows that name them. */
static void add_asked(struct world_part *world, const struct group *group,
                      const struct side *side, bool supplier)
{
    struct period now = group->periods.now;
    struct year_set all = year_set_all();
    size_t found = 0;
    for (size_t i = 0; i < group->ranked; i++) {
        const struct entity *entity = &group->entities[i];
        uint32_t place =
            supplier ? entity->key.supplier : entity->key.recipient;
        const struct year_set *years = side->mask ? &side->mask[place] : &all;
        if (!year_set_meets(years, now))
            continue;
        add_years(&world->asked, entity, years, now);
        world->rank = ++found == 1 ? entity->rank : 0;
        world->tied = found == 1 && entity->tied;
    }
}

/* The world is told where neither side leaves anybody out. */
static bool tells_world(const struct study *study,
                        const struct question *question)
{
    return whole_side(study, question, true) &&
           whole_side(study, question, false);
}

static void find_world(struct partners *partners, const struct study *study)
{
    const struct question *question = partners->ranking.question;
    const struct group *own = &partners->ranking.group;
    struct world_part *world = &partners->world;
    bool supplier = partners->to_recipients;
    struct question same = *question;
    same.years =
        (struct period_spec){.form = PERIOD_YEARS, .years = own->periods.now};
    struct periods periods;
    struct study side = study_of_side(study, supplier);
    struct sides sides;
    struct group group;
    struct err not_told = {0};
    if (!tells_world(study, question) ||
        !question_periods(&same, study, 0, &periods, &not_told))
        return;
    group_build(&group, &side, supplier ? BY_SUPPLIER : BY_RECIPIENT, &periods,
                (struct group_masks){.category = question->category});
    world->known = group.now.sum > 0;
    world->study = study;
    world->now = group.now;
    world->before = group.before;
    world->before_known = period_length(periods.before) > 0;
    if (study_divides(&side, supplier) &&
        sides_of(&sides, study, question, &not_told))
        add_asked(world, &group, supplier ? &sides.supplier : &sides.recipient,
                  supplier);
    else
        world->asked = own->now;
}

/* A second file counts all goods in its own way: it tells the world only of
 * what the question does not narrow. */
static bool is_comparable(const struct study *world, const struct study *study,
                          const struct question *question)
{
    return world->cube->unit == study->cube->unit &&
           world->cube->measure == study->cube->measure &&
           !question_narrows_goods(question);
}

const struct entity *partners_total(const struct partners *partners,
                                    const struct entity *entity)
{
    const struct cube_key *key = &entity->key;
    if (!partners->totals)
        return NULL;
    return partners
        ->totals[partners->to_recipients ? key->recipient : key->supplier];
}

/* The asked place's name and both sides' totals. */
static struct row_facts facts_of(const struct partners *partners,
                                 const struct entity *entity)
{
    const struct world_part *world = &partners->world;
    const struct entity *total = partners_total(partners, entity);
    struct row_facts facts = ranking_facts(&partners->ranking, entity);
    facts.no_supplier = REASON_PARTIAL_SELECTION;
    facts.no_recipient = REASON_PARTIAL_SELECTION;
    if (world->known) {
        facts.world_now = &world->now;
        facts.world_before = world->before_known ? &world->before : NULL;
    }
    if (partners->to_recipients) {
        facts.supplier = str_from(partners->asked->name);
        facts.recipient_now = total ? &total->now : NULL;
        facts.recipient_before = total ? &total->before : NULL;
    } else {
        facts.recipient = str_from(partners->asked->name);
        facts.supplier_now = total ? &total->now : NULL;
        facts.supplier_before = total ? &total->before : NULL;
    }
    return facts;
}

static void fill_rows(struct result *result, const struct partners *partners)
{
    const struct ranking *ranking = &partners->ranking;
    for (size_t i = 0; i < ranking->count; i++) {
        struct row_facts facts = facts_of(partners, ranking->rows[i]);
        columns_row(result, ranking->study, &ranking->group.periods, &facts);
    }
    result->listed = result->row_count;
}

static bool build(struct partners *partners, const struct study *study,
                  const struct question *question, struct err *err)
{
    if (!find_asked(partners, study, question, err))
        return false;
    struct question *listing = arena_alloc(study->arena, 1, sizeof *listing);
    *listing = *question;
    listing->by = partners->to_recipients ? BY_RECIPIENT : BY_SUPPLIER;
    struct group_masks masks = {.category = question->category};
    if (partners->to_recipients)
        masks.supplier = partners->asked->mask;
    else
        masks.recipient = partners->asked->mask;
    if (!ranking_build(&partners->ranking, study, listing, masks, err))
        return false;
    if (whole_side(study, question, partners->to_recipients)) {
        struct study side = study_of_side(study, !partners->to_recipients);
        struct group totals;
        group_build(&totals, &side, listing->by,
                    &partners->ranking.group.periods,
                    (struct group_masks){.category = question->category});
        partners->totals = group_by_place(&totals, study);
    }
    return true;
}

struct result *partners_result(const struct study *study,
                               const struct question *question,
                               const struct study *world, struct err *err)
{
    struct partners partners = {0};
    if (!build(&partners, study, question, err))
        return NULL;
    find_world(&partners, study);
    if (!partners.world.known && world && is_comparable(world, study, question))
        find_world(&partners, world);
    struct result *result = result_new("partners");
    columns_add(result, study);
    fill_rows(result, &partners);
    partners_view(result, &partners);
    partners_sentence(result, &partners);
    return result;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/study.h"

#include "base/buf.h"
#include "trade/hs.h"
#include "trade/place.h"

#define TITLE_BYTES ((size_t)400)

static const char *const by_words[] = {
    [BY_SUPPLIER] = "supplier", [BY_RECIPIENT] = "recipient",
    [BY_PAIR] = "pair",         [BY_CATEGORY] = "category",
    [BY_WEAPON] = "weapon",     [BY_WORLD] = "world",
};

unsigned by_dims(enum by by)
{
    static const unsigned dims[] = {
        [BY_SUPPLIER] = DIM_SUPPLIER,
        [BY_RECIPIENT] = DIM_RECIPIENT,
        [BY_PAIR] = DIM_SUPPLIER | DIM_RECIPIENT,
        [BY_CATEGORY] = DIM_CATEGORY,
        [BY_WEAPON] = DIM_DESCRIPTION,
        [BY_WORLD] = 0,
    };
    return dims[by] | DIM_YEAR;
}

const char *by_word(enum by by)
{
    return by_words[by];
}

static bool refuse_years(const struct study *study, struct period wanted,
                         struct err *err)
{
    struct period covered = study->scope.covered;
    char asked[PERIOD_TEXT];
    char held[PERIOD_TEXT];
    period_print(asked, wanted);
    period_print(held, covered);
    bool apart = wanted.from > covered.to || wanted.to < covered.from;
    return err_set(err, ERR_REQUEST, "--years %s: the data cover %s only; %s",
                   asked, held,
                   apart ? "ask for covered years"
                         : "--partial computes over the covered years and "
                           "says so");
}

/* Deliveries of several years that stand in one row are told exactly only
 * together. */
static bool check_whole(const struct study *study, struct period wanted,
                        struct err *err)
{
    struct period covered = study->scope.covered;
    char asked[PERIOD_TEXT];
    char held[PERIOD_TEXT];
    if (!study->scope.undivided_years || !period_length(wanted) ||
        (wanted.from == covered.from && wanted.to == covered.to))
        return true;
    period_print(asked, wanted);
    period_print(held, covered);
    return err_set(
        err, ERR_REQUEST,
        "%s cannot be told apart from other years: the data have "
        "one row a deal, whose deliveries of several years are not divided by "
        "year; --years all (%s) is exact, --assume even-split "
        "divides them evenly and says so, and SIPRI's register with "
        "one row a delivery year has the years (armstats datasets "
        "--download-help)",
        asked, held);
}

static struct period clip(struct period period, struct period to)
{
    if (period.from < to.from)
        period.from = to.from;
    if (period.to > to.to)
        period.to = to.to;
    return period;
}

/* The previous period; one that is not wholly covered is none. */
static void resolve_before(const struct question *question,
                           const struct study *study, struct periods *periods)
{
    struct period covered = study->scope.covered;
    periods->before = (struct period){0, -1};
    if (question->previous.form == PERIOD_NONE)
        return;
    struct period before = question->previous.form == PERIOD_DEFAULT
                               ? period_before(periods->now)
                               : period_resolve(question->previous, covered, 0);
    if (period_within(before, covered))
        periods->before = before;
    else
        periods->before_missing = true;
    periods->means =
        period_length(periods->before) > 0 &&
        period_length(periods->before) != period_length(periods->now);
}

bool question_periods(const struct question *question,
                      const struct study *study, int count,
                      struct periods *periods, struct err *err)
{
    struct period covered = study->scope.covered;
    *periods = (struct periods){0};
    if (period_length(covered) == 0) {
        periods->now = covered;
        periods->before = covered;
        return true;
    }
    struct period now = period_resolve(question->years, covered, count);
    if (question->years.form == PERIOD_SINCE && now.from > covered.to)
        now.to = now.from;
    if (question->years.form == PERIOD_UNTIL && now.to < covered.from)
        now.from = now.to;
    if (!period_within(now, covered)) {
        struct period inside = clip(now, covered);
        bool given = question->years.form == PERIOD_YEARS ||
                     question->years.form == PERIOD_SINCE ||
                     question->years.form == PERIOD_UNTIL;
        if (period_length(inside) == 0 || (given && !question->partial))
            return refuse_years(study, now, err);
        periods->clipped = given;
        now = inside;
    }
    periods->now = now;
    periods->undivided = study->scope.undivided_years;
    resolve_before(question, study, periods);
    return check_whole(study, now, err) &&
           check_whole(study, periods->before, err);
}

const struct year_set *study_mask(const struct study *study,
                                  const struct place_set *set)
{
    if (!set->count)
        return NULL;
    const struct map *places = &study->names->places;
    struct arena scratch;
    arena_init(&scratch);
    struct year_set *mask =
        arena_alloc(study->arena, places->len + 1, sizeof *mask);
    for (size_t i = 0; i < places->len; i++)
        mask[i] = place_set_years(set, places->keys[i], &scratch);
    arena_done(&scratch);
    return mask;
}

const struct year_set *question_listed(const struct question *question,
                                       const struct study *study, bool supplier)
{
    const struct year_set *shown = study_mask(
        study, supplier ? &question->list_supplier : &question->list_recipient);
    const struct year_set *hidden = study_mask(
        study, supplier ? &question->hide_supplier : &question->hide_recipient);
    if (!hidden)
        return shown;
    size_t count = study->names->places.len;
    struct year_set *mask = arena_alloc(study->arena, count + 1, sizeof *mask);
    for (size_t i = 0; i < count; i++) {
        mask[i] = shown ? shown[i] : year_set_all();
        year_set_remove(&mask[i], &hidden[i]);
    }
    return mask;
}

void study_add_places(struct buf *buf, const char *word,
                      const struct place_set *set, const struct study *study)
{
    bool regions =
        study->scope.supplier.region || study->scope.recipient.region;
    for (size_t i = 0; i < set->count; i++) {
        const struct place_item *item = &set->items[i];
        if (i == 3 && set->count > 4) {
            buf_printf(buf, " and %zu more", set->count - i);
            return;
        }
        buf_add_text(buf, i == 0 ? word : i + 1 == set->count ? " and " : ", ");
        buf_add(buf,
                item->place ? str_from(item->place->name) : item->spelling);
        if (!regions && item->place && item->place->kind == PLACE_ORGANISATION)
            buf_add_text(buf, " itself"); /* not its members */
    }
}

struct study study_of_side(const struct study *study, bool supplier)
{
    struct study side = *study;
    const struct cube *margin = study->margins[supplier ? 0 : 1];
    side.cube = margin ? margin : study->cube;
    side.margins[0] = side.margins[1] = NULL;
    return side;
}

bool study_divides(const struct study *study, bool supplier)
{
    const struct scope *scope = &study->scope;
    if (!(supplier ? scope->supplier.divided : scope->recipient.divided))
        return false;
    uint32_t all = map_find(&study->names->places, STR(SCOPE_NOT_DIVIDED));
    for (size_t i = 0; i < study->cube->len; i++) {
        const struct cube_key *key = &study->cube->cells[i].key;
        uint32_t place = supplier ? key->supplier : key->recipient;
        if (place == all || place == NAME_NONE)
            return false;
    }
    return true;
}

static void add_patterns(struct buf *buf, const char *word,
                         const struct pattern_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        buf_add_text(buf, i == 0 ? word : ", ");
        buf_add(buf, list->items[i]);
    }
    if (list->count)
        buf_add_char(buf, ')');
}

static void add_conditions(struct buf *buf, unsigned conditions)
{
    bool first = true;
    for (int i = 0; conditions && i < CONDITION_COUNT; i++) {
        if (!(conditions & 1u << i))
            continue;
        buf_add_text(buf, first ? " (" : ", ");
        buf_add_text(buf, i == CONDITION_SECOND_HAND
                              ? "second-hand"
                              : condition_word((enum condition)i));
        first = false;
    }
    if (!first)
        buf_add_char(buf, ')');
}

bool question_narrows_goods(const struct question *question)
{
    const struct filter *asked = question->asked;
    return asked->category.count || asked->not_category.count ||
           asked->weapon.count || asked->conditions ||
           question->category != NAME_NONE;
}

/* Customs see everything that crosses a border. */
static const char *goods_word(const struct study *study)
{
    if (study->cube->measure == MEASURE_CUSTOMS_EXPORT ||
        study->cube->measure == MEASURE_CUSTOMS_IMPORT)
        return "goods";
    return study->cube->unit == UNIT_TIV_MILLION ? "major arms" : "arms";
}

static bool names_codes(const struct pattern_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        if (!hs_is_list(list->items[i]))
            return false;
    }
    return true;
}

const char *study_goods(const struct study *study,
                        const struct question *question)
{
    const struct filter *asked = question->asked;
    struct buf buf;
    buf_init(&buf, TITLE_BYTES);
    buf_add_text(&buf, goods_word(study));
    if (question->category != NAME_NONE)
        buf_printf(
            &buf, " (%.*s)",
            STR_ARG(names_text(&study->names->categories, question->category)));
    bool codes = names_codes(&asked->category);
    add_patterns(&buf, codes ? " (HS " : " (", &asked->category);
    codes = names_codes(&asked->not_category);
    add_patterns(&buf, codes ? " (not HS " : " (not ", &asked->not_category);
    add_patterns(&buf, " (", &asked->weapon);
    add_conditions(&buf, asked->conditions);
    if (!question->list_supplier.count)
        study_add_places(&buf, " from ", &asked->supplier, study);
    if (!question->hide_supplier.count)
        study_add_places(&buf, " not from ", &asked->not_supplier, study);
    if (!question->list_recipient.count)
        study_add_places(&buf, " to ", &asked->recipient, study);
    if (!question->hide_recipient.count)
        study_add_places(&buf, " not to ", &asked->not_recipient, study);
    const char *goods = arena_str(study->arena, buf_str(&buf)).ptr;
    buf_done(&buf);
    return goods;
}

bool study_is_unknown(struct str name)
{
    const struct place *place = place_of_name(name);
    if (place)
        return place->kind == PLACE_UNKNOWN;
    return name.len > 8 &&
           str_eq_fold((struct str){name.ptr, 8}, STR("unknown "));
}

bool study_existed(struct str name, struct period period)
{
    const struct place *place = place_of_name(name);
    return !place || (period.to >= place->from_year &&
                      (!place->to_year || period.from <= place->to_year));
}

struct str study_iso3(struct str name)
{
    const struct place *place = place_of_name(name);
    return str_from(place ? place->iso3 : "");
}

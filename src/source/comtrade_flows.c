/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the book to flows: of each commodity that counts the year, else its
 * months; and the partners, else World as a recipient that is not divided. */
#include <config.h>

#include <inttypes.h>

#include "base/diag.h"
#include "source/comtrade.h"

#define ALL_MONTHS 0x1ffeu

/* What the reports of one flow have shown. */
struct shown {
    size_t reporters; /* used, 2 for more than one; the last of them */
    uint32_t reporter;
    size_t partners;
    uint32_t partner;
    bool divided;   /* some partner is named */
    bool unchecked; /* with no World that they sum to */
    bool some_undivided;
};

struct push {
    struct comtrade_book *book;
    struct names *names;
    struct flow_sink sink;
    uint32_t undivided;
    struct shown shown[COMTRADE_FLOWS];
};

/* One commodity of a report. */
struct group {
    size_t first;
    size_t end;
    bool annual;
    bool partners;
    amount sum;      /* of the partners */
    amount half;     /* by which it may be off */
    unsigned months; /* bits of those summed */
};

static struct comtrade_cell *cell_at(const struct push *push, size_t place)
{
    return &push->book->cells[push->book->order[place]];
}

/* All names of flows that count, used or not: a question may name them. */
static void intern_names(const struct push *push)
{
    struct comtrade_book *book = push->book;
    for (size_t i = 0; i < book->keys.len; i++) {
        const struct comtrade_key *key = &book->cells[i].key;
        if (!book->takes[key->flow])
            continue;
        map_intern(&push->names->places, book->reporter_names[key->reporter]);
        if (key->partner != COMTRADE_WORLD)
            map_intern(&push->names->places, book->partner_names[key->partner]);
        map_intern(&push->names->categories,
                   book->commodities.keys[key->commodity]);
    }
}

static uint32_t place_of(const struct push *push, struct str name)
{
    return map_find(&push->names->places, name);
}

static void see(uint32_t number, size_t *count, uint32_t *last)
{
    if (*count == 0 || *last != number)
        *count += *count < 2;
    *last = number;
}

static bool push_cell(struct push *push, const struct comtrade_cell *cell,
                      const struct comtrade_amount *sum, struct err *err)
{
    struct comtrade_book *book = push->book;
    struct reading *reading = book->reading;
    const struct comtrade_key *key = &cell->key;
    struct shown *shown = &push->shown[key->flow];
    uint32_t reporter = place_of(push, book->reporter_names[key->reporter]);
    uint32_t partner = push->undivided;
    if (key->partner != COMTRADE_WORLD) {
        partner = place_of(push, book->partner_names[key->partner]);
        shown->divided = true;
        see(key->partner, &shown->partners, &shown->partner);
    } else {
        shown->some_undivided = true;
    }
    see(key->reporter, &shown->reporters, &shown->reporter);
    bool exports = key->flow == COMTRADE_EXPORT;
    struct flow flow =
        flow_unknown(reading->unit,
                     exports ? MEASURE_CUSTOMS_EXPORT : MEASURE_CUSTOMS_IMPORT);
    flow.supplier = exports ? reporter : partner;
    flow.recipient = exports ? partner : reporter;
    flow.category = map_find(&push->names->categories,
                             book->commodities.keys[key->commodity]);
    flow.year = (int)key->year;
    flow.value = sum->value;
    flow.line = cell->line;
    source_see_year(reading, flow.year);
    return push->sink.take(push->sink.context, &flow, err);
}

static const char *report_name(const struct push *push,
                               const struct comtrade_key *key)
{
    struct reading *reading = push->book->reading;
    return arena_printf(&reading->arena, "%.*s %" PRIu32,
                        STR_ARG(push->book->reporter_names[key->reporter]),
                        key->year);
}

static void remark(const struct push *push, const struct comtrade_cell *cell,
                   enum remark remark)
{
    tally_remark(&push->book->reading->tally, remark, cell->line,
                 str_from(report_name(push, &cell->key)));
}

static void look_at(const struct push *push, struct group *group)
{
    for (size_t i = group->first; i < group->end; i++)
        group->annual |= cell_at(push, i)->annual;
    for (size_t i = group->first; i < group->end; i++) {
        const struct comtrade_cell *cell = cell_at(push, i);
        group->partners |= cell->key.partner != COMTRADE_WORLD &&
                           (group->annual ? cell->annual : cell->monthly);
    }
}

static bool use_cell(struct push *push, struct group *group,
                     const struct comtrade_cell *cell,
                     const struct comtrade_amount *sum, struct err *err)
{
    struct tally *tally = &push->book->reading->tally;
    tally->rows_read += sum->used;
    tally->rows_used += sum->used;
    if (!sum->used)
        return true;
    if (sum->summed)
        remark(push, cell, REMARK_SUMMED);
    group->months |= sum->month_bits;
    group->half += sum->half + AMOUNT_ONE / 2;
    return push_cell(push, cell, sum, err) &&
           (amount_add(&group->sum, sum->value) ||
            err_set(err, ERR_DATA, "%s:%llu: the sum is too large",
                    push->book->reading->name, (unsigned long long)cell->line));
}

/* The partners against what the reporter says of World: half a unit for each
 * amount and for the total, and what a spreadsheet has cut off. */
static void check_world(struct push *push, const struct group *group,
                        const struct comtrade_cell *world,
                        const struct comtrade_amount *total)
{
    struct reading *reading = push->book->reading;
    amount off = amount_size(total->value - group->sum);
    reading->tally.total_rows += total->used;
    reading->totals_checked++;
    if (off <= group->half + total->half + AMOUNT_ONE / 2)
        return;
    reading->totals_differ++;
    push->shown[world->key.flow].unchecked = true;
    remark(push, world, REMARK_TOTAL);
}

static bool push_group(struct push *push, struct group *group, struct err *err)
{
    struct tally *tally = &push->book->reading->tally;
    const struct comtrade_cell *world = NULL;
    struct comtrade_amount total = {0};
    look_at(push, group);
    for (size_t i = group->first; i < group->end; i++) {
        const struct comtrade_cell *cell = cell_at(push, i);
        struct comtrade_amount sum =
            comtrade_amount_of(push->book, cell, group->annual);
        tally_aside(tally, ASIDE_PARTS, sum.parts);
        tally_aside(tally, ASIDE_MONTHS, sum.months);
        if (group->partners && cell->key.partner == COMTRADE_WORLD) {
            world = cell;
            total = sum;
        } else if (!use_cell(push, group, cell, &sum, err)) {
            return false;
        }
    }
    if (total.used)
        check_world(push, group, world, &total);
    else
        push->shown[cell_at(push, group->first)->key.flow].unchecked |=
            group->partners;
    if (!group->annual && group->months != ALL_MONTHS)
        remark(push, cell_at(push, group->first), REMARK_MONTHS);
    return true;
}

static struct scope_side one_side(const struct push *push, struct str name)
{
    return (struct scope_side){.extent = SCOPE_ONE,
                               .name =
                                   arena_str(&push->book->reading->arena, name),
                               .divided = true};
}

/* Somebody has chosen the reporters. The partners are all of them where they
 * sum to World. */
static void set_scope(const struct push *push, enum comtrade_flow flow)
{
    const struct comtrade_book *book = push->book;
    const struct shown *shown = &push->shown[flow];
    struct scope *scope = &book->reading->scope;
    bool exports = flow == COMTRADE_EXPORT;
    struct scope_side *own = exports ? &scope->supplier : &scope->recipient;
    struct scope_side *other = exports ? &scope->recipient : &scope->supplier;
    if (!shown->reporters)
        return;
    *own = (struct scope_side){.extent = SCOPE_SOME, .divided = true};
    if (shown->reporters == 1)
        *own = one_side(push, book->reporter_names[shown->reporter]);
    *other = (struct scope_side){.extent = shown->unchecked ? SCOPE_UNKNOWN
                                                            : SCOPE_ALL,
                                 .divided = shown->divided};
    if (shown->unchecked && shown->partners == 1 && !shown->some_undivided)
        *other = one_side(push, book->partner_names[shown->partner]);
}

/* Of both reports each side is told by its own and by its partners. */
static void set_both_scopes(const struct push *push)
{
    struct comtrade_book *book = push->book;
    struct scope *scope = &book->reading->scope;
    const struct shown *exports = &push->shown[COMTRADE_EXPORT];
    const struct shown *imports = &push->shown[COMTRADE_IMPORT];
    struct scope_side side = {.extent = SCOPE_SOME};
    if (exports->reporters == 1 && imports->reporters == 1 &&
        exports->reporter == imports->reporter)
        side.name = arena_str(&book->reading->arena,
                              book->reporter_names[exports->reporter]);
    scope->supplier = scope->recipient = side;
    scope->supplier.divided = exports->reporters || imports->divided;
    scope->recipient.divided = imports->reporters || exports->divided;
}

bool comtrade_push(struct comtrade_book *book, struct names *names,
                   struct flow_sink sink, struct err *err)
{
    const bool *takes = book->takes;
    struct push push = {
        .book = book,
        .names = names,
        .sink = sink,
        .undivided = map_intern(&names->places, STR(SCOPE_NOT_DIVIDED)),
    };
    struct tally *tally = &book->reading->tally;
    if (!takes[COMTRADE_EXPORT])
        book->reading->measure = MEASURE_CUSTOMS_IMPORT;
    intern_names(&push);
    for (size_t i = 0; i < book->keys.len;) {
        const struct comtrade_cell *cell = cell_at(&push, i);
        struct group group = {.first = i, .end = comtrade_group_end(book, i)};
        if (cell->is_aside) {
            for (size_t j = i; j < group.end; j++)
                tally_aside(tally, cell->aside,
                            comtrade_cell_rows(cell_at(&push, j)));
        } else if (!push_group(&push, &group, err)) {
            return false;
        }
        i = group.end;
    }
    if (takes[COMTRADE_EXPORT] && takes[COMTRADE_IMPORT])
        set_both_scopes(&push);
    else
        set_scope(&push,
                  takes[COMTRADE_EXPORT] ? COMTRADE_EXPORT : COMTRADE_IMPORT);
    return true;
}

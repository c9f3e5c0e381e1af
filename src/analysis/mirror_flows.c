/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include <assert.h>
#include <stdlib.h>

#include "analysis/mirror.h"
#include "base/mem.h"
#include "trade/place.h"

enum side { SIDE_EXPORTER, SIDE_IMPORTER, SIDES };

/* A cell of a cube as one side's report of a flow. */
struct report {
    struct cube_key key;
    enum side side;
    bool told;
    amount value;
};

/* Who reported in which year. */
struct reporter {
    uint32_t place;
    int year;
};

struct reporters {
    struct reporter *items;
    size_t count;
};

struct build {
    struct mirror *mirror;
    uint32_t undivided; /* the number of "(all)" */
    uint32_t *shown;    /* of each spelling the one that is shown */
    struct report *reports;
    size_t report_count;
    struct reporters reporters[SIDES];
};

/* A spelling and the place it means. */
struct spelling {
    const struct place *place;
    struct str text;
    uint32_t number;
};

static int spelling_order(const void *left, const void *right)
{
    const struct spelling *a = left, *b = right;
    if (a->place != b->place)
        return a->place < b->place ? -1 : 1;
    return str_cmp(a->text, b->text);
}

static void mark_used(bool *used, const struct cube *cube)
{
    for (size_t i = 0; i < cube->len; i++) {
        used[cube->cells[i].key.supplier] = true;
        used[cube->cells[i].key.recipient] = true;
    }
}

/* Of several spellings of a place the first by bytes is shown. */
static void choose_spellings(struct build *build)
{
    const struct study *study = build->mirror->study;
    const struct mirror_reports *reports = build->mirror->question->reports;
    const struct map *places = &study->names->places;
    struct spelling *list = mem_alloc(places->len + 1, sizeof *list);
    bool *used = mem_alloc(places->len + 1, sizeof *used);
    size_t count = 0;
    memset(used, 0, (places->len + 1) * sizeof *used);
    mark_used(used, &reports->exports);
    mark_used(used, &reports->imports);
    build->shown =
        arena_alloc(study->arena, places->len + 1, sizeof *build->shown);
    for (uint32_t i = 0; i < places->len; i++) {
        const struct place *place =
            used[i] ? place_of_name(places->keys[i]) : NULL;
        build->shown[i] = i;
        if (place)
            list[count++] = (struct spelling){place, places->keys[i], i};
    }
    qsort(list, count, sizeof *list, spelling_order);
    for (size_t i = 1; i < count; i++) {
        if (list[i].place != list[i - 1].place)
            continue;
        build->shown[list[i].number] = build->shown[list[i - 1].number];
        build->mirror->spellings++;
    }
    mem_free(list);
    mem_free(used);
}

static bool takes(struct filter_judge *judge, const struct cube_key *key)
{
    struct flow flow = flow_unknown(UNIT_COUNT, MEASURE_COUNT);
    flow.supplier = key->supplier;
    flow.recipient = key->recipient;
    flow.category = key->category;
    flow.year = key->year;
    return filter_takes(judge, &flow);
}

/* Cells of one cube to reports; who reports anything at all is asked of all of
 * them, whatever the question takes. */
static void add_reports(struct build *build, const struct cube *cube,
                        enum side side)
{
    struct mirror *mirror = build->mirror;
    struct reporters *reporters = &build->reporters[side];
    for (size_t i = 0; i < cube->len; i++) {
        const struct cube_cell *cell = &cube->cells[i];
        struct cube_key key = cell->key;
        bool asked = takes(mirror->question->takes, &key);
        if (key.supplier == build->undivided ||
            key.recipient == build->undivided) {
            mirror->undivided += asked;
            continue;
        }
        key.supplier = build->shown[key.supplier];
        key.recipient = build->shown[key.recipient];
        if (!mirror->by_category)
            key.category = NAME_NONE;
        reporters->items[reporters->count++] = (struct reporter){
            side == SIDE_EXPORTER ? key.supplier : key.recipient, key.year};
        if (!asked)
            continue;
        if (key.supplier == key.recipient)
            mirror->own++;
        else
            build->reports[build->report_count++] =
                (struct report){key, side, cell->rows > 0, cell->sum};
    }
}

static int by_number(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static int reporter_order(const void *left, const void *right)
{
    const struct reporter *a = left, *b = right;
    int order = by_number(a->place, b->place);
    return order ? order : (a->year > b->year) - (a->year < b->year);
}

static int report_order(const void *left, const void *right)
{
    const struct cube_key *a = &((const struct report *)left)->key;
    const struct cube_key *b = &((const struct report *)right)->key;
    int order = by_number(a->supplier, b->supplier);
    order = order ? order : by_number(a->recipient, b->recipient);
    order = order ? order : by_number(a->category, b->category);
    return order ? order : (a->year > b->year) - (a->year < b->year);
}

static void sort_reporters(struct reporters *reporters)
{
    size_t kept = 0;
    if (reporters->count)
        qsort(reporters->items, reporters->count, sizeof *reporters->items,
              reporter_order);
    for (size_t i = 0; i < reporters->count; i++) {
        if (kept == 0 || reporter_order(&reporters->items[kept - 1],
                                        &reporters->items[i]) != 0)
            reporters->items[kept++] = reporters->items[i];
    }
    reporters->count = kept;
}

/* A report to the Register of Conventional Arms is one for both directions. */
static void join_reporters(struct build *build)
{
    struct reporters *own = build->reporters;
    size_t count = own[SIDE_EXPORTER].count + own[SIDE_IMPORTER].count;
    struct reporter *items = mem_alloc(count + 1, sizeof *items);
    struct reporter *next = items;
    for (size_t i = 0; i < SIDES; i++) {
        memcpy(next, own[i].items, own[i].count * sizeof *items);
        next += own[i].count;
    }
    for (size_t i = 0; i < SIDES; i++) {
        own[i].items = mem_resize(own[i].items, count + 1, sizeof *items);
        memcpy(own[i].items, items, count * sizeof *items);
        own[i].count = count;
    }
    mem_free(items);
}

static bool has_reported(const struct build *build, enum side side,
                         uint32_t place, int year)
{
    const struct reporters *reporters = &build->reporters[side];
    struct reporter wanted = {place, year};
    return reporters->count &&
           bsearch(&wanted, reporters->items, reporters->count,
                   sizeof *reporters->items, reporter_order) != NULL;
}

static void add_to_side(struct mirror_side *side, const struct report *report)
{
    side->recorded = true;
    side->told |= report->told;
    side->value += report->value;
}

static void merge_reports(struct build *build)
{
    struct mirror *mirror = build->mirror;
    if (build->report_count)
        qsort(build->reports, build->report_count, sizeof *build->reports,
              report_order);
    mirror->flows = arena_alloc(mirror->study->arena, build->report_count + 1,
                                sizeof *mirror->flows);
    for (size_t i = 0; i < build->report_count; i++) {
        const struct report *report = &build->reports[i];
        const struct cube_key *key = &report->key;
        if (i == 0 || report_order(&build->reports[i - 1], report) != 0)
            mirror->flows[mirror->count++] = (struct mirror_flow){
                .supplier = key->supplier,
                .recipient = key->recipient,
                .category = key->category,
                .year = key->year,
                .exporter.reports = has_reported(build, SIDE_EXPORTER,
                                                 key->supplier, key->year),
                .importer.reports = has_reported(build, SIDE_IMPORTER,
                                                 key->recipient, key->year),
            };
        struct mirror_flow *flow = &mirror->flows[mirror->count - 1];
        add_to_side(report->side == SIDE_EXPORTER ? &flow->exporter
                                                  : &flow->importer,
                    report);
    }
}

/* Pairs and years with a flow of which both sides could have reported. */
static size_t count_seen(const struct mirror *mirror)
{
    struct report *seen = mem_alloc(mirror->count + 1, sizeof *seen);
    size_t count = 0, pairs = 0;
    for (size_t i = 0; i < mirror->count; i++) {
        const struct mirror_flow *flow = &mirror->flows[i];
        if (mirror_lists(mirror, flow) && flow->exporter.reports &&
            flow->importer.reports)
            seen[count++].key =
                (struct cube_key){flow->supplier, flow->recipient, NAME_NONE,
                                  NAME_NONE, flow->year};
    }
    if (count)
        qsort(seen, count, sizeof *seen, report_order);
    for (size_t i = 0; i < count; i++)
        pairs += i == 0 || report_order(&seen[i - 1], &seen[i]) != 0;
    mem_free(seen);
    return pairs;
}

/* Whether the question takes the reporter, whoever its partners are. */
static bool asks_about(const struct build *build, enum side side,
                       const struct reporter *reporter)
{
    const struct mirror_question *question = build->mirror->question;
    struct cube_key key = {reporter->place, reporter->place, NAME_NONE,
                           NAME_NONE, reporter->year};
    return takes(side == SIDE_EXPORTER ? question->takes_supplier
                                       : question->takes_recipient,
                 &key);
}

/* Exporters times importers of each year, less those that are both, less the
 * pairs that trade. */
static size_t count_none(const struct build *build)
{
    const struct mirror *mirror = build->mirror;
    struct period now = mirror->periods.now;
    size_t years = (size_t)period_length(now);
    size_t *importers = mem_alloc(years + 1, sizeof *importers);
    memset(importers, 0, (years + 1) * sizeof *importers);
    size_t pairs = 0;
    for (size_t i = 0; i < build->reporters[SIDE_IMPORTER].count; i++) {
        const struct reporter *reporter =
            &build->reporters[SIDE_IMPORTER].items[i];
        if (period_has(now, reporter->year))
            importers[reporter->year - now.from] +=
                asks_about(build, SIDE_IMPORTER, reporter);
    }
    for (size_t i = 0; i < build->reporters[SIDE_EXPORTER].count; i++) {
        const struct reporter *reporter =
            &build->reporters[SIDE_EXPORTER].items[i];
        if (!period_has(now, reporter->year) ||
            !asks_about(build, SIDE_EXPORTER, reporter))
            continue;
        bool imports = has_reported(build, SIDE_IMPORTER, reporter->place,
                                    reporter->year) &&
                       asks_about(build, SIDE_IMPORTER, reporter);
        pairs += importers[reporter->year - now.from] - imports;
    }
    mem_free(importers);
    size_t seen = count_seen(mirror);
    assert(seen <= pairs);
    return pairs - seen;
}

void mirror_collect(struct mirror *mirror)
{
    const struct mirror_reports *reports = mirror->question->reports;
    struct build build = {
        .mirror = mirror,
        .undivided =
            map_find(&mirror->study->names->places, STR(SCOPE_NOT_DIVIDED)),
    };
    const struct cube *const cubes[SIDES] = {&reports->exports,
                                             &reports->imports};
    build.reports =
        mem_alloc(cubes[0]->len + cubes[1]->len + 1, sizeof *build.reports);
    for (size_t i = 0; i < SIDES; i++)
        build.reporters[i].items =
            mem_alloc(cubes[i]->len + 1, sizeof *build.reporters[i].items);
    choose_spellings(&build);
    for (size_t i = 0; i < SIDES; i++)
        add_reports(&build, cubes[i], (enum side)i);
    if (cubes[SIDE_EXPORTER]->measure == MEASURE_REPORT_EXPORT)
        join_reporters(&build);
    for (size_t i = 0; i < SIDES; i++)
        sort_reporters(&build.reporters[i]);
    merge_reports(&build);
    mirror->none = count_none(&build);
    mem_free(build.reports);
    for (size_t i = 0; i < SIDES; i++)
        mem_free(build.reporters[i].items);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/unroca.h"

#include "base/mem.h"
#include "source/layouts.h"
#include "trade/filter.h"

static const struct source_column columns[] = {
    {ROLE_KIND, false, {"table"}},
    {ROLE_YEAR, true, {"year"}},
    {ROLE_SUPPLIER, true, {"exporter"}},
    {ROLE_RECIPIENT, true, {"importer"}},
    {ROLE_CATEGORY, true, {"category"}},
    {ROLE_AMOUNT, true, {"num_items"}},
    {ROLE_DESCRIPTION, false, {"description"}},
};

static bool open_unroca(struct reading *reading, struct err *err)
{
    const struct head_record *header = &reading->head.records[reading->header];
    reading->unit = UNIT_ITEMS;
    reading->measure = MEASURE_REPORT_EXPORT;
    reading->scope.by_category = true;
    return reading->roles[ROLE_KIND] != SIZE_MAX ||
           err_set(err, ERR_DATA,
                   "%s:%llu: nothing says whether a row is the exporter's "
                   "report or the importer's; add a column 'table' with "
                   "exports or imports",
                   reading->name, (unsigned long long)header->line);
}

static bool is_taken(const struct flow *flow, const bool *takes)
{
    return takes[flow->measure == MEASURE_REPORT_IMPORT];
}

/* All rows that are not taken are the other side's. */
static void set_others_aside(struct reading *reading,
                             const struct unroca_rows *kept, const bool *takes)
{
    for (size_t i = 0; i < kept->count; i++) {
        if (is_taken(&kept->flows[i], takes))
            reading->tally.rows_used++;
        else
            reading->tally.asides[takes[UNROCA_EXPORTS] ? ASIDE_IMPORTS
                                                        : ASIDE_EXPORTS]++;
    }
}

/* One reporter, or several: never taken for the world. Whom they name is as
 * they please. */
static void set_scope(struct reading *reading, const struct unroca_rows *kept,
                      const struct names *names, const bool *takes)
{
    uint32_t reporter = NAME_NONE;
    bool several = false;
    bool exports = takes[UNROCA_EXPORTS];
    for (size_t i = 0; i < kept->count; i++) {
        const struct flow *flow = &kept->flows[i];
        if (!is_taken(flow, takes))
            continue;
        uint32_t here = flow->measure == MEASURE_REPORT_EXPORT
                            ? flow->supplier
                            : flow->recipient;
        several |= reporter != NAME_NONE && reporter != here;
        reporter = here;
    }
    struct scope *scope = &reading->scope;
    struct scope_side own = {.extent = SCOPE_SOME, .divided = true};
    struct scope_side other = {.extent = SCOPE_UNKNOWN, .divided = true};
    if (reporter != NAME_NONE && !several) {
        own.extent = SCOPE_ONE;
        own.name =
            arena_str(&reading->arena, names_text(&names->places, reporter));
    }
    if (takes[UNROCA_EXPORTS] && takes[UNROCA_IMPORTS]) {
        own.extent = SCOPE_SOME;
        other = own;
    }
    scope->supplier = exports ? own : other;
    scope->recipient = exports ? other : own;
}

/* Categories of what is asked for, 2 for more than one. */
static size_t count_categories(const struct reading *reading,
                               const struct unroca_rows *kept,
                               const struct names *names, const bool *takes)
{
    const struct filter *asked = reading->options.asked;
    uint32_t last = NAME_NONE;
    size_t count = 0;
    for (size_t i = 0; i < kept->count && count < 2; i++) {
        uint32_t category = kept->flows[i].category;
        if (!is_taken(&kept->flows[i], takes) || (count && category == last) ||
            (asked && !filter_takes_category(
                          asked, names_text(&names->categories, category))))
            continue;
        last = category;
        count++;
    }
    return count;
}

/* Whether the question keeps categories apart by itself. */
static bool keeps_categories(const struct read_options *options)
{
    return options->categories &&
           (!options->asked || (!options->asked->category.count &&
                                !options->asked->not_category.count));
}

static bool push(struct reading *reading, const struct unroca_rows *kept,
                 const bool *takes, struct flow_sink sink, struct err *err)
{
    for (size_t i = 0; i < kept->count; i++) {
        const struct flow *flow = &kept->flows[i];
        if (!is_taken(flow, takes))
            continue;
        source_see_year(reading, flow->year);
        if (!sink.take(sink.context, flow, err))
            return false;
    }
    return true;
}

static bool read_unroca(struct reading *reading, struct names *names,
                        struct flow_sink sink, struct err *err)
{
    struct unroca_rows kept = {0};
    bool apart = keeps_categories(&reading->options) ||
                 reading->options.reports == REPORTS_BOTH;
    reading->options.categories = true;
    bool done = unroca_read_rows(&kept, reading, names, err);
    bool takes[UNROCA_REPORTS] = {kept.reports[0], kept.reports[1]};
    done = done && source_choose_reports(reading, &takes[UNROCA_EXPORTS],
                                         &takes[UNROCA_IMPORTS], err);
    if (done) {
        if (!takes[UNROCA_EXPORTS])
            reading->measure = MEASURE_REPORT_IMPORT;
        set_others_aside(reading, &kept, takes);
        set_scope(reading, &kept, names, takes);
        if (!apart && count_categories(reading, &kept, names, takes) > 1)
            reading->note = "Items of several categories are counted "
                            "together, a tank as one missile; --category "
                            "chooses one.";
        done = push(reading, &kept, takes, sink, err);
    }
    mem_free(kept.flows);
    return done;
}

const struct source source_unroca = {
    .id = "unroca",
    .title = "UNROCA reports",
    .database = "UN Register of Conventional Arms",
    .columns = columns,
    .column_count = sizeof columns / sizeof columns[0],
    .two_reports = true,
    .open = open_unroca,
    .read = read_unroca,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "cmd/load_file.h"

#include "cmd/funnel.h"
#include "cmd/join.h"
#include "source/source.h"

/* Whether the file is one supplier's, or may turn out to list suppliers only,
 * or recipients only: then the other dimensions are needed to answer from what
 * it has. Of rows the first ones tell, unless further files may say
 * otherwise. */
static unsigned dims_of_either_side(const struct reading *reading, size_t files)
{
    const struct source *source = reading->source;
    const struct scope *scope = &reading->scope;
    unsigned sides = DIM_SUPPLIER | DIM_RECIPIENT;
    if (source->two_reports) /* all may be of one reporter */
        return sides;
    bool may =
        scope->supplier.extent == SCOPE_ONE ||
        (source->one_sided &&
         (source->read || files > 1 || !scope->supplier.divided ||
          !scope->recipient.divided || scope->recipient.extent == SCOPE_ONE));
    return may ? sides | DIM_CATEGORY : 0;
}

/* --unit is for files that do not say it. */
static bool check_unit(const struct reading *reading, struct err *err)
{
    int asked = reading->options.unit;
    if (reading->unit == UNIT_TIV_MILLION && asked > UNIT_TIV_MILLION &&
        asked <= UNIT_EUR)
        return err_set(err, ERR_REQUEST,
                       "--unit %s: %s counts TIV, an index of military "
                       "capability, not money: it is never converted; leave "
                       "--unit out",
                       unit_word((enum unit)asked), reading->name);
    return asked < 0 || reading->unit == (enum unit)asked ||
           err_set(err, ERR_REQUEST,
                   "--unit %s: %s counts %s and says so; leave --unit out",
                   unit_word((enum unit)asked), reading->name,
                   unit_title(reading->unit));
}

/* Whether the question is about one side only. */
static bool wants_one_side(const struct need *need, unsigned dims,
                           bool *recipients)
{
    const struct filter *filter = &need->applied;
    bool suppliers = dims & DIM_SUPPLIER || filter->supplier.count ||
                     filter->not_supplier.count;
    *recipients = dims & DIM_RECIPIENT || filter->recipient.count ||
                  filter->not_recipient.count;
    return suppliers != *recipients && !need->rows && !need->separate &&
           !need->sink.take;
}

static bool wants_categories(const struct need *need, unsigned dims)
{
    return need->rows || need->separate || need->sink.take ||
           dims & DIM_CATEGORY || need->applied.category.count ||
           need->applied.not_category.count;
}

/* --codes is for files that write their places as numbers. */
static bool check_codes(const struct reading *reading, struct err *err)
{
    return !reading->options.code_count || reading->codes ||
           err_set(err, ERR_REQUEST,
                   "--codes %s: %s names its places itself; leave --codes out",
                   reading->options.codes[0], reading->name);
}

/* --reports is for files in which the same trade stands twice. */
static bool check_reports(const struct reading *reading, struct err *err)
{
    enum reports asked = reading->options.reports;
    return asked == REPORTS_FOUND || asked == REPORTS_BOTH ||
           reading->source->two_reports ||
           err_set(err, ERR_REQUEST,
                   "--reports %s: %s holds no two reports of the same trade "
                   "to choose from; leave --reports out",
                   asked == REPORTS_EXPORTERS ? "exporters" : "importers",
                   reading->name);
}

/* Titles, ranks and shares speak of trade. */
static bool check_spending(const struct reading *reading,
                           const struct need *need, struct err *err)
{
    return reading->measure != MEASURE_SPENDING || need->separate ||
           need->sink.take ||
           err_set(err, ERR_REQUEST,
                   "%s holds military expenditure, which is no arms trade: it "
                   "is neither ranked nor added up; armstats convert %s writes "
                   "it as a table",
                   reading->name, reading->name);
}

/* What a year's value is of, nobody knows. */
static bool check_series(const struct release *release, const struct need *need,
                         struct err *err)
{
    const struct reading *reading = &release->readings[release->count - 1];
    if (!reading->source->series || need->separate)
        return true;
    if (!need->series)
        return err_set(err, ERR_REQUEST,
                       "%s is a series of years and values: it names no "
                       "supplier and no recipient; armstats trend %s has its "
                       "slope, growth and tests",
                       reading->name, reading->name);
    return release->count == 1 ||
           err_set(err, ERR_REQUEST,
                   "%s and %s are series of years and values, which are not "
                   "added up; give one of them",
                   release->readings[0].name, reading->name);
}

static bool wants_weapons(const struct need *need)
{
    return need->rows || need->separate || need->sink.take ||
           need->dims & DIM_DESCRIPTION || need->applied.weapon.count;
}

static bool is_below(const struct reading *reading, uint64_t bytes)
{
    uint64_t total = input_total(reading->input);
    return total > 0 && total < bytes;
}

bool load_file(struct release *release, const struct data_word *data,
               const struct request *request, const struct need *need,
               struct outputs *outputs, struct err *err)
{
    struct reading *reading = &release->readings[release->count++];
    struct read_options options = request->read;
    options.weapons = wants_weapons(need);
    options.asked = need->asked ? need->asked : &need->applied;
    options.named = &request->filter;
    options.orders = need->rows && !need->summed;
    options.every_quantity = options.orders || need->separate;
    if (!reading_open(reading, data->path, data->release, &options, err))
        return false;
    if (outputs)
        outputs_protect(outputs, reading->input);
    if (!check_codes(reading, err) || !check_reports(reading, err) ||
        !check_series(release, need, err))
        return false;
    reading->seen_deals = &release->seen;
    reading->file_number = (unsigned)release->count - 1;
    if (!join_may_read(release, err))
        return false;
    /* Cells of constant prices are rounded: margins would be so apart. */
    bool margins = need->margins && !request->statistics.deflator;
    struct funnel funnel;
    funnel_init(&funnel, &need->applied, margins ? &need->chosen : NULL,
                &release->names);
    funnel.more = need->sink;
    for (size_t i = 0; margins && i < 2; i++)
        funnel.cubes[1 + i] = &release->margins[i];
    if (need->dims) {
        release->cube.dims = need->dims;
        if (need->either_side)
            release->cube.dims |=
                dims_of_either_side(reading, request->data_count);
        funnel.cubes[0] = &release->cube;
    }
    release->has_rows = need->rows || is_below(reading, need->rows_below);
    if (release->has_rows)
        funnel.deals = &release->deals;
    struct read_options *wanted = &reading->options;
    wanted->categories = wants_categories(need, release->cube.dims);
    wanted->one_side =
        wants_one_side(need, release->cube.dims, &wanted->recipients);
    bool done =
        reading_run(reading, &release->names, funnel_sink(&funnel), err) &&
        check_unit(reading, err) && check_spending(reading, need, err);
    reading_close(reading);
    funnel_done(&funnel);
    if (done && margins)
        cube_count_like(&release->cube, &release->margins[0]);
    return done;
}

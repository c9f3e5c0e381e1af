/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "cmd/deflation.h"

#include "base/buf.h"
#include "base/diag.h"
#include "base/mem.h"
#include "cmd/join.h"

#define LONGEST_TABLE ((size_t)1 << 20)
#define YEARS_BYTES ((size_t)400)

static bool refuse_unit(enum unit unit, struct err *err)
{
    switch (unit) {
    case UNIT_TIV_MILLION:
        return err_set(err, ERR_REQUEST,
                       "--deflator: TIV is an index of military capability, "
                       "not money, and has no prices: compare volumes as they "
                       "are; for money take customs values (Comtrade, BACI)");
    case UNIT_USD:
    case UNIT_EUR:
    case UNIT_GBP:
        return true;
    default:
        return err_set(err, ERR_REQUEST,
                       "--deflator: the data count %s, which have no prices; "
                       "leave it out, or take money with --measure value",
                       unit_title(unit));
    }
}

/* A series of years and values is no cube that could be deflated. */
static bool refuse_series(const struct reading *reading, struct err *err)
{
    return !reading->series ||
           err_set(err, ERR_REQUEST,
                   "--deflator: %s is a series of years and values, which is "
                   "taken as it is; leave the option out, and give a series "
                   "that is at constant prices",
                   reading->name);
}

static bool read_all(struct input *input, struct buf *text, struct err *err)
{
    char bytes[4096];
    size_t len = 1;
    while (len > 0) {
        if (!input_read(input, bytes, sizeof bytes, &len, err))
            return false;
        if (!buf_add(text, (struct str){bytes, len}))
            return err_set(err, ERR_REQUEST,
                           "%s: longer than a table of years can be",
                           input_name(input));
    }
    return true;
}

static const char *without_folder(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash && slash[1] ? slash + 1 : path;
}

static void describe_file(struct deflator *deflator, struct input *input,
                          struct arena *arena)
{
    char sha256[DIGEST_TEXT];
    enum hashed hashed = input_sha256(input, sha256);
    deflator->file = (struct provenance_file){
        .name =
            arena_str(arena, str_from(without_folder(input_name(input)))).ptr,
        .size = input_stored_size(input),
        .sha256 = arena_str(arena, str_from(sha256)).ptr,
        .hashed = hashed,
        .layout = "price index by year",
        .database = "",
        .generated = "",
        .rows_read = deflator->index.count,
        .rows_used = deflator->index.count,
    };
}

static bool read_table(struct deflator *deflator, const char *path,
                       struct outputs *outputs, struct arena *arena,
                       struct err *err)
{
    struct input *input = input_open(path, (struct input_limits){0}, err);
    if (!input)
        return false;
    struct buf text;
    buf_init(&text, LONGEST_TABLE);
    if (outputs)
        outputs_protect(outputs, input);
    bool done =
        read_all(input, &text, err) &&
        price_index_parse(&deflator->index, without_folder(input_name(input)),
                          buf_str(&text), err);
    if (done)
        describe_file(deflator, input, arena);
    buf_done(&text);
    input_close(input);
    return done;
}

/* Years of the data with amounts and without an index. */
struct missing {
    bool has[INDEX_YEARS]; /* amounts */
    const struct price_index *index;
};

static void see_cube(struct missing *missing, const struct cube *cube)
{
    for (size_t i = 0; i < cube->len; i++) {
        const struct cube_cell *cell = &cube->cells[i];
        int at = cell->key.year - INDEX_FROM;
        if (cell->rows > 0 && at >= 0 && at < INDEX_YEARS)
            missing->has[at] = true;
    }
}

static bool is_missing(const struct missing *missing, int year)
{
    int at = year - INDEX_FROM;
    return at >= 0 && at < INDEX_YEARS && missing->has[at] &&
           !price_index_has(missing->index, year);
}

/* "2001–04, 2009" */
static size_t list_missing(const struct missing *missing, struct period within,
                           struct buf *buf)
{
    size_t count = 0;
    for (int year = within.from; year <= within.to; year++) {
        struct period run = {year, year};
        char text[PERIOD_TEXT];
        if (!is_missing(missing, year))
            continue;
        while (run.to < within.to && is_missing(missing, run.to + 1))
            run.to++;
        count += (size_t)period_length(run);
        period_print(text, run);
        buf_printf(buf, "%s%s", buf->len > 0 ? ", " : "", text);
        year = run.to;
    }
    return count;
}

/* The years that must have an index: those asked for, else all. */
static struct period asked_years(const struct request *request,
                                 struct period covered)
{
    enum period_form form = request->years.form;
    bool some = form != PERIOD_DEFAULT && form != PERIOD_ALL;
    struct period asked = period_resolve(request->years, covered, 0);
    if (some && request->previous.form != PERIOD_DEFAULT) {
        struct period before = period_resolve(request->previous, covered, 0);
        period_see(&asked, before.from);
        period_see(&asked, before.to);
    }
    return some ? asked : covered;
}

static bool check_years(const struct missing *missing, struct period asked,
                        const char *path, struct err *err)
{
    struct buf years;
    char has[PERIOD_TEXT];
    buf_init(&years, YEARS_BYTES);
    size_t count = list_missing(missing, asked, &years);
    period_print(has, missing->index->years);
    if (count > 0)
        err_set(err, ERR_REQUEST,
                "--deflator %s: no index of %.*s, where the data have "
                "amounts; it has %s: add %s, or ask for --years that have one",
                without_folder(path), STR_ARG(buf_str(&years)), has,
                count == 1 ? "it" : "them");
    buf_done(&years);
    return count == 0;
}

/* The years around those asked for in which nothing lacks an index. */
static void cut_covered(struct period *covered, const struct missing *missing,
                        struct period asked)
{
    struct period all = *covered, kept = asked;
    struct buf years;
    if (!period_within(asked, all))
        return;
    while (kept.from > all.from && !is_missing(missing, kept.from - 1))
        kept.from--;
    while (kept.to < all.to && !is_missing(missing, kept.to + 1))
        kept.to++;
    *covered = kept;
    buf_init(&years, YEARS_BYTES);
    if (list_missing(missing, all, &years) > 0)
        diag_note("no price index of %.*s: left out", STR_ARG(buf_str(&years)));
    buf_done(&years);
}

static bool find_base(const struct request *request,
                      const struct price_index *index, int *base,
                      struct err *err)
{
    char has[PERIOD_TEXT];
    *base = request->statistics.prices ? request->statistics.prices
                                       : index->years.to;
    period_print(has, index->years);
    return price_index_has(index, *base) ||
           err_set(err, ERR_REQUEST,
                   "--prices %d: %s has no index of that year; it has %s",
                   *base, without_folder(request->statistics.deflator), has);
}

static bool deflate(struct release *release, const struct request *request,
                    const struct price_index *index, struct err *err)
{
    struct cube *cubes[] = {&release->cube, &release->margins[0],
                            &release->margins[1]};
    struct period *covered = &release->study.scope.covered;
    struct missing missing = {.index = index};
    int base;
    for (size_t i = 0; i < sizeof cubes / sizeof cubes[0]; i++)
        see_cube(&missing, cubes[i]);
    struct period asked = asked_years(request, *covered);
    if (!find_base(request, index, &base, err) ||
        !check_years(&missing, asked, request->statistics.deflator, err))
        return false;
    cut_covered(covered, &missing, asked);
    for (size_t i = 0; i < sizeof cubes / sizeof cubes[0]; i++) {
        if (!price_index_deflate(index, base, cubes[i], err))
            return false;
    }
    release->study.prices = base;
    release->study.magnitude = join_magnitude(release);
    return true;
}

bool deflation_release(struct release *release, const struct request *request,
                       struct outputs *outputs, struct arena *arena,
                       struct err *err)
{
    const char *path = request->statistics.deflator;
    if (!path)
        return true;
    struct deflator *deflator = arena_alloc(arena, 1, sizeof *deflator);
    if (!refuse_series(&release->readings[0], err) ||
        !refuse_unit(release->readings[0].unit, err) ||
        !read_table(deflator, path, outputs, arena, err) ||
        !deflate(release, request, &deflator->index, err))
        return false;
    release->deflator = deflator;
    return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "cmd/join.h"

#include <sys/stat.h>

#include "analysis/magnitude.h"
#include "base/buf.h"
#include "source/source.h"

#define LINE_BYTES ((size_t)2000)
#define NAMED_FILES ((size_t)3)

static bool same_side(const struct scope_side *a, const struct scope_side *b)
{
    return a->extent == b->extent && a->divided == b->divided &&
           (a->extent != SCOPE_ONE || str_eq(a->name, b->name));
}

static bool same_scope(const struct scope *a, const struct scope *b)
{
    return same_side(&a->supplier, &b->supplier) &&
           same_side(&a->recipient, &b->recipient);
}

static bool refuse(const struct reading *a, const struct reading *b,
                   const char *why, struct err *err)
{
    return err_set(err, ERR_REQUEST,
                   "%s and %s cannot be joined: %s; label files of different "
                   "releases (2023=%s), or give one of them",
                   a->name, b->name, why, a->name);
}

static bool refuse_same(const struct reading *a, const struct reading *b,
                        struct err *err)
{
    return a->hashed == HASHED_WHOLE
               ? err_set(err, ERR_REQUEST,
                         "%s and %s are the same file; name it once", a->name,
                         b->name)
               : err_set(err, ERR_REQUEST,
                         "%s and %s are of one size and begin and end alike; "
                         "name the file once, or see with --provenance full "
                         "whether they are one",
                         a->name, b->name);
}

/* Whether an order stands in each file that has deliveries of it. */
static bool lists_orders(const struct reading *reading)
{
    return reading->roles[ROLE_ORDERED] != SIZE_MAX &&
           (reading->options.orders || reading->measure == MEASURE_ORDER ||
            reading->measure == MEASURE_PENDING);
}

/* Where what exporters and what importers report is asked for, one file may
 * hold the one and another file the other: they stay apart. So may files of
 * one reporter each. */
static bool are_other_reports(const struct reading *a, const struct reading *b)
{
    struct str left = a->scope.supplier.name, right = b->scope.supplier.name;
    return a->options.reports == REPORTS_BOTH &&
           (measure_mirrors(a->measure, b->measure) ||
            (left.len && right.len && !str_eq(left, right)));
}

static bool check_pair(const struct reading *a, const struct reading *b,
                       struct err *err)
{
    if (a->size == b->size && strcmp(a->sha256, b->sha256) == 0)
        return refuse_same(a, b, err);
    if (a->source != b->source)
        return refuse(a, b, "their layouts differ", err);
    bool other = are_other_reports(a, b);
    if (a->unit != b->unit || (a->measure != b->measure && !other))
        return refuse(a, b, "they count different things", err);
    if (a->scope.by_category != b->scope.by_category ||
        a->scope.supplier.divided != b->scope.supplier.divided ||
        a->scope.recipient.divided != b->scope.recipient.divided)
        return refuse(a, b, "their rows name different sides", err);
    if (a->release_year && b->release_year &&
        a->release_year != b->release_year)
        return refuse(a, b, "they are of different releases", err);
    /* Without deal ids only years or sides tell the rows apart. */
    struct period x = a->scope.covered;
    struct period y = b->scope.covered;
    bool overlap = x.from <= y.to && y.from <= x.to;
    if (overlap && !other && a->roles[ROLE_DEAL] == SIZE_MAX &&
        same_scope(&a->scope, &b->scope))
        return refuse(a, b, "they hold the same selection of the same years",
                      err);
    if (lists_orders(a) && same_scope(&a->scope, &b->scope))
        return refuse(a, b,
                      "an order with deliveries in the years of both "
                      "would stand twice",
                      err);
    return true;
}

static bool same_file(const char *a, const char *b)
{
    struct stat left;
    struct stat right;
    return stat(a, &left) == 0 && stat(b, &right) == 0 &&
           left.st_dev == right.st_dev && left.st_ino == right.st_ino &&
           S_ISREG(left.st_mode);
}

bool join_may_read(const struct release *release, struct err *err)
{
    const struct reading *next = &release->readings[release->count - 1];
    for (size_t i = 0; i + 1 < release->count; i++) {
        const struct reading *before = &release->readings[i];
        if (same_file(before->file, next->file))
            return err_set(err, ERR_REQUEST,
                           "%s and %s are the same file; name it once",
                           before->name, next->name);
        if (before->source != next->source)
            return refuse(before, next, "their layouts differ", err);
        if (before->release_year && !next->release_given &&
            !release_allowed(before->release_year, next->generated))
            return refuse(before, next, "they are of different releases", err);
    }
    return true;
}

static void join_side(struct scope_side *side, const struct scope_side *next)
{
    if (!same_side(side, next)) {
        side->extent = SCOPE_SOME;
        side->name = (struct str){0};
    }
}

/* The same selection adds years; different selections share years. Where both
 * sides' reports are held against each other, who reported in which year is
 * asked of each flow. */
static bool join_years(struct scope *scope, const struct scope *next,
                       const struct reading *reading, struct err *err)
{
    struct period *covered = &scope->covered;
    struct period other = next->covered;
    bool same = same_scope(scope, next);
    bool both = reading->options.reports == REPORTS_BOTH;
    if (!period_length(other))
        return true;
    if (!period_length(*covered)) {
        *covered = other;
        return true;
    }
    if (!both && !same &&
        (other.from > covered->to || covered->from > other.to))
        return err_set(err, ERR_REQUEST,
                       "%s shares no year with the other files; files of "
                       "different places are joined over their common years",
                       reading->name);
    if (!both && same &&
        (other.from > covered->to + 1 || covered->from > other.to + 1))
        return err_set(err, ERR_REQUEST,
                       "%s leaves a gap: years between it and the other files "
                       "are in none of them; give the missing file",
                       reading->name);
    if ((other.from < covered->from) == (same || both))
        covered->from = other.from;
    if ((other.to > covered->to) == (same || both))
        covered->to = other.to;
    return true;
}

/* The readings in order of their first covered year, so that gaps show
 * however the files were named. */
static void order_by_years(struct release *release)
{
    for (size_t i = 1; i < release->count; i++) {
        struct reading reading = release->readings[i];
        size_t j = i;
        while (j > 0 && release->readings[j - 1].scope.covered.from >
                            reading.scope.covered.from) {
            release->readings[j] = release->readings[j - 1];
            j--;
        }
        release->readings[j] = reading;
    }
    for (size_t i = 0; i < release->count; i++)
        release->readings[i].tally.arena = &release->readings[i].arena;
}

/* Years that the files do not share cannot be taken from what is not divided
 * by year. */
static bool check_undivided(const struct release *release,
                            const struct scope *scope, struct err *err)
{
    for (size_t i = 0; i < release->count; i++) {
        const struct reading *reading = &release->readings[i];
        if (reading->scope.undivided_years &&
            !period_within(reading->scope.covered, scope->covered))
            return err_set(err, ERR_REQUEST,
                           "%s has years that the other files do not have, and "
                           "its deliveries are not divided by year; give files "
                           "of the same years, or --assume even-split",
                           reading->name);
    }
    return true;
}

static bool join_scope(struct release *release, struct scope *scope,
                       struct err *err)
{
    *scope = release->readings[0].scope;
    for (size_t i = 1; i < release->count; i++) {
        const struct reading *next = &release->readings[i];
        for (size_t j = 0; j < i; j++) {
            if (!check_pair(&release->readings[j], next, err))
                return false;
        }
        if (!join_years(scope, &next->scope, next, err))
            return false;
        join_side(&scope->supplier, &next->scope.supplier);
        join_side(&scope->recipient, &next->scope.recipient);
        scope->undivided_years |= next->scope.undivided_years;
        scope->split_evenly |= next->scope.split_evenly;
    }
    return check_undivided(release, scope, err);
}

static bool refuse_label(int label, const struct reading *reading, int to,
                         struct err *err)
{
    char generated[32] = "";
    if (reading->generated.year)
        snprintf(generated, sizeof generated, ", generated in %d",
                 reading->generated.year);
    return err_set(err, ERR_REQUEST,
                   "%d=%s: the file contradicts this label (data to %d%s); "
                   "correct the label or leave it out",
                   label, reading->name, to, generated);
}

/* The release of the whole: what any part knows, or what the joined years say
 * where every date of generation allows it. */
static bool join_year(const struct release *release, const struct scope *scope,
                      int *year, struct err *err)
{
    *year = release->label;
    bool wide = scope->supplier.extent != SCOPE_ONE &&
                scope->recipient.extent != SCOPE_ONE;
    for (size_t i = 0; i < release->count; i++) {
        const struct reading *reading = &release->readings[i];
        if (!*year)
            *year = reading->release_year;
        int inferred = wide ? scope->covered.to + 1 : 0;
        bool told = reading->database && reading->generated.year && inferred &&
                    release_allowed(inferred, reading->generated);
        bool wrong =
            !release_allowed(release->label, reading->generated) ||
            (told && inferred != release->label) ||
            (source_is_sipri(reading) && reading->seen.to >= release->label);
        if (release->label && wrong)
            return refuse_label(release->label, reading, scope->covered.to,
                                err);
    }
    return true;
}

static void add_file(struct buf *buf, const struct reading *reading)
{
    char day[DATE_TEXT];
    date_print(day, reading->generated);
    buf_add_text(buf, reading->name);
    if (*day)
        buf_printf(buf, ", generated %s", day);
}

/* "Source: SIPRI Arms Transfers Database, release of March 2024 (...)." */
static const char *source_line(const struct release *release,
                               struct arena *arena)
{
    const struct reading *first = &release->readings[0];
    bool named = first->database && *first->database;
    struct buf buf;
    buf_init(&buf, LINE_BYTES);
    buf_printf(&buf, "Source: %s", named ? first->database : "");
    if (named && release->study.release_year)
        buf_printf(&buf, ", release of %s (", release->study.release_name);
    else if (named)
        buf_add_text(&buf,
                     source_is_sipri(first) ? ", release not known (" : " (");
    if (first->bundled) {
        buf_add_text(&buf, "bundled extract");
    } else {
        size_t shown =
            release->count < NAMED_FILES ? release->count : NAMED_FILES;
        for (size_t i = 0; i < shown; i++) {
            buf_add_text(&buf, i ? "; " : "");
            add_file(&buf, &release->readings[i]);
        }
        if (shown < release->count)
            buf_printf(&buf, "; and %zu more files", release->count - shown);
    }
    buf_add_text(&buf, named ? ")." : ".");
    const char *line = arena_str(arena, buf_str(&buf)).ptr;
    buf_done(&buf);
    return line;
}

/* All that was read, whatever the question takes of it. */
static const struct cube *all_of(const struct release *release)
{
    const struct cube *margin = &release->margins[0];
    return margin->begun ? margin : &release->cube;
}

/* Whether amounts are printed to whole units. */
static bool has_integers(const struct release *release)
{
    const struct cube *cube = all_of(release);
    for (size_t i = 0; i < cube->len; i++) {
        amount half = cube->cells[i].half_width;
        if (half > 0 && half * 2 >= (amount)cube->cells[i].rows * AMOUNT_ONE)
            return true;
    }
    return release->readings[0].half_width * 2 >= AMOUNT_ONE;
}

amount join_magnitude(const struct release *release)
{
    const struct cube *cube = all_of(release);
    amount total = 0;
    for (size_t i = 0; i < cube->len; i++)
        total += cube->cells[i].sum;
    return magnitude_of(cube->unit, total);
}

bool join_release(struct release *release, struct arena *arena, struct err *err)
{
    struct study *study = &release->study;
    order_by_years(release);
    const struct reading *first = &release->readings[0];
    if (!join_scope(release, &study->scope, err) ||
        !join_year(release, &study->scope, &study->release_year, err))
        return false;
    release->bundled = first->bundled;
    bool march = source_is_sipri(first);
    study->release_name = !study->release_year
                              ? ""
                              : arena_printf(arena, march ? "March %d" : "%d",
                                             study->release_year);
    study->source_line = source_line(release, arena);
    study->magnitude = join_magnitude(release);
    study->integers = has_integers(release);
    study->marks = study->integers && !release->bundled;
    for (size_t i = 0; i < release->count; i++)
        study->estimates |= release->readings[i].estimates;
    return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known only after the last row: covered years, release, names. */
#include <config.h>

#include <stdlib.h>

#include "base/mem.h"
#include "source/source.h"
#include "trade/place.h"

struct str source_preamble(struct reading *reading)
{
    const struct head *head = &reading->head;
    size_t size = 0;
    for (size_t i = 0; i < reading->header; i++) {
        for (size_t j = 0; j < head->records[i].count; j++)
            size += head->records[i].cells[j].len + 1;
    }
    char *text = arena_alloc(&reading->arena, size + 1, 1);
    size_t len = 0;
    for (size_t i = 0; i < reading->header; i++) {
        for (size_t j = 0; j < head->records[i].count; j++) {
            struct str cell = head->records[i].cells[j];
            memcpy(text + len, cell.ptr, cell.len);
            len += cell.len;
            text[len++] =
                j + 1 < head->records[i].count ? head->dialect.delimiter : '\n';
        }
    }
    return (struct str){text, len};
}

/* Whether everybody's deliveries are selected, or nearly, or nothing says
 * otherwise. */
static bool is_wide(const struct scope *scope)
{
    if (scope->broad)
        return true;
    return scope->supplier.extent != SCOPE_ONE &&
           scope->supplier.extent != SCOPE_SOME &&
           scope->recipient.extent != SCOPE_ONE &&
           scope->recipient.extent != SCOPE_SOME;
}

bool source_is_sipri(const struct reading *reading)
{
    return reading->measure != MEASURE_SPENDING && reading->database &&
           strstr(reading->database, "SIPRI");
}

static void settle_release(struct reading *reading)
{
    if (reading->release_given || !source_is_sipri(reading) ||
        period_length(reading->seen) == 0)
        return;
    int inferred = is_wide(&reading->scope) || !reading->generated.year
                       ? reading->seen.to + 1
                       : release_at(reading->generated);
    if (release_allowed(inferred, reading->generated))
        reading->release_year = inferred;
    else
        reading->release_contradicts = true;
}

static void settle_covered(struct reading *reading)
{
    struct scope *scope = &reading->scope;
    if (period_length(scope->covered))
        return; /* a sidecar has said it */
    struct period declared = scope->declared;
    if (!declared.from)
        declared = reading->seen;
    int last = reading->seen.to;
    if (!is_wide(scope) && reading->release_year &&
        reading->release_year - 1 > last)
        last = reading->release_year - 1;
    if (last > declared.to)
        last = declared.to;
    if (declared.from < reading->first_unbroken)
        declared.from = reading->first_unbroken;
    scope->covered = (struct period){declared.from, last};
    if (period_length(reading->seen) == 0)
        scope->covered = reading->seen;
}

void source_see_year(struct reading *reading, int year)
{
    period_see(&reading->seen, year);
}

void source_settle(struct reading *reading)
{
    if (reading->measure == MEASURE_SPENDING)
        reading->no_sum = "military expenditure is not added up";
    settle_release(reading);
    settle_covered(reading);
}

/* A group of places, which no table of places has. */
static bool is_region(const struct reading *reading, struct str name)
{
    const struct scope_side *from = &reading->scope.supplier;
    const struct scope_side *to = &reading->scope.recipient;
    return (from->region && str_eq(name, from->name)) ||
           (to->region && str_eq(name, to->name));
}

static int name_order(const void *left, const void *right)
{
    const struct str *a = left, *b = right;
    return str_cmp(*a, *b);
}

/* In the order of the names: their numbers depend on how the file was
 * read. */
void source_remark_names(struct reading *reading, const struct names *names,
                         size_t from)
{
    size_t count = 0;
    struct str *unknown =
        mem_alloc(names->places.len - from + 1, sizeof(*unknown));
    for (size_t i = from; i < names->places.len; i++) {
        struct str name = names->places.keys[i];
        if (!str_eq(name, STR(SCOPE_NOT_DIVIDED)) && !place_of_name(name) &&
            !is_region(reading, name))
            unknown[count++] = name;
    }
    qsort(unknown, count, sizeof(*unknown), name_order);
    for (size_t i = 0; i < count; i++)
        tally_remark(&reading->tally, REMARK_UNKNOWN_NAME, 0, unknown[i]);
    mem_free(unknown);
}

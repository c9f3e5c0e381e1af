/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns that the parts of a mapping mean, or why they mean none. */
#include <config.h>

#include "base/diag.h"
#include "base/opt.h"
#include "source/cells.h"
#include "source/mapped.h"

#define MOST_LISTED ((size_t)12)
#define LIST_BYTES ((size_t)500)

static const char *place_of(struct reading *reading)
{
    const struct head_record *record = &reading->head.records[reading->header];
    return arena_printf(&reading->arena, "%s:%llu", reading->name,
                        (unsigned long long)record->line);
}

/* "the columns are 'Exporter', 'Importer', 'Yr', ..." */
static const char *list_columns(struct reading *reading,
                                const struct header *header)
{
    struct arena *arena = &reading->arena;
    struct buf buf;
    buf_init(&buf, LIST_BYTES);
    size_t listed = 0, named = 0;
    for (size_t i = 0; i < header->count; i++) {
        if (!header->names[i].len)
            continue;
        named++;
        if (listed < MOST_LISTED &&
            buf_printf(&buf, "%s%s", listed ? ", " : "the columns are ",
                       diag_quote(arena, header->names[i])))
            listed++;
    }
    const char *text = arena_printf(
        arena, "%s%s", listed ? buf.ptr : "nothing stands on that line",
        listed < named ? ", ..." : "");
    buf_done(&buf);
    return text;
}

static bool refuse_missing(struct reading *reading, const struct header *header,
                           enum role role, struct err *err)
{
    struct arena *arena = &reading->arena;
    struct str name = reading->mapping->parts[role].text;
    const char **names = arena_alloc(arena, header->count, sizeof *names);
    for (size_t i = 0; i < header->count; i++)
        names[i] = header->names[i].ptr;
    const char *nearest = opt_nearest(name, names, header->count);
    return err_set(err, ERR_REQUEST, "%s: %s=%s: no column is called so; %s%s",
                   place_of(reading), mapping_part_name(role),
                   diag_quote(arena, name), nearest ? "did you mean " : "",
                   nearest ? arena_printf(arena, "%s?",
                                          diag_quote(arena, str_from(nearest)))
                           : list_columns(reading, header));
}

static bool refuse_twice(struct reading *reading, enum role role,
                         const size_t found[2], struct err *err)
{
    const char *part = mapping_part_name(role);
    return err_set(
        err, ERR_REQUEST,
        "%s: %s=%s: this column stands twice; write %s=#%zu or "
        "%s=#%zu",
        place_of(reading), part,
        diag_quote(&reading->arena, reading->mapping->parts[role].text), part,
        found[0] + 1, part, found[1] + 1);
}

/* A quoted text that is also a column's name was meant to be one. */
static bool check_constant(struct reading *reading, const struct header *header,
                           enum role role, struct err *err)
{
    struct str text = reading->mapping->parts[role].text;
    const char *part = mapping_part_name(role);
    size_t found[2];
    int year;
    if (cells_year(text, &year) ||
        !header_find(header, text, found, &reading->arena))
        return true;
    return err_set(err, ERR_REQUEST,
                   "%s: %s=\"%.*s\": a text in quotes stands for every row, "
                   "and a column is called so; write %s=[%.*s]",
                   place_of(reading), part, STR_ARG(text), part, STR_ARG(text));
}

static bool bind_part(struct reading *reading, const struct header *header,
                      enum role role, struct err *err)
{
    const struct part *part = &reading->mapping->parts[role];
    bool named = !reading->source->headerless;
    size_t found[2];
    size_t hits;
    switch (part->kind) {
    case PART_NONE:
        return true;
    case PART_CONSTANT:
        reading->fixed[role] = part->text;
        return !named || check_constant(reading, header, role, err);
    case PART_NUMBER:
        reading->roles[role] = part->number - 1;
        return part->number <= header->count ||
               err_set(err, ERR_REQUEST, "%s: %s=#%zu: there are %zu columns",
                       place_of(reading), mapping_part_name(role), part->number,
                       header->count);
    case PART_COLUMN:
        hits = header_find(header, part->text, found, &reading->arena);
        reading->roles[role] = hits ? found[0] : SIZE_MAX;
        if (!hits)
            return refuse_missing(reading, header, role, err);
        return hits == 1 || refuse_twice(reading, role, found, err);
    }
    return true;
}

/* Parts that one column cannot play together. */
static bool check_apart(struct reading *reading, struct err *err)
{
    static const enum role apart[] = {ROLE_SUPPLIER, ROLE_RECIPIENT, ROLE_YEAR,
                                      ROLE_AMOUNT};
    enum { COUNT = sizeof apart / sizeof apart[0] };
    for (size_t i = 0; i < COUNT; i++) {
        for (size_t j = i + 1; j < COUNT; j++) {
            size_t column = reading->roles[apart[i]];
            if (column != SIZE_MAX && column == reading->roles[apart[j]])
                return err_set(err, ERR_REQUEST,
                               "%s: %s and %s are the same column; name "
                               "another one",
                               place_of(reading), mapping_part_name(apart[i]),
                               mapping_part_name(apart[j]));
        }
    }
    return true;
}

bool mapped_bind(struct reading *reading, struct err *err)
{
    struct header header =
        header_of(&reading->head.records[reading->header], &reading->arena);
    for (int role = 0; role < ROLE_COUNT; role++) {
        if (!bind_part(reading, &header, (enum role)role, err))
            return false;
    }
    return check_apart(reading, err);
}

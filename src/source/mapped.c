/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of other publishers, and of one's own, as --map says they are
 * (doc/formats/mapping.md). The columns are those of the tidy table. */
#include <config.h>

#include "source/mapped.h"

#include "source/cells.h"
#include "source/code_table.h"
#include "source/descriptor.h"

static bool is_digit(struct str text, size_t at)
{
    return at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9';
}

bool mapped_year(struct str cell, int *year)
{
    size_t years = 0;
    for (size_t at = 0; at < cell.len;) {
        size_t begin = at;
        int found;
        while (is_digit(cell, at))
            at++;
        if (cells_year((struct str){cell.ptr + begin, at - begin}, &found)) {
            *year = found;
            years++;
        }
        at += at == begin;
    }
    return years == 1;
}

static bool refuse_key(const char *option, const char *key, struct err *err)
{
    return err_set(err, ERR_REQUEST,
                   "--%s says something else than the mapping's %s; leave one "
                   "of them out",
                   option, key);
}

static bool take_char(char *option, char said, const char *name,
                      struct err *err)
{
    if (said && *option && *option != said)
        return refuse_key(name, name, err);
    if (said)
        *option = said;
    return true;
}

/* Of mark between thousands and decimal mark, once both are known. */
static bool check_marks(const struct reading *reading, struct err *err)
{
    char decimal = reading->options.decimal ? reading->options.decimal : '.';
    return reading->thousands != decimal ||
           err_set(err, ERR_REQUEST,
                   "--map: thousands=%c is the decimal mark; say "
                   "decimal=%s too",
                   decimal, decimal == '.' ? "comma" : "point");
}

static bool take_unit(struct read_options *options, int said, struct err *err)
{
    if (said >= 0 && options->unit >= 0 && options->unit != said)
        return refuse_key("unit", "unit", err);
    if (said >= 0)
        options->unit = said;
    return true;
}

static bool take_rounding(struct read_options *options, amount said,
                          struct err *err)
{
    if (said >= 0 && options->rounded_to >= 0 && options->rounded_to != said)
        return refuse_key("rounded-to", "rounded_to", err);
    if (said >= 0)
        options->rounded_to = said;
    return true;
}

static bool take_skip(struct read_options *options, size_t said,
                      struct err *err)
{
    size_t *line = &options->header_line;
    if (said != SIZE_MAX && *line && *line != said + 1)
        return refuse_key("skip", "skip", err);
    if (said != SIZE_MAX)
        *line = said + 1;
    return true;
}

static bool take_encoding(struct reading *reading, struct str said,
                          struct err *err)
{
    struct read_options *options = &reading->options;
    if (said.len && options->encoding &&
        !str_eq_fold(str_from(options->encoding), said))
        return refuse_key("encoding", "encoding", err);
    if (said.len)
        options->encoding = arena_str(&reading->arena, said).ptr;
    return true;
}

bool mapped_begin(struct reading *reading, struct err *err)
{
    struct read_options *options = &reading->options;
    struct mapping *mapping = arena_alloc(&reading->arena, 1, sizeof *mapping);
    if (!mapping_load(mapping, options->map, &reading->arena, err))
        return false;
    reading->mapping = mapping;
    reading->thousands = mapping->thousands;
    if (mapping->scale)
        reading->scale = mapping->scale;
    return take_char(&options->delimiter, mapping->delimiter, "delimiter",
                     err) &&
           take_char(&options->decimal, mapping->decimal, "decimal", err) &&
           check_marks(reading, err) &&
           take_unit(options, mapping->unit, err) &&
           take_rounding(options, mapping->rounded_to, err) &&
           take_skip(options, mapping->skip, err) &&
           take_encoding(reading, mapping->encoding, err);
}

/* Whether some row of the head names a place on that side. */
static void find_side(const struct reading *reading, enum role role,
                      struct scope_side *side)
{
    size_t column = reading->roles[role];
    side->divided = reading->fixed[role].len > 0;
    if (side->divided && side->extent == SCOPE_UNKNOWN) {
        side->extent = SCOPE_ONE;
        side->name = reading->fixed[role];
    }
    size_t first = reading->header + !reading->source->headerless;
    for (size_t i = first; column != SIZE_MAX && i < reading->head.count; i++) {
        const struct head_record *record = &reading->head.records[i];
        side->divided |=
            column < record->count &&
            !str_eq(str_trim(record->cells[column]), STR(SCOPE_NOT_DIVIDED));
    }
}

static bool open_mapped(struct reading *reading, struct err *err)
{
    const struct mapping *mapping = reading->mapping;
    struct scope *scope = &reading->scope;
    if (!mapped_bind(reading, err) || !source_find_unit(reading, err) ||
        !descriptor_load(reading, err) ||
        (reading->options.code_count && !code_table_load(reading, err)))
        return false;
    reading->measure = mapping->measure >= 0 ? (enum measure)mapping->measure
                                             : MEASURE_DELIVERY;
    if (mapping->database.len)
        reading->database = mapping->database.ptr;
    find_side(reading, ROLE_SUPPLIER, &scope->supplier);
    find_side(reading, ROLE_RECIPIENT, &scope->recipient);
    scope->by_category = reading->roles[ROLE_CATEGORY] != SIZE_MAX;
    return reading->source != &source_mapped_wide ||
           mapped_check_wide(reading, err);
}

#define MAPPED                                                        \
    .id = "mapped", .title = "table by mapping", .database = "",      \
    .one_sided = true, .blank_flags = true, .find_year = mapped_year, \
    .open = open_mapped

const struct source source_mapped = {MAPPED};
const struct source source_mapped_bare = {MAPPED, .headerless = true};
const struct source source_mapped_wide = {MAPPED, .read = mapped_read_wide};

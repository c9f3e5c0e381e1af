/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A mapping as a whole: every entry is taken, and what they say together can
 * stand. */
#include <config.h>

#include "source/mapping.h"

#include <unistd.h>

#include "base/diag.h"
#include "base/opt.h"
#include "csv/text.h"
#include "source/map_scan.h"

/* Mappings are small; a larger file is not one. */
#define MAPPING_BYTES ((size_t)65536)

void mapping_init(struct mapping *mapping)
{
    *mapping = (struct mapping){
        .header = TRI_UNKNOWN,
        .skip = SIZE_MAX,
        .unit = -1,
        .measure = -1,
        .rounded_to = -1,
    };
}

bool map_refuse(const struct map_scan *scan, const char *what,
                const char *way_out)
{
    struct arena *arena = scan->text.arena;
    return err_set(scan->err, ERR_REQUEST, "%s: %.*s=%s: %s; %s",
                   map_entry_place(&scan->text, scan->entry.line),
                   STR_ARG(scan->entry.name),
                   diag_quote(arena, scan->entry.value), what, way_out);
}

bool map_refuse_twice(const struct map_scan *scan)
{
    return map_refuse(scan, "said a second time", "say it once");
}

static bool refuse_name(const struct map_scan *scan)
{
    const char *names[ROLE_COUNT + MAP_KEY_COUNT];
    struct arena *arena = scan->text.arena;
    size_t count = 0;
    for (int role = 0; role < ROLE_COUNT; role++) {
        const char *name = mapping_part_name((enum role)role);
        if (name)
            names[count++] = name;
    }
    for (int key = 0; key < MAP_KEY_COUNT; key++)
        names[count++] = map_key_names[key];
    const char *nearest = opt_nearest(scan->entry.name, names, count);
    return err_set(scan->err, ERR_REQUEST, "%s: %s is no part of a mapping; %s",
                   map_entry_place(&scan->text, scan->entry.line),
                   diag_quote(arena, scan->entry.name),
                   nearest
                       ? arena_printf(arena, "did you mean %s?", nearest)
                       : "parts are supplier, recipient, year, amount and the "
                         "other columns of doc/formats/tidy.md");
}

static bool take(const struct map_scan *scan)
{
    bool known;
    if (!map_take_part(scan, &known))
        return false;
    if (known)
        return true;
    return map_take_key(scan, &known) && (known || refuse_name(scan));
}

static bool is_there(const struct mapping *mapping, enum role role)
{
    return mapping->parts[role].kind != PART_NONE;
}

/* Whether some column is called by name. */
static bool has_names(const struct mapping *mapping)
{
    for (int role = 0; role < ROLE_COUNT; role++) {
        if (mapping->parts[role].kind == PART_COLUMN)
            return true;
    }
    return false;
}

/* What can be said of it without a file. */
static const char *find_gap(const struct mapping *mapping)
{
    bool wide = mapping->years.from != 0;
    if (!is_there(mapping, ROLE_SUPPLIER) && !is_there(mapping, ROLE_RECIPIENT))
        return "neither supplier nor recipient is in it; add "
               "supplier=COLUMN or recipient=COLUMN";
    if (!wide && !is_there(mapping, ROLE_AMOUNT))
        return "no amount is in it; add amount=COLUMN, or years=all for a "
               "table with one column a year";
    if (!wide && !is_there(mapping, ROLE_YEAR))
        return "no year is in it; add year=COLUMN, year=2019 for a file of "
               "one year, or years=all for a table with one column a year";
    if (wide &&
        (is_there(mapping, ROLE_AMOUNT) || is_there(mapping, ROLE_YEAR)))
        return "with years= the columns of the years hold the amounts; leave "
               "year= and amount= out";
    if (mapping->header == TRI_NO && (wide || has_names(mapping)))
        return "with header=no the columns have no names; write #1 for the "
               "first one";
    return NULL;
}

bool mapping_parse(struct mapping *mapping, struct str text, const char *where,
                   bool lines, struct arena *arena, struct err *err)
{
    struct map_scan scan = {
        .mapping = mapping,
        .text = {.rest = text,
                 .where = where,
                 .lines = lines,
                 .line = 1,
                 .arena = arena},
        .err = err,
    };
    mapping_init(mapping);
    for (;;) {
        bool more;
        if (!map_entry_next(&scan.text, &scan.entry, &more, err))
            return false;
        if (!more)
            break;
        if (!take(&scan))
            return false;
    }
    const char *gap = find_gap(mapping);
    return !gap || err_set(err, ERR_REQUEST, "%s: %s", where, gap);
}

static bool load_text(const char *file, struct text *text, struct str *bytes,
                      struct err *err)
{
    bool whole;
    if (!text_peek(text, MAPPING_BYTES, bytes, &whole, err))
        return false;
    return whole || err_set(err, ERR_REQUEST,
                            "--map %s: too long for a mapping; name the data "
                            "without --map",
                            file);
}

static bool load_file(struct mapping *mapping, const char *file,
                      struct arena *arena, struct err *err)
{
    if (strcmp(file, "-") == 0)
        return err_set(err, ERR_REQUEST,
                       "--map -: a mapping is not read from standard input; "
                       "name a file");
    if (access(file, F_OK) != 0)
        return err_set(err, ERR_REQUEST,
                       "--map %s: there is no such file; a mapping has an =, "
                       "as supplier=Exporter,year=Yr,amount=Value",
                       diag_quote(arena, str_from(file)));
    struct input *input =
        input_open(file, (struct input_limits){MAPPING_BYTES, 0}, err);
    if (!input)
        return false;
    struct text *text = text_open(input, NULL, err);
    const char *slash = strrchr(file, '/');
    struct str bytes;
    bool done =
        text && load_text(file, text, &bytes, err) &&
        mapping_parse(mapping, arena_str(arena, bytes),
                      slash && slash[1] ? slash + 1 : file, true, arena, err);
    if (text)
        text_close(text);
    input_close(input);
    return done;
}

bool mapping_load(struct mapping *mapping, const char *value,
                  struct arena *arena, struct err *err)
{
    struct str word = str_from(value);
    bool is_file = str_ends(word, STR(".map")) ? access(value, F_OK) == 0
                                               : str_find(word, STR("=")) < 0;
    if (is_file || str_find(word, STR("=")) < 0)
        return load_file(mapping, value, arena, err);
    return mapping_parse(mapping, word, "--map", false, arena, err);
}

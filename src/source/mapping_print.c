/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A mapping as text that parses to the same. */
#include <config.h>

#include "source/cells.h"
#include "source/map_scan.h"

static void add_enclosed(struct buf *buf, char open, char close,
                         struct str text)
{
    buf_add_char(buf, open);
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == close)
            buf_add_char(buf, close);
        buf_add_char(buf, text.ptr[i]);
    }
    buf_add_char(buf, close);
}

/* Whether a name without brackets would, or might, be taken for something
 * else. */
static bool needs_brackets(enum role role, struct str name)
{
    struct decimal width;
    int year;
    return strchr("[#\"'", name.ptr[0]) || str_find(name, STR(",")) >= 0 ||
           role == ROLE_UNIT || role == ROLE_MEASURE ||
           (role == ROLE_YEAR && cells_year(name, &year)) ||
           (role == ROLE_ROUNDED_TO &&
            decimal_parse(name, '.', &width) == DECIMAL_OK);
}

static void add_part(struct buf *buf, enum role role, const struct part *part)
{
    int year;
    switch (part->kind) {
    case PART_NONE:
        break;
    case PART_COLUMN:
        if (needs_brackets(role, part->text))
            add_enclosed(buf, '[', ']', part->text);
        else
            buf_add(buf, part->text);
        break;
    case PART_NUMBER:
        buf_printf(buf, "#%zu", part->number);
        break;
    case PART_CONSTANT:
        if (role == ROLE_YEAR && cells_year(part->text, &year))
            buf_add(buf, part->text);
        else
            add_enclosed(buf, '"', '"', part->text);
        break;
    }
}

/* How entries are set: "a=b,c=d" or "a = b\nc = d\n". */
struct setting {
    struct buf *buf;
    bool lines;
};

static void begin_entry(const struct setting *setting, const char *name)
{
    if (setting->buf->len && !setting->lines)
        buf_add_char(setting->buf, ',');
    buf_add_text(setting->buf, name);
    buf_add_text(setting->buf, setting->lines ? " = " : "=");
}

static void end_entry(const struct setting *setting)
{
    if (setting->lines)
        buf_add_char(setting->buf, '\n');
}

static void add_word(const struct setting *setting, const char *name,
                     const char *word)
{
    begin_entry(setting, name);
    buf_add_text(setting->buf, word);
    end_entry(setting);
}

static void add_char(const struct setting *setting, enum map_key key, char c)
{
    const char *word = map_char_word(c);
    if (!c)
        return;
    begin_entry(setting, map_key_names[key]);
    if (word)
        buf_add_text(setting->buf, word);
    else
        add_enclosed(setting->buf, '"', '"', (struct str){&c, 1});
    end_entry(setting);
}

static void add_text(const struct setting *setting, enum map_key key,
                     struct str text)
{
    if (!text.len)
        return;
    begin_entry(setting, map_key_names[key]);
    add_enclosed(setting->buf, '"', '"', text);
    end_entry(setting);
}

static void add_number(const struct setting *setting, const char *name,
                       amount value)
{
    char text[DECIMAL_TEXT];
    amount_exact(text, value);
    add_word(setting, name, text);
}

/* What is a column of the tidy table, but said of all rows at once. */
static void add_said(const struct setting *setting,
                     const struct mapping *mapping)
{
    if (mapping->unit >= 0)
        add_word(setting, mapping_part_name(ROLE_UNIT),
                 unit_word((enum unit)mapping->unit));
    if (mapping->measure >= 0)
        add_word(setting, mapping_part_name(ROLE_MEASURE),
                 measure_word((enum measure)mapping->measure));
    if (mapping->rounded_to >= 0)
        add_number(setting, mapping_part_name(ROLE_ROUNDED_TO),
                   mapping->rounded_to);
}

static void add_years(const struct setting *setting, struct period years)
{
    bool all = years.from == CELLS_YEAR_FIRST && years.to == CELLS_YEAR_LAST;
    if (!years.from)
        return;
    begin_entry(setting, map_key_names[MAP_YEARS]);
    if (all)
        buf_add_text(setting->buf, "all");
    else
        buf_printf(setting->buf, "%d-%d", years.from, years.to);
    end_entry(setting);
}

static void add_keys(const struct setting *setting,
                     const struct mapping *mapping)
{
    add_years(setting, mapping->years);
    if (mapping->scale)
        add_number(setting, map_key_names[MAP_SCALE],
                   mapping->scale * AMOUNT_ONE);
    if (mapping->header != TRI_UNKNOWN)
        add_word(setting, map_key_names[MAP_HEADER],
                 mapping->header == TRI_YES ? "yes" : "no");
    if (mapping->skip != SIZE_MAX)
        add_number(setting, map_key_names[MAP_SKIP],
                   (amount)mapping->skip * AMOUNT_ONE);
    add_char(setting, MAP_DELIMITER, mapping->delimiter);
    add_char(setting, MAP_DECIMAL, mapping->decimal);
    add_char(setting, MAP_THOUSANDS, mapping->thousands);
    add_text(setting, MAP_ENCODING, mapping->encoding);
    add_text(setting, MAP_SOURCE, mapping->database);
}

void mapping_print(const struct mapping *mapping, bool lines, struct buf *buf)
{
    struct setting setting = {buf, lines};
    for (int role = 0; role < ROLE_COUNT; role++) {
        const struct part *part = &mapping->parts[role];
        if (part->kind == PART_NONE)
            continue;
        begin_entry(&setting, mapping_part_name((enum role)role));
        add_part(buf, (enum role)role, part);
        end_entry(&setting);
    }
    add_said(&setting, mapping);
    add_keys(&setting, mapping);
}

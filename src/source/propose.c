/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/propose.h"

#include "base/diag.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "source/propose_search.h"
#include "source/propose_words.h"

#define LIST_BYTES ((size_t)4000)
#define LONGEST 200 /* bytes of a name that anybody would repeat */

void search_remark(struct search *search, const char *text)
{
    struct proposal *proposal = search->proposal;
    if (proposal->remark_count < PROPOSAL_REMARKS)
        proposal->remarks[proposal->remark_count++] = text;
}

/* The column as a mapping can name it: by its name where that is one, and is a
 * line of text. */
static struct part part_of(const struct search *search, size_t column)
{
    size_t found[2];
    struct arena *arena = search->proposal->arena;
    struct str name = search->header.names[column];
    bool plain = utf8_harmless(arena, name).ptr == name.ptr;
    if (search->table->headed && name.len && name.len <= LONGEST && plain &&
        header_find(&search->header, name, found, arena) == 1)
        return (struct part){.kind = PART_COLUMN,
                             .text = arena_str(arena, name)};
    return (struct part){.kind = PART_NUMBER, .number = column + 1};
}

void search_give(struct search *search, enum role role, size_t column,
                 const char *reason)
{
    search->taken[column] = true;
    search->proposal->mapping.parts[role] = part_of(search, column);
    search->proposal->reasons[role] = reason;
}

unsigned search_says(const struct search *search, size_t column, enum role role)
{
    return search->table->headed
               ? propose_says(search->header.keys[column], role)
               : 0;
}

const char *search_share(const struct search *search, size_t column,
                         size_t hits, const char *what)
{
    return arena_printf(search->proposal->arena, "%zu of %zu cells are %s",
                        hits, search->looks[column].filled, what);
}

size_t search_best(const struct search *search, enum role role,
                   unsigned (*points)(const struct search *search,
                                      size_t column, enum role role))
{
    size_t best = SIZE_MAX;
    unsigned most = 0;
    for (size_t i = 0; i < search->columns; i++) {
        unsigned now = search->taken[i] || !search->looks[i].filled
                           ? 0
                           : points(search, i, role);
        if (now > most) {
            most = now;
            best = i;
        }
    }
    return best;
}

unsigned search_word_points(const struct search *search, size_t column,
                            enum role role)
{
    unsigned named = search_says(search, column, role);
    return named > 1 ? named : 0;
}

static unsigned per_cent(size_t part, size_t whole)
{
    return whole ? (unsigned)(part * 100 / whole) : 0;
}

static unsigned year_points(const struct search *search, size_t column,
                            enum role role)
{
    const struct column_look *look = &search->looks[column];
    unsigned share = per_cent(look->years, look->filled);
    unsigned named = search_says(search, column, role);
    unsigned order =
        role == ROLE_YEAR ? search_says(search, column, ROLE_ORDER_YEAR) : 0;
    if (share < (named > 1 ? 50 : 80) || (role == ROLE_ORDER_YEAR && named < 2))
        return 0;
    return share + 60 * named - 20 * order +
           per_cent(look->plain_years, look->filled) / 10;
}

/* Places before their codes, and a column that says the side before one that
 * says nothing; what says the other side is none. Where few places are known a
 * name that says the side will do, over words. */
static unsigned place_points(const struct search *search, size_t column,
                             enum role role)
{
    const struct column_look *look = &search->looks[column];
    enum role other = role == ROLE_SUPPLIER ? ROLE_RECIPIENT : ROLE_SUPPLIER;
    unsigned share = per_cent(look->places, look->filled);
    unsigned named = search_says(search, column, role);
    bool words = look->form.read * 2 < look->filled;
    if ((share < 50 && (named < 2 || !words)) ||
        (!named && search_says(search, column, other)))
        return 0;
    return share + 100 * named + (look->codes * 2 > look->filled ? 0 : 50);
}

static void find_year(struct search *search)
{
    size_t column = search_best(search, ROLE_YEAR, year_points);
    if (column != SIZE_MAX)
        search_give(search, ROLE_YEAR, column,
                    search_share(search, column, search->looks[column].years,
                                 "years, or hold one"));
}

static void find_side(struct search *search, enum role role)
{
    size_t column = search_best(search, role, place_points);
    if (column != SIZE_MAX)
        search_give(search, role, column,
                    search_share(search, column, search->looks[column].places,
                                 search->looks[column].codes * 2 >
                                         search->looks[column].filled
                                     ? "codes of places; --codes names them"
                                     : "places that are known"));
}

/* The side whose name is surer first, so that it does not lose its column. */
static void find_sides(struct search *search)
{
    unsigned supplier = 0, recipient = 0;
    for (size_t i = 0; i < search->columns; i++) {
        unsigned from = place_points(search, i, ROLE_SUPPLIER);
        unsigned to = place_points(search, i, ROLE_RECIPIENT);
        supplier = from > supplier ? from : supplier;
        recipient = to > recipient ? to : recipient;
    }
    enum role first = supplier >= recipient ? ROLE_SUPPLIER : ROLE_RECIPIENT;
    find_side(search, first);
    find_side(search, first == ROLE_SUPPLIER ? ROLE_RECIPIENT : ROLE_SUPPLIER);
}

static void check_sides(struct search *search)
{
    struct proposal *proposal = search->proposal;
    const struct part *parts = proposal->mapping.parts;
    bool from = parts[ROLE_SUPPLIER].kind != PART_NONE;
    bool to = parts[ROLE_RECIPIENT].kind != PART_NONE;
    struct str name = parts[ROLE_SUPPLIER].text;
    bool sure = from && name.len &&
                propose_says(utf8_key(proposal->arena, name), ROLE_SUPPLIER);
    if (!from && !to)
        search_remark(search,
                      "No column holds places: say who supplies, or who "
                      "receives, as supplier = COLUMN.");
    if (from && !to && !sure)
        search_remark(search, "Nothing says whether these places supply or "
                              "receive: if they receive, write recipient for "
                              "supplier.");
    if (to && !from)
        search_remark(search, "If all rows have one supplier, say which: "
                              "supplier = \"South Korea\".");
}

static void find_words(struct search *search, bool wide)
{
    static const enum role roles[] = {ROLE_CATEGORY, ROLE_DESIGNATION,
                                      ROLE_DESCRIPTION};
    for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++) {
        size_t column = search_best(search, roles[i], search_word_points);
        if (column != SIZE_MAX)
            search_give(search, roles[i], column, "so its name says");
    }
    size_t column =
        wide ? SIZE_MAX : search_best(search, ROLE_ORDER_YEAR, year_points);
    if (column != SIZE_MAX)
        search_give(search, ROLE_ORDER_YEAR, column, "so its name says");
    column =
        wide ? SIZE_MAX : search_best(search, ROLE_ITEMS, search_amount_points);
    if (column != SIZE_MAX)
        search_give(search, ROLE_ITEMS, column, "so its name says");
}

static const char *list_columns(const struct search *search)
{
    struct arena *arena = search->proposal->arena;
    struct buf buf;
    buf_init(&buf, LIST_BYTES);
    for (size_t i = 0; i < search->columns; i++)
        buf_printf(&buf, "%s%zu %s", i ? ", " : "Columns: ", i + 1,
                   diag_quote(arena, search->header.names[i]));
    const char *text = arena_str(arena, buf_str(&buf)).ptr;
    buf_done(&buf);
    return text;
}

static const char *describe(const struct search *search, struct arena *arena)
{
    const struct table *table = search->table;
    char c = table->head.dialect.delimiter;
    const char *mark = c == ','    ? "commas"
                       : c == ';'  ? "semicolons"
                       : c == '\t' ? "tabs"
                                   : arena_printf(arena, "'%c'", c);
    unsigned long long line =
        (unsigned long long)table->head.records[table->header].line;
    return arena_printf(arena,
                        table->headed
                            ? "Separated by %s, header on line %llu; %zu %s "
                              "below it looked at."
                            : "Separated by %s, data from line %llu on without "
                              "a header; %zu %s looked at.",
                        mark, line, table->sample.rows,
                        table->sample.rows == 1 ? "row" : "rows");
}

static bool has_sides(const struct mapping *mapping)
{
    return mapping->parts[ROLE_SUPPLIER].kind != PART_NONE ||
           mapping->parts[ROLE_RECIPIENT].kind != PART_NONE;
}

/* Where the file has no names, or its header does not come first by itself. */
static void find_header_keys(struct search *search)
{
    const struct table *table = search->table;
    struct mapping *mapping = &search->proposal->mapping;
    bool named = mapping->years.from != 0;
    for (int role = 0; role < ROLE_COUNT; role++)
        named |= mapping->parts[role].kind == PART_COLUMN;
    if (!table->headed)
        mapping->header = TRI_NO;
    else if (!named)
        mapping->header = TRI_YES;
    if (search->options->header_line || (!named && table->header > 0))
        mapping->skip = (size_t)table->head.records[table->header].line - 1;
}

static void search_table(struct search *search)
{
    struct proposal *proposal = search->proposal;
    struct mapping *mapping = &proposal->mapping;
    for (size_t i = 0; i < search->columns; i++)
        search->looks[i] = propose_look(&search->table->sample, i, i + 1);
    bool wide = search_years(search);
    if (!wide)
        find_year(search);
    find_sides(search);
    if (!wide)
        search_amount(search);
    find_words(search, wide);
    search_unit(search);
    check_sides(search);
    if (!wide && mapping->parts[ROLE_YEAR].kind == PART_NONE)
        search_remark(search,
                      "No column holds years: say year = COLUMN, or year = "
                      "2019 for a file of one year.");
    find_header_keys(search);
    bool years = wide || mapping->parts[ROLE_YEAR].kind != PART_NONE;
    bool amounts = wide || mapping->parts[ROLE_AMOUNT].kind != PART_NONE;
    proposal->made = has_sides(mapping) || (years && amounts);
    proposal->whole = has_sides(mapping) && years && amounts;
}

/* What was said on the command line belongs to the mapping. */
static void keep_options(struct mapping *mapping,
                         const struct read_options *options,
                         struct arena *arena)
{
    if (options->decimal == ',')
        mapping->decimal = ',';
    if (mapping->thousands == ',' && mapping->decimal == ',')
        mapping->thousands = 0;
    mapping->delimiter = options->delimiter;
    mapping->rounded_to = options->rounded_to;
    if (options->encoding)
        mapping->encoding = arena_str(arena, str_from(options->encoding));
}

void propose(struct proposal *proposal, const struct reading *reading,
             struct str bytes, bool whole)
{
    struct table table;
    struct arena scratch;
    struct arena *arena = proposal->arena;
    *proposal = (struct proposal){
        .arena = arena,
        .file = arena_str(arena, str_from(reading->name)).ptr,
    };
    mapping_init(&proposal->mapping);
    arena_init(&scratch);
    if (propose_table(&table, reading, bytes, whole, &scratch)) {
        struct search *search = mem_alloc(1, sizeof *search);
        *search = (struct search){
            .proposal = proposal,
            .options = &reading->options,
            .table = &table,
        };
        search->header = header_of(&table.head.records[table.header], &scratch);
        search->columns = search->header.count;
        search_table(search);
        keep_options(&proposal->mapping, &reading->options, arena);
        proposal->table = describe(search, arena);
        proposal->columns = list_columns(search);
        mem_free(search);
    }
    arena_done(&scratch);
}

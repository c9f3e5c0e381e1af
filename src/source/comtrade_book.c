/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "source/comtrade.h"

void comtrade_book_init(struct comtrade_book *book, struct reading *reading)
{
    *book = (struct comtrade_book){.reading = reading};
    map_init(&book->reporters);
    map_init(&book->partners);
    map_init(&book->commodities);
    map_init(&book->classes);
    map_init(&book->parts);
    map_init(&book->keys);
    map_init(&book->places);
}

void comtrade_book_done(struct comtrade_book *book)
{
    map_done(&book->reporters);
    map_done(&book->partners);
    map_done(&book->commodities);
    map_done(&book->classes);
    map_done(&book->parts);
    map_done(&book->keys);
    map_done(&book->places);
    mem_free(book->reporter_names);
    mem_free(book->partner_names);
    mem_free(book->cells);
    mem_free(book->entries);
    mem_free(book->placed);
    mem_free(book->order);
}

static uint32_t add_name(struct comtrade_book *book, struct map *map,
                         struct str **names, struct str code, struct str name)
{
    size_t known = map->len;
    uint32_t number = map_intern(map, code.len ? code : name);
    if (map->len == known)
        return number;
    *names = mem_resize(*names, map->cap, sizeof(**names));
    (*names)[number] = arena_str(&book->reading->arena, name);
    return number;
}

uint32_t comtrade_reporter(struct comtrade_book *book, struct str code,
                           struct str name)
{
    return add_name(book, &book->reporters, &book->reporter_names, code, name);
}

uint32_t comtrade_partner(struct comtrade_book *book, struct str code,
                          struct str name)
{
    return add_name(book, &book->partners, &book->partner_names, code, name);
}

static struct str bytes_of(const void *object, size_t size)
{
    return (struct str){object, size};
}

static struct comtrade_cell *find_cell(struct comtrade_book *book,
                                       const struct comtrade_row *row)
{
    size_t known = book->keys.len;
    uint32_t number =
        map_intern(&book->keys, bytes_of(&row->key, sizeof(row->key)));
    if (book->keys.len > known) {
        if (book->keys.len > book->cell_cap) {
            book->cell_cap = book->keys.cap;
            book->cells =
                mem_resize(book->cells, book->cell_cap, sizeof(*book->cells));
        }
        book->cells[number] =
            (struct comtrade_cell){.key = row->key, .line = row->line};
    }
    return &book->cells[number];
}

static uint32_t add_entry(struct comtrade_book *book,
                          struct comtrade_place place)
{
    if (book->entry_count == book->entry_cap) {
        book->entry_cap = book->entry_cap ? book->entry_cap * 2 : 64;
        book->entries =
            mem_resize(book->entries, book->entry_cap, sizeof(*book->entries));
    }
    book->entries[book->entry_count] = (struct comtrade_entry){.place = place};
    return (uint32_t)book->entry_count++;
}

/* The entry of the place; a new one has no line. Nearly all are of whole years,
 * of which each cell has one. */
static struct comtrade_entry *find_entry(struct comtrade_book *book,
                                         struct comtrade_cell *cell,
                                         struct comtrade_place place,
                                         bool whole)
{
    if (whole) {
        if (!cell->whole)
            cell->whole_entry = add_entry(book, place);
        cell->whole = true;
        return &book->entries[cell->whole_entry];
    }
    size_t known = book->places.len;
    uint32_t number =
        map_intern(&book->places, bytes_of(&place, sizeof(place)));
    if (book->places.len > known) {
        book->placed =
            mem_resize(book->placed, book->places.cap, sizeof(*book->placed));
        book->placed[number] = add_entry(book, place);
    }
    return &book->entries[book->placed[number]];
}

/* A place that is taken: the record again, or a contradiction. */
static bool repeat(struct comtrade_book *book,
                   const struct comtrade_entry *entry,
                   const struct comtrade_row *row, struct err *err)
{
    struct reading *reading = book->reading;
    if (entry->value == row->value) {
        tally_aside(&reading->tally, ASIDE_REPEATED, 1);
        return true;
    }
    return err_set(
        err, ERR_DATA,
        "%s:%llu: %s of %s, commodity %s, year %lu, stand here with another "
        "value than on line %llu; remove one, or download the file again",
        reading->name, (unsigned long long)row->line,
        row->key.flow == COMTRADE_EXPORT ? "exports" : "imports",
        diag_quote(&reading->arena, book->reporter_names[row->key.reporter]),
        diag_quote(&reading->arena, book->commodities.keys[row->key.commodity]),
        (unsigned long)row->key.year, (unsigned long long)entry->line);
}

bool comtrade_book_add(struct comtrade_book *book,
                       const struct comtrade_row *row, struct err *err)
{
    struct comtrade_cell *cell = find_cell(book, row);
    struct comtrade_place place = row->place;
    bool part = place.partner2 || place.customs || place.mode;
    if (cell->whole && (part || place.month)) {
        if (place.month)
            cell->spare_months++;
        else
            cell->spare_parts++;
        return true;
    }
    place.cell = (uint32_t)(cell - book->cells);
    struct comtrade_entry *entry =
        find_entry(book, cell, place, !part && !place.month);
    if (entry->line)
        return repeat(book, entry, row, err);
    entry->value = row->value;
    entry->half = row->half;
    entry->line = row->line;
    if (place.month)
        cell->monthly = true;
    else
        cell->annual = true;
    return true;
}

static int by_number(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static int by_place(const void *left, const void *right)
{
    const struct comtrade_place *a =
        &((const struct comtrade_entry *)left)->place;
    const struct comtrade_place *b =
        &((const struct comtrade_entry *)right)->place;
    int order = by_number(a->cell, b->cell);
    order = order ? order : by_number(a->month, b->month);
    order = order ? order : by_number(a->partner2, b->partner2);
    order = order ? order : by_number(a->customs, b->customs);
    return order ? order : by_number(a->mode, b->mode);
}

static int by_commodity(struct str a, struct str b)
{
    bool a_all = str_eq(a, STR(COMTRADE_ALL_GOODS));
    bool b_all = str_eq(b, STR(COMTRADE_ALL_GOODS));
    return a_all || b_all ? b_all - a_all : str_cmp(a, b);
}

static int by_key(const void *left, const void *right, void *context)
{
    const struct comtrade_book *book = context;
    const struct comtrade_key *a = &book->cells[*(const uint32_t *)left].key;
    const struct comtrade_key *b = &book->cells[*(const uint32_t *)right].key;
    int order = by_number(a->flow, b->flow);
    order = order ? order : by_number(a->reporter, b->reporter);
    order = order ? order : by_number(a->year, b->year);
    order = order ? order : by_number(a->class, b->class);
    if (!order && a->commodity != b->commodity)
        order = by_commodity(book->commodities.keys[a->commodity],
                             book->commodities.keys[b->commodity]);
    return order ? order : by_number(a->partner, b->partner);
}

void comtrade_book_close(struct comtrade_book *book)
{
    size_t cells = book->keys.len;
    size_t entries = book->entry_count;
    if (entries)
        qsort(book->entries, entries, sizeof(*book->entries), by_place);
    for (size_t i = 0; i < entries; i++) {
        struct comtrade_cell *cell = &book->cells[book->entries[i].place.cell];
        if (!cell->entry_count++)
            cell->first_entry = i;
    }
    book->order = mem_alloc(cells, sizeof(*book->order));
    for (size_t i = 0; i < cells; i++)
        book->order[i] = (uint32_t)i;
    if (cells)
        qsort_r(book->order, cells, sizeof(*book->order), by_key, book);
}

static bool same_report(const struct comtrade_key *a,
                        const struct comtrade_key *b)
{
    return a->flow == b->flow && a->reporter == b->reporter &&
           a->year == b->year && a->class == b->class;
}

static const struct comtrade_key *key_at(const struct comtrade_book *book,
                                         size_t place)
{
    return &book->cells[book->order[place]].key;
}

size_t comtrade_report_end(const struct comtrade_book *book, size_t first)
{
    size_t end = first + 1;
    while (end < book->keys.len &&
           same_report(key_at(book, first), key_at(book, end)))
        end++;
    return end;
}

size_t comtrade_group_end(const struct comtrade_book *book, size_t first)
{
    size_t end = first + 1;
    while (end < book->keys.len &&
           same_report(key_at(book, first), key_at(book, end)) &&
           key_at(book, first)->commodity == key_at(book, end)->commodity)
        end++;
    return end;
}

uint64_t comtrade_cell_rows(const struct comtrade_cell *cell)
{
    return cell->entry_count + cell->spare_parts + cell->spare_months;
}

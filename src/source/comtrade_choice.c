/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which flow, reporters, classification and commodities count. A report is
 * what one reporter says of a year's exports (or imports) in one
 * classification. */
#include <config.h>

#include "source/comtrade.h"
#include "trade/filter.h"

static struct comtrade_cell *cell_at(struct comtrade_book *book, size_t place)
{
    return &book->cells[book->order[place]];
}

static struct str code_at(struct comtrade_book *book, size_t place)
{
    return book->commodities.keys[cell_at(book, place)->key.commodity];
}

static void set_aside(struct comtrade_book *book, size_t first, size_t end,
                      enum aside aside)
{
    for (size_t i = first; i < end; i++) {
        cell_at(book, i)->is_aside = true;
        cell_at(book, i)->aside = aside;
    }
}

static bool choose_flows(struct comtrade_book *book, struct err *err)
{
    for (size_t i = 0; i < book->keys.len; i++)
        book->takes[book->cells[i].key.flow] = true;
    return source_choose_reports(book->reading, &book->takes[COMTRADE_EXPORT],
                                 &book->takes[COMTRADE_IMPORT], err);
}

/* The European Union and ASEAN report too, beside their members. */
static bool is_group(const struct comtrade_book *book, uint32_t reporter)
{
    struct str name = book->reporter_names[reporter];
    return str_eq(book->reporters.keys[reporter], STR("97")) ||
           str_starts(name, STR("EU-")) ||
           str_starts(name, STR("European Union")) ||
           str_starts(name, STR("ASEAN"));
}

static bool has_members(const struct comtrade_book *book)
{
    for (uint32_t i = 0; i < book->reporters.len; i++) {
        if (!is_group(book, i))
            return true;
    }
    return false;
}

/* The Harmonized System before others, and its newest edition. */
static bool is_better_class(struct str class, struct str than)
{
    bool here = class.len && class.ptr[0] == 'H';
    bool there = than.len && than.ptr[0] == 'H';
    return here != there ? here : str_cmp(class, than) > 0;
}

/* The reports of one reporter and year, one a classification, stand side by
 * side; where those that begin at `first` end, and in *best the one to use. */
static size_t find_best_class(struct comtrade_book *book, size_t first,
                              size_t *best)
{
    const struct comtrade_key *key = &cell_at(book, first)->key;
    size_t at = first;
    *best = first;
    while (at < book->keys.len) {
        const struct comtrade_key *other = &cell_at(book, at)->key;
        if (other->flow != key->flow || other->reporter != key->reporter ||
            other->year != key->year)
            break;
        uint32_t now = cell_at(book, *best)->key.class;
        if (is_better_class(book->classes.keys[other->class],
                            book->classes.keys[now]))
            *best = at;
        at = comtrade_report_end(book, at);
    }
    return at;
}

static bool holds(struct str whole, struct str code)
{
    return str_eq(whole, STR(COMTRADE_ALL_GOODS)) ||
           (code.len > whole.len && str_starts(code, whole));
}

/* Whether the commodity at `first` holds something that --not-category leaves
 * out, so that only its parts can be used. */
static bool is_cut(struct comtrade_book *book, const struct filter *filter,
                   size_t first, size_t end)
{
    struct str code = code_at(book, first);
    if (!filter->not_category.count)
        return false;
    if (str_eq(code, STR(COMTRADE_ALL_GOODS)) ||
        filter_cuts_category(filter, code))
        return true;
    for (size_t i = comtrade_group_end(book, first);
         i < end && holds(code, code_at(book, i)); i++) {
        if (filter_hides_category(filter, code_at(book, i)))
            return true;
    }
    return false;
}

/* A chapter and what is in it are never both used: of the commodities that
 * the question names the widest, and likewise of those that it does not. A
 * code comes directly before those that it begins. */
static void choose_commodities(struct comtrade_book *book, size_t first,
                               size_t end)
{
    const struct filter *filter = book->reading->options.asked;
    struct str tops[2] = {{0}}; /* of the others, and of those asked for */
    for (size_t i = first, next; i < end; i = next) {
        struct str code = code_at(book, i);
        bool asked = !filter || filter_takes_category(filter, code);
        next = comtrade_group_end(book, i);
        if (asked && filter && is_cut(book, filter, i, end))
            set_aside(book, i, next, ASIDE_WIDER);
        else if (tops[asked].ptr && holds(tops[asked], code))
            set_aside(book, i, next, ASIDE_INNER);
        else
            tops[asked] = code;
    }
}

bool comtrade_choose(struct comtrade_book *book, struct err *err)
{
    if (!choose_flows(book, err))
        return false;
    bool members = has_members(book);
    for (size_t i = 0, next; i < book->keys.len; i = next) {
        const struct comtrade_key *key = &cell_at(book, i)->key;
        size_t best;
        next = find_best_class(book, i, &best);
        if (!book->takes[key->flow]) {
            set_aside(book, i, next,
                      key->flow == COMTRADE_IMPORT ? ASIDE_IMPORTS
                                                   : ASIDE_EXPORTS);
        } else if (members && is_group(book, key->reporter)) {
            set_aside(book, i, next, ASIDE_GROUP);
        } else {
            size_t end = comtrade_report_end(book, best);
            set_aside(book, i, best, ASIDE_CLASSIFICATION);
            set_aside(book, end, next, ASIDE_CLASSIFICATION);
            choose_commodities(book, best, end);
        }
    }
    return true;
}

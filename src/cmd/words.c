/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "cmd/words.h"

#include "base/crew.h"
#include "base/diag.h"
#include "base/opt.h"

/* Above it nobody asks what the largest number is. */
#define LARGEST_TOLD ((size_t)1000000)
#define SMALLEST_SIZE ((size_t)1 << 20)

static bool refuse(const char *option, struct str word, const char *right,
                   struct err *err)
{
    struct arena arena;
    arena_init(&arena);
    err_set(err, ERR_REQUEST, "%s %s: not one of its words; write %s", option,
            diag_quote(&arena, word), right);
    arena_done(&arena);
    return false;
}

/* The index of the word in a null-ended list; the nearest is named. */
static bool pick(struct str word, const char *option, const char *const *words,
                 const char *right, size_t *index, struct err *err)
{
    size_t count = 0;
    for (; words[count]; count++) {
        if (str_eq_fold(word, str_from(words[count]))) {
            *index = count;
            return true;
        }
    }
    const char *nearest = opt_nearest(word, words, count);
    if (!nearest)
        return refuse(option, word, right, err);
    struct arena arena;
    arena_init(&arena);
    err_set(err, ERR_REQUEST, "%s %s: did you mean %s? (%s)", option,
            diag_quote(&arena, word), nearest, right);
    arena_done(&arena);
    return false;
}

bool words_condition(struct str word, unsigned *conditions, struct err *err)
{
    static const char *const words[] = {"new", "second-hand", "second_hand",
                                        "modernized", NULL};
    static const enum condition meanings[] = {
        CONDITION_NEW, CONDITION_SECOND_HAND, CONDITION_SECOND_HAND,
        CONDITION_MODERNIZED};
    size_t index;
    if (!pick(word, "--condition", words, "new, second-hand or modernized",
              &index, err))
        return false;
    *conditions |= 1u << meanings[index];
    return true;
}

bool words_period(struct str word, const char *option,
                  struct period_spec *period, struct err *err)
{
    return period_parse(word, period) ||
           refuse(option, word,
                  "2019-23, 2022, 1991-, -1991, last5, all (or none)", err);
}

bool words_release(struct str word, int *release, struct err *err)
{
    unsigned long year;
    if (!str_to_uint(word, 2199, &year) || year < 1990)
        return refuse("--release", word, "the year of a release, as 2024", err);
    *release = (int)year;
    return true;
}

bool words_by(struct str word, enum by *by, struct err *err)
{
    static const char *const words[] = {"supplier", "recipient", "pair",
                                        "category", "weapon",    "world",
                                        "exporter", "importer",  NULL};
    static const enum by meanings[] = {BY_SUPPLIER, BY_RECIPIENT, BY_PAIR,
                                       BY_CATEGORY, BY_WEAPON,    BY_WORLD,
                                       BY_SUPPLIER, BY_RECIPIENT};
    size_t index;
    if (!pick(word, "--by", words,
              "supplier, recipient, pair, category, weapon or world", &index,
              err))
        return false;
    *by = meanings[index];
    return true;
}

bool words_each(struct str word, enum each *each, struct err *err)
{
    static const char *const words[] = {
        "year", "window", "rolling", "category", "supplier", "recipient", NULL};
    size_t index;
    if (!pick(word, "--each", words,
              "year, window, rolling, category, supplier or recipient", &index,
              err))
        return false;
    *each = (enum each)(EACH_YEAR + (int)index);
    return true;
}

bool words_count(struct str word, const char *option, size_t least, size_t most,
                 size_t *count, struct err *err)
{
    unsigned long value;
    if (str_to_uint(word, most, &value) && value >= least) {
        *count = value;
        return true;
    }
    struct arena arena;
    arena_init(&arena);
    const char *quoted = diag_quote(&arena, word);
    if (most <= LARGEST_TOLD)
        err_set(err, ERR_REQUEST, "%s %s: write a whole number from %zu to %zu",
                option, quoted, least, most);
    else
        err_set(err, ERR_REQUEST, "%s %s: write a whole number, %zu or more",
                option, quoted, least);
    arena_done(&arena);
    return false;
}

bool words_span(struct str word, int *span, struct err *err)
{
    size_t years;
    if (!words_count(word, "--span", 1, 200, &years, err))
        return false;
    *span = (int)years;
    return true;
}

bool words_top(struct str word, size_t *top, struct err *err)
{
    if (str_eq_fold(word, STR("all"))) {
        *top = SIZE_MAX;
        return true;
    }
    return words_count(word, "--top", 1, SIZE_MAX / 4, top, err);
}

bool words_names(struct str word, enum name_style *names, struct err *err)
{
    static const char *const words[] = {"source", "common", "iso3", NULL};
    size_t index;
    if (!pick(word, "--names", words, "source, common or iso3", &index, err))
        return false;
    *names = (enum name_style)index;
    return true;
}

bool words_format(struct str word, enum format *format, struct err *err)
{
    return format_from_word(word, format) ||
           refuse("-f", word, format_words(), err);
}

bool words_figure(struct str word, enum figure_kind *kind, struct err *err)
{
    return figure_kind_from_word(word, kind) ||
           refuse("--figure", word, "ranking or series", err);
}

bool words_unit(struct str word, int *unit, struct err *err)
{
    enum unit found;
    if (!unit_from_word(word, &found))
        return refuse("--unit", word,
                      "tiv_million, usd, gbp, eur, items, licences or tonnes",
                      err);
    *unit = (int)found;
    return true;
}

bool words_size(struct str word, const char *option, size_t *bytes,
                struct err *err)
{
    static const char units[] = "KMG";
    struct str digits = word;
    size_t unit = 1;
    const char *at =
        word.len ? strchr(units, word.ptr[word.len - 1] & ~0x20) : NULL;
    if (at && *at) {
        unit = (size_t)1 << 10 * (at - units + 1);
        digits.len--;
    }
    unsigned long count;
    if (!str_to_uint(digits, SIZE_MAX / unit, &count) ||
        count * unit < SMALLEST_SIZE)
        return refuse(option, word, "a size of 1M or more, as 512M or 2G", err);
    *bytes = count * unit;
    return true;
}

bool words_threads(struct str word, unsigned *threads, struct err *err)
{
    size_t count;
    if (!words_count(word, "--threads", 1, CREW_MOST, &count, err))
        return false;
    *threads = (unsigned)count;
    return true;
}

bool words_provenance(struct str word, bool *hash_all, struct err *err)
{
    static const char *const words[] = {"partial", "full", NULL};
    size_t index;
    if (!pick(word, "--provenance", words, "full or partial", &index, err))
        return false;
    *hash_all = index == 1;
    return true;
}

bool words_rounding(struct str word, amount *width, struct err *err)
{
    struct decimal decimal;
    if (decimal_parse(word, '.', &decimal) != DECIMAL_OK || decimal.value < 0)
        return refuse("--rounded-to", word, "1, 0.01, or 0 for exact", err);
    *width = decimal.value;
    return true;
}

bool words_char(struct str word, const char *option, const char *characters,
                char *character, struct err *err)
{
    if (word.len != 1 || !strchr(characters, word.ptr[0]))
        return refuse(option, word, "one of its characters", err);
    *character = word.ptr[0];
    return true;
}

bool words_delimiter(struct str word, char *delimiter, struct err *err)
{
    if (str_eq_fold(word, STR("tab")) || str_eq(word, STR("\\t"))) {
        *delimiter = '\t';
        return true;
    }
    if (word.len != 1 || word.ptr[0] == '"' || word.ptr[0] == '\n' ||
        word.ptr[0] == '\r')
        return refuse("--delimiter", word, "one character, or tab", err);
    *delimiter = word.ptr[0];
    return true;
}

bool words_skip(struct str word, size_t *line, struct err *err)
{
    size_t lines;
    if (!words_count(word, "--skip", 0, HEAD_RECORDS - 2, &lines, err))
        return false;
    *line = lines + 1;
    return true;
}

bool words_measure(struct str word, enum quantity *quantity, struct err *err)
{
    return quantity_from_word(word, quantity) ||
           refuse("--measure", word,
                  "tiv, items, ordered, pending, deals, value, licences, "
                  "weight, exports or refusals",
                  err);
}

bool words_reports(struct str word, enum reports *reports, struct err *err)
{
    bool exporters = str_eq_fold(word, STR("exporters"));
    if (!exporters && !str_eq_fold(word, STR("importers")))
        return refuse("--reports", word, "exporters or importers", err);
    *reports = exporters ? REPORTS_EXPORTERS : REPORTS_IMPORTERS;
    return true;
}

bool words_assume(struct str word, bool *even_split, struct err *err)
{
    if (!str_eq_fold(word, STR("even-split")))
        return refuse("--assume", word, "even-split", err);
    *even_split = true;
    return true;
}

bool words_members(struct str word, int *year, struct err *err)
{
    unsigned long value;
    *year = 0;
    if (str_eq_fold(word, STR("by-year")))
        return true;
    if (!str_to_uint(word, 2199, &value) || value < 1900)
        return refuse("--members", word, "by-year, or a year", err);
    *year = (int)value;
    return true;
}

bool words_successor(struct str word, const char **successor, struct err *err)
{
    if (word.len == 0)
        return refuse("--successor", word, "as-recorded, merge, or a file",
                      err);
    *successor = str_eq_fold(word, STR("as-recorded")) ? NULL
                 : str_eq_fold(word, STR("merge"))     ? "merge"
                                                       : word.ptr;
    return true;
}

/* Per cent as a decimal, within the bounds. */
static bool per_cent_of(struct str word, amount least, amount most,
                        amount *per_cent)
{
    struct decimal decimal;
    if (decimal_parse(word, '.', &decimal) != DECIMAL_OK ||
        decimal.value < least || decimal.value > most)
        return false;
    *per_cent = decimal.value;
    return true;
}

bool words_margin(struct str word, amount *per_cent, struct err *err)
{
    return per_cent_of(word, 0, 100 * AMOUNT_ONE, per_cent) ||
           refuse("--margin", word, "per cent, 0 to 100, as 6", err);
}

bool words_error(struct str word, amount *per_cent, struct err *err)
{
    return per_cent_of(word, 1, 200 * AMOUNT_ONE, per_cent) ||
           refuse("--error", word, "per cent above 0, up to 200, as 10", err);
}

bool words_year(struct str word, const char *option, int *year, struct err *err)
{
    unsigned long value;
    if (!str_to_uint(word, 2199, &value) || value < 1800)
        return refuse(option, word, "a year, as 2015", err);
    *year = (int)value;
    return true;
}

bool words_ties(struct str word, enum ties *ties, struct err *err)
{
    static const char *const words[] = {"competition", "modified",   "dense",
                                        "ordinal",     "fractional", NULL};
    size_t index;
    if (!pick(word, "--ties", words,
              "competition, modified, dense, ordinal or fractional", &index,
              err))
        return false;
    *ties = (enum ties)index;
    return true;
}

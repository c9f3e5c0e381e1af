/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/prose.h"

#include <assert.h>
#include <string.h>

const struct measure_words *measure_words(enum measure measure)
{
    static const struct measure_words words[MEASURE_COUNT] = {
        [MEASURE_DELIVERY] = {"delivery", "deliveries", "delivered", "received",
                              "exports", "imports"},
        [MEASURE_ORDER] = {"order", "orders", "sold", "ordered", "sales",
                           "orders"},
        [MEASURE_PENDING] = {"pending delivery", "pending deliveries",
                             "has yet to deliver", "awaits", "orders",
                             "orders"},
        [MEASURE_SPENDING] = {"spending", "spending", "spent", "spent",
                              "spending", "spending"},
        [MEASURE_LICENCE] = {"licence", "licences", "licensed", "was licensed",
                             "licences", "licences"},
        [MEASURE_REFUSAL] = {"refusal", "refusals", "refused", "was refused",
                             "refusals", "refusals"},
        [MEASURE_CUSTOMS_EXPORT] = {"customs value", "customs values",
                                    "exported", "imported", "exports",
                                    "imports"},
        [MEASURE_CUSTOMS_IMPORT] = {"customs value", "customs values",
                                    "exported", "imported", "exports",
                                    "imports"},
        [MEASURE_REPORT_EXPORT] = {"report", "reports", "exported", "imported",
                                   "exports", "imports"},
        [MEASURE_REPORT_IMPORT] = {"report", "reports", "exported", "imported",
                                   "exports", "imports"},
    };
    assert((size_t)measure < MEASURE_COUNT);
    return &words[measure];
}

const char *by_head(enum by by)
{
    static const char *const heads[] = {
        [BY_SUPPLIER] = "Supplier", [BY_RECIPIENT] = "Recipient",
        [BY_PAIR] = "Supplier",     [BY_CATEGORY] = "Category",
        [BY_WEAPON] = "Weapon",     [BY_WORLD] = "",
    };
    return heads[by];
}

const char *by_plural(enum by by)
{
    static const char *const plurals[] = {
        [BY_SUPPLIER] = "suppliers",
        [BY_RECIPIENT] = "recipients",
        [BY_PAIR] = "pairs of supplier and recipient",
        [BY_CATEGORY] = "categories",
        [BY_WEAPON] = "weapons",
        [BY_WORLD] = "deliveries",
    };
    return plurals[by];
}

const char *volume_word(struct arena *arena, enum unit unit)
{
    const char *noun = unit_noun(unit);
    return arena_printf(arena, "%c%s", noun[0] - 'A' + 'a', noun + 1);
}

const char *ordinal(struct arena *arena, size_t number)
{
    size_t tens = number / 10 % 10;
    const char *suffix = tens == 1          ? "th"
                         : number % 10 == 1 ? "st"
                         : number % 10 == 2 ? "nd"
                         : number % 10 == 3 ? "rd"
                                            : "th";
    return arena_printf(arena, "%zu%s", number, suffix);
}

const char *rank_words(struct arena *arena, enum ties ties, size_t halves)
{
    return ties == TIES_COMPETITION
               ? ordinal(arena, halves / 2)
               : arena_printf(arena, "rank %s", ties_text(arena, halves));
}

const char *standing(struct arena *arena, size_t rank, bool tied,
                     const char *noun)
{
    const char *joint = tied ? "joint " : "";
    if (rank == 1)
        return arena_printf(arena, "the %slargest %s", joint, noun);
    return arena_printf(arena, "the %s%s largest %s", joint,
                        ordinal(arena, rank), noun);
}

const char *citation(const struct study *study)
{
    struct str line = str_from(study->source_line);
    const struct str source = STR("Source: ");
    if (str_starts(line, source))
        line = str_skip(line, source.len);
    ptrdiff_t release = str_find(line, STR(", release of "));
    if (release > 0 && *study->release_name)
        return arena_printf(study->arena, "%.*s, %s", (int)release, line.ptr,
                            study->release_name);
    if (str_ends(line, STR(".")))
        line.len--;
    return arena_printf(study->arena, "%.*s", STR_ARG(line));
}

const char *opening_name(struct arena *arena, struct str name)
{
    static const char *const with_article[] = {
        "African Union**",
        "Bahamas",
        "Central African Republic",
        "Comoros",
        "Czech Republic",
        "Dominican Republic",
        "European Union**",
        "Gambia",
        "Maldives",
        "Marshall Islands",
        "Netherlands",
        "Philippines",
        "Solomon Islands",
        "Soviet Union",
        "UAE",
        "United Arab Emirates",
        "United Kingdom",
        "United Nations**",
        "United States",
    };
    for (size_t i = 0; i < sizeof with_article / sizeof *with_article; i++) {
        if (str_eq(name, str_from(with_article[i])))
            return arena_printf(arena, "The %.*s", STR_ARG(name));
    }
    return arena_printf(arena, "%.*s", STR_ARG(name));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/magnitude.h"
#include "analysis/network_rows.h"
#include "analysis/network_tables.h"
#include "analysis/network_turnover.h"
#include "analysis/network_words.h"
#include "analysis/prose.h"
#include "analysis/view_parts.h"

static struct value count_value(size_t count)
{
    return value_integer((int64_t)count);
}

static struct value suppliers(const struct network *network)
{
    return count_value(network->suppliers);
}

static struct value recipients(const struct network *network)
{
    return count_value(network->recipients);
}

static struct value places(const struct network *network)
{
    return count_value(network->n);
}

static struct value links(const struct network *network)
{
    return count_value(network->m);
}

static struct value below_half(const struct network *network)
{
    return count_value(network->below_half);
}

static struct value own(const struct network *network)
{
    return count_value(network->own);
}

static struct value own_amount(const struct network *network)
{
    return value_amount(network->own_total);
}

static struct value weight(const struct network *network)
{
    return value_amount(network->total);
}

static struct value density(const struct network *network)
{
    amount n = (amount)network->n;
    return n > 1 ? network_fraction((amount)network->m, n * (n - 1))
                 : value_null(REASON_N_TOO_SMALL);
}

static struct value reciprocity(const struct network *network)
{
    return network_fraction((amount)network->mutual, (amount)network->m);
}

static struct value weighted_reciprocity(const struct network *network)
{
    return network_fraction(network->mutual_total, network->total);
}

static amount strength_of(const struct network_node *node, bool out)
{
    return out ? node->out : node->in;
}

/* The first by name of those that tie; null without links. */
static const struct network_node *strongest(const struct network *network,
                                            bool out)
{
    const struct network_node *best = NULL;
    for (size_t i = 0; i < network->n; i++) {
        const struct network_node *node = &network->nodes[i];
        if (strength_of(node, out) > 0 &&
            (!best || strength_of(node, out) > strength_of(best, out)))
            best = node;
    }
    return best;
}

static struct value strongest_value(const struct network *network, bool out)
{
    const struct network_node *node = strongest(network, out);
    return node ? value_amount(strength_of(node, out))
                : value_null(REASON_NO_RECORD);
}

static struct value largest_out(const struct network *network)
{
    return strongest_value(network, true);
}

static struct value largest_in(const struct network *network)
{
    return strongest_value(network, false);
}

enum whose { NOBODY, OF_SUPPLIER, OF_RECIPIENT };

/* A statistic of one network; those without a label are for machines only. */
struct line {
    const char *statistic;
    const char *variant; /* null: the universe */
    const char *label;   /* %s: the unit of amounts */
    struct value (*of)(const struct network *network);
    enum whose whose;
};

static const struct line lines[] = {
    {"suppliers", "", "Suppliers", suppliers, NOBODY},
    {"recipients", "", "Recipients", recipients, NOBODY},
    {"places", NULL, "Places, n", places, NOBODY},
    {"links", "", "Links, m", links, NOBODY},
    {"links_below_half", "", NULL, below_half, NOBODY},
    {"own_links", "", NULL, own, NOBODY},
    {"own_amount", "", NULL, own_amount, NOBODY},
    {"weight", "", "Weight of all links, %s", weight, NOBODY},
    {"density", NULL, "Density, m / n (n \u2212 1)", density, NOBODY},
    {"reciprocity", "links", "Reciprocity, part of links", reciprocity, NOBODY},
    {"reciprocity", "weighted", "Reciprocity, part of weight",
     weighted_reciprocity, NOBODY},
    {"largest_strength", "out", "Largest out-strength, %s", largest_out,
     OF_SUPPLIER},
    {"largest_strength", "in", "Largest in-strength, %s", largest_in,
     OF_RECIPIENT},
};

#define LINES (sizeof lines / sizeof lines[0])

static struct str whose_name(const struct network *network, enum whose whose)
{
    const struct network_node *node =
        whose == NOBODY ? NULL : strongest(network, whose == OF_SUPPLIER);
    return node ? node->name : (struct str){"", 0};
}

/* Whose the largest strength was before, where it was somebody else. */
static const char *whose_before(const struct networks *networks,
                                const struct line *line)
{
    struct str now = whose_name(&networks->now, line->whose);
    struct str before = whose_name(&networks->before, line->whose);
    if (!before.len || str_eq(now, before))
        return NULL;
    return arena_printf(networks->now.study->arena, "before: %.*s",
                        STR_ARG(before));
}

static void fill_rows(struct result *result, const struct networks *networks)
{
    const struct network *now = &networks->now;
    for (size_t i = 0; i < LINES; i++) {
        const struct line *line = &lines[i];
        struct network_row row = {
            .statistic = line->statistic,
            .variant = line->variant   ? line->variant
                       : now->declared ? "declared"
                                       : "active",
            .place = whose_name(now, line->whose),
            .value = line->of(now),
        };
        if (networks->has_before) {
            row.before = networks->periods.before;
            row.previous = line->of(&networks->before);
            row.note = whose_before(networks, line);
        }
        network_row(result, now, &row);
    }
}

static void add_columns(struct result *result, const struct networks *networks)
{
    struct arena *arena = &result->arena;
    const char *now = network_years(arena, networks->now.period);
    parts_names(result, 44, 0, "");
    parts_column(result, KIND_NUMBER, 14, 2,
                 (struct heads){{NULL, NULL, now}, now});
    if (!networks->has_before)
        return;
    const char *before = network_years(arena, networks->before.period);
    parts_column(result, KIND_NUMBER, 14, 2,
                 (struct heads){{NULL, NULL, before}, before});
}

static struct value shown(const struct network *network, struct value value)
{
    return value.type == VALUE_AMOUNT
               ? network_shown(network->study, value.as.amount)
               : value;
}

static void show_line(struct result *result, const struct networks *networks,
                      const struct line *line)
{
    const struct network *both[] = {&networks->now, &networks->before};
    struct arena *arena = &result->arena;
    const char *unit = magnitude_head(networks->now.study, arena);
    struct str label = str_from(line->label);
    if (str_ends(label, STR("%s")))
        label = str_from(
            arena_printf(arena, "%.*s%s", (int)label.len - 2, label.ptr, unit));
    struct value *cells = view_add_row(&result->view, arena, VIEW_ENTRY);
    cells[0] = value_text(label);
    for (size_t i = 0; i < 1 + (size_t)networks->has_before; i++)
        cells[i + 1] = shown(both[i], line->of(both[i]));
    if (line->whose == NOBODY || !(networks->now.m || networks->before.m))
        return;
    cells = view_add_row(&result->view, arena, VIEW_ENTRY);
    cells[0] = value_word("  of");
    for (size_t i = 0; i < 1 + (size_t)networks->has_before; i++)
        cells[i + 1] = value_text(whose_name(both[i], line->whose));
}

static void add_notes(struct result *result, const struct networks *networks)
{
    const struct network *now = &networks->now;
    network_notes(result, networks, true);
    if (now->n > 1)
        result_add_note(result, "Density falls as places are added: compare it "
                                "together with n.");
    if (now->mutual)
        result_add_note(result,
                        "Reciprocity: links whose reverse is a link too, by "
                        "all links; by weight, the smaller of both ways by the "
                        "weight of all.");
    if (now->m)
        result_add_note(
            result,
            "Out-strengths and in-strengths each add up to the weight of all "
            "links%s.",
            now->own_total ? ", which with what was left out is all that is "
                             "recorded"
                           : ", which is all that is recorded");
}

/* "In 2019–23, 68 suppliers …" */
static void say(struct result *result, const struct networks *networks)
{
    const struct network *now = &networks->now;
    const struct study *study = now->study;
    struct arena *arena = &result->arena;
    const char *turned = "";
    if (!now->m)
        return;
    if (networks->has_before && !networks->overlap)
        turned = arena_printf(
            arena,
            "; of the %s of %s, %zu were kept and %zu lost, and %zu are "
            "new",
            network_count(arena, networks->before.m, "link"),
            network_years(arena, networks->before.period),
            networks->turnover.kept, networks->turnover.lost,
            networks->turnover.fresh);
    result->sentence = arena_printf(
        arena,
        "In %s %s of %s linked %s and %s by %s, %.3f of those possible among "
        "%s%s. %s.",
        network_years(arena, now->period),
        measure_words(study->cube->measure)->records,
        study_goods(study, now->question),
        network_count(arena, now->suppliers, "supplier"),
        network_count(arena, now->recipients, "recipient"),
        network_count(arena, now->m, "link"),
        ratio_double(density(now).as.ratio),
        network_count(arena, now->n, "place"), turned, citation(study));
}

bool network_summary(struct result *result, const struct networks *networks,
                     struct err *err)
{
    (void)err;
    network_columns(result);
    fill_rows(result, networks);
    network_turnover_rows(result, networks);
    result->listed = result->row_count;
    network_head(result, networks, "", true);
    add_columns(result, networks);
    for (size_t i = 0; i < LINES; i++) {
        if (lines[i].label)
            show_line(result, networks, &lines[i]);
    }
    network_turnover_view(result, networks);
    view_add_row(&result->view, &result->arena, VIEW_RULE);
    add_notes(result, networks);
    say(result, networks);
    network_foot(result, networks);
    return true;
}

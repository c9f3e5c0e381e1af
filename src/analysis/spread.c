/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/spread.h"

#include <assert.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"
#include "stat/sum.h"

#define NAMES_BYTES ((size_t)4000)

static int part_order(const void *left, const void *right)
{
    const struct part *a = left;
    const struct part *b = right;
    if (a->cell.sum != b->cell.sum)
        return a->cell.sum > b->cell.sum ? -1 : 1;
    return str_cmp(a->name, b->name);
}

static bool is_unknown(const struct entity *entity, enum part_name name)
{
    const struct cube_key *key = &entity->key;
    if (key->supplier == NAME_NONE && key->recipient == NAME_NONE)
        return false; /* a category, a weapon */
    return (name != PART_SECOND && study_is_unknown(entity->name)) ||
           (name != PART_FIRST && study_is_unknown(entity->second));
}

static struct str part_name(const struct entity *entity, enum part_name name,
                            struct arena *arena)
{
    if (name == PART_BOTH)
        return str_from(arena_printf(arena, "%.*s to %.*s",
                                     STR_ARG(entity->name),
                                     STR_ARG(entity->second)));
    return name == PART_SECOND ? entity->second : entity->name;
}

void spread_build(struct spread *spread, const struct entity *const *entities,
                  size_t count, enum part_name name, bool before,
                  struct arena *arena)
{
    *spread = (struct spread){.universe = count};
    spread->parts = arena_alloc(arena, count + 1, sizeof *spread->parts);
    for (size_t i = 0; i < count; i++) {
        const struct entity *entity = entities[i];
        struct part part = {.cell = before ? entity->before : entity->now};
        if (!part.cell.rows)
            continue;
        part.name = part_name(entity, name, arena);
        part.unknown = is_unknown(entity, name);
        cube_cell_add(&spread->all, &part.cell);
        if (part.unknown)
            cube_cell_add(&spread->unknown, &part.cell);
        spread->active += part.cell.sum > 0;
        spread->parts[spread->count++] = part;
    }
    qsort(spread->parts, spread->count, sizeof *spread->parts, part_order);
}

/* Amounts that are counted, with the bucket at the end where it is one. */
static size_t take_amounts(const struct spread *spread, enum unknown_as unknown,
                           amount *amounts)
{
    size_t count = 0;
    for (size_t i = 0; i < spread->active; i++) {
        const struct part *part = &spread->parts[i];
        if (!part->unknown || unknown == UNKNOWN_AS_RECORDED)
            amounts[count++] = part->cell.sum;
    }
    if (unknown == UNKNOWN_ONE && spread->unknown.sum > 0)
        amounts[count++] = spread->unknown.sum;
    return count;
}

/* Squares of amounts pass 128 bits sooner than those of their shares, so what
 * all have in common is taken out first. */
static bool square_exactly(const amount *amounts, size_t count, amount total,
                           struct ratio *hhi)
{
    amount unit = total;
    amount scaled, square;
    for (size_t i = 0; i < count; i++)
        unit = amount_divisor(unit, amounts[i]);
    *hhi = (struct ratio){0, 0};
    scaled = total / unit;
    if (__builtin_mul_overflow(scaled, scaled, &hhi->den))
        return false;
    for (size_t i = 0; i < count; i++) {
        scaled = amounts[i] / unit;
        square = scaled * scaled; /* at most total^2 */
        hhi->num += square;
    }
    return true;
}

static struct value square_shares(const amount *amounts, size_t count,
                                  amount total)
{
    struct ratio exact;
    struct sum sum = {0};
    if (square_exactly(amounts, count, total, &exact)) {
        struct value value = value_ratio(exact.num, exact.den);
        value.decimals = 3;
        return value;
    }
    for (size_t i = count; i-- > 0;) {
        double share = ratio_double((struct ratio){amounts[i], total});
        sum_add(&sum, share * share);
    }
    return value_number(sum_value(&sum), 3);
}

/* Why nothing is shared; REASON_NONE: something is. */
static enum reason nothing_of(const struct spread *spread)
{
    if (!spread->count)
        return REASON_NO_RECORD;
    return spread->active ? REASON_NONE : REASON_ZERO_BASE;
}

struct value spread_hhi(const struct spread *spread, enum unknown_as unknown)
{
    enum reason reason = nothing_of(spread);
    if (reason)
        return value_null(reason);
    amount *amounts = mem_alloc(spread->active + 1, sizeof *amounts);
    size_t count = take_amounts(spread, unknown, amounts);
    struct value hhi = square_shares(amounts, count, spread->all.sum);
    mem_free(amounts);
    return hhi;
}

struct value spread_effective(const struct spread *spread)
{
    struct value hhi = spread_hhi(spread, UNKNOWN_AS_RECORDED);
    if (hhi.type == VALUE_NULL)
        return hhi;
    if (hhi.type == VALUE_NUMBER)
        return value_number(1 / hhi.as.number, 1);
    struct value effective = value_ratio(hhi.as.ratio.den, hhi.as.ratio.num);
    effective.decimals = 1;
    return effective;
}

static double square(amount part, amount rest)
{
    amount whole = part + (rest > 0 ? rest : 0);
    if (whole <= 0)
        return 0;
    double share = ratio_double((struct ratio){part, whole});
    return share * share;
}

/* The ends between which HHI lies, whatever the rounding was. */
static void bound_hhi(const struct spread *spread, double *low, double *high)
{
    const struct cube_cell *all = &spread->all;
    struct sum least = {0};
    struct sum most = {0};
    for (size_t i = spread->count; i-- > 0;) {
        const struct cube_cell *cell = &spread->parts[i].cell;
        sum_add(&least,
                square(cell_low(cell), cell_high(all) - cell_high(cell)));
        sum_add(&most, square(cell_high(cell), cell_low(all) - cell_low(cell)));
    }
    *low = sum_value(&least);
    *high = fmin(sum_value(&most), 1);
}

struct value spread_marked(const struct spread *spread, struct value value,
                           bool effective)
{
    double low, high;
    if (value.type == VALUE_NULL || !spread->all.half_width)
        return value;
    bound_hhi(spread, &low, &high);
    double scale = pow(10, value.decimals);
    double first = effective ? 1 / high : low;
    double last = effective ? 1 / low : high;
    bool alike = round(first * scale) == round(last * scale);
    return alike ? value : value_flagged(value, VALUE_MAY_DIFFER);
}

struct cube_cell spread_top(const struct spread *spread, size_t k)
{
    struct cube_cell top = {0};
    for (size_t i = 0; i < k && i < spread->count; i++)
        cube_cell_add(&top, &spread->parts[i].cell);
    return top;
}

struct value spread_top_share(const struct spread *spread, size_t k)
{
    enum reason reason = nothing_of(spread);
    if (reason)
        return value_null(reason);
    struct value share =
        value_ratio(spread_top(spread, k).sum, spread->all.sum);
    share.decimals = 3;
    return share;
}

double spread_double(struct value value)
{
    assert(value.type == VALUE_RATIO || value.type == VALUE_NUMBER);
    return value.type == VALUE_RATIO ? ratio_double(value.as.ratio)
                                     : value.as.number;
}

struct value spread_change(struct value now, struct value before)
{
    if (now.type == VALUE_NULL || before.type == VALUE_NULL)
        return value_null(now.type == VALUE_NULL ? now.reason : before.reason);
    struct value change;
    if (now.type == VALUE_RATIO && before.type == VALUE_RATIO) {
        struct ratio exact = ratio_minus(now.as.ratio, before.as.ratio);
        change = value_ratio(exact.num, exact.den);
    } else {
        change = value_number(spread_double(now) - spread_double(before), 0);
    }
    change.decimals = now.decimals;
    unsigned may_differ = (now.flags | before.flags) & VALUE_MAY_DIFFER;
    return value_flagged(change, VALUE_SIGNED | may_differ);
}

struct value spread_names(const struct spread *spread, size_t k,
                          struct arena *arena)
{
    enum reason reason = nothing_of(spread);
    if (reason)
        return value_null(reason);
    struct buf buf;
    buf_init(&buf, NAMES_BYTES);
    for (size_t i = 0; i < spread->active; i++) {
        const struct part *part = &spread->parts[i];
        if (i >= k && part->cell.sum != spread->parts[i - 1].cell.sum)
            break;
        buf_add_text(&buf, i ? "; " : "");
        buf_add(&buf, part->name);
    }
    struct value names = value_text(arena_str(arena, buf_str(&buf)));
    buf_done(&buf);
    return names;
}

struct value spread_largest(const struct spread *spread, struct arena *arena)
{
    return spread_names(spread, 1, arena);
}

void spread_units(const struct spread *spread, bool universe,
                  struct units *units)
{
    size_t count = universe ? spread->universe : spread->active;
    double *values = mem_alloc(count, sizeof *values);
    for (size_t i = 0; i < spread->active; i++)
        values[i] =
            ratio_double((struct ratio){spread->parts[i].cell.sum, AMOUNT_ONE});
    units_init(units, values, count);
    mem_free(values);
}

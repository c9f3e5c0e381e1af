/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/mirror_sums.h"

/* Of tables. */
#define DECIMALS 2

amount mirror_gap(const struct mirror_margin *margin, amount exports,
                  amount imports)
{
    return imports * margin->per - exports * margin->base;
}

/* (m + X) * margin.base */
static amount mass(const struct mirror_margin *margin, amount exports,
                   amount imports)
{
    return imports * margin->per + exports * margin->base;
}

static void add_one_sided(struct mirror_sums *sums,
                          const struct mirror_flow *flow)
{
    if (flow->exporter.recorded) {
        sums->exporter_only += flow->importer.reports;
        sums->exporter_alone += !flow->importer.reports;
        sums->only_exports += flow->exporter.value;
    } else {
        sums->importer_only += flow->exporter.reports;
        sums->importer_alone += !flow->exporter.reports;
        sums->only_imports += flow->importer.value;
    }
}

void mirror_sums_add(struct mirror_sums *sums,
                     const struct mirror_margin *margin,
                     const struct mirror_flow *flow)
{
    amount exports = flow->exporter.value;
    amount imports = flow->importer.value;
    if (!flow->exporter.recorded || !flow->importer.recorded) {
        add_one_sided(sums, flow);
        return;
    }
    if (!mirror_is_both(flow)) {
        sums->untold++;
        return;
    }
    sums->both++;
    sums->denied += exports == 0 && imports > 0;
    sums->exports += exports;
    sums->imports += imports;
    sums->gap += amount_size(mirror_gap(margin, exports, imports));
}

struct mirror_sums mirror_sums_of(const struct mirror *mirror)
{
    struct mirror_sums sums = {0};
    for (size_t i = 0; i < mirror->count; i++) {
        if (mirror_lists(mirror, &mirror->flows[i]))
            mirror_sums_add(&sums, &mirror->margin, &mirror->flows[i]);
    }
    return sums;
}

struct value mirror_difference(const struct mirror_margin *margin,
                               amount exports, amount imports)
{
    amount gap = mirror_gap(margin, exports, imports);
    return margin->base == 1 ? value_amount(gap)
                             : value_ratio(gap, margin->base * AMOUNT_ONE);
}

struct value mirror_rounded_difference(const struct mirror_margin *margin,
                                       amount exports, amount imports)
{
    amount gap = mirror_gap(margin, exports, imports);
    amount half = margin->base / 2;
    return value_amount((gap < 0 ? gap - half : gap + half) / margin->base);
}

static struct value signed_ratio(amount num, amount den)
{
    struct value value = value_flagged(value_ratio(num, den), VALUE_SIGNED);
    value.decimals = DECIMALS;
    return value;
}

struct value mirror_asymmetry(const struct mirror_margin *margin,
                              amount exports, amount imports)
{
    return signed_ratio(mirror_gap(margin, exports, imports),
                        mass(margin, exports, imports));
}

struct value mirror_discrepancy(const struct mirror_margin *margin,
                                const struct mirror_sums *sums)
{
    struct value value =
        value_ratio(sums->gap, mass(margin, sums->exports, sums->imports));
    value.decimals = DECIMALS;
    return value;
}

struct value mirror_cif_fob(amount exports, amount imports)
{
    struct value value = value_ratio(imports, exports);
    value.decimals = DECIMALS;
    return value;
}

static bool is_next_year(const struct mirror_flow *flow,
                         const struct mirror_flow *next)
{
    return next->supplier == flow->supplier &&
           next->recipient == flow->recipient &&
           next->category == flow->category && next->year == flow->year + 1;
}

struct mirror_lag mirror_lag_of(const struct mirror *mirror)
{
    struct mirror_lag lag = {0};
    for (size_t i = 0; i + 1 < mirror->count; i++) {
        const struct mirror_flow *flow = &mirror->flows[i];
        const struct mirror_flow *next = &mirror->flows[i + 1];
        if (!mirror_lists(mirror, flow) || !mirror_is_both(flow) ||
            !is_next_year(flow, next) || !next->importer.told)
            continue;
        struct mirror_flow late = *flow;
        late.importer = next->importer;
        mirror_sums_add(&lag.same, &mirror->margin, flow);
        mirror_sums_add(&lag.next, &mirror->margin, &late);
    }
    return lag;
}

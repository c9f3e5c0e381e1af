/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What exporters report against what importers report of the same trade
 * (methods 6.5). A flow is a pair of places in a year, and in a category where
 * categories cannot be added or were asked for. With X the exporter's report,
 * M the importer's and a margin for freight and insurance, m = M / (1 +
 * margin): difference m - X, asymmetry (m - X) / (m + X). A side without a
 * record is not known, never 0. Two spellings of one place are one place here:
 * else reports would not meet.
 *
 * mirror.c the margin, and what can be compared at all; mirror_flows.c reports
 * into flows; mirror_sums.c what several flows sum to;
 * mirror_list.c and mirror_view.c the flows, for machines and for people;
 * mirror_reporters.c how far each reporter's reports and its partners' agree.
 */
#ifndef ANALYSIS_MIRROR_H
#define ANALYSIS_MIRROR_H

#include "analysis/mirror_reports.h"
#include "analysis/study.h"
#include "result/result.h"

/* What one side says. */
struct mirror_side {
    bool recorded; /* some row of that side is about this flow */
    bool told;     /* it says how much: */
    amount value;
    bool reports; /* it reported something that year */
};

struct mirror_flow {
    uint32_t supplier; /* number of the spelling that is shown */
    uint32_t recipient;
    uint32_t category; /* NAME_NONE: all of them together */
    int year;
    struct mirror_side exporter;
    struct mirror_side importer;
};

/* m = M * per / base, in lowest terms. */
struct mirror_margin {
    amount per_cent; /* millionths; 0: none */
    amount per;
    amount base;
};

struct mirror_question {
    const struct question *question;
    const struct mirror_reports *reports;
    amount margin;              /* per cent; 0: none */
    bool each_category;         /* categories apart, though they can be added */
    struct filter_judge *takes; /* the flows asked for */
    struct filter_judge *takes_supplier; /* the same of one side only */
    struct filter_judge *takes_recipient;
};

struct mirror {
    const struct study *study; /* its cube is that of exports */
    const struct mirror_question *question;
    struct periods periods;
    struct mirror_margin margin;
    bool by_category;
    bool addable;              /* items of several categories are not */
    struct mirror_flow *flows; /* of all years; of a pair and category side by
                                  side, by year */
    size_t count;
    size_t none;      /* pairs and years: both sides reported, but nothing of
                         each other */
    size_t undivided; /* cells whose report names no partner, */
    size_t own;       /* or names the reporter itself: not compared */
    size_t spellings; /* names that were taken for another one */
};

/* ERR_REQUEST: years that are not covered, no report names its partner.
 * ERR_DATA: a sum is too large. The flows are in the study's arena. */
bool mirror_build(struct mirror *mirror, const struct study *study,
                  const struct mirror_question *question, struct err *err);

/* The flows, from the reports; the years, `margin` and `by_category` are set.
 */
void mirror_collect(struct mirror *mirror);

/* Whether the flow is of the years asked for. */
bool mirror_lists(const struct mirror *mirror, const struct mirror_flow *flow);

/* Both sides say how much. */
static inline bool mirror_is_both(const struct mirror_flow *flow)
{
    return flow->exporter.told && flow->importer.told;
}

/* Every flow: those with both reports by the size of their difference, then
 * the others by what is reported; so many of each as the question says. */
struct result *mirror_result(const struct study *study,
                             const struct mirror_question *question,
                             struct err *err);

/* The reporters, exporters for `by` BY_SUPPLIER, importers for BY_RECIPIENT:
 * how far their reports and those of their partners agree. */
struct result *mirror_reporters(const struct study *study,
                                const struct mirror_question *question,
                                enum by by, struct err *err);

#endif

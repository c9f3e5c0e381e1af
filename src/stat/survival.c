/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/survival.h"

#include <assert.h>
#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* What products of fractions may be off where they should meet a share. */
#define TOLERANCE 1e-12

static int time_order(const void *left, const void *right)
{
    const struct lifetime *a = left;
    const struct lifetime *b = right;
    return (a->time > b->time) - (a->time < b->time);
}

/* All that is at the time of the first one. */
static struct survival_step step_of(const struct lifetime *sorted, size_t n)
{
    struct survival_step step = {.time = sorted[0].time, .at_risk = n};
    for (size_t i = 0; i < n && !(sorted[i].time > step.time); i++) {
        if (sorted[i].happened)
            step.events++;
        else
            step.censored++;
    }
    return step;
}

static void fill_curve(struct survival *survival)
{
    double product = 1, hazard = 0, variance = 0;
    for (size_t i = 0; i < survival->count; i++) {
        struct survival_step *step = &survival->steps[i];
        double risk = (double)step->at_risk, events = (double)step->events;
        product *= (risk - events) / risk;
        hazard += events / risk;
        step->survival = product;
        step->hazard = hazard;
        step->error = estimate_none(UNDEFINED_NEGATIVE_VARIANCE);
        if (step->events == step->at_risk)
            continue; /* nobody is left, so this is the last step */
        variance += events / (risk * (risk - events));
        step->error = estimate_of(product * sqrt(variance));
    }
}

struct survival survival_of(const struct lifetime *lifetimes, size_t n,
                            struct arena *arena)
{
    struct survival survival = {.n = n};
    struct lifetime *sorted = mem_alloc(n, sizeof(*sorted));
    survival.steps = arena_alloc(arena, n, sizeof(*survival.steps));
    if (n > 0)
        memcpy(sorted, lifetimes, n * sizeof(*sorted));
    qsort(sorted, n, sizeof(*sorted), time_order);
    for (size_t i = 0; i < n;) {
        struct survival_step step = step_of(&sorted[i], n - i);
        assert(step.time >= 0 && isfinite(step.time));
        survival.events += step.events;
        survival.steps[survival.count++] = step;
        i += step.events + step.censored;
    }
    mem_free(sorted);
    fill_curve(&survival);
    return survival;
}

static struct survival_limits no_limits(void)
{
    struct estimate none = estimate_none(UNDEFINED_NEGATIVE_VARIANCE);
    return (struct survival_limits){none, none};
}

static struct survival_limits limits_of(double low, double high)
{
    return (struct survival_limits){estimate_of(low), estimate_of(high)};
}

struct survival_limits survival_limits(const struct survival_step *step,
                                       enum survival_scale scale, double level)
{
    double s = step->survival;
    if (!estimate_is(step->error) || s <= 0 || s >= 1)
        return no_limits();
    double z = gsl_cdf_ugaussian_Qinv((1 - level) / 2);
    double relative = step->error.value / s;
    switch (scale) {
    case SURVIVAL_LOG_LOG: {
        double spread = exp(z * relative / fabs(log(s)));
        return limits_of(pow(s, spread), pow(s, 1 / spread));
    }
    case SURVIVAL_LOG:
        return limits_of(s * exp(-z * relative),
                         fmin(1, s * exp(z * relative)));
    default:
        return limits_of(fmax(0, s - z * step->error.value),
                         fmin(1, s + z * step->error.value));
    }
}

/* The step that holds at that time, or null before the first. */
static const struct survival_step *step_at(const struct survival *survival,
                                           double time)
{
    const struct survival_step *at = NULL;
    for (size_t i = 0; i < survival->count; i++) {
        if (survival->steps[i].time > time)
            break;
        at = &survival->steps[i];
    }
    return at;
}

/* Whether the curve says anything of that time. */
static enum undefined reaches(const struct survival *survival, double time)
{
    if (survival->count == 0)
        return UNDEFINED_NO_DATA;
    const struct survival_step *last = &survival->steps[survival->count - 1];
    bool ends = last->events == last->at_risk;
    return ends || time <= last->time ? DEFINED : UNDEFINED_NOT_REACHED;
}

struct estimate survival_at(const struct survival *survival, double time)
{
    enum undefined undefined = reaches(survival, time);
    if (undefined)
        return estimate_none(undefined);
    const struct survival_step *step = step_at(survival, time);
    return estimate_of(step ? step->survival : 1);
}

/* The next time at which it happens behind a step. */
static double next_event(const struct survival *survival, size_t at)
{
    for (size_t i = at + 1; i < survival->count; i++) {
        if (survival->steps[i].events > 0)
            return survival->steps[i].time;
    }
    return survival->steps[at].time;
}

struct estimate survival_quantile(const struct survival *survival, double share,
                                  struct estimate *middle)
{
    struct estimate none = estimate_none(
        survival->count > 0 ? UNDEFINED_NOT_REACHED : UNDEFINED_NO_DATA);
    assert(share > 0 && share < 1);
    if (middle)
        *middle = none;
    for (size_t i = 0; i < survival->count; i++) {
        const struct survival_step *step = &survival->steps[i];
        double above = step->survival - (1 - share);
        if (above > TOLERANCE)
            continue;
        bool meets = above > -TOLERANCE;
        if (middle)
            *middle =
                estimate_of(meets ? (step->time + next_event(survival, i)) / 2
                                  : step->time);
        return estimate_of(step->time);
    }
    return none;
}

struct survival_limits survival_quantile_limits(const struct survival *survival,
                                                double share,
                                                enum survival_scale scale,
                                                double level)
{
    struct estimate none = estimate_none(
        survival->count > 0 ? UNDEFINED_NOT_REACHED : UNDEFINED_NO_DATA);
    struct survival_limits found = {none, none};
    double left = 1 - share;
    for (size_t i = 0; i < survival->count; i++) {
        const struct survival_step *step = &survival->steps[i];
        struct survival_limits limits = survival_limits(step, scale, level);
        bool falls = estimate_is(limits.low) && limits.low.value <= left;
        if (!estimate_is(found.low) && falls)
            found.low = estimate_of(step->time);
        falls = estimate_is(limits.high) && limits.high.value <= left;
        if (!estimate_is(found.high) && falls)
            found.high = estimate_of(step->time);
    }
    return found;
}

/* Area under the curve from a step to the horizon. */
static double area_from(const struct survival *survival, size_t at,
                        double horizon)
{
    double area = 0;
    for (size_t i = at; i < survival->count; i++) {
        const struct survival_step *step = &survival->steps[i];
        double end = i + 1 < survival->count ? step[1].time : horizon;
        if (step->time >= horizon)
            break;
        area += step->survival * (fmin(end, horizon) - step->time);
    }
    return area;
}

struct restricted_mean survival_mean(const struct survival *survival,
                                     double horizon)
{
    enum undefined undefined = reaches(survival, horizon);
    if (undefined)
        return (struct restricted_mean){estimate_none(undefined),
                                        estimate_none(undefined)};
    double variance = 0;
    for (size_t i = 0; i < survival->count; i++) {
        const struct survival_step *step = &survival->steps[i];
        double risk = (double)step->at_risk, events = (double)step->events;
        double area = area_from(survival, i, horizon);
        if (step->events < step->at_risk)
            variance += area * area * events / (risk * (risk - events));
    }
    double before = fmin(survival->steps[0].time, horizon);
    return (struct restricted_mean){
        estimate_of(before + area_from(survival, 0, horizon)),
        estimate_of(sqrt(variance))};
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/rank_law.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>

#include "base/mem.h"

/* Beyond, the normal density and its tail are nothing to a double. */
#define REACH 8.5

/* Mass of a law that is not carried on. */
#define NOTHING 1e-20

/* Sums of doubles may miss a quantile by their last digits. */
#define SLACK 1e-9

struct rank_summary rank_summarise(const double *weights, size_t count,
                                   double sum, double level)
{
    struct rank_summary summary = {.modal = 1, .first = weights[0] / sum};
    double low = (1 - level) / 2 * sum * (1 - SLACK);
    double high = (1 + level) / 2 * sum * (1 - SLACK);
    double reached = 0;
    for (size_t i = 0; i < count; i++) {
        reached += weights[i];
        summary.mean += (double)(i + 1) * weights[i] / sum;
        if (i < 5)
            summary.top5 += weights[i] / sum;
        if (!summary.best && reached >= low)
            summary.best = i + 1;
        if (!summary.worst && reached >= high)
            summary.worst = i + 1;
        if (weights[i] > weights[summary.modal - 1] + SLACK * sum)
            summary.modal = i + 1;
    }
    if (!summary.worst)
        summary.worst = count;
    return summary;
}

/* How many of independent trials succeed: mass[i] for first + i. */
struct successes {
    double *mass;
    size_t first;
    size_t count;
};

static void add_trial(struct successes *successes, double p)
{
    double *mass = successes->mass;
    if (p >= 1 - NOTHING) {
        successes->first++;
        return;
    }
    mass[successes->count] = 0;
    for (size_t i = successes->count; i > 0; i--)
        mass[i] = mass[i] * (1 - p) + mass[i - 1] * p;
    mass[0] *= 1 - p;
    successes->count++;
    while (successes->count > 1 && mass[successes->count - 1] < NOTHING)
        successes->count--;
}

/* The law of how many are larger than `which` when that is off by z. */
static void count_larger(struct successes *successes, const double *logs,
                         const double *errors, size_t count, size_t which,
                         double z)
{
    double at = logs[which] + errors[which] * z;
    *successes = (struct successes){.mass = successes->mass, .count = 1};
    successes->mass[0] = 1;
    for (size_t j = 0; j < count; j++) {
        double x = (logs[j] - at) / errors[j];
        if (j != which && x > -REACH)
            add_trial(successes, x < REACH ? gsl_cdf_ugaussian_P(x) : 1);
    }
}

/* The integrand bends no faster than the error of another one lets it. */
static double step_of(const double *errors, size_t count, size_t which)
{
    double least = 1;
    for (size_t j = 0; j < count; j++)
        if (errors[j] / errors[which] < least)
            least = errors[j] / errors[which];
    return least / 16 > 1e-3 ? least / 16 : 1e-3;
}

void rank_law(const double *values, const double *errors, size_t count,
              size_t which, double *law)
{
    double *logs = mem_alloc(count, sizeof *logs);
    struct successes larger = {.mass = mem_alloc(count + 1, sizeof(double))};
    size_t above = 0;
    for (size_t i = 0; i < count; i++) {
        law[i] = 0;
        above += values[i] > 0;
        logs[i] = values[i] > 0 ? log(values[i]) : -HUGE_VAL;
    }
    if (!(values[which] > 0)) {
        law[above] = 1;
    } else {
        double step = step_of(errors, count, which);
        long nodes = lround(REACH / step);
        for (long node = -nodes; node <= nodes; node++) {
            double z = (double)node * step;
            double weight = gsl_ran_ugaussian_pdf(z) * step;
            count_larger(&larger, logs, errors, count, which, z);
            for (size_t i = 0; i < larger.count; i++)
                law[larger.first + i] += weight * larger.mass[i];
        }
    }
    mem_free(logs);
    mem_free(larger.mass);
}

double rank_joint_sets(const double *values, const double *errors, size_t count,
                       double level, size_t *best, size_t *worst)
{
    size_t above = 0;
    for (size_t i = 0; i < count; i++)
        above += values[i] > 0;
    /* 1 - level^(1/n), without loss where n is large. */
    double miss = above ? -expm1(log(level) / (double)above) : 1;
    double q = gsl_cdf_ugaussian_Qinv(miss / 2);
    for (size_t i = 0; i < count; i++) {
        double low = values[i] * (1 - q * errors[i]);
        double high = values[i] * (1 + q * errors[i]);
        best[i] = worst[i] = 1;
        for (size_t j = 0; j < count; j++) {
            if (j == i)
                continue;
            best[i] += values[j] * (1 - q * errors[j]) > high;
            worst[i] += values[j] * (1 + q * errors[j]) > low;
        }
    }
    return q;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "answers.h"

#include <stdio.h>
#include <stdlib.h>

static bool is_arms(int product)
{
    int heading = product / 100;
    return (heading >= 9301 && heading <= 9307) || heading == 8710;
}

void answers_add(struct answers *answers, const struct flows *flows,
                 const struct flow *flow, int64_t amount)
{
    answers->years[flow->supplier][flow->year - FIRST_YEAR] += amount;
    if (flow->supplier == 0)
        answers->partners[flow->recipient] += amount;
    if (is_arms(flows->products[flow->product]))
        answers->arms[flow->supplier] += amount;
}

static FILE *create(const char *stem, const char *question)
{
    char *name;
    if (asprintf(&name, "%s.%s", stem, question) < 0)
        return NULL;
    FILE *stream = fopen(name, "w");
    free(name);
    return stream;
}

static void put_amount(FILE *stream, int64_t amount, int64_t scale)
{
    fprintf(stream, "%lld", (long long)(amount / scale));
    int64_t rest = amount % scale;
    if (rest)
        fprintf(stream, rest % 10 ? ".%02lld" : ".%lld",
                (long long)(rest % 10 ? rest : rest / 10));
    putc('\n', stream);
}

static void put_line(FILE *stream, const char *key, int64_t amount,
                     int64_t scale)
{
    if (!amount)
        return;
    fprintf(stream, "%s\t", key);
    put_amount(stream, amount, scale);
}

static bool is_written(FILE *stream)
{
    bool sound = !ferror(stream);
    return fclose(stream) == 0 && sound;
}

static bool write_sums(const int64_t *sums, const char *stem,
                       const char *question, const char *const *keys,
                       int64_t scale)
{
    FILE *stream = create(stem, question);
    if (!stream)
        return false;
    for (int i = 0; i < PLACES; i++)
        put_line(stream, keys[i], sums[i], scale);
    return is_written(stream);
}

static bool write_years(const struct answers *answers, const char *stem,
                        const char *const *keys, int64_t scale)
{
    FILE *stream = create(stem, "years");
    if (!stream)
        return false;
    for (int i = 0; i < PLACES; i++) {
        for (int year = 0; year < YEARS; year++) {
            if (!answers->years[i][year])
                continue;
            fprintf(stream, "%s\t%d\t", keys[i], FIRST_YEAR + year);
            put_amount(stream, answers->years[i][year], scale);
        }
    }
    return is_written(stream);
}

bool answers_write(const struct answers *answers, const char *stem,
                   const char *const *keys, int64_t scale)
{
    int64_t exporters[PLACES] = {0};
    for (int i = 0; i < PLACES; i++)
        for (int year = 0; year < YEARS; year++)
            exporters[i] += answers->years[i][year];
    return write_sums(exporters, stem, "exporters", keys, scale) &&
           write_sums(answers->partners, stem, "partners", keys, scale) &&
           write_sums(answers->arms, stem, "arms", keys, scale) &&
           write_years(answers, stem, keys, scale);
}

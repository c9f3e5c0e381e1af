/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/diag.h"
#include "base/opt.h"
#include "cmd/command.h"
#include "cmd/options.h"
#include "cmd/request.h"
#include "cmd/words.h"

/* Random draws above it take longer than anybody waits. */
#define MOST_DRAWS ((size_t)10000000)

static bool take_variant(struct request *request, struct str word,
                         struct err *err)
{
    const struct variant *variants = request->command->variants;
    const char *names[64];
    size_t count = 0;
    for (; variants[count].name; count++) {
        names[count] = variants[count].name;
        if (str_eq_fold(word, str_from(names[count])) ||
            str_eq_fold(word, STR("all")))
            request->statistics.variants |= (uint64_t)1 << count;
    }
    for (size_t i = 0; i < count; i++) {
        if (str_eq_fold(word, str_from(names[i])))
            return true;
    }
    if (str_eq_fold(word, STR("all")))
        return true;
    const char *quoted = diag_quote(&request->arena, word);
    const char *nearest = opt_nearest(word, names, count);
    const char *command = request->command->name;
    if (nearest)
        return err_set(err, ERR_REQUEST,
                       "--variant %s: did you mean %s? armstats %s --help "
                       "lists them",
                       quoted, nearest, command);
    return err_set(err, ERR_REQUEST,
                   "--variant %s: no statistic of %s; armstats %s --help lists "
                   "them",
                   quoted, command, command);
}

static bool take_variants(struct request *request, struct str words,
                          struct err *err)
{
    while (words.ptr) {
        if (!take_variant(request, str_cut(&words, ','), err))
            return false;
    }
    return true;
}

bool request_take_statistic(struct request *request, int id, const char *value,
                            struct err *err)
{
    struct statistic_request *statistics = &request->statistics;
    size_t seed;
    switch (id) {
    case O_VARIANT:
        return take_variants(request, str_from(value), err);
    case O_BREAK:
        statistics->breaks = value;
        return true;
    case O_SMOOTH:
        statistics->smooth = value;
        return true;
    case O_TIES:
        return words_ties(str_from(value), &statistics->ties, err);
    case O_ERROR:
        return words_error(str_from(value), &statistics->error, err);
    case O_DRAWS:
        return words_count(str_from(value), "--draws", 100, MOST_DRAWS,
                           &statistics->draws, err);
    case O_SEED:
        if (!words_count(str_from(value), "--seed", 0, UINT32_MAX, &seed, err))
            return false;
        statistics->seed = seed;
        return true;
    case O_LAGS:
        statistics->lags = true;
        return true;
    case O_LINKS:
        statistics->links = true;
        return true;
    case O_DECOMPOSE:
        statistics->decompose[statistics->decompose_count++] = value;
        return true;
    case O_DEFLATOR:
        statistics->deflator = value;
        return true;
    default:
        return words_year(str_from(value), "--prices", &statistics->prices,
                          err);
    }
}

bool request_check_statistics(const struct request *request, struct err *err)
{
    return !request->statistics.prices || request->statistics.deflator ||
           request->help ||
           err_set(err, ERR_REQUEST,
                   "--prices %d: constant prices need an index; add "
                   "--deflator FILE with year,index",
                   request->statistics.prices);
}

const char *request_not_money(struct str name)
{
    static const struct {
        const char *words; /* a blank around each */
        const char *said;
    } answers[] = {
        {" gdp gnp gni per-capita percapita population burden ",
         "amounts are never divided by GDP or people: TIV is an index of "
         "military capability, not money; compare shares (rank, partners), or "
         "take military expenditure in per cent of GDP from SIPRI"},
        {" currency usd dollars eur euro gbp convert exchange-rate ppp money ",
         "nothing is converted to money or between currencies: TIV is an index "
         "of military capability, not money; customs values are in Comtrade "
         "and BACI"},
        {" real constant constant-prices inflation cpi deflate nominal current "
         "base-year ",
         "constant prices are for money, by --deflator FILE --prices YEAR; TIV "
         "is an index of military capability, not money, and has none"},
    };
    struct arena arena;
    const char *said = NULL;
    arena_init(&arena);
    const char *word = arena_printf(&arena, " %.*s ", STR_ARG(name));
    for (size_t i = 0; !said && i < sizeof answers / sizeof answers[0]; i++) {
        if (strstr(answers[i].words, word))
            said = answers[i].said;
    }
    arena_done(&arena);
    return said;
}

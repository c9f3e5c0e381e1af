/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table describes the options: it parses them, prints --help and answers
 * an unknown word with the nearest right one. */
#ifndef BASE_OPT_H
#define BASE_OPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/err.h"
#include "base/str.h"

struct opt {
    int id;            /* what the caller switches on */
    const char *name;  /* without the dashes */
    char letter;       /* 'f' for -f, 0 for none */
    const char *value; /* "PLACE" in help; null: a flag */
    const char *help;  /* one line */
    const char *group; /* heading in --help; never null */
};

/* Called for each option in order (value null for flags) and for each
 * positional (id OPT_POSITIONAL, value the word). */
#define OPT_POSITIONAL (-1)
struct opt_sink {
    bool (*take)(void *context, int id, const char *value, struct err *err);
    void *context;
    /* What to say of an option that is none but is often tried, or null; may
     * be null itself. */
    const char *(*meant)(struct str name);
};

/* Reads argv[0..argc): --name VALUE, --name=VALUE, -o VALUE, -oVALUE, "--".
 * Options and positionals may be mixed; "-" is a positional. Abbreviations
 * are not accepted. Unknown option: ERR_REQUEST "unknown option '--suplier';
 * did you mean --supplier?". A flag with a value, or a missing value, names
 * the option. A word that begins with "--" is never taken as the value of the
 * option before it; --name=--x gives such a value. */
bool opt_parse(const struct opt *table, size_t count, int argc,
               char *const *argv, struct opt_sink sink, struct err *err);

/* The options for which `listed` is true, by group, wrapped to 80 columns. */
void opt_help(FILE *out, const struct opt *table, size_t count,
              bool (*listed)(const struct opt *option, const void *context),
              const void *context);

/* The word of `words` (count) nearest to `text`, or null when none is near
 * (distance more than a third of the longer length). */
const char *opt_nearest(struct str text, const char *const *words,
                        size_t count);

#endif

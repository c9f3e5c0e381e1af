/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the command line asks for, read but not yet carried out. */
#ifndef CMD_REQUEST_H
#define CMD_REQUEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "analysis/series.h"
#include "analysis/study.h"
#include "analysis/ties.h"
#include "base/arena.h"
#include "base/err.h"
#include "figure/figure.h"
#include "output/emit.h"
#include "source/reading.h"
#include "trade/filter.h"
#include "trade/merge.h"
#include "trade/succession.h"

struct command;

/* [RELEASE=]DATA */
struct data_word {
    int release; /* 0: no label */
    const char *path;
};

/* [KIND:]NAME.suffix of -o */
struct output_word {
    const char *path;
    bool figure;
    bool mapping;                     /* of describe: .map */
    enum format format;               /* of data */
    enum figure_format figure_format; /* of figures */
};

enum name_style { NAMES_SOURCE, NAMES_COMMON, NAMES_ISO3 };

/* Which statistics, and how. */
struct statistic_request {
    uint64_t variants;  /* bits: indices of the command's variants */
    const char *breaks; /* "2005", "search", or null */
    const char *smooth; /* "trailing:5", or null */
    enum ties ties;
    amount error; /* per cent; -1: not given */
    size_t draws;
    unsigned long seed;
    bool lags;
    bool links;
    const char **decompose; /* groups, as written */
    size_t decompose_count;
    const char *deflator;  /* a file, or null */
    int prices;            /* base year; 0: the last of the table */
};

struct request {
    struct arena arena;
    const struct command *command;
    const char *command_line; /* as provenance has it */

    struct filter filter;
    bool within;
    struct period_spec years;
    struct period_spec previous;
    int release; /* of the bundle; 0: newest */
    enum by by;
    bool by_given;
    enum each each;
    int span;
    const char **merges; /* of --merge, as written */
    size_t merge_count;
    const char *successor;        /* of --successor: "merge", a file, or null */
    int members;                  /* year of --members; 0: by year */
    struct merge merge;           /* the rows that the words of --merge make */
    struct succession succession; /* what --successor says */
    const char *world;            /* a second file for world totals, or null */
    bool partial;
    bool complete;

    size_t top;
    bool top_given;
    enum name_style names;
    enum format format;
    bool format_given;
    struct output_word *outputs;
    size_t output_count;
    bool force;
    struct emit_options emit;
    struct figure_options figure;
    bool figure_given;

    struct read_options read;
    const char **codes;  /* the read options' */
    struct str mapping;  /* what -o NAME.map writes */
    size_t max_memory;   /* bytes */
    const char *rejects; /* file for the rows left out, or null */
    struct statistic_request statistics;
    amount margin;         /* of imports, per cent; -1: not given */
    const char *unmatched; /* file whose unknown names are asked for, or null */
    bool strict;
    bool quiet;
    bool help;
    bool download_help;

    struct data_word *data;
    size_t data_count;
    const char **words; /* positionals of `places` */
    size_t word_count;
};

/* Reads argv[0..argc) (behind the command's name) by the options table. */
bool request_parse(struct request *request, const struct command *command,
                   int argc, char *const *argv, struct err *err);
void request_done(struct request *request);

/* Takes one of the options that say which statistics. */
bool request_take_statistic(struct request *request, int id, const char *value,
                            struct err *err);

/* Whether what they say goes together: prices of a year need an index. */
bool request_check_statistics(const struct request *request, struct err *err);

/* What to say of words that people try as options and that TIV cannot give
 * ("gdp", "currency", "real"); null for all others. */
const char *request_not_money(struct str name);

/* The question as far as it does not depend on the data. */
void request_question(const struct request *request, struct question *question);

/* A filter of a listed side chooses rows: the question gets it as such. */
void request_list_suppliers(const struct request *request,
                            struct question *question);
void request_list_recipients(const struct request *request,
                             struct question *question);

#endif

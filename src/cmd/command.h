/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One command, one file of this folder, one entry in the list. */
#ifndef CMD_COMMAND_H
#define CMD_COMMAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/err.h"
#include "cmd/request.h"

/* A statistic that --variant names. */
struct variant {
    const char *name; /* "hamed-rao" */
    const char *summary;
};

struct command {
    const char *name;
    const char *summary;         /* one line, for the list */
    const char *operands;        /* "[[RELEASE=]DATA...]" */
    const char *by_default;      /* what it does with no options: a sentence */
    const char *const *examples; /* arguments, as typed behind "armstats ";
                                    each is run by a test; null-ended */
    unsigned groups;             /* of options that it takes */
    const struct variant *variants; /* what --variant takes, ended by a null
                                       name; bit i of a request is its i-th */
    bool (*run)(struct request *request, struct err *err);
};

extern const struct command command_compare;
extern const struct command command_concentration;
extern const struct command command_convert;
extern const struct command command_datasets;
extern const struct command command_deals;
extern const struct command command_describe;
extern const struct command command_factsheet;
extern const struct command command_matrix;
extern const struct command command_mirror;
extern const struct command command_network;
extern const struct command command_partners;
extern const struct command command_places;
extern const struct command command_rank;
extern const struct command command_series;
extern const struct command command_trend;

extern const struct command *const command_list[];
extern const size_t command_count;

/* The command of that name; null with ERR_REQUEST and the nearest name. */
const struct command *command_find(const char *name, struct err *err);

/* `armstats --help`, `armstats COMMAND --help`. */
void help_program(FILE *out);
void help_command(FILE *out, const struct command *command);

/* `armstats --version`: ours and the libraries'. */
void help_version(FILE *out);

#endif

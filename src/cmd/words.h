/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of the command line to what they mean. Each names the option and the
 * right words when it does not know one. */
#ifndef CMD_WORDS_H
#define CMD_WORDS_H

#include "cmd/request.h"

bool words_condition(struct str word, unsigned *conditions, struct err *err);
bool words_period(struct str word, const char *option,
                  struct period_spec *period, struct err *err);
bool words_release(struct str word, int *release, struct err *err);
bool words_by(struct str word, enum by *by, struct err *err);
bool words_each(struct str word, enum each *each, struct err *err);
bool words_span(struct str word, int *span, struct err *err);
bool words_top(struct str word, size_t *top, struct err *err);
bool words_names(struct str word, enum name_style *names, struct err *err);
bool words_format(struct str word, enum format *format, struct err *err);
bool words_figure(struct str word, enum figure_kind *kind, struct err *err);
bool words_unit(struct str word, int *unit, struct err *err);
/* "512M": bytes, K, M and G being powers of 1024. At least 1M. */
bool words_size(struct str word, const char *option, size_t *bytes,
                struct err *err);
bool words_threads(struct str word, unsigned *threads, struct err *err);
bool words_provenance(struct str word, bool *hash_all, struct err *err);
bool words_rounding(struct str word, amount *width, struct err *err);
bool words_delimiter(struct str word, char *delimiter, struct err *err);

/* One of the characters. */
bool words_char(struct str word, const char *option, const char *characters,
                char *character, struct err *err);

/* A whole number from least to most. */
bool words_count(struct str word, const char *option, size_t least, size_t most,
                 size_t *count, struct err *err);

/* So many lines above the header: the line that it is on. */
bool words_skip(struct str word, size_t *line, struct err *err);

bool words_measure(struct str word, enum quantity *quantity, struct err *err);
bool words_reports(struct str word, enum reports *reports, struct err *err);
bool words_assume(struct str word, bool *even_split, struct err *err);
bool words_members(struct str word, int *year, struct err *err);
bool words_successor(struct str word, const char **successor, struct err *err);
bool words_ties(struct str word, enum ties *ties, struct err *err);
bool words_error(struct str word, amount *per_cent, struct err *err);
/* A year, four digits. */
bool words_year(struct str word, const char *option, int *year,
                struct err *err);
bool words_margin(struct str word, amount *per_cent, struct err *err);

#endif

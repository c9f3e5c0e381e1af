/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines on standard error. Every line starts with "armstats: " and, where it
 * is not plain information, "note: ", "warning: " or "error: ". Used by cmd/
 * and main.c only; lower rooms hand their remarks up. Whatever is printed is
 * made harmless for a terminal first (control bytes, bidi marks, bad UTF-8
 * become \xNN or \u{NNNN}). */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

void diag_quiet(bool quiet); /* leaves warnings and errors */

void diag_info(const char *format, ...) __attribute__((format(printf, 1, 2)));
void diag_note(const char *format, ...) __attribute__((format(printf, 1, 2)));
void diag_warning(const char *format, ...)
    __attribute__((format(printf, 1, 2)));
void diag_error(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* One line that comes and goes, below all others: a terminal's, and none under
 * --quiet. Whatever is said afterwards, or shown there, takes its place. */
bool diag_has_line(void);
size_t diag_line_columns(void); /* that it may fill */
void diag_show_line(const char *text);
void diag_clear_line(void); /* a signal handler may call it */

/* Text from data for a message: at most 60 characters, then "...", in single
 * quotes, harmless for a terminal. */
const char *diag_quote(struct arena *arena, struct str text);

#endif

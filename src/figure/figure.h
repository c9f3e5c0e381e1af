/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A result drawn by gnuplot: a prelude of variables written here, followed by
 * plots/style.gp and a template of plots/ byte for byte, and a data file. This
 * room is the only writer of gnuplot strings; gp_quote() in script.c is the
 * only way text gets into a script. */
#ifndef FIGURE_FIGURE_H
#define FIGURE_FIGURE_H

#include <stdbool.h>
#include <stdio.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/output.h"
#include "base/str.h"
#include "result/result.h"

enum figure_kind { FIGURE_RANKING, FIGURE_SERIES, FIGURE_COUNT };
enum figure_format {
    FIGURE_PDF,
    FIGURE_SVG,
    FIGURE_PNG,
    FIGURE_EPS,
    FIGURE_GP
};

struct figure_options {
    enum figure_kind kind;
    const char *size; /* "one-column", "one-and-half", "two-column" or
                         "WxH" in cm; null: one-column */
    bool mono;
    const char *title; /* null: none (the caption says it); "" likewise */
    const char *template_dir; /* where plots/ is */
    struct buf *remarks; /* gets what gnuplot said although it drew, harmless
                            for a terminal; null: not wanted */
};

bool figure_kind_from_word(struct str word, enum figure_kind *kind);

/* Which figure a command draws by itself; false: none. */
bool figure_natural(const char *command, enum figure_kind *kind);

bool figure_format_from_suffix(struct str path, enum figure_format *format);

/* Draws the result to `path` through the set of outputs: gnuplot writes into
 * a private directory, the file is checked and then copied. A ".gp" path is
 * written without gnuplot and leaves NAME.dat beside it, so that `gnuplot -d
 * NAME.gp`, run in their folder, draws NAME.svg there; the first lines of the
 * script say how to get a PDF, a PNG or an EPS.
 * ERR_SYSTEM: no gnuplot ("gnuplot is not installed: apt install
 * gnuplot-nox"), it failed, or what it left is not a whole figure.
 * ERR_REQUEST: the kind does not fit the result ("nothing to draw: no rows"),
 * a size out of 3 to 50 cm or too small for what is drawn. */
bool figure_draw(const struct result *result,
                 const struct figure_options *options, const char *path,
                 struct outputs *outputs, struct err *err);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs gnuplot in a private directory that is gone afterwards. gnuplot is told
 * fixed names only: it never sees a path of the user's, and its exit status is
 * not believed (it is 0 on a full disk), so the picture is looked at too. */
#ifndef FIGURE_GNUPLOT_H
#define FIGURE_GNUPLOT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

#define GNUPLOT_SECONDS 30
#define GNUPLOT_PICTURE_BYTES ((size_t)64 << 20)

/* The names that the script uses. */
#define GNUPLOT_DATA "./figure.dat"
#define GNUPLOT_STEM "./figure"

struct gnuplot_job {
    struct str script;
    struct str data;
    const char *suffix; /* of the picture: "svg" */
    size_t records;     /* that the script must report: "10 rows" */
    unsigned seconds;   /* wall-clock limit */
};

/* Absolute path of gnuplot: $ARMSTATS_GNUPLOT, what configure found, PATH.
 * ERR_SYSTEM: not installed. ERR_REQUEST: the variable is not an absolute
 * path. */
bool gnuplot_find(char *path, size_t size, struct err *err);

/* The picture as gnuplot left it, in *picture, whose maximum bounds it; what
 * gnuplot said besides the number of rows, harmless for a terminal, in
 * *remarks. ERR_SYSTEM: no gnuplot, no directory, it failed or hung, it read
 * another number of rows, it left no picture or an empty one. */
bool gnuplot_draw(const struct gnuplot_job *job, struct buf *picture,
                  struct buf *remarks, struct err *err);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a person sees a result: title, heads over up to three lines with spans,
 * rows of which some are sums, lines under the table. Values are not text
 * yet.
 *
 * What the fields below say is the look of a table whose contents are of
 * ordinary length. It grows with its contents; when it would pass the table's
 * width, the flexible column gives way first, then the gaps (down to two
 * blanks), then the columns of text, which wrap. Two blanks at least stand
 * between two texts of a line. */
#ifndef RESULT_VIEW_H
#define RESULT_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "result/value.h"

#define VIEW_HEAD_LINES 3
#define VIEW_WIDTH 80

enum align { ALIGN_LEFT, ALIGN_RIGHT };

struct view_column {
    enum kind kind;
    enum align align; /* of head and body. In a left column numbers are aligned
                         right among themselves */
    size_t width;     /* least width of the body. Shares, changes and points are
                         aligned at the decimal point: 5 holds "100  " */
    size_t gap;       /* blanks before the column, the first one's too */
    bool flexible;    /* the first to give way; wraps behind ", " */
    const char *head[VIEW_HEAD_LINES]; /* bottom line last; null: none */
    int head_shift;    /* moves the heads: -1 is one to the left */
    const char *label; /* the head in one piece, for Markdown: "Share of the
                          world 2018–22, %"; null: the heads joined */
};

/* A head over several columns, or one, centred over them (over their heads
 * too, where these are wider than the bodies). Where that falls on half a
 * column a narrower text goes to the left, a wider one to the right. It gives
 * way to its neighbours on the line. */
struct view_span {
    size_t line;
    size_t first;
    size_t last;
    int shift; /* moves it: 2 is two to the right */
    const char *text;
};

/* The rule under the heads is always there; all others are rows. An entry
 * whose cells are all null is an empty line. */
enum view_role {
    VIEW_ENTRY,
    VIEW_OTHERS, /* what is not listed, summed */
    VIEW_TOTAL,  /* world, all */
    VIEW_RULE,   /* a rule across the table, no cells */
};

struct view_row {
    enum view_role role;
    struct value *cells;
};

struct view {
    const char *title;     /* what, direction, period */
    const char *unit_line; /* the unit, and that TIV is not money */
    const char *unit_of_figure; /* the same where tables print thousands and
                                   figures scale for themselves, or null */
    struct view_column *columns;
    size_t column_count;
    size_t column_cap;
    struct view_span *spans;
    size_t span_count;
    size_t span_cap;
    struct view_row *rows;
    size_t row_count;
    size_t row_cap;
    const char **foot; /* paragraphs under the table, wrapped by the emitter
                          (behind "1  " they hang); the source line is the
                          last but one where other releases differ */
    size_t foot_count;
    size_t foot_cap;
};

size_t view_add_column(struct view *view, struct arena *arena,
                       struct view_column column);
void view_add_span(struct view *view, struct arena *arena,
                   struct view_span span);

/* Cells of a new row, all null with REASON_NONE. */
struct value *view_add_row(struct view *view, struct arena *arena,
                           enum view_role role);

/* An entry without a single cell: an empty line. */
bool view_row_is_blank(const struct view *view, size_t row);

/* Adds a paragraph under the table. */
void view_add_foot(struct view *view, struct arena *arena, const char *format,
                   ...) __attribute__((format(printf, 3, 4)));

/* The same, before all others; the text must live as long as the view. */
void view_insert_foot(struct view *view, struct arena *arena, const char *text);

#endif

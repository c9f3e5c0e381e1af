/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the views of this room are put together from. */
#ifndef ANALYSIS_VIEW_PARTS_H
#define ANALYSIS_VIEW_PARTS_H

#include <stddef.h>

#include "analysis/study.h"
#include "result/result.h"

/* The place of a column that this view does not show. */
#define NOT_SHOWN SIZE_MAX

/* Heads of a column, from the top line down; null: none on that line. */
struct heads {
    const char *lines[VIEW_HEAD_LINES];
    const char *label; /* in one piece */
};

/* Adds a column: text left and flexible, everything else right. */
size_t parts_column(struct result *result, enum kind kind, size_t width,
                    size_t gap, struct heads heads);

/* Adds a head over the columns first to last, moved by `shift`. */
void parts_span(struct result *result, size_t line, size_t first, size_t last,
                int shift, const char *text);

/* A column of names: text that wraps only when no gap gives way. */
size_t parts_names(struct result *result, size_t width, size_t gap,
                   const char *head);

/* Sets a cell unless its column is not shown. */
void parts_put(struct value *cells, size_t at, struct value value);

/* "58 others", "1 other": the label of what is not listed. */
const char *parts_others(struct arena *arena, size_t count);

/* Notes on what the periods leave out or compare. */
void parts_note_periods(struct result *result, const struct periods *periods);

/* The note on years asked for that come before the first whole period of so
 * many years; none where there are no such years. */
void parts_note_left_out(struct result *result, struct period asked,
                         struct period span, int length);

/* The note on an empty answer. */
void parts_note_nothing(struct result *result, const struct study *study);

/* All notes so far as lines under the table. */
void parts_show_notes(struct result *result);

/* How wide the amount is in a table. */
size_t parts_amount_width(amount value);

/* Whether a cell of the view prints as "–". */
bool parts_has_no_record(const struct view *view);

#endif

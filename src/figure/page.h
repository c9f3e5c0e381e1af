/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet that a figure is drawn on, in points (72 an inch), and what lies
 * around the plot: title above, tic labels, axis text and caption below.
 * gnuplot gets every place as a part of the page, so nothing depends on what
 * a terminal takes for the width of a character. */
#ifndef FIGURE_PAGE_H
#define FIGURE_PAGE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"
#include "figure/text.h"

#define PAGE_FONT 8.0   /* size of all text but title and caption, points */
#define PAGE_LINE 9.4   /* from one line to the next at that size */
#define PAGE_MARGIN 4.0 /* between any text and the edge */
#define PAGE_TICS 16.0  /* height of the labels under a horizontal axis */
#define PAGE_ALL 1.0

struct page {
    struct arena *arena;
    double width;
    double height; /* 0 until page_settle() when the size leaves it open */
    struct text_lines title;
    struct text_lines caption;
    struct buf drawn; /* all text of the figure, for fonts.h */
    /* Between the edges of the page and of the plot. */
    double left;
    double right;
    double top;
    double bottom;
};

/* `size`: "one-column" (8.8 cm), "one-and-half" (12), "two-column" (18), with
 * a height that fits the content, or "WxH" in cm; null: one-column.
 * ERR_REQUEST: another word, or less than 3 or more than 50 cm. */
bool page_init(struct page *page, struct arena *arena, const char *size,
               struct err *err);
void page_done(struct page *page);

/* Adds text in the font of the page, as up to two lines of at most this part
 * of its width: PAGE_ALL from margin to margin. */
void page_add_text(struct page *page, struct text_lines *lines, struct str text,
                   double part);

/* At most three lines; none for an empty text. */
void page_set_title(struct page *page, struct str text);

/* A paragraph of the caption. */
void page_add_caption(struct page *page, struct str text);

/* Adds title and caption to the margins `top` and `bottom`, which hold what
 * the kind of figure needs itself, and the height to the page: `wanted` for
 * the plot where the size leaves it open. ERR_REQUEST: the plot would be
 * lower than `least`, narrower than 1.5 cm, or the page higher than 50 cm. */
bool page_settle(struct page *page, double wanted, double least,
                 struct err *err);

double page_plot_width(const struct page *page);
double page_plot_height(const struct page *page);

/* A length as a part of another, to five digits. */
void page_write_place(struct buf *script, const char *name, double points,
                      double whole);

/* page_width, page_height, plot_left, …, title_text, caption_text, …: the
 * variables that plots/style.gp expects. */
void page_write(const struct page *page, struct buf *script);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "figure/page.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "base/diag.h"
#include "figure/script.h"

#define DRAWN_BYTES ((size_t)16 << 20)
#define POINTS_PER_CM (72 / 2.54)
#define LEAST_CM 3
#define MOST_CM 50
#define LEAST_PLOT_WIDTH (1.5 * POINTS_PER_CM)

#define NAME_LINES 2
#define TITLE_FONT 9.0
#define TITLE_LINE 10.6
#define TITLE_LINES 3
#define CAPTION_FONT 6.5
#define CAPTION_LINE 7.6
#define GAP 4.0 /* before the caption, after the title */

static const struct {
    const char *word;
    double cm;
} widths[] = {
    {"one-column", 8.8},
    {"one-and-half", 12},
    {"two-column", 18},
};

static bool read_cm(struct str text, double *cm)
{
    struct decimal number;

    if (decimal_parse(text, '.', &number) != DECIMAL_OK)
        return false;
    *cm = ratio_double((struct ratio){number.value, AMOUNT_ONE});
    return true;
}

static bool in_range(double cm)
{
    return cm >= LEAST_CM && cm <= MOST_CM;
}

static bool size_in_cm(const char *size, double *width, double *height)
{
    struct str rest = str_from(size);
    struct str first = str_cut(&rest, 'x');

    return rest.ptr && read_cm(first, width) && read_cm(rest, height);
}

bool page_init(struct page *page, struct arena *arena, const char *size,
               struct err *err)
{
    double width = 0;
    double height = 0;
    bool fits = false;

    for (size_t i = 0; i < sizeof(widths) / sizeof(widths[0]); i++) {
        if (strcmp(size ? size : "one-column", widths[i].word) == 0) {
            width = widths[i].cm;
            fits = true;
        }
    }
    if (!fits && !size_in_cm(size, &width, &height))
        return err_set(err, ERR_REQUEST,
                       "unknown size of a figure: %s; one-column, "
                       "one-and-half, two-column, or width and height in cm "
                       "as in 12x8",
                       diag_quote(arena, str_from(size)));
    if (!fits && !(in_range(width) && in_range(height)))
        return err_set(err, ERR_REQUEST,
                       "size of a figure out of range: %s; %d to %d cm",
                       diag_quote(arena, str_from(size)), LEAST_CM, MOST_CM);
    *page = (struct page){
        .arena = arena,
        .width = width * POINTS_PER_CM,
        .height = height * POINTS_PER_CM,
    };
    buf_init(&page->drawn, DRAWN_BYTES);
    return true;
}

void page_done(struct page *page)
{
    buf_done(&page->drawn);
}

/* All text of a figure passes here. */
static void wrap(struct page *page, struct text_lines *lines, struct str text,
                 double width, double font, size_t most)
{
    size_t before = lines->count;

    text_wrap(lines, page->arena, text, width / font, most);
    for (size_t i = before; i < lines->count; i++)
        buf_add(&page->drawn, lines->line[i]);
}

static double writable_width(const struct page *page)
{
    return page->width - 2 * PAGE_MARGIN;
}

void page_add_text(struct page *page, struct text_lines *lines, struct str text,
                   double part)
{
    wrap(page, lines, text, part * writable_width(page), PAGE_FONT, NAME_LINES);
}

void page_set_title(struct page *page, struct str text)
{
    wrap(page, &page->title, text, writable_width(page), TITLE_FONT,
         TITLE_LINES);
}

void page_add_caption(struct page *page, struct str text)
{
    wrap(page, &page->caption, text, writable_width(page), CAPTION_FONT,
         TEXT_LINES);
}

double page_plot_width(const struct page *page)
{
    return page->width - page->left - page->right;
}

double page_plot_height(const struct page *page)
{
    return page->height - page->top - page->bottom;
}

static bool refuse_height(const struct page *page, double least,
                          struct err *err)
{
    double cm = (page->top + page->bottom + least) / POINTS_PER_CM;

    return err_set(err, ERR_REQUEST,
                   "the figure needs %.1f cm of height; fewer rows (--top), a "
                   "wider or a higher --size",
                   cm + 0.05);
}

bool page_settle(struct page *page, double wanted, double least,
                 struct err *err)
{
    assert(wanted >= least);
    if (page->title.count > 0)
        page->top += (double)page->title.count * TITLE_LINE + GAP;
    if (page->caption.count > 0)
        page->bottom += (double)page->caption.count * CAPTION_LINE + GAP;
    page->top += PAGE_MARGIN;
    page->bottom += PAGE_MARGIN;

    if (page->height == 0) {
        page->height = page->top + page->bottom + wanted;
        if (page->height < LEAST_CM * POINTS_PER_CM)
            page->height = LEAST_CM * POINTS_PER_CM;
        if (page->height > MOST_CM * POINTS_PER_CM)
            page->height = MOST_CM * POINTS_PER_CM;
    }
    if (page_plot_height(page) < least)
        return refuse_height(page, least, err);
    if (page_plot_width(page) < LEAST_PLOT_WIDTH)
        return err_set(err, ERR_REQUEST,
                       "the figure is too narrow for its names and numbers; a "
                       "wider --size");
    return true;
}

void page_write_place(struct buf *script, const char *name, double points,
                      double whole)
{
    gp_set_number(script, name, round(points / whole * 1e5) / 1e5);
}

void page_write(const struct page *page, struct buf *script)
{
    double width = page->width;
    double height = page->height;
    double under = PAGE_MARGIN + (double)page->caption.count * CAPTION_LINE;

    page_write_place(script, "page_width", width, POINTS_PER_CM);
    page_write_place(script, "page_height", height, POINTS_PER_CM);
    page_write_place(script, "plot_left", page->left, width);
    page_write_place(script, "plot_right", width - page->right, width);
    page_write_place(script, "plot_top", height - page->top, height);
    page_write_place(script, "plot_bottom", page->bottom, height);
    page_write_place(script, "text_left", PAGE_MARGIN, width);
    /* A block of lines is placed by the middle of its first one. */
    gp_set_lines(script, "title_text", &page->title);
    page_write_place(script, "title_y", height - PAGE_MARGIN - TITLE_LINE / 2,
                     height);
    gp_set_lines(script, "caption_text", &page->caption);
    page_write_place(script, "caption_y", under - CAPTION_LINE / 2, height);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "figure/product.h"

/* Where the date of an EPS is looked for. */
#define HEAD_BYTES 2048

static const struct {
    const char *suffix;
    struct str begin;
    struct str end;
} products[] = {
    [FIGURE_PDF] = {"pdf", {"%PDF-", 5}, {"%%EOF", 5}},
    [FIGURE_SVG] = {"svg", {"<?xml", 5}, {"</svg>", 6}},
    [FIGURE_PNG] = {"png",
                    {"\x89PNG\r\n\x1a\n", 8},
                    {"\0\0\0\0IEND\xae\x42\x60\x82", 12}},
    [FIGURE_EPS] = {"eps", {"%!PS-Adobe", 10}, {"%%EOF", 5}},
    [FIGURE_GP] = {"svg", {"", 0}, {"", 0}},
};

/* Signature and first chunk of a PNG; the resolution stands behind it: 11,811
 * pixels a metre are 300 an inch. */
#define PNG_HEAD 33
static const char resolution[] = "\0\0\0\x09pHYs\0\0\x2e\x23\0\0\x2e\x23\x01"
                                 "\x78\xa5\x3f\x76";

const char *product_suffix(enum figure_format format)
{
    return products[format].suffix;
}

static struct str without_newlines(struct str text)
{
    while (text.len > 0 &&
           (text.ptr[text.len - 1] == '\n' || text.ptr[text.len - 1] == '\r'))
        text.len--;
    return text;
}

bool product_check(enum figure_format format, struct str picture,
                   struct err *err)
{
    if (format != FIGURE_PNG)
        picture = without_newlines(picture);
    return (str_starts(picture, products[format].begin) &&
            str_ends(picture, products[format].end)) ||
           err_set(err, ERR_SYSTEM,
                   "what gnuplot left is not a whole %s; is TMPDIR full?",
                   products[format].suffix);
}

static void write_bytes(FILE *out, struct str bytes)
{
    fwrite(bytes.ptr, 1, bytes.len, out);
}

static void write_eps(FILE *out, struct str picture)
{
    const struct str mark = STR("\n%%CreationDate:");
    struct str head = {picture.ptr,
                       picture.len < HEAD_BYTES ? picture.len : HEAD_BYTES};
    ptrdiff_t at = str_find(head, mark);

    if (at < 0) {
        write_bytes(out, picture);
        return;
    }
    struct str rest = str_skip(picture, (size_t)at + mark.len);
    write_bytes(out, (struct str){picture.ptr, (size_t)at + mark.len});
    fputs(" Thu Jan 1 00:00:00 1970\n", out);
    str_cut(&rest, '\n');
    write_bytes(out, rest);
}

/* gnuplot escapes < and &, which leaves one thing that XML forbids. */
static void write_svg(FILE *out, struct str picture)
{
    ptrdiff_t at;

    while ((at = str_find(picture, STR("]]>"))) >= 0) {
        write_bytes(out, (struct str){picture.ptr, (size_t)at});
        fputs("]]&gt;", out);
        picture = str_skip(picture, (size_t)at + strlen("]]>"));
    }
    write_bytes(out, picture);
}

static bool lacks_resolution(struct str picture)
{
    ptrdiff_t pixels = str_find(picture, STR("IDAT"));

    return pixels > PNG_HEAD &&
           str_find((struct str){picture.ptr, (size_t)pixels}, STR("pHYs")) < 0;
}

static void write_png(FILE *out, struct str picture)
{
    if (lacks_resolution(picture)) {
        write_bytes(out, (struct str){picture.ptr, PNG_HEAD});
        fwrite(resolution, 1, sizeof(resolution) - 1, out);
        picture = str_skip(picture, PNG_HEAD);
    }
    write_bytes(out, picture);
}

void product_write(FILE *out, enum figure_format format, struct str picture)
{
    if (format == FIGURE_SVG)
        write_svg(out, picture);
    else if (format == FIGURE_EPS)
        write_eps(out, picture);
    else if (format == FIGURE_PNG)
        write_png(out, picture);
    else
        write_bytes(out, picture);
}

# SPDX-License-Identifier: GPL-3.0-or-later
# What all figures share: the sheet, the type and the colours. It stands in a
# script behind the variables that armstats writes and before the template of
# the figure. Plain gnuplot, 5.4 or later; the numbers below scale fonts and
# lines so that a point is a point in every format: text has 8 points, a line
# of width 1 has half a point.

font_name = "sans-serif"
if (file_type eq "pdf") {
    set terminal pdfcairo noenhanced color font font_name . ",8" \
        fontscale 0.75 linewidth 1 size page_width cm, page_height cm
}
if (file_type eq "eps") {
    set terminal epscairo noenhanced color font font_name . ",8" \
        fontscale 0.75 linewidth 2 size page_width cm, page_height cm
}
if (file_type eq "svg") {
    set terminal svg noenhanced background rgb "white" font font_name . ",8" \
        fontscale 96 / 72.0 linewidth 96 / 144.0 \
        size page_width / 2.54 * 96, page_height / 2.54 * 96
}
if (file_type eq "png") {
    set terminal pngcairo noenhanced color font font_name . ",8" \
        fontscale 300 / 96.0 linewidth 300 / 144.0 \
        size page_width / 2.54 * 300, page_height / 2.54 * 300
}
set encoding utf8
set output output_stem . "." . file_type

set datafile separator "\t"
set datafile commentschars ""
set datafile missing "NaN"

# Colours of Okabe and Ito; greys for --mono.
bar_colour = mono ? 0xb8b8b8 : 0x56b4e9
mark_colour = 0x000000
line_colour = mono ? 0x000000 : 0xd55e00
grid_colour = 0xd9d9d9

set lmargin at screen plot_left
set rmargin at screen plot_right
set tmargin at screen plot_top
set bmargin at screen plot_bottom
set border 3 linewidth 1
set tics nomirror out scale 0.4, 0.2
unset key
set label 1 title_text at screen text_left, screen title_y left \
    font font_name . ",9"
set label 2 caption_text at screen text_left, screen caption_y left \
    font font_name . ",6.5"

# 12345 as "12 345".
grouped(x) = x < 1000 ? sprintf("%g", x) : \
    grouped(floor(x / 1000.0)) . sprintf(" %03d", int(x) % 1000)

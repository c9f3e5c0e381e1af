# SPDX-License-Identifier: GPL-3.0-or-later
# Horizontal bars, the largest at the top; the period before as a tick; the
# number behind the bar.
# Data: 1 name, 2 number as printed, 3 value, 4 value before, 5 where the
# number stands, 6 row.

stats data_file using 6 skip 1 nooutput
print sprintf("%d rows", STATS_records)

set xrange [0:axis_end]
set yrange [rows + 0.5:0.5]
set xtics ("0" 0)
do for [i = 1:int(axis_end / axis_step + 0.5)] {
    set xtics add (grouped(i * axis_step) i * axis_step)
}
set ytics scale 0 offset character 0.5, 0
set label 3 axis_text at screen axis_text_x, screen axis_text_y center

half = bar_thickness / 2.0
# Without a period before, the ticks are drawn outside the plot.
before = has_previous ? 4 : 6
plot data_file skip 1 \
        using (0):6:(0):($3 / axis_scale):($6 - half):($6 + half) \
        with boxxyerror fillcolor rgb bar_colour fillstyle solid noborder, \
    data_file skip 1 \
        using (has_previous ? column(before) / axis_scale : -axis_end): \
            ($6 - 1.25 * half):(0):(2.5 * half) \
        with vectors nohead linewidth 3 linecolor rgb mark_colour, \
    data_file skip 1 \
        using ($5 / axis_scale):6:2:ytic(1) \
        with labels left offset character 0.5, 0

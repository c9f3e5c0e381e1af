# SPDX-License-Identifier: GPL-3.0-or-later
# Bars by year and the trailing mean as a line, drawn at its last year; a year
# without a bar has no record, a circle is a zero. One panel a series.
# Data: 1 year, 2 amount, 3 mean, 4 row; a blank line where the line breaks,
# two between panels.

stats data_file using 4 skip 1 nooutput
print sprintf("%d rows", STATS_records)

set xrange [first_year - free_years:last_year + free_years]
set yrange [0:axis_end]
set ytics ("0" 0)
do for [i = 1:int(axis_end / axis_step + 0.5)] {
    set ytics add (grouped(i * axis_step) i * axis_step)
}
set grid ytics linetype 1 linewidth 0.5 linecolor rgb grid_colour
set grid back

# The last year is always labelled, others at the step and not too near.
set xtics (sprintf("%d", last_year) last_year)
do for [year = first_year:last_year - 1] {
    if (year % year_step == 0 && last_year - year >= year_distance) {
        set xtics add (sprintf("%d", year) year)
    } else {
        set xtics add ("" year 1)
    }
}
set label 3 axis_text at screen text_left, screen axis_text_y left

set boxwidth bar_width
set style fill solid noborder
set multiplot
do for [panel = 1:panels] {
    top = plot_top - name_height - (panel - 1) * panel_pitch
    set tmargin at screen top
    set bmargin at screen top - panel_height
    set label 4 panel_name[panel] at screen plot_left, \
        screen top + name_height / 2.0 left
    # What there is nothing of is drawn outside the plot.
    mean = has_mean[panel] ? 3 : 4
    plot data_file skip 1 index panel - 1 \
            using 1:($2 / axis_scale) \
            with boxes fillcolor rgb bar_colour, \
        data_file skip 1 index panel - 1 \
            using 1:($2 == 0 ? 0 : -axis_end) \
            with points pointtype 6 pointsize 0.5 linecolor rgb mark_colour, \
        data_file skip 1 index panel - 1 \
            using 1:(has_mean[panel] ? column(mean) / axis_scale : -axis_end) \
            with linespoints pointtype 7 pointsize 0.13 linewidth 3 \
            linecolor rgb line_colour
    unset label
}
unset multiplot

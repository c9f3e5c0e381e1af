# SPDX-License-Identifier: GPL-3.0-or-later
# The measurements as a table in Markdown: medians, how many times as long as
# armstats on as many threads, the largest memory. Lines in: file, question,
# program, threads, seconds, seconds of processors, KiB, with tabs.
BEGIN { FS = "\t" }
{
    group = $1 FS $2
    cell = group FS $3 FS $4
    if (!(cell in count))
        order[++cells] = cell
    count[cell]++
    wall[cell, count[cell]] = $5
    cpu[cell, count[cell]] = $6
    if ($7 > memory[cell])
        memory[cell] = $7
    if ($3 == "armstats")
        ours[group FS $4] = cell
}
function median(times, cell,    i, j, n, sorted)
{
    n = count[cell]
    for (i = 1; i <= n; i++) {
        for (j = i - 1; j > 0 && sorted[j] > times[cell, i]; j--)
            sorted[j + 1] = sorted[j]
        sorted[j + 1] = times[cell, i]
    }
    return (sorted[int((n + 1) / 2)] + sorted[int(n / 2) + 1]) / 2
}
END {
    print "| file | question | program | threads | seconds | armstats = 1 |" \
        " CPU seconds | peak MiB | runs |"
    print "|---|---|---|--:|--:|--:|--:|--:|--:|"
    for (i = 1; i <= cells; i++) {
        cell = order[i]
        split(cell, part, FS)
        base = ours[part[1] FS part[2] FS part[4]]
        ratio = ""
        if (base != "" && median(wall, base) > 0)
            ratio = sprintf("%.2f", median(wall, cell) / median(wall, base))
        printf "| %s | %s | %s | %s | %.3f | %s | %.3f | %.0f | %d |\n",
            part[1], part[2], part[3], part[4], median(wall, cell), ratio,
            median(cpu, cell), memory[cell] / 1024, count[cell]
    }
}

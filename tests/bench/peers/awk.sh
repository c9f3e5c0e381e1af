#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# An awk that splits at commas, BENCH_AWK: for files without quotes only.
set -eu
# shellcheck disable=SC2016
"$BENCH_AWK" -F, '
BEGIN {
    question = ENVIRON["BENCH_QUESTION"]
    partner = ENVIRON["BENCH_PARTNER"]
}
NR == 1 {
    sub(/\r$/, "")
    for (i = 1; i <= NF; i++)
        at[$i] = i
    year = at[ENVIRON["BENCH_YEAR"]]
    supplier = at[ENVIRON["BENCH_SUPPLIER"]]
    recipient = at[ENVIRON["BENCH_RECIPIENT"]]
    category = at[ENVIRON["BENCH_CATEGORY"]]
    amount = at[ENVIRON["BENCH_AMOUNT"]]
    next
}
question == "exporters" { sums[$supplier] += $amount }
question == "years" { sums[$supplier "\t" $year] += $amount }
question == "partners" && $supplier == partner { sums[$recipient] += $amount }
question == "arms" {
    code = $category + 0
    if (code >= 930100 && code <= 930799 || code >= 871000 && code <= 871099)
        sums[$supplier] += $amount
}
END {
    for (key in sums)
        total += sums[key]
    for (key in sums)
        printf "%s\t%.15g\t%.15g\n", key, sums[key], 100 * sums[key] / total
}' "$BENCH_FILE" | sort -t '	' -k 2,2gr

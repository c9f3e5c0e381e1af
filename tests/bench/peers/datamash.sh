#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Splits at commas: for files without quotes only. Its groups are runs of
# lines, so it sums runs, sorts the sums and sums again.
set -eu
column()
{
    head -n 1 "$BENCH_FILE" | tr -d '\r' | tr , '\n' | grep -nx "$1" |
        cut -d : -f 1
}
supplier=$(column "$BENCH_SUPPLIER")
amount=$(column "$BENCH_AMOUNT")
[ "$BENCH_QUESTION" = exporters ] || exit 77
datamash -t, --header-in -R 3 -g "$supplier" sum "$amount" <"$BENCH_FILE" |
    datamash -t, -s -R 3 -g 1 sum 2 | tr , '\t' | sort -t '	' -k 2,2gr

#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
# Its runtime does not know zones of the form UTC0.
TZ=UTC
GOMAXPROCS=$BENCH_THREADS
export GOMAXPROCS TZ
sum="stats1 -a sum -f $BENCH_AMOUNT -g"
ranked="sort -nr ${BENCH_AMOUNT}_sum then fraction -p -f ${BENCH_AMOUNT}_sum"
code="\$$BENCH_CATEGORY"
# shellcheck disable=SC2086,SC1010
case $BENCH_QUESTION in
exporters)
    set -- $sum "$BENCH_SUPPLIER" then $ranked
    ;;
years)
    set -- $sum "$BENCH_SUPPLIER,$BENCH_YEAR"
    ;;
partners)
    set -- filter "\$$BENCH_SUPPLIER == ENV[\"BENCH_PARTNER\"]" \
        then $sum "$BENCH_RECIPIENT" then $ranked
    ;;
arms)
    # -O would take a leading zero for an octal number; without it, it is none.
    set -- filter "$code >= 930100 && $code <= 930799 ||
        $code >= 871000 && $code <= 871099" \
        then $sum "$BENCH_SUPPLIER" then $ranked
    ;;
esac
mlr --icsv --otsv --headerless-csv-output --records-per-batch 5000 "$@" \
    "$BENCH_FILE"

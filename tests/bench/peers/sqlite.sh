#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
partner=$(printf '%s' "$BENCH_PARTNER" | sed "s/'/''/g")
key=$BENCH_SUPPLIER
where=
case $BENCH_QUESTION in
years)
    key="$BENCH_SUPPLIER, $BENCH_YEAR"
    ;;
partners)
    key=$BENCH_RECIPIENT
    where="WHERE $BENCH_SUPPLIER = '$partner'"
    ;;
arms)
    code="CAST($BENCH_CATEGORY AS INTEGER)"
    where="WHERE $code BETWEEN 930100 AND 930799
        OR $code BETWEEN 871000 AND 871099"
    ;;
esac
query="SELECT $key, sum($BENCH_AMOUNT) AS s FROM flows $where GROUP BY $key"
[ "$BENCH_QUESTION" = years ] ||
    query="SELECT *, 100.0 * s / sum(s) OVER () FROM ($query) ORDER BY s DESC"

sqlite3 :memory: <<END
.mode csv
.import '$BENCH_FILE' flows
.mode tabs
$query;
END

# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh disable=SC2034,SC2154
# scripts/bench without a mode: all files, all programs, one table.

those_there duckdb polars data.table
fast=$there
those_there pandas sqlite miller datamash mawk
slow=$there
[ -z "$missing" ] || echo "left out, not installed:$missing" >&2

# shellcheck disable=SC2086
{
    if make_file baci_1m 33 --rows 1000000; then
        compare baci_1m baci exporters armstats $fast
    fi
    if make_file baci_10m 330 --rows 10000000; then
        compare baci_10m baci 'exporters years partners arms' armstats $fast
        # Slower by a factor of ten and more: one run tells enough.
        all_runs=$runs
        all_threads=$threads_list
        runs=1
        threads_list=1
        compare baci_10m baci exporters $slow
        runs=$all_runs
        threads_list=$all_threads
    fi
    if [ -n "$large" ] && make_file baci_100m 3400 --rows 100000000; then
        compare baci_100m baci exporters armstats $fast
    fi
    if make_file baci_10m_crlf 340 --rows 10000000 --crlf; then
        compare baci_10m_crlf baci exporters armstats $fast
    fi
    if make_file baci_10m_quoted 450 --rows 10000000 --quote-all; then
        compare baci_10m_quoted baci exporters armstats $fast
    fi
    if make_file baci_10m_newlines 330 --rows 10000000 --newlines-every 1000
    then
        compare baci_10m_newlines baci exporters armstats $fast
    fi
    if make_file baci_10m_shuffled 330 --rows 10000000 --shuffle; then
        compare baci_10m_shuffled baci exporters armstats $fast
    fi
    if make_file long_2m 480 --rows 2000000 --layout long; then
        compare long_2m long exporters armstats $fast
    fi
    if make_file text_2m 320 --rows 2000000 --layout text; then
        compare text_2m text 'exporters years partners' armstats $fast
    fi
    # The layout has lines above its header: for armstats alone.
    if make_file register_2m 210 --rows 2000000 --layout register; then
        compare register_2m register 'exporters years partners' armstats
    fi
    if make_file register_30k 4 --rows 30000 --layout register; then
        compare register_30k register 'exporters factsheet' armstats
    fi
}
awk -f "$bench/table.awk" "$work/costs"

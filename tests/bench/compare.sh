# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh disable=SC2034,SC2154
# Puts questions to programs, times them and judges their answers; to be read
# with ".". Wants $root, $build, $tools, $data, $peers, $work, $runs, $codes and
# $threads_list; leaves measurements in $work/costs and the number of wrong
# answers in $wrong.
bench=$root/tests/bench
wrong=0

# The order that every program gets, in the environment.
order()
{
    BENCH_FILE=$data/$1.csv
    BENCH_PEERS=$peers
    BENCH_CODES=0
    BENCH_YEAR=year
    BENCH_SUPPLIER=supplier
    BENCH_RECIPIENT=recipient
    BENCH_CATEGORY=category
    BENCH_AMOUNT=amount
    BENCH_PARTNER=Afghanistan
    supplier=$BENCH_PARTNER
    factor=1
    case $2 in
    baci)
        BENCH_CODES=1
        BENCH_YEAR=t
        BENCH_SUPPLIER=i
        BENCH_RECIPIENT=j
        BENCH_CATEGORY=k
        BENCH_AMOUNT=v
        BENCH_PARTNER=4
        factor=1000
        ;;
    long)
        supplier="United and Federated Provinces and Free Cities and Oversea \
Territories of the Most Serene Republic of Afghanistan"
        ;;
    text)
        supplier='Ministry of Trade, Afghanistan'
        ;;
    esac
    [ "$BENCH_CODES" = 1 ] || BENCH_PARTNER=$supplier
    # In a file of its own a name may hold commas.
    echo "$supplier" >"$work/supplier.txt"
    export BENCH_FILE BENCH_PEERS BENCH_CODES BENCH_YEAR BENCH_SUPPLIER \
        BENCH_RECIPIENT BENCH_CATEGORY BENCH_AMOUNT BENCH_PARTNER
}

python=python3
for choice in python3 /usr/bin/python3; do
    ! "$choice" -c 'import pandas' 2>/dev/null || python=$choice
done

is_there()
{
    case $1 in
    duckdb) [ -d "$peers/node_modules/@duckdb/node-api" ] ;;
    polars) [ -d "$peers/node_modules/nodejs-polars" ] ;;
    data.table) Rscript --vanilla -e 'library(data.table)' ;;
    pandas) "$python" -c 'import pandas' ;;
    sqlite) command -v sqlite3 ;;
    miller) command -v mlr ;;
    *) command -v "$1" ;;
    esac >/dev/null 2>&1
}

# those_there TOOL...: what is installed of them; the others go to $missing.
missing=
those_there()
{
    there=
    for tool; do
        if is_there "$tool"; then
            there="$there $tool"
        else
            missing="$missing $tool"
        fi
    done
}

# measure COMMAND...: runs it; what it cost goes to $work/cost.
measure()
{
    "$tools/measure" "$work/cost" "$@"
}

# ask_armstats FILE [OPTION...]: BENCH_QUESTION put to our program.
ask_armstats()
{
    case $BENCH_QUESTION in
    exporters) set -- rank --years all --top all "$@" ;;
    years) set -- series --each supplier --years all "$@" ;;
    partners)
        set -- partners --supplier "@$work/supplier.txt" --years all \
            --top all "$@"
        ;;
    arms)
        set -- rank --category 9301-9307,8710 --years all --top all "$@"
        ;;
    factsheet) set -- factsheet "$@" ;;
    esac
    measure "$build/armstats" "$@" -q --names source -f tsv \
        --threads "$BENCH_THREADS"
}

# ask TOOL: BENCH_QUESTION put to a program.
ask()
{
    case $1 in
    armstats)
        ask_armstats "$BENCH_FILE"
        return
        ;;
    duckdb | polars) set -- node "$bench/peers/$1.mjs" ;;
    data.table) set -- Rscript --vanilla "$bench/peers/datatable.R" ;;
    pandas) set -- "$python" "$bench/peers/frames.py" ;;
    awk | mawk | gawk)
        BENCH_AWK=$1
        export BENCH_AWK
        set -- sh "$bench/peers/awk.sh"
        ;;
    *) set -- sh "$bench/peers/$1.sh" ;;
    esac
    measure "$@"
}

# judge LABEL TOOL NAME: $work/answer against the answer made with the file.
judge()
{
    # Made of several of the others; timed only.
    [ "$BENCH_QUESTION" != factsheet ] || return 0
    keys=1
    [ "$BENCH_QUESTION" != years ] || keys=2
    if [ "$2" = armstats ]; then
        exact=1
        times=1
        table=
        [ "$BENCH_CODES" = 0 ] || table=$codes
        awk -v question="$BENCH_QUESTION" -v codes="$table" \
            -f "$bench/answer.awk" "$work/answer" >"$work/sums"
    else
        exact=0
        times=$factor
        tr -d '\r' <"$work/answer" >"$work/sums"
    fi
    if awk -v keys="$keys" -v factor="$times" -v exact="$exact" \
        -f "$bench/same.awk" "$data/$3.$BENCH_QUESTION" "$work/sums" \
        >"$work/verdict"; then
        [ "$mode" != quick ] || echo "same: $1"
    else
        wrong=$((wrong + 1))
        echo "WRONG: $1"
        head -n 5 "$work/verdict" "$work/errors" >&2
    fi
}

# note NAME TOOL: what the last command cost.
note()
{
    awk -v OFS='\t' -v name="$1" -v question="$BENCH_QUESTION" -v tool="$2" \
        -v threads="$BENCH_THREADS" \
        '{ print name, question, tool, threads, $1, $2, $3 }' "$work/cost" \
        >>"$work/costs"
}

# run NAME TOOL: asked once, noted and judged.
run()
{
    ask "$2" >"$work/answer" 2>"$work/errors" || :
    note "$1" "$2"
    judge "$1, $BENCH_QUESTION, $2, threads $BENCH_THREADS" "$2" "$1"
}

# How fast the bytes can be read at all.
run_floor()
{
    measure "$tools/newlines" "$BENCH_FILE" "$BENCH_THREADS" >/dev/null
    note "$1" "(line ends counted)"
}

# compare NAME LAYOUT QUESTIONS TOOL...: all runs of one file. The programs take
# turns, so that a busy minute does not fall on one of them alone.
compare()
{
    name=$1
    order "$name" "$2"
    questions=$3
    shift 3
    cat "$BENCH_FILE" >/dev/null
    for BENCH_QUESTION in $questions; do
        for BENCH_THREADS in $threads_list; do
            export BENCH_QUESTION BENCH_THREADS
            turn=0
            while [ "$turn" -lt "$runs" ]; do
                run_floor "$name"
                for tool; do
                    run "$name" "$tool"
                done
                turn=$((turn + 1))
            done
        done
    done
}

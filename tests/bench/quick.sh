# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh disable=SC2034,SC2154
# scripts/bench --quick: every form of file, small, whole, packed and through a
# pipe, in one and several threads. A line for each answer: "same: ..." or
# "WRONG: ...".
runs=1
# Several even on one core: the answer may not depend on it.
[ "$threads_list" != 1 ] || threads_list='1 2'
several=${threads_list#1 }

# Times are not looked at.
note()
{
    :
}
run_floor()
{
    :
}

# A pipe has no folder where a table of codes could stand.
ask_pipe()
{
    if [ "$BENCH_CODES" = 1 ]; then
        ask_armstats - --codes "$codes"
    else
        ask_armstats -
    fi
}

# packed NAME: the file of the last order again, in the two forms that cannot be
# read from the middle.
packed()
{
    BENCH_QUESTION=exporters
    gzip -1c "$BENCH_FILE" >"$data/$1.csv.gz"
    for BENCH_THREADS in 1 "$several"; do
        ask_armstats "$data/$1.csv.gz" >"$work/answer" 2>"$work/errors" || :
        judge "$1, packed, threads $BENCH_THREADS" armstats "$1"
        # shellcheck disable=SC2002
        cat "$BENCH_FILE" | ask_pipe >"$work/answer" 2>"$work/errors" || :
        judge "$1, through a pipe, threads $BENCH_THREADS" armstats "$1"
    done
    rm "$data/$1.csv.gz"
}

# form NAME LAYOUT QUESTIONS --rows N OPTION...
form()
{
    form_name=$1
    form_layout=$2
    form_questions=$3
    shift 3
    make_file "$form_name" 30 --layout "$form_layout" "$@" || return 0
    compare "$form_name" "$form_layout" "$form_questions" armstats
    packed "$form_name"
}

all='exporters years partners arms'
form baci baci "$all" --rows 100000
form crlf baci exporters --rows 100000 --crlf
form quoted baci 'exporters arms' --rows 100000 --quote-all
form newlines baci 'exporters years' --rows 100000 --newlines-every 1000
form shuffled baci "$all" --rows 100000 --shuffle
form everything baci "$all" --rows 100000 --crlf --quote-all \
    --newlines-every 7 --shuffle
form tidy tidy 'exporters years partners' --rows 100000
form long long 'exporters partners' --rows 20000
form text text 'exporters years partners' --rows 50000
form text_crlf text exporters --rows 50000 --crlf --quote-all
form register register 'exporters years partners' --rows 30000

# The others have to see the same numbers, or the comparison compares nothing.
those_there duckdb polars data.table sqlite
others=$there
those_there pandas miller
late=$there
those_there datamash awk mawk
plain=$there
[ -z "$missing" ] || echo "left out, not installed:$missing" >&2
threads_list=$several
# shellcheck disable=SC2086
{
    if [ -f "$data/baci.made" ]; then
        compare baci baci exporters $others $late $plain
        compare baci baci 'years partners arms' $others awk
    fi
    if [ -f "$data/everything.made" ]; then
        compare everything baci exporters $others $late
    fi
    if [ -f "$data/text.made" ]; then
        compare text text 'exporters years partners' $others
    fi
}

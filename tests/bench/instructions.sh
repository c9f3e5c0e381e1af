# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh disable=SC2034,SC2154
# scripts/bench --instructions: what a reading costs, counted by valgrind.
command -v valgrind >/dev/null || die "valgrind is missing: apt install valgrind"

# In the place of measure: the answer as ever, the count in $work/errors.
measure()
{
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@"
}

# count NAME LAYOUT QUESTIONS OPTION...: one million rows of a form.
count()
{
    name=$1
    layout=$2
    questions=$3
    shift 3
    make_file "$name" 250 --rows 1000000 --layout "$layout" "$@" || return 0
    order "$name" "$layout"
    BENCH_THREADS=1
    for BENCH_QUESTION in $questions; do
        ask armstats >"$work/answer" 2>"$work/errors" || :
        judge "$name, $BENCH_QUESTION" armstats "$name"
        awk -v name="$name" -v question="$BENCH_QUESTION" \
            -v bytes="$(wc -c <"$BENCH_FILE")" '
            /Collected/ {
                printf "| %s | %s | %.1f | %.2f |\n", name, question,
                    $NF / 1e6, $NF / bytes
            }' "$work/errors"
    done
}

echo "| file | question | instructions a row | a byte |"
echo "|---|---|--:|--:|"
count baci_1m baci 'exporters years partners arms'
count baci_1m_crlf baci exporters --crlf
count baci_1m_quoted baci exporters --quote-all
count baci_1m_newlines baci exporters --newlines-every 1000
count baci_1m_shuffled baci exporters --shuffle
count text_1m text exporters
count register_1m register exporters

# SPDX-License-Identifier: GPL-3.0-or-later
# What the scripts that make C tables of CSV tables share; given to awk with a
# -f of its own before theirs. POSIX awk; needs the C locale, where comparison
# is by bytes.

function fail(text)
{
    print FILENAME ":" FNR ": " text | "cat 1>&2"
    failed = 1
    exit 1
}

# Splits a CSV record into field[1..]; a quoted field may hold commas.
function split_record(record,    count)
{
    count = 0
    record = record ","
    while (record != "") {
        if (match(record, /^"([^"]|"")*",/)) {
            field[++count] = substr(record, 2, RLENGTH - 3)
            gsub(/""/, "\"", field[count])
        } else if (match(record, /^[^",]*,/)) {
            field[++count] = substr(record, 1, RLENGTH - 1)
        } else {
            fail("a quote out of place")
        }
        record = substr(record, RLENGTH + 1)
    }
    return count
}

function quoted(text)
{
    if (text ~ /["\\]/)
        fail("a quote or backslash in '" text "'")
    return "\"" text "\""
}

function check_years(from, to, what)
{
    if (from !~ /^([0-9][0-9][0-9][0-9])?$/ || \
        to !~ /^([0-9][0-9][0-9][0-9])?$/ || (to != "" && from > to))
        fail("years of " what)
}

BEGIN {
    if ("a" < "B") {
        FILENAME = "tables.awk"
        fail("run me in the C locale")
    }
}

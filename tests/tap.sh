# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# TAP for shell tests, to be read with ".". The test stands in a private folder
# that is removed at its end; armstats is found by PATH; $data holds copies of
# tests/data, $shared the real files or nothing.

set -u
LC_ALL=C
TZ=UTC0
export LC_ALL TZ
# The golden cases and the unit tests look for leaks; with sanitizers that takes
# longer, at every exit, than the program itself.
ASAN_OPTIONS=detect_leaks=0
export ASAN_OPTIONS
unset COLUMNS ARMSTATS_DATA ARMSTATS_DATADIR LANG LANGUAGE POSIXLY_CORRECT

tests=$(cd "${srcdir:-.}/tests" && pwd) || exit 99
shared=
if test -n "${ARMSTATS_SHARED-}"; then
    shared=$(cd "$ARMSTATS_SHARED" 2>/dev/null && pwd)
fi

command -v armstats >/dev/null || {
    echo "Bail out! armstats is not in PATH"
    exit 99
}

tap_count=0
tap_failed=0

pass()
{
    tap_count=$((tap_count + 1))
    echo "ok $tap_count - $1"
}

# fail NAME [COMMENT...]
fail()
{
    tap_count=$((tap_count + 1))
    tap_failed=$((tap_failed + 1))
    echo "not ok $tap_count - $1"
    shift
    for line; do
        printf '%s\n' "$line" | sed 's/^/# /'
    done
}

skip()
{
    tap_count=$((tap_count + 1))
    echo "ok $tap_count - $1 # SKIP $2"
}

# check NAME COMMAND...: the command tells; what it prints shows if it fails.
check()
{
    tap_name=$1
    shift
    if "$@" >check.log 2>&1 </dev/null; then
        pass "$tap_name"
    else
        fail "$tap_name" "$(head -n 40 check.log)"
    fi
}

# same NAME EXPECTED ACTUAL: two files with the same bytes.
same()
{
    if cmp -s "$2" "$3"; then
        pass "$1"
    else
        fail "$1" "$(diff "$2" "$3" | head -n 40)"
    fi
}

# gives NAME STATUS COMMAND...: runs with out and err in files; the status must
# be that one, and a failure says one line, never more.
gives()
{
    tap_name=$1
    tap_want=$2
    shift 2
    "$@" >out 2>err </dev/null
    tap_got=$?
    if test "$tap_got" -eq "$tap_want"; then
        pass "$tap_name"
    else
        fail "$tap_name" "status $tap_got, not $tap_want" "$(head -n 5 err)"
    fi
}

not()
{
    ! "$@"
}

finish()
{
    cd /
    rm -rf "$private"
    echo "1..$tap_count"
    test "$tap_failed" -eq 0
    exit
}

need_shared()
{
    test -n "$shared" && return
    echo "1..0 # SKIP ARMSTATS_SHARED does not name the folder of real files"
    exit 0
}

private=$(mktemp -d "${TMPDIR:-/tmp}/armstats-test.XXXXXX") || exit 99
trap 'rm -rf "$private"' EXIT
trap 'exit 99' HUP INT PIPE TERM
cd "$private" || exit 99
HOME=$private
export HOME
cp -R "$tests/data/." . && chmod -R u+w . || exit 99

# SPDX-License-Identifier: GPL-3.0-or-later
# Whether an answer is the expected one; says where it is not:
#   awk -v keys=N -v factor=F -v exact=0|1 -f same.awk EXPECTED ANSWER
# Lines are N keys and a sum, with tabs; the answer's sums are F times smaller.
# exact: digit by digit; else to a relative error of 1e-9.
BEGIN { FS = "\t" }
function key_of()
{
    return keys == 2 ? $1 FS $2 : $1
}
function is_wrong(want, got,    error)
{
    if (exact)
        return want != got ""
    error = got * factor - want
    return error * error > (want * 1e-9) * (want * 1e-9)
}
FNR == NR {
    expected[key_of()] = $(keys + 1) ""
    count++
    next
}
{
    key = key_of()
    if (!(key in expected)) {
        printf "not expected: %s\n", $0
        wrong++
    } else if (is_wrong(expected[key], $(keys + 1))) {
        printf "expected %s, not %s: %s\n", expected[key], $(keys + 1), key
        wrong++
    }
    if (seen[key]++) {
        printf "twice: %s\n", key
        wrong++
    }
    found++
}
END {
    if (found != count) {
        printf "%d lines, not %d\n", found, count
        wrong++
    }
    exit wrong > 0
}

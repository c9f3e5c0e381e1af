# SPDX-License-Identifier: GPL-3.0-or-later
# Compares what a document shows (first file) with what was printed (second);
# "..." stands for any lines, blank lines at the end do not count. Says the
# first difference and ends with 1.
FILENAME == ARGV[1] { want[++wanted] = $0; next }
{ got[++printed] = $0 }

END {
    while (wanted && want[wanted] == "") wanted--
    while (printed && got[printed] == "") printed--
    at = 1
    for (i = 1; i <= wanted; i++) {
        if (want[i] == "...") {
            any = 1
            continue
        }
        while (any && at <= printed && got[at] != want[i]) at++
        any = 0
        if (at > printed || got[at] != want[i]) {
            print "shown:   " want[i]
            print "printed: " (at > printed ? "(nothing more)" : got[at])
            exit 1
        }
        at++
    }
    if (!any && at <= printed) {
        print "shown:   (nothing more)"
        print "printed: " got[at]
        exit 1
    }
}

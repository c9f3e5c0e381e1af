# SPDX-License-Identifier: GPL-3.0-or-later
# What armstats says (-f tsv) as key, for years the year, and sum, with tabs:
#   awk -v question=QUESTION [-v codes=FILE] -f answer.awk ANSWER
# Where the file asked holds codes, the table of codes turns ISO codes back.
BEGIN {
    FS = OFS = "\t"
    while (codes && (getline line < codes) > 0) {
        iso3 = line
        sub(/.*,/, "", iso3)
        code_of[iso3] = substr(line, 1, index(line, ",") - 1)
    }
}
NR == 1 {
    for (i = 1; i <= NF; i++)
        at[$i] = i
    side = question == "partners" ? "recipient" : "supplier"
    key = at[codes ? side "_iso3" : side]
    next
}
# A year without deliveries has a row, but no amount.
$at["amount"] + 0 == 0 { next }
{
    name = codes ? code_of[$key] : $key
    if (question == "years")
        name = name OFS $at["year_from"]
    print name, $at["amount"]
}

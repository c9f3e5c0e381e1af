# SPDX-License-Identifier: GPL-3.0-or-later
# Takes the commands out of a document into the folder `out`, numbered:
#   N.command   as typed
#   N.session   commands of one block share a folder and run in order
#   N.status    how it ends: 0, or what "# exit status N" behind it says
#   N.prints    what stands below it; only in a block "console", "..." for
#               lines that are left out
# Markdown: lines with "$ " of blocks "console", lines of blocks "sh", and
# `armstats ...` in running text unless it has a word in capitals to be filled
# in. A block "csv NAME" becomes the file files/NAME. Manual pages: lines
# between .EX and .EE. Set: out, kind (markdown, manual), first (number of the
# first case less one).

function close_case()
{
    if (!open_case)
        return
    close(out "/" n ".command")
    if (printed != "")
        close(out "/" n ".prints")
    open_case = 0
}

function status_of(command)
{
    if (match(command, /# exit status [0-9]+/))
        return substr(command, RSTART + 14, RLENGTH - 14)
    return 0
}

function add_case(command, prints)
{
    close_case()
    if (command !~ /armstats /)
        return 0
    n++
    print command > (out "/" n ".command")
    print session > (out "/" n ".session")
    print status_of(command) > (out "/" n ".status")
    close(out "/" n ".session")
    close(out "/" n ".status")
    open_case = 1
    printed = prints ? out "/" n ".prints" : ""
    if (prints)
        printf "" > printed
    return 1
}

# A line that ends in a backslash goes on in the next one.
function joined(line)
{
    line = held line
    held = ""
    if (line ~ /\\$/) {
        held = line "\n"
        return 0
    }
    command = line
    return 1
}

function add_spans(line,    parts, count, i)
{
    count = split(line, parts, "`")
    for (i = 2; i < count; i += 2) {
        if (parts[i] !~ /^armstats [a-z-]/ ||
            parts[i] ~ /(COMMAND|DATA|FILE|NAME|PLACE|YEARS|YEAR)/)
            continue
        session = FILENAME ":" FNR
        add_case(parts[i], 0)
        close_case()
    }
}

function unescaped(line)
{
    gsub(/\\-/, "-", line)
    gsub(/\\\(aq/, "'", line)
    gsub(/\\\(dq/, "\"", line)
    gsub(/\\e/, "\\", line)
    gsub(/\\&/, "", line)
    return line
}

BEGIN { n = first + 0 }

kind == "manual" && /^\.EX/ { session = FILENAME ":" FNR; block = "sh"; next }
kind == "manual" && /^\.EE/ { close_case(); block = ""; next }
kind == "manual" {
    if (block == "sh" && joined(unescaped($0)))
        add_case(command, 0)
    next
}

/^```/ {
    close_case()
    if (block != "") {
        if (block == "csv")
            close(file)
        block = ""
        next
    }
    block = substr($1, 4)
    if (block == "")
        block = "text"
    session = FILENAME ":" FNR
    file = block == "csv" && $2 != "" ? out "/files/" $2 : ""
    if (block == "csv" && file == "")
        block = "text"
    next
}

block == "csv" { print > file; next }
block == "sh" { if (joined($0)) add_case(command, 0); next }
block == "console" && /^\$ / { if (joined(substr($0, 3))) add_case(command, 1); next }
block == "console" && held != "" { if (joined($0)) add_case(command, 1); next }
block == "console" { if (open_case) print > printed; next }
block == "" { add_spans($0) }

END { close_case(); print n }

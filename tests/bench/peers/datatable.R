# SPDX-License-Identifier: GPL-3.0-or-later
suppressPackageStartupMessages(library(data.table))
ask <- function(name) Sys.getenv(paste0("BENCH_", name))
setDTthreads(as.integer(ask("THREADS")))
question <- ask("QUESTION")
codes <- ask("CODES") == "1"
amount <- ask("AMOUNT")
supplier <- ask("SUPPLIER")

keys <- switch(question,
    partners = ask("RECIPIENT"), years = c(supplier, ask("YEAR")), supplier)
places <- unique(c(supplier, setdiff(keys, ask("YEAR"))))
integers <- c(if (codes) places, if (question == "years") ask("YEAR"),
    if (question == "arms") ask("CATEGORY"))
select <- c(if (length(integers)) list(integer = integers),
    if (!codes) list(character = places), list(double = amount))
table <- fread(ask("FILE"), sep = ",", header = TRUE, select = select,
    showProgress = FALSE)

if (question == "partners") {
    partner <- if (codes) as.integer(ask("PARTNER")) else ask("PARTNER")
    is_partner <- table[[supplier]] == partner
    table <- table[is_partner]
}
if (question == "arms") {
    code <- table[[ask("CATEGORY")]]
    is_arms <- (code >= 930100L & code <= 930799L) |
        (code >= 871000L & code <= 871099L)
    table <- table[is_arms]
}
sums <- table[, lapply(.SD, sum), by = keys, .SDcols = amount]
setnames(sums, amount, "sum")
if (question != "years") {
    setorder(sums, -sum)
    sums[, share := 100 * sum / sum(sum)]
}
options(digits = 15)
fwrite(sums, sep = "\t", col.names = FALSE, quote = FALSE)

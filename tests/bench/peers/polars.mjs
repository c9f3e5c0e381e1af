// SPDX-License-Identifier: GPL-3.0-or-later
import { createRequire } from "node:module";

const require = createRequire(process.env.BENCH_PEERS + "/");
process.env.POLARS_MAX_THREADS = process.env.BENCH_THREADS;
const pl = require("nodejs-polars");
const {
    BENCH_FILE: file, BENCH_QUESTION: question,
    BENCH_YEAR: year, BENCH_SUPPLIER: supplier, BENCH_RECIPIENT: recipient,
    BENCH_CATEGORY: category, BENCH_AMOUNT: amount, BENCH_PARTNER: partner,
    BENCH_CODES: codes,
} = process.env;

// The columns wanted, with types that need no guessing.
const place = codes === "1" ? pl.Int32 : pl.Utf8;
const dtypes = { [supplier]: place, [amount]: pl.Float64 };
if (question === "partners")
    dtypes[recipient] = place;
if (question === "years")
    dtypes[year] = pl.Int32;
if (question === "arms")
    dtypes[category] = pl.Int32;
let table = pl.readCSV(file, { columns: Object.keys(dtypes), dtypes,
    numThreads: Number(process.env.BENCH_THREADS) });

let keys = [supplier];
if (question === "years")
    keys.push(year);
if (question === "partners") {
    table = table.filter(pl.col(supplier).eq(
        codes === "1" ? Number(partner) : pl.lit(partner)));
    keys = [recipient];
}
if (question === "arms") {
    const code = pl.col(category);
    table = table.filter(
        code.gtEq(930100).and(code.ltEq(930799)).or(
            code.gtEq(871000).and(code.ltEq(871099))));
}
let sums = table.groupBy(keys).agg(pl.col(amount).sum());
if (question !== "years") {
    sums = sums.sort(amount, true).withColumn(pl.col(amount).mul(100).div(
        pl.col(amount).sum()).alias("share"));
}
process.stdout.write(
    sums.rows().map((row) => row.join("\t") + "\n").join(""));

// SPDX-License-Identifier: GPL-3.0-or-later
import { createRequire } from "node:module";

const require = createRequire(process.env.BENCH_PEERS + "/");
const { DuckDBInstance } = require("@duckdb/node-api");
const {
    BENCH_FILE: file, BENCH_QUESTION: question, BENCH_THREADS: threads,
    BENCH_YEAR: year, BENCH_SUPPLIER: supplier, BENCH_RECIPIENT: recipient,
    BENCH_CATEGORY: category, BENCH_AMOUNT: amount, BENCH_PARTNER: partner,
    BENCH_CODES: codes,
} = process.env;

const place = codes === "1" ? "INTEGER" : "VARCHAR";
const types = { [year]: "INTEGER", [supplier]: place, [recipient]: place,
    [amount]: "DOUBLE" };
if (question === "arms")
    types[category] = "INTEGER";
if (codes === "1")
    types.q = "VARCHAR";
const table = `read_csv('${file}', delim = ',', quote = '"', escape = '"',
    header = true, types = ${JSON.stringify(types).replaceAll('"', "'")})`;

function ranked(key, where) {
    return `SELECT ${key}, sum(${amount}) AS s,
        100 * s / sum(s) OVER () FROM ${table} ${where}
        GROUP BY ${key} ORDER BY s DESC`;
}

const queries = {
    exporters: () => ranked(supplier, ""),
    partners: () => ranked(recipient, `WHERE ${supplier} = ` +
        (codes === "1" ? partner : `'${partner.replaceAll("'", "''")}'`)),
    arms: () => ranked(supplier, `WHERE ${category} BETWEEN 930100 AND 930799
        OR ${category} BETWEEN 871000 AND 871099`),
    years: () => `SELECT ${supplier}, ${year}, sum(${amount}) FROM ${table}
        GROUP BY ALL`,
};

const instance = await DuckDBInstance.create(":memory:", { threads });
const connection = await instance.connect();
const reader = await connection.runAndReadAll(queries[question]());
process.stdout.write(
    reader.getRows().map((row) => row.join("\t") + "\n").join(""));

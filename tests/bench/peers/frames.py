# SPDX-License-Identifier: GPL-3.0-or-later
import os
import sys

import pandas

order = {name[6:]: value for name, value in os.environ.items()
         if name.startswith("BENCH_")}
question = order["QUESTION"]
amount = order["AMOUNT"]
supplier = order["SUPPLIER"]
codes = order["CODES"] == "1"

place = "int32" if codes else "str"
types = {supplier: place, amount: "float64"}
keys = [supplier]
if question == "partners":
    types[order["RECIPIENT"]] = place
    keys = [order["RECIPIENT"]]
if question == "years":
    types[order["YEAR"]] = "int32"
    keys = [supplier, order["YEAR"]]
if question == "arms":
    types[order["CATEGORY"]] = "int32"
table = pandas.read_csv(order["FILE"], usecols=list(types), dtype=types)

if question == "partners":
    partner = int(order["PARTNER"]) if codes else order["PARTNER"]
    table = table[table[supplier] == partner]
if question == "arms":
    code = table[order["CATEGORY"]]
    table = table[code.between(930100, 930799) | code.between(871000, 871099)]
sums = table.groupby(keys)[amount].sum().reset_index()
if question != "years":
    sums = sums.sort_values(amount, ascending=False)
    sums["share"] = 100 * sums[amount] / sums[amount].sum()
sums.to_csv(sys.stdout, sep="\t", header=False, index=False)

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "layouts.h"

#include <string.h>

/* A name of 100 bytes and more, as no statistics office has it: for the
 * reader's dictionaries, equal up to the last word. */
#define LONG_NAME                                                             \
    "United and Federated Provinces and Free Cities and Oversea Territories " \
    "of the Most Serene Republic of "

static void put_place(struct table *table, int place)
{
    sheet_text(&table->sheet, table->keys[place]);
}

static bool wants_newline(const struct table *table)
{
    return table->newlines_every && table->row % table->newlines_every == 0;
}

/* BACI: thousand USD with three decimals, tonnes or a padded NA. */
static void baci_header(struct table *table)
{
    static const char *const names[] = {"t", "i", "j", "k", "v", "q"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        sheet_text(&table->sheet, names[i]);
}

static int64_t baci_row(struct table *table, const struct flow *flow)
{
    const struct flows *flows = table->flows;
    struct sheet *sheet = &table->sheet;
    int product = flows->products[flow->product];
    sheet_number(sheet, flow->year);
    sheet_number(sheet, flows->places[flow->supplier].code);
    sheet_number(sheet, flows->places[flow->recipient].code);
    if (product >= 100000 || flows_lost_zero(product)) {
        sheet_number(sheet, product);
    } else {
        char code[16];
        snprintf(code, sizeof code, "%06d", product);
        sheet_text(sheet, code);
    }
    sheet_decimal(sheet, flow->value, 3);
    if (wants_newline(table))
        sheet_text(sheet, "\n         NA");
    else if (flow->weight == 0)
        sheet_text(sheet, "          NA");
    else
        sheet_decimal(sheet, flow->weight, 3);
    return flow->value;
}

/* The same flows in our own table, with names. */
static void tidy_header(struct table *table)
{
    static const char *const names[] = {"supplier", "recipient", "year",
                                        "category", "amount",    "unit"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        sheet_text(&table->sheet, names[i]);
}

static int64_t tidy_row(struct table *table, const struct flow *flow)
{
    struct sheet *sheet = &table->sheet;
    put_place(table, flow->supplier);
    put_place(table, flow->recipient);
    sheet_number(sheet, flow->year);
    sheet_number(sheet, table->flows->products[flow->product]);
    sheet_number(sheet, flow->value);
    sheet_text(sheet, "usd");
    return flow->value;
}

/* Our own table as wide as a register, with commas, quotes and line ends
 * inside its texts. */
static void text_header(struct table *table)
{
    static const char *const names[] = {
        "supplier",    "recipient", "year",       "amount",
        "unit",        "category",  "condition",  "designation",
        "description", "items",     "order_year", "remarks"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        sheet_text(&table->sheet, names[i]);
}

static const char *const categories[] = {
    "Aircraft",          "Air defence systems",
    "Armoured vehicles", "Artillery",
    "Engines",           "Missiles",
    "Sensors",           "Ships"};

static int64_t text_row(struct table *table, const struct flow *flow)
{
    static const char *const conditions[] = {"new", "second_hand",
                                             "modernized"};
    static const char *const designations[] = {
        "Type 12 \"Falcon\"", "AB-7C", "Mk-3 \"Marlin, long\"", "PQR-450"};
    static const char *const descriptions[] = {
        "Carrier, armoured", "FGA aircraft", "Anti-ship missile",
        "Radar,\nair search"};
    static const char *const remarks[] = {
        "", "Handed over in two parts,\nthe second a year later",
        "Offset: \"40 per cent\"", "Incl. spare parts and training"};
    struct sheet *sheet = &table->sheet;
    uint64_t dice = flow->dice;
    put_place(table, flow->supplier);
    put_place(table, flow->recipient);
    sheet_number(sheet, flow->year);
    sheet_number(sheet, flow->value);
    sheet_text(sheet, "usd");
    sheet_text(sheet, categories[dice % 8]);
    sheet_text(sheet, conditions[(dice >> 3) % 3]);
    sheet_text(sheet, designations[(dice >> 8) % 4]);
    sheet_text(sheet, descriptions[(dice >> 16) % 4]);
    sheet_number(sheet, 1 + (int64_t)(dice >> 24) % 99);
    sheet_number(sheet, flow->year - (int64_t)((dice >> 32) % 5));
    sheet_text(sheet, remarks[(dice >> 40) % 4]);
    return flow->value;
}

/* SIPRI's register, with a deal for every row and no quotes. */
static void register_header(struct table *table)
{
    struct sheet *sheet = &table->sheet;
    sheet_line(sheet,
               "Transfers of major conventional arms from All countries  to "
               "All countries . Deals with deliveries or orders made for year "
               "range '1995' to '2021' ");
    sheet_line(sheet, "Invented for a benchmark.");
    sheet_line(sheet, "");
    sheet_line(sheet,
               "SIPRI AT Database ID,Supplier,Recipient,Designation,"
               "Description,Armament category,Order date,Order date is "
               "estimate,Numbers delivered,Numbers delivered is estimate,"
               "Delivery year,Delivery year is estimate,Status,SIPRI estimate,"
               "TIV deal unit,TIV delivery values,Local production");
}

static int64_t register_row(struct table *table, const struct flow *flow)
{
    static const char *const designations[] = {"F-99C", "Type-12 -", "AB-7",
                                               "PQR 450"};
    static const char *const descriptions[] = {"FGA aircraft", "SAM system",
                                               "anti-ship missile", "APC"};
    struct sheet *sheet = &table->sheet;
    uint64_t dice = flow->dice;
    int64_t amount = 1 + flow->value % 20000;
    sheet_number(sheet, (int64_t)table->row + 1000);
    put_place(table, flow->supplier);
    put_place(table, flow->recipient);
    sheet_text(sheet, designations[dice % 4]);
    sheet_text(sheet, descriptions[(dice >> 8) % 4]);
    sheet_text(sheet, categories[(dice >> 16) % 8]);
    sheet_number(sheet, flow->year - (int64_t)((dice >> 24) % 5));
    sheet_text(sheet, (dice >> 32) % 3 ? "No" : "Yes");
    sheet_number(sheet, 1 + (int64_t)(dice >> 40) % 99);
    sheet_text(sheet, (dice >> 48) % 3 ? "No" : "Yes");
    sheet_number(sheet, flow->year);
    sheet_text(sheet, (dice >> 52) % 3 ? "No" : "Yes");
    sheet_text(sheet, "New");
    sheet_decimal(sheet, amount, 2);
    sheet_decimal(sheet, amount, 2);
    sheet_decimal(sheet, amount, 2);
    sheet_text(sheet, (dice >> 56) % 5 ? "No" : "Yes");
    return amount;
}

const struct layout *layouts_find(const char *name)
{
    static const struct layout layouts[] = {
        {"baci", 1, NULL, baci_header, baci_row},
        {"tidy", 1, "", tidy_header, tidy_row},
        {"long", 1, LONG_NAME, tidy_header, tidy_row},
        {"text", 1, "Ministry of Trade, ", text_header, text_row},
        {"register", 100, "", register_header, register_row},
    };
    for (size_t i = 0; i < sizeof layouts / sizeof layouts[0]; i++) {
        if (strcmp(layouts[i].name, name) == 0)
            return &layouts[i];
    }
    return NULL;
}

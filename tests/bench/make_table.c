/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the benchmark's files: the same bytes for the same options, on every
 * machine. Writes the table to standard output, the answers to the questions
 * beside it, and the table of country codes that a BACI file needs. */
#include <config.h>

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "answers.h"
#include "flows.h"
#include "layouts.h"

static const char usage[] =
    "Usage: make_table --places FILE [OPTIONS] >FILE\n"
    "  --places FILE       names of places: datasets/places.csv\n"
    "  --layout NAME       baci (default), tidy, long (tidy with long names),\n"
    "                      text (quotes and line ends in texts) or register\n"
    "  --rows N            default 1000000\n"
    "  --seed N            default 1\n"
    "  --shuffle           rows in another order\n"
    "  --crlf              CR LF behind every record\n"
    "  --quote-all         quotes round every field\n"
    "  --newlines-every N  (baci) a quoted line end in every Nth record\n"
    "  --answers STEM      write the answers to STEM.exporters, STEM.years,\n"
    "                      STEM.partners and STEM.arms\n"
    "  --codes FILE        write the table of country codes\n";

struct order {
    const char *places;
    const char *layout;
    uint64_t rows;
    uint64_t seed;
    uint64_t newlines_every;
    bool shuffled;
    bool crlf;
    bool quote_all;
    const char *answers;
    const char *codes;
};

static _Noreturn void refuse(const char *text, const char *what)
{
    fprintf(stderr, "make_table: %s: %s\n", text, what);
    exit(2);
}

static uint64_t read_count(const char *text)
{
    char *end;
    unsigned long long value = strtoull(text, &end, 10);
    if (end == text || *end || value == 0 || value > UINT32_MAX)
        refuse(text, "not a number from 1 to 4294967295");
    return value;
}

static struct order read_order(int argc, char **argv)
{
    static const struct option options[] = {
        {"places", required_argument, NULL, 'p'},
        {"layout", required_argument, NULL, 'l'},
        {"rows", required_argument, NULL, 'r'},
        {"seed", required_argument, NULL, 's'},
        {"newlines-every", required_argument, NULL, 'n'},
        {"shuffle", no_argument, NULL, 'S'},
        {"crlf", no_argument, NULL, 'C'},
        {"quote-all", no_argument, NULL, 'Q'},
        {"answers", required_argument, NULL, 'a'},
        {"codes", required_argument, NULL, 'c'},
        {"help", no_argument, NULL, 'h'},
        {NULL, 0, NULL, 0},
    };
    struct order order = {.layout = "baci", .rows = 1000000, .seed = 1};
    int option;
    while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
        switch (option) {
        case 'p':
            order.places = optarg;
            break;
        case 'l':
            order.layout = optarg;
            break;
        case 'r':
            order.rows = read_count(optarg);
            break;
        case 's':
            order.seed = read_count(optarg);
            break;
        case 'n':
            order.newlines_every = read_count(optarg);
            break;
        case 'S':
            order.shuffled = true;
            break;
        case 'C':
            order.crlf = true;
            break;
        case 'Q':
            order.quote_all = true;
            break;
        case 'a':
            order.answers = optarg;
            break;
        case 'c':
            order.codes = optarg;
            break;
        case 'h':
            fputs(usage, stdout);
            exit(0);
        default:
            exit(2);
        }
    }
    if (!order.places || optind < argc) {
        fputs(usage, stderr);
        exit(2);
    }
    return order;
}

static void name_places(struct table *table, const struct layout *layout)
{
    for (int i = 0; i < PLACES; i++) {
        const struct place *place = &table->flows->places[i];
        int length =
            layout->prefix
                ? asprintf(&table->keys[i], "%s%s", layout->prefix, place->name)
                : asprintf(&table->keys[i], "%d", place->code);
        if (length < 0)
            abort();
    }
}

static void write_codes(const struct flows *flows, const char *file)
{
    struct sheet *sheet = calloc(1, sizeof *sheet);
    if (!sheet)
        abort();
    sheet->stream = fopen(file, "w");
    if (!sheet->stream)
        refuse(file, "cannot be written");
    sheet_line(sheet, "country_code,country_name_abbreviation,"
                      "country_name_full,iso_2digit_alpha,iso_3digit_alpha");
    for (int i = 0; i < PLACES; i++) {
        const struct place *place = &flows->places[i];
        sheet_number(sheet, place->code);
        sheet_text(sheet, place->name);
        sheet_text(sheet, place->name);
        sheet_text(sheet, "N/A");
        sheet_text(sheet, place->iso3);
        sheet_end_row(sheet);
    }
    sheet_flush(sheet);
    if (fclose(sheet->stream) != 0)
        refuse(file, "cannot be written");
    free(sheet);
}

static void write_table(struct table *table, const struct layout *layout,
                        struct answers *answers)
{
    const struct flows *flows = table->flows;
    layout->header(table);
    if (table->sheet.begun)
        sheet_end_row(&table->sheet);
    for (table->row = 0; table->row < flows->count; table->row++) {
        struct flow flow = flows_at(flows, table->row);
        answers_add(answers, flows, &flow, layout->row(table, &flow));
        sheet_end_row(&table->sheet);
    }
    sheet_flush(&table->sheet);
}

int main(int argc, char **argv)
{
    static struct flows flows;
    static struct table table;
    static struct answers answers;
    struct order order = read_order(argc, argv);
    const struct layout *layout = layouts_find(order.layout);
    if (!layout)
        refuse(order.layout, "no such layout");

    flows_init(&flows, order.places, order.seed, order.rows);
    flows.shuffled = order.shuffled;
    table.flows = &flows;
    table.newlines_every = order.newlines_every;
    table.sheet.stream = stdout;
    table.sheet.crlf = order.crlf;
    table.sheet.quote_all = order.quote_all;
    name_places(&table, layout);

    write_table(&table, layout, &answers);
    if (order.codes)
        write_codes(&flows, order.codes);
    if (order.answers &&
        !answers_write(&answers, order.answers, (const char *const *)table.keys,
                       layout->scale))
        refuse(order.answers, "cannot be written");
    for (int i = 0; i < PLACES; i++)
        free(table.keys[i]);
    flows_done(&flows);
    if (ferror(stdout) || fclose(stdout) != 0)
        refuse("standard output", "cannot be written");
    return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/first_digits.h"
#include "base/buf.h"
#include "base/diag.h"
#include "cmd/answer.h"
#include "cmd/command.h"
#include "cmd/describe.h"
#include "cmd/options.h"
#include "cmd/proposal.h"
#include "cmd/report.h"
#include "csv/dialect.h"
#include "source/source.h"

#define LINE_BYTES ((size_t)1000)

enum {
    C_FILE,
    C_SHA256,
    C_LAYOUT,
    C_RELEASE_YEAR,
    C_GENERATED,
    C_SCOPE_SUPPLIER,
    C_SCOPE_RECIPIENT,
    C_YEAR_FROM,
    C_YEAR_TO,
    C_UNIT,
    C_ROWS_READ,
    C_ROWS_USED,
    C_ROWS_LEFT_OUT,
    C_TOTALS_CHECKED,
    C_TOTALS_DIFFER,
    C_SCREENS,
    C_COUNT = C_SCREENS + SCREEN_COUNT,
};

static const struct column columns[C_COUNT] = {
    {"file", KIND_TEXT, "", "name of the file"},
    {"sha256", KIND_TEXT, "",
     "of its bytes as stored; partial: of the first and last MiB"},
    {"layout", KIND_TEXT, "", "what it was recognised as"},
    {"release_year", KIND_YEAR, "", "year of the release"},
    {"generated", KIND_TEXT, "", "day on which the publisher made it"},
    {"scope_supplier", KIND_TEXT, "", "whose deliveries: all, one, some"},
    {"scope_recipient", KIND_TEXT, "", "to whom: all, one, some"},
    {"year_from", KIND_YEAR, "", "first covered year"},
    {"year_to", KIND_YEAR, "", "last covered year"},
    {"unit", KIND_TEXT, "", "unit of the amounts"},
    {"rows_read", KIND_COUNT, "", "rows of data in the file"},
    {"rows_used", KIND_COUNT, "", "rows that count"},
    {"rows_left_out", KIND_COUNT, "", "rows at fault, or not counted"},
    {"totals_checked", KIND_COUNT, "", "printed totals compared with sums"},
    {"totals_differ", KIND_COUNT, "", "of them, off by more than rounding"},
    {"rows_identical", KIND_COUNT, "", "rows like other ones"},
    {"rows_to_self", KIND_COUNT, "", "rows from a place to itself"},
    {"names_unknown", KIND_COUNT, "", "names that no table knows"},
    {"rows_without_state", KIND_COUNT, "",
     "rows of years in which supplier or recipient did not exist"},
    {"rows_zero", KIND_COUNT, "", "amounts of 0, also below half"},
    {"rows_without_amount", KIND_COUNT, "", "rows without an amount"},
    {"rows_early", KIND_COUNT, "", "deliveries before the order"},
    {"years_far", KIND_COUNT, "",
     "years whose total is far from those around it (Hampel)"},
};

static const char *extent_word(const struct scope_side *side,
                               struct arena *arena)
{
    if (side->extent == SCOPE_ONE)
        return arena_printf(arena, "%.*s", STR_ARG(side->name));
    if (!side->divided && side->extent != SCOPE_SOME)
        return "not divided";
    return side->extent == SCOPE_ALL    ? "all"
           : side->extent == SCOPE_SOME ? "some"
                                        : "as listed";
}

/* A series of years and values does not say what it counts. */
static bool is_unit_known(const struct reading *reading)
{
    return !reading->series || reading->series->unit_known;
}

static uint64_t left_out_rows(const struct reading *reading)
{
    return tally_left_out(&reading->tally) + tally_set_aside(&reading->tally);
}

static void add_row(struct result *result, const struct reading *reading)
{
    struct arena *arena = &result->arena;
    const struct scope *scope = &reading->scope;
    char day[DATE_TEXT];
    struct value *row = result_add_row(result);
    date_print_iso(day, reading->generated);
    row[C_FILE] = value_word(reading->name);
    row[C_SHA256] =
        reading->hashed == HASHED_WHOLE
            ? value_word(reading->sha256)
            : value_word(arena_printf(arena, "partial:%s", reading->sha256));
    row[C_LAYOUT] = value_word(reading->source->title);
    if (reading->release_year)
        row[C_RELEASE_YEAR] = value_integer(reading->release_year);
    if (*day)
        row[C_GENERATED] = value_text(arena_str(arena, str_from(day)));
    row[C_SCOPE_SUPPLIER] = value_word(extent_word(&scope->supplier, arena));
    row[C_SCOPE_RECIPIENT] = value_word(extent_word(&scope->recipient, arena));
    if (period_length(scope->covered)) {
        row[C_YEAR_FROM] = value_integer(scope->covered.from);
        row[C_YEAR_TO] = value_integer(scope->covered.to);
    }
    if (!reading_tells_several(reading) && is_unit_known(reading))
        row[C_UNIT] = value_word(unit_word(reading->unit));
    row[C_ROWS_READ] = value_integer((int64_t)reading->tally.rows_read);
    row[C_ROWS_USED] = value_integer((int64_t)reading->tally.rows_used);
    row[C_ROWS_LEFT_OUT] = value_integer((int64_t)left_out_rows(reading));
    row[C_TOTALS_CHECKED] = value_integer((int64_t)reading->totals_checked);
    row[C_TOTALS_DIFFER] = value_integer((int64_t)reading->totals_differ);
}

void describe_line(struct result *result, const char *head, const char *format,
                   ...)
{
    char text[LINE_BYTES];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    struct value *cells =
        view_add_row(&result->view, &result->arena, VIEW_ENTRY);
    cells[0] = value_word(head);
    cells[1] = value_text(arena_str(&result->arena, str_from(text)));
}

static void add_quantities(struct result *result, const struct reading *reading)
{
    const struct source *source = reading->source;
    for (size_t i = 0; i < source->quantity_count; i++) {
        const struct source_quantity *quantity = &source->quantities[i];
        uint64_t rows = reading->tally.told[quantity->quantity];
        describe_line(
            result, i ? "" : "Tells", "%s (%s): %s %s",
            quantity_word(quantity->quantity), unit_title(quantity->unit),
            report_count(&result->arena, rows), rows == 1 ? "row" : "rows");
    }
}

/* What an amount counts, and what else --measure can ask for. */
static void add_unit(struct result *result, struct reading *reading)
{
    if (reading_tells_several(reading)) {
        add_quantities(result, reading);
        return;
    }
    describe_line(result, "Unit", "%s",
                  is_unit_known(reading) ? unit_title(reading->unit)
                                         : "not given");
    if (reading->series)
        describe_line(
            result, "Values", "column %s, %zu years with a value",
            diag_quote(&result->arena, str_from(reading->series->name)),
            reading->series->count);
    if (reading->source->quantity_count > 1)
        describe_line(result, "Measures", "%s", source_quantities(reading));
}

static void add_sum(struct result *result, const struct release *release)
{
    const struct reading *reading = &release->readings[0];
    const char *no_sum = reading_tells_several(reading)
                             ? "--measure says of what"
                             : reading->no_sum;
    char sum[DECIMAL_TEXT];
    amount total = 0;
    uint64_t reported = 0, missing = 0;
    for (size_t i = 0; i < release->cube.len; i++) {
        const struct cube_cell *cell = &release->cube.cells[i];
        total += cell->sum;
        reported += cell->rows;
        missing += cell->unreported;
    }
    amount_whole(sum, total);
    if (no_sum)
        describe_line(result, "Sum", "none: %s", no_sum);
    else
        describe_line(
            result, "Sum", "%s %s%s", sum, unit_title(release->cube.unit),
            missing
                ? arena_printf(&result->arena,
                               " reported, by %s of %s rows: the sum of "
                               "all is not known",
                               report_count(&result->arena, reported),
                               report_count(&result->arena, reported + missing))
                : "");
}

/* How many places are named on either side, categories and weapons. */
static void add_contents(struct result *result, const struct release *release)
{
    const struct names *names = &release->names;
    if (release->readings[0].series)
        return;
    size_t places = names->places.len;
    places -= map_find(&names->places, STR(SCOPE_NOT_DIVIDED)) != NAME_NONE;
    describe_line(result, "Names", "%zu %s, %zu %s, %zu %s", places,
                  places == 1 ? "place" : "places", names->categories.len,
                  names->categories.len == 1 ? "category" : "categories",
                  names->designations.len,
                  names->designations.len == 1 ? "weapon" : "weapons");
    add_sum(result, release);
}

static void add_release(struct result *result, const struct reading *reading)
{
    char day[DATE_TEXT];
    date_print(day, reading->generated);
    if (reading->release_year)
        describe_line(result, "Release", "%d%s", reading->release_year,
                      reading->release_given ? ""
                                             : " (inferred from its years)");
    else if (source_is_sipri(reading) || !reading->database)
        describe_line(result, "Release", "not known%s",
                      reading->release_contradicts
                          ? ": its years and its date do not fit together"
                          : "");
    if (*day)
        describe_line(result, "Generated", "%s", day);
}

/* What the years are not. */
static void add_years(struct result *result, const struct scope *scope)
{
    if (scope->without_years)
        describe_line(result, "Years", "nothing says in which years");
    if (scope->undivided_years)
        describe_line(
            result, "Years",
            "one row a deal, whose deliveries of several years are not "
            "divided by year: exact only as a whole");
    if (scope->split_evenly)
        describe_line(result, "Years",
                      "several years of a deal divided evenly (an assumption)");
}

static void fill_view(struct result *result, const struct release *release)
{
    const struct reading *reading = &release->readings[0];
    struct arena *arena = &result->arena;
    struct view *view = &result->view;
    char years[PERIOD_TEXT];
    view->title = reading->name;
    view->unit_line = reading->source->title;
    view_add_column(
        view, arena,
        (struct view_column){
            .kind = KIND_TEXT, .align = ALIGN_LEFT, .width = 12, .label = ""});
    view_add_column(view, arena,
                    (struct view_column){.kind = KIND_TEXT,
                                         .align = ALIGN_LEFT,
                                         .width = 20,
                                         .gap = 2,
                                         .flexible = true,
                                         .label = ""});
    add_release(result, reading);
    period_print(years, reading->scope.covered);
    describe_line(result, "Covers", "%s; %s",
                  period_length(reading->scope.covered) ? years : "no years",
                  report_scope(reading, arena));
    add_years(result, &reading->scope);
    add_unit(result, &release->readings[0]);
    describe_line(result, "Encoding", "%s", reading->encoding);
    const char *fields = dialect_words(&reading->head.dialect, arena);
    if (fields)
        describe_line(result, "Fields", "%s", fields);
    add_contents(result, release);
    describe_line(result, "Rows", "%s read, %s used, %s left out",
                  report_count(arena, reading->tally.rows_read),
                  report_count(arena, reading->tally.rows_used),
                  report_count(arena, left_out_rows(reading)));
    const struct left_out *left_out;
    size_t reasons = report_left_out(reading, arena, &left_out);
    for (size_t i = 0; i < reasons; i++)
        describe_line(result, "", "%s: %s", left_out[i].reason,
                      report_count(arena, left_out[i].rows));
    if (reading->totals_checked)
        describe_line(
            result, "Totals",
            "%s printed totals compared with the sums, %s off by more "
            "than rounding",
            report_count(arena, reading->totals_checked),
            report_count(arena, reading->totals_differ));
    describe_screens(result, release, result->cells + C_SCREENS);
    describe_line(result, "Size", "%s bytes",
                  report_count(arena, reading->size));
    describe_line(result, "SHA-256", "%s", reading->sha256);
    if (reading->hashed != HASHED_WHOLE)
        describe_line(result, "", "of the %s only; --provenance full takes all",
                      hashed_words(reading->hashed));
}

static bool build_digits(struct answer *answer, struct err *err)
{
    for (size_t i = 0; i < answer->loaded->count; i++) {
        const struct release *release = &answer->loaded->releases[i];
        answer->only = release;
        if (!answer_add(answer,
                        first_digits_result(&release->study,
                                            release->readings[0].name, err),
                        err))
            return false;
    }
    return true;
}

static bool build(struct answer *answer, struct err *err)
{
    if (!proposal_keep(answer->request,
                       &answer->loaded->releases[0].readings[0], err))
        return false;
    for (size_t i = 0; i < answer->loaded->count; i++) {
        const struct release *release = &answer->loaded->releases[i];
        struct result *result = result_new("describe");
        result_add_columns(result, columns, C_COUNT, NULL);
        add_row(result, &release->readings[0]);
        fill_view(result, release);
        if (i > 0 && answer->request->data_count)
            describe_against(result, &answer->loaded->releases[0], release);
        answer->only = release;
        if (!answer_add(answer, result, err))
            return false;
    }
    return true;
}

static bool run(struct request *request, struct err *err)
{
    bool digits = request->statistics.variants != 0;
    struct plan plan = {
        .need = {.dims = DIM_YEAR,
                 .separate = true,
                 .rows_below = digits ? UINT64_MAX : DESCRIBE_SCREENED,
                 .margins = request->data_count > 1},
        .table_top = SIZE_MAX,
        .build = digits ? build_digits : build,
    };
    struct arena arena;
    struct proposal proposal = {.arena = &arena};
    arena_init(&arena);
    request->read.every_quantity = true;
    request->read.proposal = &proposal;
    bool done = answer_run(request, &plan, err);
    if (!done && proposal.made)
        proposal_deliver(request, &proposal, err);
    arena_done(&arena);
    return done;
}

static const char *const examples[] = {
    "describe",
    "describe trade-register.csv",
    "describe --map 'supplier=Seller,recipient=Buyer,year=Yr,amount=Worth,"
    "unit=usd' sales.csv -o sales.map",
    NULL,
};

static const struct variant variants[] = {
    {"benford", "first digits of customs values against Benford's law"},
    {NULL, NULL},
};

const struct command command_describe = {
    .name = "describe",
    .summary = "what is in a file, what was left out, do its totals agree",
    .operands = "[DATA...]",
    .by_default = "describes the bundled extracts.",
    .examples = examples,
    .groups = G_OUTPUT | G_READ | G_COMMON | G_VARIANT,
    .variants = variants,
    .run = run,
};

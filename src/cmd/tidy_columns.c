/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "cmd/tidy_columns.h"

#include <inttypes.h>

#include "output/json.h"
#include "source/source.h"
#include "trade/place.h"

enum {
    T_SOURCE,
    T_RELEASE_YEAR,
    T_SUPPLIER,
    T_RECIPIENT,
    T_SUPPLIER_ISO3,
    T_RECIPIENT_ISO3,
    T_SUPPLIER_KIND,
    T_RECIPIENT_KIND,
    T_SUPPLIER_REGION,
    T_RECIPIENT_REGION,
    T_YEAR,
    T_CATEGORY,
    T_DESCRIPTION,
    T_DESIGNATION,
    T_CONDITION,
    T_MEASURE,
    T_AMOUNT,
    T_UNIT,
    T_CELL,
    T_ROUNDED_TO,
    T_ITEMS,
    T_ORDER_YEAR,
    T_YEAR_ESTIMATED,
    T_ITEMS_ESTIMATED,
    T_ORDER_YEAR_ESTIMATED,
    T_LOCAL_PRODUCTION,
    T_DEAL_ID,
    T_SOURCE_FILE,
    T_SOURCE_LINE,
};

const struct column tidy_columns[TIDY_COLUMNS] = {
    {"source", KIND_TEXT, "", "layout of the file that it was taken from"},
    {"release_year", KIND_YEAR, "", "year of the release"},
    {"supplier", KIND_TEXT, "", "as the source names it; (all): not divided"},
    {"recipient", KIND_TEXT, "", "likewise"},
    {"supplier_iso3", KIND_TEXT, "", "ISO 3166-1 code"},
    {"recipient_iso3", KIND_TEXT, "", "ISO 3166-1 code"},
    {"supplier_kind", KIND_TEXT, "",
     "state, former_state, armed_group, organisation, unknown or world"},
    {"recipient_kind", KIND_TEXT, "", "likewise"},
    {"supplier_region", KIND_TEXT, "", "one of SIPRI's five regions"},
    {"recipient_region", KIND_TEXT, "", "likewise"},
    {"year", KIND_YEAR, "", "of delivery, licence or trade"},
    {"category", KIND_TEXT, "", "the source's category"},
    {"description", KIND_TEXT, "", "what the weapon is"},
    {"designation", KIND_TEXT, "", "its name"},
    {"condition", KIND_TEXT, "", "new, second_hand or modernized"},
    {"measure", KIND_TEXT, "", "what is counted"},
    {"amount", KIND_AMOUNT, "unit", "how much"},
    {"unit", KIND_TEXT, "", "of the amount"},
    {"cell", KIND_TEXT, "", "exact, below_half, none or not_reported"},
    {"rounded_to", KIND_AMOUNT, "unit", "width of printed rounding"},
    {"items", KIND_COUNT, "", "pieces of this row"},
    {"order_year", KIND_YEAR, "", "year of the order"},
    {"year_estimated", KIND_FLAG, "", "the delivery year is an estimate"},
    {"items_estimated", KIND_FLAG, "", "the number is an estimate"},
    {"order_year_estimated", KIND_FLAG, "", "the order year is an estimate"},
    {"local_production", KIND_FLAG, "", "produced in the recipient country"},
    {"deal_id", KIND_TEXT, "", "the source's number of the deal"},
    {"source_file", KIND_TEXT, "", "name of the file"},
    {"source_line", KIND_COUNT, "", "line of the file"},
};

struct place_columns {
    size_t name;
    size_t iso3;
    size_t kind;
    size_t region;
};

static void fill_place(struct value *row, struct place_columns at,
                       struct str name)
{
    const struct place *place = place_of_name(name);
    bool divided = !str_eq(name, STR(SCOPE_NOT_DIVIDED));
    enum place_kind kind = divided ? place_kind_of_name(name) : PLACE_WORLD;
    row[at.name] = value_text(name);
    row[at.iso3] = value_word(place ? place->iso3 : "");
    row[at.kind] = value_word(place_kind_word(kind));
    row[at.region] = value_word(place ? place->region : "");
}

static struct value flag_value(enum tri flag)
{
    return flag == TRI_UNKNOWN ? value_null(REASON_NONE)
                               : value_integer(flag == TRI_YES);
}

static struct value positive(int64_t number)
{
    return number > 0 ? value_integer(number) : value_null(REASON_NONE);
}

struct tidy_origin tidy_origin_of(const struct reading *reading)
{
    return (struct tidy_origin){reading->source->id, reading->name};
}

void tidy_row(struct value row[TIDY_COLUMNS], const struct flow *flow,
              const struct names *names, struct tidy_origin origin,
              int release_year)
{
    static const struct place_columns supplier = {
        T_SUPPLIER, T_SUPPLIER_ISO3, T_SUPPLIER_KIND, T_SUPPLIER_REGION};
    static const struct place_columns recipient = {
        T_RECIPIENT, T_RECIPIENT_ISO3, T_RECIPIENT_KIND, T_RECIPIENT_REGION};
    row[T_SOURCE] = value_word(origin.source);
    row[T_RELEASE_YEAR] = positive(release_year);
    fill_place(row, supplier, names_text(&names->places, flow->supplier));
    fill_place(row, recipient, names_text(&names->places, flow->recipient));
    row[T_YEAR] = positive(flow->year);
    row[T_CATEGORY] =
        value_text(names_text(&names->categories, flow->category));
    row[T_DESCRIPTION] =
        value_text(names_text(&names->descriptions, flow->description));
    row[T_DESIGNATION] =
        value_text(names_text(&names->designations, flow->designation));
    row[T_CONDITION] = value_word(condition_word(flow->condition));
    row[T_MEASURE] = value_word(measure_word(flow->measure));
    row[T_AMOUNT] = flow->cell == CELL_NOT_REPORTED
                        ? value_null(REASON_NOT_REPORTED)
                        : value_amount(flow->value);
    row[T_UNIT] = value_word(unit_word(flow->unit));
    row[T_CELL] = value_word(cell_word(flow->cell));
    row[T_ROUNDED_TO] = flow->half_width > 0
                            ? value_amount(flow->half_width * 2)
                            : value_null(REASON_NONE);
    row[T_ITEMS] =
        flow->items >= 0 ? value_integer(flow->items) : value_null(REASON_NONE);
    row[T_ORDER_YEAR] = positive(flow->order_year);
    row[T_YEAR_ESTIMATED] = flag_value(flow->year_estimated);
    row[T_ITEMS_ESTIMATED] = flag_value(flow->items_estimated);
    row[T_ORDER_YEAR_ESTIMATED] = flag_value(flow->order_year_estimated);
    row[T_LOCAL_PRODUCTION] = flag_value(flow->local_production);
    row[T_DEAL_ID] = value_text(names_text(&names->deals, flow->deal));
    row[T_SOURCE_FILE] = value_word(origin.file);
    row[T_SOURCE_LINE] = value_integer((int64_t)flow->line);
}

static void put_text(struct json_writer *json, const char *key,
                     const char *text)
{
    json_key(json, str_from(key));
    json_text(json, str_from(text));
}

static void put_number(struct json_writer *json, int64_t number)
{
    char text[32];
    snprintf(text, sizeof text, "%" PRId64, number);
    json_word(json, str_from(text));
}

static void put_side(struct json_writer *json, const char *key,
                     const struct scope_side *side)
{
    json_key(json, str_from(key));
    if (side->extent == SCOPE_ALL) {
        json_text(json, STR("all"));
    } else if (side->extent == SCOPE_UNKNOWN) {
        json_text(json, STR("unknown"));
    } else {
        json_open(json, '[');
        json_text(json, side->extent == SCOPE_ONE ? side->name : STR("some"));
        if (side->extent == SCOPE_SOME)
            json_text(json, STR("several"));
        json_close(json, ']');
    }
}

/* Written where it holds. */
static void put_flag(struct json_writer *json, const char *key, bool holds)
{
    if (!holds)
        return;
    json_key(json, str_from(key));
    json_word(json, STR("true"));
}

static const char *json_type(enum kind kind)
{
    switch (kind) {
    case KIND_YEAR:
    case KIND_COUNT:
    case KIND_FLAG:
        return "integer";
    case KIND_AMOUNT:
        return "number";
    default:
        return "string";
    }
}

static void put_schema(struct json_writer *json)
{
    json_key(json, STR("schema"));
    json_open(json, '{');
    json_key(json, STR("fields"));
    json_open(json, '[');
    for (size_t i = 0; i < TIDY_COLUMNS; i++) {
        json_open(json, '{');
        put_text(json, "name", tidy_columns[i].name);
        put_text(json, "type", json_type(tidy_columns[i].kind));
        put_text(json, "description", tidy_columns[i].description);
        json_close(json, '}');
    }
    json_close(json, ']');
    json_close(json, '}');
}

/* As "sha256:…"; of a part of the file under a name that says so. */
static void put_hash(struct json_writer *json, const struct reading *reading)
{
    static const char *const names[] = {
        [HASHED_WHOLE] = "sha256",
        [HASHED_ENDS] = "sha256-of-first-and-last-mib",
        [HASHED_START] = "sha256-of-first-mib",
    };
    struct arena arena;
    arena_init(&arena);
    put_text(
        json, "hash",
        arena_printf(&arena, "%s:%s", names[reading->hashed], reading->sha256));
    arena_done(&arena);
    json_key(json, STR("bytes"));
    put_number(json, (int64_t)reading->size);
}

static void put_sources(struct json_writer *json, const struct release *release)
{
    json_key(json, STR("sources"));
    json_open(json, '[');
    for (size_t i = 0; i < release->count; i++) {
        const struct reading *reading = &release->readings[i];
        json_open(json, '{');
        put_text(json, "title", reading->database ? reading->database : "");
        put_text(json, "path", reading->name);
        put_hash(json, reading);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void put_ours(struct json_writer *json, const struct release *release)
{
    const struct study *study = &release->study;
    const struct reading *last = &release->readings[release->count - 1];
    char day[DATE_TEXT];
    date_print_iso(day, last->generated);
    json_key(json, STR("armstats"));
    json_open(json, '{');
    if (study->release_year) {
        json_key(json, STR("release"));
        put_number(json, study->release_year);
    }
    if (*day)
        put_text(json, "generated", day);
    put_side(json, "suppliers", &study->scope.supplier);
    put_side(json, "recipients", &study->scope.recipient);
    json_key(json, STR("by_category"));
    json_word(json, study->scope.by_category ? STR("true") : STR("false"));
    put_flag(json, "undivided_years", study->scope.undivided_years);
    put_flag(json, "split_evenly", study->scope.split_evenly);
    put_flag(json, "without_years", study->scope.without_years);
    if (period_length(study->scope.covered)) {
        json_key(json, STR("years"));
        json_open(json, '[');
        put_number(json, study->scope.covered.from);
        put_number(json, study->scope.covered.to);
        json_close(json, ']');
    }
    json_close(json, '}');
}

void tidy_descriptor(FILE *out, const char *table, const char *mark,
                     const struct release *release)
{
    struct json_writer json;
    const char *slash = strrchr(table, '/');
    json_begin(&json, out, 4);
    json_open(&json, '{');
    put_text(&json, "path", slash ? slash + 1 : table);
    put_text(&json, "title", release->readings[0].source->title);
    put_text(&json, "format", mark);
    put_text(&json, "encoding", "utf-8");
    put_sources(&json, release);
    put_ours(&json, release);
    put_schema(&json);
    json_close(&json, '}');
    fputc('\n', out);
}

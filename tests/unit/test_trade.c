/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Units, dictionaries, cube and deals of src/trade. */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "tap.h"
#include "trade/cube.h"
#include "trade/deal_years.h"
#include "trade/deals.h"

static void test_unit_words(void)
{
    for (int i = 0; i < UNIT_COUNT; i++) {
        enum unit unit = UNIT_COUNT;
        CU_ASSERT(unit_from_word(str_from(unit_word((enum unit)i)), &unit));
        CU_ASSERT_EQUAL((int)unit, i);
        CU_ASSERT(*unit_title((enum unit)i) && *unit_short((enum unit)i));
    }
    for (int i = 0; i < MEASURE_COUNT; i++) {
        enum measure measure = MEASURE_COUNT;
        const char *word = measure_word((enum measure)i);
        CU_ASSERT(measure_from_word(str_from(word), &measure));
        CU_ASSERT_EQUAL((int)measure, i);
    }
    enum unit unit = UNIT_EUR;
    enum measure measure = MEASURE_ORDER;
    CU_ASSERT(!unit_from_word(STR("USD"), &unit));
    CU_ASSERT(!unit_from_word(STR(""), &unit));
    CU_ASSERT(!unit_from_word(STR("tiv"), &unit));
    CU_ASSERT(!measure_from_word(STR("deliveries"), &measure));
    CU_ASSERT_EQUAL(unit, UNIT_EUR);
    CU_ASSERT_EQUAL(measure, MEASURE_ORDER);
    CHECK_TEXT(unit_word(UNIT_TIV_MILLION), "tiv_million");
    CHECK_TEXT(measure_word(MEASURE_REPORT_IMPORT), "report_import");
    CHECK_TEXT(unit_title(UNIT_TIV_MILLION), "TIV million");
    CHECK_TEXT(unit_short(UNIT_TIV_MILLION), "TIV m");
    CHECK_TEXT(unit_short(UNIT_GBP), "GBP");
    CHECK_TEXT(unit_noun(UNIT_TIV_MILLION), "Volume");
    CHECK_TEXT(unit_noun(UNIT_EUR), "Value");
    CHECK_TEXT(unit_noun(UNIT_ITEMS), "Number");
    CHECK_TEXT(unit_noun(UNIT_TONNES), "Weight");
}

static void test_unit_line(void)
{
    CHECK_TEXT(unit_line(UNIT_TIV_MILLION, MEASURE_DELIVERY),
               "Volume of deliveries, TIV million (an index of military "
               "capability, not money)");
    CHECK_TEXT(unit_line(UNIT_USD, MEASURE_CUSTOMS_EXPORT),
               "Customs value of exports, USD, current");
    CHECK_TEXT(unit_line(UNIT_GBP, MEASURE_LICENCE),
               "Value of licences approved, GBP, current");
    CHECK_TEXT(unit_line(UNIT_ITEMS, MEASURE_DELIVERY),
               "Number of items delivered");
    CHECK_TEXT(unit_line(UNIT_LICENCES, MEASURE_REFUSAL),
               "Number of licences refused");
    CHECK_TEXT(unit_line(UNIT_TONNES, MEASURE_CUSTOMS_IMPORT),
               "Customs weight of imports, tonnes");
    for (int unit = 0; unit < UNIT_COUNT; unit++)
        for (int measure = 0; measure < MEASURE_COUNT; measure++) {
            struct str line =
                str_from(unit_line((enum unit)unit, (enum measure)measure));
            bool warns = str_find(line, STR("not money")) >= 0;
            CU_ASSERT(line.len > 0 && line.len <= 80);
            CU_ASSERT_EQUAL(warns, unit == UNIT_TIV_MILLION);
        }
}

static void test_flow_words(void)
{
    CHECK_TEXT(condition_word(CONDITION_UNKNOWN), "");
    CHECK_TEXT(condition_word(CONDITION_NEW), "new");
    CHECK_TEXT(condition_word(CONDITION_SECOND_HAND), "second_hand");
    CHECK_TEXT(condition_word(CONDITION_MODERNIZED), "modernized");
    CHECK_TEXT(cell_word(CELL_EXACT), "exact");
    CHECK_TEXT(cell_word(CELL_BELOW_HALF), "below_half");
    CHECK_TEXT(cell_word(CELL_NONE), "none");
    CHECK_TEXT(cell_word(CELL_NOT_REPORTED), "not_reported");
}

static void test_names(void)
{
    struct names names;
    names_init(&names);
    uint32_t poland = map_intern(&names.places, STR("Poland"));
    uint32_t tank = map_intern(&names.categories, STR("Poland"));
    CU_ASSERT(str_eq(names_text(&names.places, poland), STR("Poland")));
    CU_ASSERT(str_eq(names_text(&names.categories, tank), STR("Poland")));
    CU_ASSERT_EQUAL(names.deals.len, 0);
    CU_ASSERT_EQUAL(names_text(&names.places, NAME_NONE).len, 0);
    names_done(&names);
}

static struct flow some_flow(uint64_t random)
{
    return (struct flow){
        .supplier = (uint32_t)(random >> 60),
        .recipient = (uint32_t)(random >> 50 & 31),
        .category = random >> 40 & 1 ? (uint32_t)(random >> 41 & 3) : NAME_NONE,
        .designation = (uint32_t)(random >> 3 & 255),
        .description = (uint32_t)(random >> 43 & 7),
        .deal = NAME_NONE,
        .year = 1990 + (int)(random >> 30 & 15),
        .unit = UNIT_TIV_MILLION,
        .measure = MEASURE_DELIVERY,
        .cell = random >> 20 & 7 ? CELL_EXACT : CELL_BELOW_HALF,
        .value = random >> 20 & 7 ? (amount)(random >> 10 & 0xfffff) : 0,
        .half_width = 5000,
        .items = -1,
        .items_estimated = (enum tri)((int)(random >> 8 & 3) % 3 - 1),
        .year_estimated = (enum tri)((int)(random >> 6 & 3) % 3 - 1),
    };
}

#define FLOWS ((size_t)5000)

static struct flow *some_flows(void)
{
    struct flow *flows = calloc(FLOWS, sizeof(*flows));
    uint64_t random = 20240311;
    for (size_t i = 0; flows && i < FLOWS; i++) {
        random = random * 6364136223846793005u + 1442695040888963407u;
        flows[i] = some_flow(random);
        flows[i].line = i + 1;
    }
    CU_ASSERT_PTR_NOT_NULL_FATAL(flows);
    return flows;
}

static void add_all(struct cube *cube, const struct flow *flows, bool backward)
{
    struct flow_sink sink = cube_sink(cube);
    struct err err = {0};
    for (size_t i = 0; i < FLOWS; i++) {
        const struct flow *flow = &flows[backward ? FLOWS - 1 - i : i];
        CU_ASSERT_FATAL(sink.take(sink.context, flow, &err));
    }
}

static int by_key(const void *a, const void *b)
{
    const struct cube_cell *one = a;
    const struct cube_cell *two = b;
    return memcmp(&one->key, &two->key, sizeof(one->key));
}

static bool same_sums(const struct cube_cell *a, const struct cube_cell *b)
{
    return a->sum == b->sum && a->items_estimated == b->items_estimated &&
           a->year_estimated == b->year_estimated &&
           a->half_width == b->half_width && a->rows == b->rows &&
           a->below_half == b->below_half;
}

/* The order of the rows does not show, for any set of dimensions. */
static void test_cube_order(void)
{
    struct flow *flows = some_flows();
    for (unsigned dims = 0; dims < 32; dims++) {
        struct cube one;
        struct cube two;
        cube_init(&one, dims);
        cube_init(&two, dims);
        add_all(&one, flows, false);
        add_all(&two, flows, true);
        CU_ASSERT_EQUAL_FATAL(one.len, two.len);
        qsort(one.cells, one.len, sizeof(*one.cells), by_key);
        qsort(two.cells, two.len, sizeof(*two.cells), by_key);
        for (size_t i = 0; i < one.len; i++) {
            CU_ASSERT(by_key(&one.cells[i], &two.cells[i]) == 0);
            CU_ASSERT(same_sums(&one.cells[i], &two.cells[i]));
        }
        cube_done(&one);
        cube_done(&two);
    }
    free(flows);
}

/* Every cell of a cube, counted again row by row. */
static void test_cube_sums(void)
{
    struct flow *flows = some_flows();
    struct cube cube;
    cube_init(&cube, DIM_SUPPLIER | DIM_CATEGORY);
    add_all(&cube, flows, false);
    CU_ASSERT(cube.len == 16 * 5);
    for (size_t i = 0; i < cube.len; i++) {
        const struct cube_cell *cell = &cube.cells[i];
        struct cube_cell again = {.key = cell->key};
        for (size_t j = 0; j < FLOWS; j++) {
            const struct flow *flow = &flows[j];
            if (flow->supplier != cell->key.supplier ||
                flow->category != cell->key.category)
                continue;
            again.sum += flow->value;
            again.items_estimated +=
                flow->items_estimated == TRI_YES ? flow->value : 0;
            again.year_estimated +=
                flow->year_estimated == TRI_YES ? flow->value : 0;
            again.half_width += flow->half_width;
            again.rows++;
            again.below_half += flow->cell == CELL_BELOW_HALF;
        }
        CU_ASSERT(same_sums(cell, &again));
        CU_ASSERT(cell->sum > cell->year_estimated);
        CU_ASSERT_EQUAL(cell->key.recipient, NAME_NONE);
        CU_ASSERT_EQUAL(cell->key.description, NAME_NONE);
        CU_ASSERT_EQUAL(cell->key.year, 0);
    }
    cube_done(&cube);
    free(flows);
}

/* A fine cube, summed up, is the coarse one. */
static void test_cube_rollup(void)
{
    struct flow *flows = some_flows();
    struct cube fine;
    struct cube world;
    cube_init(&fine, DIM_SUPPLIER | DIM_RECIPIENT | DIM_YEAR);
    cube_init(&world, 0);
    add_all(&fine, flows, false);
    add_all(&world, flows, false);
    struct cube_cell total = {.key = {.year = 1234}};
    for (size_t i = 0; i < fine.len; i++)
        cube_cell_add(&total, &fine.cells[i]);
    CU_ASSERT_EQUAL_FATAL(world.len, 1);
    CU_ASSERT(fine.len > 3000);
    CU_ASSERT(same_sums(&total, &world.cells[0]));
    CU_ASSERT_EQUAL(total.rows, FLOWS);
    CU_ASSERT_EQUAL(total.key.year, 1234);
    cube_done(&fine);
    cube_done(&world);
    free(flows);
}

static void test_cube_order_of_cells(void)
{
    struct cube cube;
    struct err err = {0};
    cube_init(&cube, DIM_YEAR);
    static const int years[] = {2023, 1950, 2023, 2000, 1950};
    for (size_t i = 0; i < 5; i++) {
        struct flow flow = {.year = years[i], .value = AMOUNT_ONE};
        CU_ASSERT(cube_add(&cube, &flow, &err));
    }
    CU_ASSERT_EQUAL_FATAL(cube.len, 3);
    CU_ASSERT_EQUAL(cube.cells[0].key.year, 2023);
    CU_ASSERT_EQUAL(cube.cells[1].key.year, 1950);
    CU_ASSERT_EQUAL(cube.cells[2].key.year, 2000);
    CU_ASSERT_EQUAL(cube.cells[1].rows, 2);
    cube_done(&cube);
    CU_ASSERT_EQUAL(cube.len, 0);
    CU_ASSERT_EQUAL(cube.dims, DIM_YEAR);
}

static void test_cube_units(void)
{
    struct cube cube;
    struct err err = {0};
    struct flow flow = {.unit = UNIT_TIV_MILLION, .value = AMOUNT_ONE};
    cube_init(&cube, 0);
    CU_ASSERT(cube_add(&cube, &flow, &err));
    flow.unit = UNIT_USD;
    flow.measure = MEASURE_CUSTOMS_EXPORT;
    CU_ASSERT(!cube_add(&cube, &flow, &err));
    CU_ASSERT_EQUAL(err.kind, ERR_REQUEST);
    CHECK_TEXT(err.text,
               "two units are never added: TIV million (delivery) and USD "
               "(customs_export); put the rows of each into a file of its "
               "own");
    /* Orders are no deliveries, though the unit is the same. */
    err = (struct err){0};
    flow.unit = UNIT_TIV_MILLION;
    flow.measure = MEASURE_ORDER;
    CU_ASSERT(!cube_add(&cube, &flow, &err));
    CU_ASSERT(strstr(err.text, "(delivery)") && strstr(err.text, "(order)"));
    CU_ASSERT_EQUAL(cube.cells[0].rows, 1);
    CU_ASSERT(cube.cells[0].sum == AMOUNT_ONE);
    cube_done(&cube);
}

static void test_cube_overflow(void)
{
    const amount most = (amount)1000000000000000 * 1000000000000000;
    struct cube cube;
    struct err err = {0};
    struct flow flow = {.value = most - 1, .cell = CELL_EXACT};
    cube_init(&cube, 0);
    CU_ASSERT(cube_add(&cube, &flow, &err));
    flow.value = 1;
    CU_ASSERT(cube_add(&cube, &flow, &err));
    CU_ASSERT(cube.cells[0].sum == most);
    CU_ASSERT_EQUAL(err.kind, ERR_NONE);
    CU_ASSERT(!cube_add(&cube, &flow, &err));
    CU_ASSERT_EQUAL(err.kind, ERR_DATA);
    CU_ASSERT(cube.cells[0].sum == most);
    CU_ASSERT_EQUAL(cube.cells[0].rows, 2);
    flow.value = -most;
    CU_ASSERT(cube_add(&cube, &flow, &err));
    CU_ASSERT(cube_add(&cube, &flow, &err));
    CU_ASSERT(!cube_add(&cube, &flow, &err));
    CU_ASSERT(cube.cells[0].sum == -most);
    flow.value = most + 1;
    CU_ASSERT(!cube_add(&cube, &flow, &err));
    flow.value = 0;
    flow.half_width = most + 1;
    CU_ASSERT(!cube_add(&cube, &flow, &err));
    cube_done(&cube);
}

static void test_deals(void)
{
    struct flow *flows = some_flows();
    struct deals deals;
    struct err err = {0};
    deals_init(&deals);
    struct flow_sink sink = deals_sink(&deals);
    for (size_t i = 0; i < FLOWS; i++)
        CU_ASSERT(sink.take(sink.context, &flows[i], &err));
    CU_ASSERT_EQUAL_FATAL(deals.len, FLOWS);
    for (size_t i = 0; i < FLOWS; i++)
        CU_ASSERT(deals.rows[i].line == i + 1 &&
                  deals.rows[i].value == flows[i].value &&
                  deals.rows[i].designation == flows[i].designation);
    deals_done(&deals);
    CU_ASSERT_EQUAL(deals.len, 0);
    CU_ASSERT_PTR_NULL(deals.rows);
    free(flows);
}

static void add_deal(struct deal_years *seen, const char *deal, int year,
                     uint64_t place)
{
    char room[64] = {0}; /* eight bytes behind an id can be read */
    snprintf(room, sizeof(room), "%s", deal);
    deal_years_add(seen, str_from(room), year, place);
}

/* Each deal and year once, however many deals come between, and however long
 * their ids are. */
static void test_deal_years(void)
{
    static const char *const ends[] = {"", " is the number of a deal"};
    for (size_t end = 0; end < 2; end++) {
        struct deal_years seen;
        struct deal_twice twice;
        struct arena arena;
        char deal[40];
        arena_init(&arena);
        deal_years_init(&seen);
        CU_ASSERT_FALSE(deal_years_twice(&seen, &arena, &twice));
        for (uint32_t i = 0; i < 30000; i++) {
            snprintf(deal, sizeof(deal), "%u%s", i, ends[end]);
            add_deal(&seen, deal, 2001, i + 1);
            add_deal(&seen, deal, 2003, i + 2);
        }
        add_deal(&seen, deal, 2002, 9);
        CU_ASSERT_FALSE(deal_years_twice(&seen, &arena, &twice));
        add_deal(&seen, deal, 2003, 99999);
        CU_ASSERT_TRUE(deal_years_twice(&seen, &arena, &twice));
        CHECK_TEXT(twice.deal.ptr, deal);
        CU_ASSERT_EQUAL(twice.year, 2003);
        CU_ASSERT_EQUAL(twice.first, 30001);
        CU_ASSERT_EQUAL(twice.second, 99999);
        deal_years_done(&seen);
        arena_done(&arena);
    }
}

/* Whoever saw which line: the same deal is found, with the same lines. */
static void test_deal_years_joined(void)
{
    static const struct {
        const char *deal;
        int year;
    } rows[] = {{"7", 2001},        {"8", 2001}, {"a long deal id", 2002},
                {"7", 2002},        {"9", 2001}, {"a long deal id", 2002},
                {"8", 2001},        {"7", 2001}, {"a long deal id", 2002},
                {"a long deal", 1}, {"8", 2001}};
    enum { ROWS = sizeof(rows) / sizeof(rows[0]), THREADS = 3 };
    for (unsigned seed = 0; seed < 2000; seed++) {
        struct deal_years seen[THREADS];
        struct deal_twice twice;
        struct arena arena;
        unsigned draw = seed * 2654435761u;
        arena_init(&arena);
        for (size_t i = 0; i < THREADS; i++)
            deal_years_init(&seen[i]);
        for (size_t i = 0; i < ROWS; i++, draw = draw * 69069u + 1)
            add_deal(&seen[(draw >> 16) % THREADS], rows[i].deal, rows[i].year,
                     i + 1);
        for (size_t i = 1; i < THREADS; i++)
            deal_years_join(&seen[0], &seen[i]);
        CU_ASSERT_TRUE(deal_years_twice(&seen[0], &arena, &twice));
        CHECK_TEXT(twice.deal.ptr, "a long deal id");
        CU_ASSERT_EQUAL(twice.first, 3);
        CU_ASSERT_EQUAL(twice.second, 6);
        for (size_t i = 0; i < THREADS; i++)
            deal_years_done(&seen[i]);
        arena_done(&arena);
    }
}

/* A row without an amount is no amount. */
static void test_not_reported(void)
{
    struct cube cube;
    struct err err = {0};
    struct flow flow = {.year = 2020, .cell = CELL_NOT_REPORTED};
    cube_init(&cube, DIM_YEAR);
    CU_ASSERT_TRUE(cube_add(&cube, &flow, &err));
    flow.cell = CELL_EXACT;
    flow.value = 7;
    CU_ASSERT_TRUE(cube_add(&cube, &flow, &err));
    CU_ASSERT_EQUAL_FATAL(cube.len, 1);
    CU_ASSERT_EQUAL(cube.cells[0].rows, 1);
    CU_ASSERT_EQUAL(cube.cells[0].unreported, 1);
    CU_ASSERT_TRUE(cube.cells[0].sum == 7);
    cube_done(&cube);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"a deal and year twice is seen", test_deal_years},
        {"by whichever threads", test_deal_years_joined},
        {"what is not reported adds nothing", test_not_reported},
        {"words of units and measures", test_unit_words},
        {"the second line of a table", test_unit_line},
        {"words of conditions and cells", test_flow_words},
        {"dictionaries are apart", test_names},
        {"the order of rows does not show in a cube", test_cube_order},
        {"cells against a recount", test_cube_sums},
        {"a fine cube adds up to the coarse one", test_cube_rollup},
        {"cells come in order of first appearance", test_cube_order_of_cells},
        {"two units are never added", test_cube_units},
        {"sums past 10^30", test_cube_overflow},
        {"deals keep every row", test_deals},
    };
    return TAP_RUN("trade", cases);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "desk.h"

#include "tap.h"

static void start(struct desk *desk)
{
    *desk = (struct desk){0};
    arena_init(&desk->arena);
    names_init(&desk->names);
    cube_init(&desk->cube, by_dims(BY_PAIR));
    desk->question = (struct question){
        .by = BY_SUPPLIER,
        .top = 10,
        .asked = &desk->asked,
        .category = NAME_NONE,
    };
    desk->study = (struct study){
        .names = &desk->names,
        .cube = &desk->cube,
        .source_line = "Source: invented.",
        .release_name = "",
        .arena = &desk->arena,
    };
}

static bool read_file(struct desk *desk, const char *path)
{
    const struct read_options options = {
        .decimal = '.',
        .rounded_to = -1,
        .unit = -1,
        .weapons = true,
        .limits = reader_default_limits,
    };
    struct err err = {0};
    start(desk);
    desk->is_read = true;
    const char *file = arena_printf(&desk->arena, "%s/%s", tap_shared(), path);
    bool done =
        reading_open(&desk->reading, file, 0, &options, &err) &&
        reading_run(&desk->reading, &desk->names, cube_sink(&desk->cube), &err);
    CHECK_TEXT(err.text, "");
    desk->study.scope = desk->reading.scope;
    desk->study.release_year = desk->reading.release_year;
    return done;
}

#define REGISTER "corpus/sipri_register/AndreiPetre_trade-register.csv"

bool desk_open(struct desk *desk, const char *path, const char *source,
               const char *release)
{
    if (!tap_shared()) {
        tap_skip("ARMSTATS_SHARED is not set");
        return false;
    }
    bool done = read_file(desk, path);
    desk->study.source_line = source;
    desk->study.release_name = release;
    if (!done)
        desk_done(desk);
    return done;
}

bool desk_open_register(struct desk *desk)
{
    return desk_open(desk, REGISTER,
                     "Source: SIPRI Arms Transfers Database, release of March "
                     "2024 (trade-register.csv, generated 13 Apr 2024).",
                     "March 2024");
}

void desk_invent(struct desk *desk)
{
    const struct scope_side everybody = {.extent = SCOPE_ALL, .divided = true};
    const struct period covered = {2014, 2023};
    start(desk);
    desk->cube.unit = UNIT_TIV_MILLION;
    desk->study.scope = (struct scope){.supplier = everybody,
                                       .recipient = everybody,
                                       .declared = covered,
                                       .covered = covered};
}

void desk_done(struct desk *desk)
{
    if (desk->is_read)
        reading_done(&desk->reading);
    cube_done(&desk->cube);
    names_done(&desk->names);
    arena_done(&desk->arena);
}

void desk_add(struct desk *desk, const char *supplier, const char *recipient,
              int year, const char *value)
{
    struct decimal decimal;
    struct err err = {0};
    CU_ASSERT_EQUAL_FATAL(decimal_parse(str_from(value), '.', &decimal),
                          DECIMAL_OK);
    struct flow flow = {
        .supplier = map_intern(&desk->names.places, str_from(supplier)),
        .recipient = map_intern(&desk->names.places, str_from(recipient)),
        .category = NAME_NONE,
        .designation = NAME_NONE,
        .description = NAME_NONE,
        .deal = NAME_NONE,
        .year = year,
        .cell = decimal.value ? CELL_EXACT : CELL_BELOW_HALF,
        .value = decimal.value,
        .half_width = desk->study.integers ? AMOUNT_ONE / 2 : 0,
    };
    CU_ASSERT_FATAL(cube_add(&desk->cube, &flow, &err));
}

void desk_ask(struct desk *desk, const char *supplier, const char *recipient)
{
    struct err err = {0};
    desk->asked = (struct filter){0};
    if (supplier)
        place_set_add(&desk->asked.supplier, str_from(supplier), &desk->arena,
                      &err);
    if (recipient)
        place_set_add(&desk->asked.recipient, str_from(recipient), &desk->arena,
                      &err);
    CHECK_TEXT(err.text, "");
}

void desk_years(struct desk *desk, const char *years, const char *previous)
{
    desk->question.years = (struct period_spec){0};
    desk->question.previous = (struct period_spec){0};
    if (years)
        CU_ASSERT_FATAL(period_parse(str_from(years), &desk->question.years));
    if (previous)
        CU_ASSERT_FATAL(
            period_parse(str_from(previous), &desk->question.previous));
}

void desk_invent_trade(struct desk *desk)
{
    desk_invent(desk);
    desk_add(desk, "France", "India", 2019, "40");
    desk_add(desk, "France", "unknown recipient(s)", 2020, "30");
    desk_add(desk, "France", "Peru", 2021, "10");
    desk_add(desk, "France", "Chile", 2022, "4.5");
    desk_add(desk, "France", "Chile", 2023, "5.5");
    desk_add(desk, "France", "Egypt", 2023, "10");
    desk_add(desk, "Norway", "India", 2023, "60");
    desk_add(desk, "France", "India", 2015, "50");
}

struct delivery {
    const char *supplier;
    const char *recipient;
    int year;
    const char *value;
};

void desk_invent_shuffled(struct desk *desk, size_t first, size_t stride)
{
    static const struct delivery rows[] = {
        {"France", "India", 2019, "12.5"},  {"Norway", "Peru", 2020, "12.5"},
        {"Sweden", "India", 2021, "3"},     {"France", "Peru", 2023, "4"},
        {"Austria", "Chile", 2022, "0"},    {"Norway", "Chile", 2016, "8"},
        {"Sweden", "Egypt", 2018, "0.01"},  {"France", "Egypt", 2020, "4"},
        {"France", "Kenya", 2020, "4"},     {"Norway", "Egypt", 2021, "4"},
        {"Belgium", "Kenya", 2019, "16.5"},
    };
    const size_t count = sizeof rows / sizeof rows[0];
    desk_invent(desk);
    for (size_t i = 0; i < count; i++) {
        const struct delivery *row = &rows[(first + i * stride) % count];
        desk_add(desk, row->supplier, row->recipient, row->year, row->value);
    }
    desk_ask(desk, "France", NULL);
}

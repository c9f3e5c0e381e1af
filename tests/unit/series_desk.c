/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "series_desk.h"

#include "tap.h"

struct delivery {
    const char *supplier;
    const char *recipient;
    int year;
    const char *value;
};

static const struct delivery deliveries[] = {
    {"South Korea", "Poland", 2016, "5.9"},
    {"South Korea", "Poland", 2017, "8.26"},
    {"South Korea", "Poland", 2022, "10"},
    {"South Korea", "India", 2019, "20.123456"},
    {"South Korea", "India", 2023, "3"},
    {"Israel", "India", 2014, "1"},
    {"Israel", "India", 2019, "40"},
    {"Israel", "India", 2023, "7"},
    {"France", "Poland", 2016, "50"},
    {"France", "Poland", 2022, "30"},
    {"France", "Poland", 2023, "0"},
};

#define DELIVERIES (sizeof deliveries / sizeof deliveries[0])

static void invent(struct desk *desk, size_t stride)
{
    desk_invent(desk);
    desk->question.top = SIZE_MAX;
    desk->study.release_name = "March 2024";
    desk->study.source_line = "Source: invented, release of March 2024.";
    for (size_t i = 0; i < DELIVERIES; i++) {
        const struct delivery *delivery = &deliveries[i * stride % DELIVERIES];
        desk_add(desk, delivery->supplier, delivery->recipient, delivery->year,
                 delivery->value);
    }
}

void invent_series(struct desk *desk)
{
    invent(desk, 1);
}

void invent_shuffled_series(struct desk *desk)
{
    invent(desk, 7);
}

struct result *series(struct desk *desk, enum each each, int span)
{
    struct err err = {0};
    struct result *result =
        series_result(&desk->study, &desk->question, each, span, NULL, &err);
    CHECK_TEXT(err.text, "");
    CU_ASSERT_PTR_NOT_NULL_FATAL(result);
    return result;
}

void check_year(struct result *result, const char *year, const char *column,
                const char *expected)
{
    const char *cell =
        desk_cell(result, desk_row(result, "year_to", year), column);
    CHECK_TEXT(cell ? cell : "(no such cell)", expected);
}

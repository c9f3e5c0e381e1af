/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any text as a number, a period, a place, a name and a pattern: no crash, and
 * what must agree with itself does. */
#include <config.h>

#include <stdint.h>
#include <stdlib.h>

#include "base/decimal.h"
#include "base/utf8.h"
#include "trade/period.h"
#include "trade/place.h"

/* An exact amount reads back as itself. */
static void check_number(struct str text)
{
    struct decimal decimal;
    struct decimal again;
    char exact[DECIMAL_TEXT];
    if (decimal_parse(text, '.', &decimal) != DECIMAL_OK)
        return;
    amount_exact(exact, decimal.value);
    if (decimal_parse(str_from(exact), '.', &again) != DECIMAL_OK ||
        again.value != decimal.value || again.rounded || again.shortened)
        abort();
}

static void check_period(struct str text)
{
    struct period_spec spec;
    char printed[PERIOD_TEXT];
    struct period_spec again;
    if (!period_parse(text, &spec) || spec.form != PERIOD_YEARS)
        return;
    period_print(printed, spec.years);
    if (!period_parse(str_from(printed), &again) ||
        again.years.from != spec.years.from || again.years.to != spec.years.to)
        abort();
}

/* The key of a key is the key; a harmless text stays harmless. */
static void check_text(struct str text)
{
    struct arena arena;
    arena_init(&arena);
    struct str key = utf8_key(&arena, text);
    struct str harmless = utf8_harmless(&arena, text);
    if (utf8_valid_prefix(text) == text.len &&
        !str_eq(key, utf8_key(&arena, key)))
        abort();
    if (!str_eq(harmless, utf8_harmless(&arena, harmless)))
        abort();
    arena_done(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str text = {(const char *)data, size};
    check_number(text);
    check_period(text);
    check_text(text);
    place_look_up(text);
    place_kind_of_name(text);
    return 0;
}

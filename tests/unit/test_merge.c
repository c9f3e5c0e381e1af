/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Merged rows and former states under their successors, of src/trade: what is
 * asked for, and what becomes of a cube. */
#include <config.h>

#include "scratch.h"
#include "tap.h"
#include "trade/merge.h"

static struct arena arena;
static struct err err;

/* How the words of --merge are refused; "" if they are not. */
static const char *merge_of(const char *first, const char *second)
{
    struct merge merge = {0};
    err = (struct err){0};
    if (merge_add(&merge, str_from(first), &arena, &err) &&
        (!second || merge_add(&merge, str_from(second), &arena, &err)) &&
        merge_finish(&merge, 0, NULL, &err))
        return "";
    return err.text;
}

static void test_merge_words(void)
{
    arena_init(&arena);
    CHECK_TEXT(merge_of("@sipri:regions", NULL), "");
    CHECK_TEXT(merge_of("@sipri:regions", "@eu"),
               "--merge: Austria is in both Europe and European Union (from "
               "1995 on); rows must not share a place");
    CHECK_TEXT(merge_of("@sipri:africa", "@un:africa"),
               "--merge: two rows are called 'Africa'; write NAME=GROUP to "
               "give one another name");
    CHECK_TEXT(merge_of("@asean", "@eu"), "");
    CHECK_TEXT(merge_of("Koreas = KOR, PRK", "East=Japan,CHN"), "");
    CHECK_TEXT(merge_of("Poland=France,DEU", NULL),
               "--merge: 'Poland' is a place that is not in the row of this "
               "name; give the row another one");
    CHECK_TEXT(merge_of("Germany=Germany,DDR", NULL), "");
    CHECK_TEXT(merge_of("A=Houthis*,X", "B=X"),
               "--merge: X is in both A and B; rows must not share a place");
    CHECK_TEXT(merge_of("Korea", NULL),
               "--merge 'Korea': a row needs a name; write a group as @eu, or "
               "NAME=PLACE,PLACE,@GROUP");
    CHECK_TEXT(merge_of("=KOR", NULL),
               "--merge ''='KOR': a name and places are needed; write "
               "NAME=PLACE,PLACE,@GROUP");
    err = (struct err){0};
    arena_done(&arena);
}

/* "France 1, ROW 5": what a cube has, by name, of a year. */
static const char *cube_text(const struct cube *cube, const struct map *places,
                             int year)
{
    const char *text = "";
    for (size_t i = 0; i < places->len; i++)
        for (size_t j = 0; j < cube->len; j++) {
            const struct cube_cell *cell = &cube->cells[j];
            if (cell->key.supplier == i && cell->key.year == year)
                text = arena_printf(&arena, "%s%s%.*s %lld", text,
                                    *text ? ", " : "", STR_ARG(places->keys[i]),
                                    (long long)cell->sum);
        }
    return text;
}

static void test_recode(void)
{
    static const struct {
        const char *name;
        int year;
        int64_t value;
    } rows[] = {{"Soviet Union", 1990, 1},  {"Russian Federation", 1992, 2},
                {"Poland", 1998, 4},        {"Poland", 1999, 8},
                {"France", 1998, 16},       {"France", 1999, 32},
                {"East Germany", 1990, 64}, {"Japan", 1999, 128}};
    struct merge merge = {0};
    struct succession succession = {0};
    struct map places;
    struct cube cube;
    struct recode recode;
    arena_init(&arena);
    map_init(&places);
    cube_init(&cube, DIM_SUPPLIER | DIM_YEAR);
    struct flow flow = flow_unknown(UNIT_TIV_MILLION, MEASURE_DELIVERY);
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        flow.supplier = map_intern(&places, str_from(rows[i].name));
        flow.year = rows[i].year;
        flow.value = rows[i].value;
        CU_ASSERT(cube_add(&cube, &flow, &err));
    }
    CU_ASSERT(merge_add(&merge, STR("@sipri:nato"), &arena, &err));
    succession_add_own(&succession, &arena);
    CU_ASSERT(merge_finish(&merge, 0, &succession, &err));
    CU_ASSERT(
        merge_recode(&merge, &succession, &places, places.len, &recode, &err));
    CU_ASSERT(cube_recode(&cube, &recode, NULL, &err));
    CHECK_TEXT(cube_text(&cube, &places, 1990),
               "Russian Federation 1, Germany 64");
    CHECK_TEXT(cube_text(&cube, &places, 1992), "Russian Federation 2");
    CHECK_TEXT(cube_text(&cube, &places, 1998), "Poland 4, NATO 16");
    CHECK_TEXT(cube_text(&cube, &places, 1999), "Japan 128, NATO 40");
    recode_done(&recode);
    cube_done(&cube);
    map_done(&places);
    arena_done(&arena);
}

static const char *succession_of(const char *text)
{
    static struct succession succession;
    succession = (struct succession){0};
    err = (struct err){0};
    scratch_text("old.txt", text);
    if (!succession_read(&succession, "old.txt", &arena, &err))
        return err.text;
    const char *told = "";
    for (size_t i = 0; i < succession.count; i++)
        told = arena_printf(&arena, "%s%s%.*s>%.*s", told, i ? " " : "",
                            STR_ARG(succession.items[i].former.name),
                            STR_ARG(succession.items[i].successor.name));
    return told;
}

static void test_succession(void)
{
    arena_init(&arena);
    scratch_enter();
    CHECK_TEXT(succession_of("SUN = Ukraine # a comment\nYugoslavia,Croatia\n"),
               "Soviet Union>Ukraine Yugoslavia>Croatia");
    CHECK_TEXT(succession_of("\"Korea, Rep.\",Japan\r\n"), "South Korea>Japan");
    CHECK_TEXT(succession_of("Ruritania = Graustark\n"), "Ruritania>Graustark");
    CHECK_TEXT(succession_of("\n"),
               "old.txt: no successor in it; write one a line");
    CHECK_TEXT(succession_of("Soviet Union\n"),
               "old.txt:1: 'Soviet Union' names no successor; write OLD = NEW");
    CHECK_TEXT(succession_of("SUN = Russia\nRussia = Ukraine\n"),
               "old.txt:2: 'Russia' = 'Ukraine' makes a chain; name the last "
               "successor of each");
    CHECK_TEXT(succession_of("SUN = Russia\nUSSR = Ukraine\n"),
               "old.txt:2: 'Soviet Union' has a successor already");
    CHECK_TEXT(succession_of("KOS = Japan\n"),
               "old.txt:1: place 'KOS': KOS is South Korea for SIPRI and "
               "Kosovo for others; write KOR or XKX");
    err = (struct err){0};
    scratch_leave();
    arena_done(&arena);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"the words of --merge", test_merge_words},
        {"merged rows and successors in a cube", test_recode},
        {"files of successors", test_succession},
    };
    return TAP_RUN("merge", cases);
}

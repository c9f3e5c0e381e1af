/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "figure/axis.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "figure/page.h"
#include "figure/script.h"

#define LARGEST_LABEL 1e6
#define SMALLEST_END 1e-6
#define MOST_STEPS 6
#define LABEL_GAP 12.0 /* between two labels, points */

static const struct {
    const char *word;
    const char *noun;
    unsigned thousands; /* the unit's own power of a thousand */
} units[] = {
    {"tiv_million", "TIV", 2}, {"usd", "USD", 0},
    {"gbp", "GBP", 0},         {"eur", "EUR", 0},
    {"items", "Items", 0},     {"licences", "Licences", 0},
    {"tonnes", "Tonnes", 0},
};

static const char *const powers[] = {"", ", thousands", ", millions",
                                     ", billions", ", trillions"};
#define POWERS (sizeof(powers) / sizeof(powers[0]))

struct axis axis_of_shares(const char *text)
{
    return (struct axis){.text = str_from(text), .scale = 1};
}

struct axis axis_of_amounts(struct arena *arena, const char *unit,
                            double largest)
{
    const char *noun = unit && unit[0] != '\0' ? unit : "Amount";
    unsigned power = 0;
    struct axis axis = {.scale = 1};

    for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
        if (strcmp(noun, units[i].word) == 0) {
            noun = units[i].noun;
            power = units[i].thousands;
            break;
        }
    }
    for (; largest >= LARGEST_LABEL && power + 1 < POWERS; power++) {
        largest /= 1000;
        axis.scale *= 1000;
    }
    axis.text = str_from(arena_printf(arena, "%s%s", noun, powers[power]));
    return axis;
}

void axis_divide(struct axis *axis, double largest, unsigned most)
{
    static const double mantissas[] = {1, 2, 5};
    double end = largest / (double)axis->scale;

    if (end < SMALLEST_END)
        end = 1;
    for (int power = (int)floor(log10(end / most));; power++) {
        for (size_t i = 0; i < 3; i++) {
            /* Powers of ten below one are not exact; their inverses are. */
            double step = power < 0 ? mantissas[i] / pow(10, -power)
                                    : mantissas[i] * pow(10, power);
            double steps = ceil(end / step - 1e-9);
            if (steps <= most) {
                axis->step = step;
                axis->end = steps * step;
                return;
            }
        }
    }
}

void axis_fit(struct axis *axis, double largest, double points)
{
    for (unsigned most = MOST_STEPS; most > 0; most--) {
        axis_divide(axis, largest, most);
        double label = axis_label_width(axis) * PAGE_FONT + LABEL_GAP;
        if (axis->end / axis->step * label <= points)
            return;
    }
}

double axis_label_width(const struct axis *axis)
{
    char end[DECIMAL_TEXT];
    char below[DECIMAL_TEXT];

    if (axis->end >= 1000) {
        amount_whole(end, (amount)axis->end * AMOUNT_ONE);
        return text_width(str_from(end));
    }
    snprintf(end, sizeof(end), "%g", axis->end);
    snprintf(below, sizeof(below), "%g", axis->end - axis->step);
    return fmax(text_width(str_from(end)), text_width(str_from(below)));
}

void axis_write(const struct axis *axis, struct buf *script)
{
    gp_set_number(script, "axis_end", axis->end);
    gp_set_number(script, "axis_step", axis->step);
    gp_set_number(script, "axis_scale", (double)axis->scale);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "annual_fixture.h"

#include <stdio.h>
#include <stdlib.h>

#include "fixture.h"

bool annual_fixture_load(struct annual_fixture *fixture, const char *name)
{
    char file[256];
    struct fixture_table table;
    snprintf(file, sizeof file, "%s.csv", name);
    *fixture = (struct annual_fixture){0};
    bool found = fixture_table(&table, file);
    if (found) {
        fixture->years = fixture_column(&table, 0);
        fixture->values = fixture_column(&table, 1);
        fixture->series =
            (struct annual){table.rows, fixture->years, fixture->values};
    }
    fixture_table_done(&table);
    return found;
}

void annual_fixture_done(struct annual_fixture *fixture)
{
    free(fixture->years);
    free(fixture->values);
}

struct annual annual_small(const double *values, size_t n)
{
    static double years[ANNUAL_SMALL];
    for (size_t i = 0; i < ANNUAL_SMALL; i++)
        years[i] = 2001 + (double)i;
    return (struct annual){n < ANNUAL_SMALL ? n : ANNUAL_SMALL, years, values};
}

unsigned annual_noise(unsigned *seed)
{
    *seed = *seed * 1103515245U + 12345U;
    return *seed / 65536U % 1000U;
}

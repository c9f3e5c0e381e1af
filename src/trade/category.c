/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "trade/category.h"

#include <stddef.h>

#define MOST_SPELLINGS 4

/* By category, the oldest spelling first. */
static const char *const spellings[][MOST_SPELLINGS] = {
    {"Air defence systems", "Air-defence systems", "Air defense systems",
     "Air-defense systems"},
    {"Armoured vehicles", "Armored vehicles"},
    {"Anti-submarine warfare weapons", "ASW weapons",
     "Anti-submarine warfare (ASW) weapons"},
};

/* The row of a name, or null. */
static const char *const *find(struct str name)
{
    for (size_t i = 0; i < sizeof spellings / sizeof spellings[0]; i++)
        for (size_t j = 0; j < MOST_SPELLINGS && spellings[i][j]; j++)
            if (str_eq_fold(name, str_from(spellings[i][j])))
                return spellings[i];
    return NULL;
}

bool category_same(struct str a, struct str b)
{
    const char *const *row = find(a);
    return str_eq_fold(a, b) || (row && row == find(b));
}

bool category_matches(struct str name, struct str pattern)
{
    if (str_matches(name, pattern))
        return true;
    const char *const *row = find(name);
    for (size_t i = 0; row && i < MOST_SPELLINGS && row[i]; i++)
        if (str_matches(str_from(row[i]), pattern))
            return true;
    return false;
}

struct str category_first_name(struct str name)
{
    const char *const *row = find(name);
    return row ? str_from(row[0]) : name;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/census.h"

#include <string.h>

#include "analysis/prose.h"

const char *census_line(const struct study *study)
{
    if (study->series)
        return "These are all values in the source, not a sample";
    bool sipri = study->source_line && strstr(study->source_line, "SIPRI");
    return arena_printf(study->arena, "These are all %s %s, not a sample",
                        measure_words(study->cube->measure)->records,
                        sipri ? "known to SIPRI" : "in the source");
}

void census_foot(struct result *result, const struct study *study)
{
    struct view *view = &result->view;
    view_add_foot(view, &result->arena, "%s.", census_line(study));
    view_add_foot(view, &result->arena, "%s", study->source_line);
}

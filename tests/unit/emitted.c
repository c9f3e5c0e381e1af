/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "emitted.h"

#include <stdlib.h>

#include "tap.h"

char *emitted(enum format format, const struct result *const *results,
              size_t count, struct emit_options options)
{
    char *text = NULL;
    size_t size = 0;
    struct err err = {0};
    FILE *out = open_memstream(&text, &size);
    if (!out)
        abort();
    CU_ASSERT_TRUE(emit_results(out, format, results, count, &options, &err));
    CHECK_TEXT(err.text, "");
    if (fclose(out) != 0)
        abort();
    return text;
}

char *emitted_once(enum format format, struct result *result)
{
    const struct result *results[] = {result};
    char *text = emitted(format, results, 1, (struct emit_options){0});
    result_free(result);
    return text;
}

bool next_line(struct str *rest, struct str *line)
{
    if (rest->len == 0)
        return false;
    *line = str_cut(rest, '\n');
    return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "cmd/command.h"

#include "base/diag.h"
#include "base/opt.h"

const struct command *const command_list[] = {
    &command_rank,    &command_factsheet,     &command_partners,
    &command_series,  &command_trend,         &command_matrix,
    &command_compare, &command_concentration, &command_network,
    &command_deals,   &command_mirror,        &command_describe,
    &command_convert, &command_places,        &command_datasets,
};

const size_t command_count = sizeof command_list / sizeof command_list[0];

const struct command *command_find(const char *name, struct err *err)
{
    const char *names[sizeof command_list / sizeof command_list[0]];
    for (size_t i = 0; i < command_count; i++) {
        names[i] = command_list[i]->name;
        if (strcmp(name, names[i]) == 0)
            return command_list[i];
    }
    const char *nearest = opt_nearest(str_from(name), names, command_count);
    struct arena arena;
    arena_init(&arena);
    const char *quoted = diag_quote(&arena, str_from(name));
    if (nearest)
        err_set(err, ERR_REQUEST, "unknown command %s; did you mean %s?",
                quoted, nearest);
    else
        err_set(err, ERR_REQUEST,
                "unknown command %s; armstats --help lists the commands",
                quoted);
    arena_done(&arena);
    return NULL;
}

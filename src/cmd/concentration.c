/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "cmd/command.h"
#include "cmd/options.h"

static bool run(struct request *request, struct err *err)
{
    (void)request;
    return err_set(err, ERR_REQUEST, "concentration is not built yet");
}

static const char *const examples[] = {NULL};

static const struct variant variants[] = {{NULL, NULL}};

const struct command command_concentration = {
    .name = "concentration",
    .summary = "how many suppliers share the trade, and how evenly",
    .operands = "[[RELEASE=]DATA...]",
    .by_default = "nothing yet.",
    .examples = examples,
    .groups = G_COMMON | G_VARIANT,
    .variants = variants,
    .run = run,
};

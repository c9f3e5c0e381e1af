/* SPDX-License-Identifier: GPL-3.0-or-later */
/* --names: how places are written. A display option: it comes after
 * everything is computed and changes no number and no order. */
#ifndef CMD_NAMES_H
#define CMD_NAMES_H

#include "cmd/request.h"
#include "result/result.h"

/* Rewrites the names of places in rows and view. Names that no table knows,
 * and places without a code, keep the source's spelling. */
void names_apply(struct result *result, enum name_style style);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Requests that a sound file cannot answer are refused by name. */
#ifndef CMD_CHECK_H
#define CMD_CHECK_H

#include "cmd/load.h"

/* Filters against what the release holds: places that nobody knows, a side
 * that is not divided or is somebody else's, categories, weapons or conditions
 * that the layout does not have. */
bool check_selection(const struct release *release,
                     const struct request *request, struct err *err);

/* What is asked of years against what the release tells of them; `every`: the
 * question is about years whatever --years says. */
bool check_years(const struct release *release, const struct request *request,
                 bool every, struct err *err);

/* Whether the release tells who supplies whom. */
bool check_pairs(const struct release *release, struct err *err);

/* Whether rows of that kind can be listed from the release. */
bool check_by(const struct release *release, enum by by, struct err *err);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One ranking held against that of another release. Places are matched by
 * what their names mean, never by numbers. */
#ifndef ANALYSIS_RELEASE_H
#define ANALYSIS_RELEASE_H

#include "analysis/ranking.h"

/* The same entity in the other ranking, or null. */
const struct entity *release_counterpart(const struct ranking *other,
                                         const struct entity *entity);

/* "Release of March 2023 differs: South Korea 9th (2.4 %), ...": the listed
 * rows whose rank is another one there, in order of that rank. Adds nothing
 * when all ranks agree. */
void release_foot(struct result *result, const struct ranking *ranking,
                  const struct ranking *other);

/* The view of several releases side by side. */
void release_view(struct result *result, const struct ranking *rankings,
                  size_t count);

#endif

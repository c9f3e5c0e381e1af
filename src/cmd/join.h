/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of one release into one reading: what may be joined, and what the
 * whole then covers. */
#ifndef CMD_JOIN_H
#define CMD_JOIN_H

#include "cmd/load.h"

/* Before the last of the release's readings is read: refuses what its head
 * tells already (a file named twice, another layout or release), which would
 * else be told as duplicate rows. */
bool join_may_read(const struct release *release, struct err *err);

/* Checks that the release's readings belong together (layout, direction,
 * release; no file twice) and fills its study: scope, release, source line.
 * ERR_REQUEST names what does not fit. */
bool join_release(struct release *release, struct arena *arena,
                  struct err *err);

/* What tables divide the release's money by (analysis/magnitude.h). */
amount join_magnitude(const struct release *release);

#endif

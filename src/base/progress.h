/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a long reading is: one line on a terminal's standard error, written
 * over in place, gone when the reading ends or a message comes (diag.h). Shown
 * after a second and then five times a second at most; nothing anywhere else
 * and under --quiet. One thread at a time. */
#ifndef BASE_PROGRESS_H
#define BASE_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

struct progress {
    const char *name; /* borrowed */
    uint64_t total;
    uint64_t begun; /* milliseconds of a clock that only goes forward */
    uint64_t next;  /* when a line is due */
    bool wanted;
};

/* `total`: bytes that there are to read; 0: not known. */
void progress_begin(struct progress *progress, const char *name,
                    uint64_t total);

/* What has been read so far, from the begin; called once a block. Costs a look
 * at the clock. */
void progress_step(struct progress *progress, uint64_t bytes, uint64_t rows);

void progress_end(struct progress *progress);

/* Other times than a second and a fifth, for tests. */
void progress_pace(unsigned first_ms, unsigned again_ms);

#endif

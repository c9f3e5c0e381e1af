/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How ranks are given to equal amounts (methods 2.1). */
#ifndef ANALYSIS_TIES_H
#define ANALYSIS_TIES_H

enum ties {
    TIES_COMPETITION, /* 1 2 2 4 */
    TIES_MODIFIED,    /* 1 3 3 4 */
    TIES_DENSE,       /* 1 2 2 3 */
    TIES_ORDINAL,     /* 1 2 3 4, by name */
    TIES_FRACTIONAL,  /* 1 2.5 2.5 4 */
};

#endif

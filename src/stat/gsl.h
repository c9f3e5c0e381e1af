/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GSL as this program uses it: stat/ is the only room that includes it. Every
 * status is looked at by the caller, so the handler that aborts is off. */
#ifndef STAT_GSL_H
#define STAT_GSL_H

/* Once, first thing. */
void gsl_begin(void);

/* Version of the library that runs. */
const char *gsl_version_text(void);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside source/ only: what stands above the header of the registers of
 * SIPRI's site. */
#ifndef SOURCE_SIPRI_PREAMBLE_H
#define SOURCE_SIPRI_PREAMBLE_H

#include "source/source.h"

/* Whom and which years it selects, the day of generation; TIV of deliveries,
 * both sides divided. Copies without a preamble leave all that open. */
void sipri_preamble(struct reading *reading);

#endif

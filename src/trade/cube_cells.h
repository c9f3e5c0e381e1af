/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside trade/ only: what cube.c and cube_columns.c share. */
#ifndef TRADE_CUBE_CELLS_H
#define TRADE_CUBE_CELLS_H

#include "trade/cube.h"

/* 10^30 millionths. Far below the end of an amount, so that sums over all
 * cells of a cube need no check of their own. */
#define CUBE_LARGEST_SUM ((amount)1000000000000000 * 1000000000000000)

bool cube_in_limits(amount sum);

/* The number of the key's cell, which is made if it is new. Any number once
 * the cube is full. */
uint32_t cube_find(struct cube *cube, struct cube_key key);

/* The first flow decides what the cube counts. */
bool cube_same_unit(struct cube *cube, enum unit unit, enum measure measure,
                    struct err *err);

/* Says that the cube is full, or else that a sum passed its limit. */
bool cube_fault(const struct cube *cube, struct err *err);

/* Once the cells are gone. */
void cube_forget_direct(struct cube *cube);

#endif

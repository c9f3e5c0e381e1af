/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/cells.h"

bool cells_year(struct str cell, int *year)
{
    unsigned long value;
    if (cell.len != 4 || !str_to_uint(cell, CELLS_YEAR_LAST, &value) ||
        value < CELLS_YEAR_FIRST)
        return false;
    *year = (int)value;
    return true;
}

bool cells_flag(struct str cell, enum tri *flag)
{
    if (str_eq_fold(cell, STR("no")) || str_eq(cell, STR("0")) ||
        str_eq_fold(cell, STR("false")))
        *flag = TRI_NO;
    else if (str_eq_fold(cell, STR("yes")) || str_eq(cell, STR("1")) ||
             str_eq_fold(cell, STR("true")))
        *flag = TRI_YES;
    else
        return false;
    return true;
}

bool cells_condition(struct str cell, enum condition *condition)
{
    if (str_eq_fold(cell, STR("new")))
        *condition = CONDITION_NEW;
    else if (str_eq_fold(cell, STR("second hand")) ||
             str_eq_fold(cell, STR("second-hand")) ||
             str_eq_fold(cell, STR("second_hand")))
        *condition = CONDITION_SECOND_HAND;
    else if (str_eq_fold(cell, STR("second hand but modernized")) ||
             str_eq_fold(cell, STR("second-hand but modernized")) ||
             str_eq_fold(cell, STR("modernized")))
        *condition = CONDITION_MODERNIZED;
    else
        return false;
    return true;
}

bool cells_state(struct str cell, enum cell_state *state)
{
    static const enum cell_state states[] = {CELL_EXACT, CELL_BELOW_HALF,
                                             CELL_NONE, CELL_NOT_REPORTED};
    for (size_t i = 0; i < sizeof states / sizeof states[0]; i++) {
        if (str_eq(cell, str_from(cell_word(states[i])))) {
            *state = states[i];
            return true;
        }
    }
    return false;
}

bool cells_missing(struct str cell)
{
    static const char *const words[] = {"",   "#N/A", "N/A", "NA",  ". .",
                                        "..", "...",  "-",   "xxx", "()"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (str_eq(cell, str_from(words[i])))
            return true;
    }
    return false;
}

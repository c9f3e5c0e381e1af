/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside source/ only: what SIPRI writes into the cells of registers with one
 * row a deal. Round brackets are estimates, "()" and ". ." are not known. */
#ifndef SOURCE_DEAL_CELLS_H
#define SOURCE_DEAL_CELLS_H

#include <stddef.h>
#include <stdint.h>

#include "base/decimal.h"
#include "source/cells.h"

/* Most years that one cell may name. */
#define DEAL_YEARS ((size_t)400)

struct deal_years_cell {
    int years[DEAL_YEARS]; /* ascending, each once */
    size_t count;
    bool ranged;    /* a range of three years and more: which of them had a
                       delivery is not said */
    bool bracketed; /* an estimate */
};

/* Without round brackets and blanks; *bracketed: there were some. */
struct str deal_text(struct str cell, bool *bracketed);

/* Nothing is known there: blank, "()", ". .", "nan" and the like. */
bool deal_is_blank(struct str cell);

/* "28", "(28)", and "28.0" as spreadsheets make it; -1: not known. */
bool deal_count(struct str cell, char decimal, int64_t *count, bool *bracketed);

/* "1987", "(1987)"; 0: not known. */
bool deal_year(struct str cell, int *year, bool *bracketed);

/* "2015; 2016; 2018", "1981-1983", "2007 - 2008", "(1987)"; blank: none. */
bool deal_years(struct str cell, struct deal_years_cell *years);

/* "?" or a word for yes; blank or a word for no. */
bool deal_flag(struct str cell, enum tri *flag);

/* Millionths; -1: not known. A number below zero is none. */
bool deal_amount(struct str cell, char decimal, struct decimal *value);

/* cells_condition(), and the words of the register of 2013. */
bool deal_condition(struct str cell, enum condition *condition);

#endif

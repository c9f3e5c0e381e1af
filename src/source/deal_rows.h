/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside source/ only: from deals to flows. A register with one row a deal
 * says how much was delivered in all of its years together, so a deal is one
 * flow of its last delivery year and the reading says that its years are
 * undivided; with --assume even-split it is one flow a year. What is counted
 * by order (numbers ordered and pending, deals) is of the order's year, where
 * nothing is undivided. */
#ifndef SOURCE_DEAL_ROWS_H
#define SOURCE_DEAL_ROWS_H

#include "source/source.h"

/* One deal as its row tells it; borrowed for the time of a call. */
struct deal {
    struct str id, supplier, recipient; /* names as the source has them */
    struct str designation, description, category, comment;
    enum condition condition;
    enum tri local_production;
    int order_year;  /* 0: not known */
    int64_t ordered; /* pieces, -1: not known; likewise: */
    int64_t delivered;
    amount unit_value; /* -1: not known; likewise: */
    amount order_value;
    amount value;     /* of what was delivered */
    const int *years; /* of deliveries, ascending */
    size_t year_count;
    bool ranged; /* they are a range: which of them had one is not said */
    enum tri order_year_estimated;
    enum tri ordered_estimated;
    enum tri delivered_estimated;
    enum tri years_estimated;
    uint64_t line;
};

struct deal_rows {
    struct reading *reading;
    struct names *names;
    struct flow_sink sink;
    enum quantity quantity; /* what is asked for; never QUANTITY_OWN */
    enum quantity amount;   /* what a flow carries: the same, but where each
                               order is wanted, what was delivered of it */
    bool by_order;          /* what is asked for is of the order's year */
    bool whole_contract;    /* numbers delivered are of all years, whichever
                               the file selects */
};

void deal_rows_init(struct deal_rows *rows, struct reading *reading,
                    struct names *names, struct flow_sink sink);

/* Uses the deal, or leaves it out under a reason; it has been counted as read.
 * False: an error that ends the reading. */
bool deal_rows_take(struct deal_rows *rows, const struct deal *deal,
                    struct err *err);

#endif

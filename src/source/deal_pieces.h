/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside source/ only: records that a line end within an unquoted comment has
 * broken. The first line ends in the comment, lines of one field may follow,
 * the last one has the rest. They are one record only if together they have
 * exactly the delimiters of one: anything else would swallow a good row. */
#ifndef SOURCE_DEAL_PIECES_H
#define SOURCE_DEAL_PIECES_H

#include "base/arena.h"
#include "csv/reader.h"

/* Lines of one record. */
#define DEAL_PIECES ((size_t)8)

struct deal_piece {
    struct str text;
    uint64_t number; /* of the line */
    bool ended;
};

struct deal_pieces {
    struct arena arena;
    size_t columns; /* of a record */
    size_t breaks;  /* column that may be broken; SIZE_MAX: none */
    struct str *cells;
    size_t count; /* of cells so far; 0: nothing waits */
    struct deal_piece line[DEAL_PIECES];
    size_t lines;
};

enum deal_pieces_state {
    DEAL_PIECES_NONE,  /* the record is not a piece */
    DEAL_PIECES_MORE,  /* it was added, and is not all */
    DEAL_PIECES_WHOLE, /* it was added, and `cells` are a record */
    DEAL_PIECES_NOT,   /* it was not added: what waits is no beginning of it */
};

void deal_pieces_init(struct deal_pieces *pieces, size_t columns,
                      size_t breaks);
void deal_pieces_done(struct deal_pieces *pieces);

/* Nothing waits any more. */
void deal_pieces_clear(struct deal_pieces *pieces);

enum deal_pieces_state deal_pieces_add(struct deal_pieces *pieces,
                                       const struct batch *batch, size_t row);

#endif

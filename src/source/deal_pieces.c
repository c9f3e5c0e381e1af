/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/deal_pieces.h"

#include "source/records.h"

void deal_pieces_init(struct deal_pieces *pieces, size_t columns, size_t breaks)
{
    *pieces = (struct deal_pieces){.columns = columns, .breaks = breaks};
    arena_init(&pieces->arena);
}

void deal_pieces_done(struct deal_pieces *pieces)
{
    arena_done(&pieces->arena);
}

void deal_pieces_clear(struct deal_pieces *pieces)
{
    if (!pieces->count)
        return;
    arena_done(&pieces->arena);
    arena_init(&pieces->arena);
    pieces->cells = NULL;
    pieces->count = 0;
    pieces->lines = 0;
}

/* The next line's cells: its first one goes on with the last one before. */
static void add_line(struct deal_pieces *pieces, const struct batch *batch,
                     size_t row)
{
    const struct str *cells = &batch->cells[row * batch->columns];
    struct arena *arena = &pieces->arena;
    size_t first = 0;
    if (pieces->count > 0) {
        struct str *last = &pieces->cells[pieces->count - 1];
        struct str rest = str_trim(cells[first++]);
        if (rest.len > 0)
            *last = str_from(arena_printf(arena, "%.*s%s%.*s", STR_ARG(*last),
                                          last->len ? " " : "", STR_ARG(rest)));
    }
    for (; first < batch->fields[row]; first++)
        pieces->cells[pieces->count++] = arena_str(arena, cells[first]);
    pieces->line[pieces->lines++] =
        (struct deal_piece){arena_str(arena, batch->raw[row]),
                            batch->lines[row], batch->ended[row]};
}

enum deal_pieces_state deal_pieces_add(struct deal_pieces *pieces,
                                       const struct batch *batch, size_t row)
{
    size_t fields = batch->fields[row];
    bool fewer = batch->status[row] == RECORD_FEWER;
    if (pieces->count == 0) {
        if (!fewer || fields != pieces->breaks + 1 ||
            record_is_blank(batch, row))
            return DEAL_PIECES_NONE;
        pieces->cells =
            arena_alloc(&pieces->arena, pieces->columns, sizeof *pieces->cells);
        add_line(pieces, batch, row);
        return DEAL_PIECES_MORE;
    }
    size_t together = pieces->count + fields - 1;
    bool whole = together == pieces->columns;
    if (!fewer || (fields > 1 && !whole) || pieces->lines == DEAL_PIECES)
        return DEAL_PIECES_NOT;
    add_line(pieces, batch, row);
    return whole ? DEAL_PIECES_WHOLE : DEAL_PIECES_MORE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The loop that serves every layout in which one row is one flow. The first
 * pieces of a file are read alone: they tell what the rows count, and most
 * files have no more. What follows is read by several threads where the
 * sink allows it. They take pieces in the order of the file, each adds up on
 * its own, and nothing that is added depends on who read it. */
#include <config.h>

#include <pthread.h>

#include "base/crew.h"
#include "base/mem.h"
#include "source/rows.h"

/* Pieces that one thread reads before others join it. */
#define ALONE 16

/* Stored bytes that are worth a thread. */
#define WORTH ((uint64_t)1 << 20)

/* Behind all lines. */
#define LAST_LINE (((uint64_t)1 << 48) - 1)

/* One thread's. */
struct worker {
    struct share *share;
    struct rows rows;
    struct arena arena; /* of its tally */
    struct tally tally;
    struct deal_years deals;
    uint64_t told; /* rows that the crew knows of */
    struct err err;
    uint64_t failed_at; /* about where `err` came up: the line that the batch
                           at hand begins with, or behind all lines */
};

struct crew {
    struct reading *reading;
    struct worker *workers;
    pthread_mutex_t lock; /* of the reader and all below */
    uint64_t rows;        /* read so far */
    bool ended;           /* there are no more pieces, or one has failed */
};

static bool use_piece(struct rows *rows, struct share *share, struct err *err)
{
    do {
        if (!share_next(share, &rows->batch, err) || !rows_use_batch(rows, err))
            return false;
    } while (rows->batch.rows);
    return true;
}

/* The line that the batch at hand begins with. */
static uint64_t line_at(const struct rows *rows)
{
    return rows->batch.rows > 0 ? rows->batch.lines[0] : LAST_LINE;
}

/* The next piece for this worker; false when it can go. */
static bool take_piece(struct crew *crew, struct worker *worker)
{
    struct reading *reading = crew->reading;
    bool more = false, sound = true;
    pthread_mutex_lock(&crew->lock);
    crew->rows += worker->tally.rows_read - worker->told;
    worker->told = worker->tally.rows_read;
    reading_show(reading, crew->rows);
    if (!crew->ended)
        sound =
            reader_piece(reading->reader, worker->share, &more, &worker->err);
    if (!sound)
        worker->failed_at = LAST_LINE;
    crew->ended |= !sound || !more;
    pthread_mutex_unlock(&crew->lock);
    return sound && more;
}

static void work(void *context, unsigned index)
{
    struct crew *crew = context;
    struct worker *worker = &crew->workers[index];
    while (take_piece(crew, worker)) {
        if (use_piece(&worker->rows, worker->share, &worker->err))
            continue;
        worker->failed_at = line_at(&worker->rows);
        pthread_mutex_lock(&crew->lock);
        crew->ended = true;
        pthread_mutex_unlock(&crew->lock);
        return;
    }
}

static void worker_init(struct worker *worker, struct reader *reader,
                        const struct rows *first)
{
    *worker = (struct worker){.share = share_open(reader)};
    arena_init(&worker->arena);
    tally_init_like(&worker->tally, first->tally, &worker->arena);
    deal_years_init(&worker->deals);
    rows_init_like(&worker->rows, first, first->sink.fork(first->sink.context),
                   &worker->tally);
    worker->rows.deals = first->deals ? &worker->deals : NULL;
}

/* What it has read joins the rest. */
static void worker_done(struct worker *worker, struct rows *first)
{
    struct flow_sink sink = worker->rows.sink;
    bool failed = worker->err.kind != ERR_NONE;
    rows_add(first, &worker->rows);
    if (!sink.join(sink.context, &worker->err) && !failed)
        worker->failed_at = LAST_LINE;
    rows_done(&worker->rows);
    deal_years_done(&worker->deals);
    share_close(worker->share);
    arena_done(&worker->arena);
}

/* What one thread would have come upon first. */
static bool judge(const struct rows *first, const struct worker *workers,
                  unsigned count, struct err *err)
{
    const struct worker *earliest = NULL;
    for (unsigned i = 0; i < count; i++) {
        if (workers[i].err.kind == ERR_NONE)
            continue;
        if (!earliest || workers[i].failed_at < earliest->failed_at)
            earliest = &workers[i];
    }
    if (!rows_check_deals(first, earliest ? earliest->failed_at : LAST_LINE,
                          err))
        return false;
    if (earliest)
        *err = earliest->err;
    return !earliest;
}

/* As many as the user allows, but no more than there is work for, where that
 * is known. */
static unsigned count_threads(const struct reading *reading)
{
    uint64_t total = input_total(reading->input);
    uint64_t done = input_stored_size(reading->input);
    uint64_t worth = total > done ? (total - done) / WORTH + 1 : 1;
    unsigned threads = reading->options.threads;
    return total == 0 || worth >= threads ? threads : (unsigned)worth;
}

static bool use_in_threads(struct rows *first, struct err *err)
{
    struct reading *reading = first->reading;
    unsigned count = count_threads(reading);
    struct crew crew = {.reading = reading, .rows = first->tally->rows_read};
    crew.workers = mem_alloc(count, sizeof(*crew.workers));
    pthread_mutex_init(&crew.lock, NULL);
    for (unsigned i = 0; i < count; i++)
        worker_init(&crew.workers[i], reading->reader, first);
    first->names->shared = true;
    crew_run(count, work, &crew);
    first->names->shared = false;
    for (unsigned i = 0; i < count; i++)
        worker_done(&crew.workers[i], first);
    bool sound = judge(first, crew.workers, count, err);
    pthread_mutex_destroy(&crew.lock);
    mem_free(crew.workers);
    return sound;
}

/* There is more to read than threads cost, rows that tell what the file counts
 * have been read, and the order of the others does not matter to the sink. */
static bool may_share(const struct rows *rows, unsigned pieces)
{
    return pieces >= ALONE && rows->reading->options.threads > 1 &&
           rows->used_any && rows->sink.fork;
}

static bool use_all(struct rows *rows, struct share *share, struct err *err)
{
    struct err failure = {0};
    bool more = true, sound = true;
    for (unsigned pieces = 0; more && sound; pieces++) {
        if (may_share(rows, pieces))
            return use_in_threads(rows, err);
        sound = reader_piece(rows->reading->reader, share, &more, &failure) &&
                (!more || use_piece(rows, share, &failure));
        reading_show(rows->reading, rows->tally->rows_read);
    }
    if (!rows_check_deals(rows, sound ? LAST_LINE : line_at(rows), err))
        return false;
    if (!sound)
        *err = failure;
    return sound;
}

bool source_read_rows(struct reading *reading, struct names *names,
                      struct flow_sink sink, struct err *err)
{
    struct rows rows;
    rows_init(&rows, reading, names, sink, &reading->tally);
    struct share *share = share_open(reading->reader);
    bool done = use_all(&rows, share, err);
    if (done)
        rows_settle(&rows);
    share_close(share);
    rows_done(&rows);
    return done;
}

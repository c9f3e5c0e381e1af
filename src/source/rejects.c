/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/rejects.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/mem.h"
#include "source/reject_runs.h"

/* Bytes that are kept in memory. */
#define ROOM ((size_t)8 << 20)

struct file {
    const char *name;
    const struct str *headings;
    size_t columns;
    size_t offset; /* SIZE_MAX: bytes are not where they are stored */
};

struct rejects {
    pthread_mutex_t lock; /* of all below */
    struct arena arena;   /* of the names */
    struct file *files;
    unsigned file_count;
    struct reject_entry **kept; /* in memory, in the order they came */
    size_t count, cap;
    size_t bytes;    /* of theirs */
    uint64_t number; /* of all so far */
    struct reject_runs runs;
    struct err err; /* a run could not be written */
};

struct rejects *rejects_new(void)
{
    struct rejects *rejects = mem_alloc(1, sizeof(*rejects));
    arena_init(&rejects->arena);
    pthread_mutex_init(&rejects->lock, NULL);
    return rejects;
}

static void forget(struct rejects *rejects)
{
    for (size_t i = 0; i < rejects->count; i++)
        mem_free(rejects->kept[i]);
    rejects->count = 0;
    rejects->bytes = 0;
}

void rejects_free(struct rejects *rejects)
{
    if (!rejects)
        return;
    forget(rejects);
    reject_runs_done(&rejects->runs);
    pthread_mutex_destroy(&rejects->lock);
    mem_free(rejects->kept);
    mem_free(rejects->files);
    arena_done(&rejects->arena);
    mem_free(rejects);
}

unsigned rejects_begin(struct rejects *rejects, const char *name,
                       const struct head_record *header)
{
    struct arena *arena = &rejects->arena;
    struct file file = {.name = arena_str(arena, str_from(name)).ptr,
                        .columns = header ? header->count : 0,
                        .offset = SIZE_MAX};
    struct str *headings = arena_alloc(arena, file.columns, sizeof *headings);
    for (size_t i = 0; i < file.columns; i++)
        headings[i] = arena_str(arena, str_trim(header->cells[i]));
    file.headings = headings;
    rejects->files = mem_resize(rejects->files, rejects->file_count + 1,
                                sizeof(*rejects->files));
    rejects->files[rejects->file_count] = file;
    return rejects->file_count++;
}

void rejects_end(struct rejects *rejects, unsigned file,
                 const struct tally *tally, size_t offset)
{
    rejects->files[file].offset = offset;
    for (int i = 0; i < ASIDE_COUNT; i++) {
        struct reject reject = {.file = file,
                                .rows = tally->asides[i],
                                .byte = UINT64_MAX,
                                .column = SIZE_MAX,
                                .kind = REJECT_ASIDE,
                                .reason = i};
        if (reject.rows > 0)
            rejects_add(rejects, &reject);
    }
}

static int by_place(const void *left, const void *right)
{
    return reject_order(*(struct reject_entry *const *)left,
                        *(struct reject_entry *const *)right);
}

static void sort(struct rejects *rejects)
{
    if (rejects->count > 0)
        qsort(rejects->kept, rejects->count, sizeof(*rejects->kept), by_place);
}

static void put_away(struct rejects *rejects)
{
    sort(rejects);
    if (rejects->err.kind == ERR_NONE)
        reject_runs_add(&rejects->runs, rejects->kept, rejects->count,
                        &rejects->err);
    forget(rejects);
}

void rejects_add(struct rejects *rejects, const struct reject *reject)
{
    size_t size = sizeof(struct reject_entry) + reject->text.len;
    struct reject_entry *entry = mem_alloc(1, size);
    pthread_mutex_lock(&rejects->lock);
    entry->reject = *reject;
    entry->number = rejects->number++;
    if (reject->text.len > 0)
        memcpy(entry->text, reject->text.ptr, reject->text.len);
    if (rejects->count > 0 && rejects->bytes + size > ROOM)
        put_away(rejects);
    if (rejects->count == rejects->cap) {
        rejects->cap = 2 * rejects->cap + 64;
        rejects->kept =
            mem_resize(rejects->kept, rejects->cap, sizeof(*rejects->kept));
    }
    rejects->kept[rejects->count++] = entry;
    rejects->bytes += size;
    pthread_mutex_unlock(&rejects->lock);
}

static bool tell(const struct rejects *rejects, struct reject_taker taker,
                 const struct reject_entry *entry, struct err *err)
{
    struct reject reject = entry->reject;
    const struct file *file = &rejects->files[reject.file];
    struct reject_place place = {.file = file->name, .heading = STR("")};
    reject.text.ptr = entry->text;
    if (file->offset != SIZE_MAX && reject.byte != UINT64_MAX)
        place.byte = reject.byte + file->offset + 1;
    if (reject.column < file->columns)
        place.heading = file->headings[reject.column];
    return taker.take(taker.context, &reject, &place, err);
}

bool rejects_tell(struct rejects *rejects, struct reject_taker taker,
                  struct err *err)
{
    bool sound = true;
    if (rejects->runs.count > 0)
        put_away(rejects);
    if (rejects->err.kind != ERR_NONE) {
        *err = rejects->err;
        return false;
    }
    sort(rejects);
    for (size_t i = 0; sound && i < rejects->count; i++)
        sound = tell(rejects, taker, rejects->kept[i], err);
    const struct reject_entry *entry;
    while (sound && (entry = reject_runs_next(&rejects->runs, err)))
        sound = tell(rejects, taker, entry, err);
    return sound && err->kind == ERR_NONE;
}

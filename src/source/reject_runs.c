/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/reject_runs.h"

#include "base/mem.h"
#include "base/spool.h"

void reject_runs_done(struct reject_runs *runs)
{
    for (size_t i = 0; i < runs->count; i++)
        mem_free(runs->list[i].entry);
    mem_free(runs->list);
    if (runs->file)
        fclose(runs->file);
}

static int order(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

int reject_order(const struct reject_entry *a, const struct reject_entry *b)
{
    int by_file = order(a->reject.file, b->reject.file);
    int by_line = order(a->reject.line - 1, b->reject.line - 1);
    return by_file ? by_file : by_line ? by_line : order(a->number, b->number);
}

static bool write_failed(struct err *err)
{
    return err_errno(err, "a temporary file cannot be written");
}

bool reject_runs_add(struct reject_runs *runs,
                     struct reject_entry *const *entries, size_t count,
                     struct err *err)
{
    if (!runs->file && !(runs->file = spool_open(err)))
        return false;
    runs->list = mem_resize(runs->list, runs->count + 1, sizeof(*runs->list));
    struct reject_run run = {.at = ftello(runs->file)};
    for (size_t i = 0; i < count; i++) {
        size_t size = sizeof(*entries[i]) + entries[i]->reject.text.len;
        if (fwrite(entries[i], size, 1, runs->file) != 1)
            return write_failed(err);
    }
    run.end = ftello(runs->file);
    if (run.at < 0 || run.end < 0)
        return write_failed(err);
    runs->list[runs->count++] = run;
    return true;
}

/* The next entry of a run, none at its end. */
static bool read_entry(struct reject_runs *runs, struct reject_run *run,
                       struct err *err)
{
    struct reject_entry head;
    if (run->at == run->end) {
        mem_free(run->entry);
        run->entry = NULL;
        return true;
    }
    if (fseeko(runs->file, run->at, SEEK_SET) != 0 ||
        fread(&head, sizeof(head), 1, runs->file) != 1)
        return err_errno(err, "a temporary file cannot be read");
    size_t len = head.reject.text.len;
    if (!run->entry || len > run->cap) {
        run->cap = len;
        run->entry = mem_resize(run->entry, sizeof(head) + len, 1);
    }
    *run->entry = head;
    if (len > 0 && fread(run->entry->text, len, 1, runs->file) != 1)
        return err_errno(err, "a temporary file cannot be read");
    run->at += (off_t)(sizeof(head) + len);
    return true;
}

/* The first run takes its place among the others, which are in order; one that
 * has come to its end goes last. Runs hardly overlap, so it is near. */
static void settle_first(struct reject_runs *runs)
{
    struct reject_run first = runs->list[0];
    size_t at = 0;
    for (; at + 1 < runs->count; at++) {
        const struct reject_run *next = &runs->list[at + 1];
        if (first.entry &&
            (!next->entry || reject_order(first.entry, next->entry) <= 0))
            break;
        runs->list[at] = *next;
    }
    runs->list[at] = first;
}

static bool begin(struct reject_runs *runs, struct err *err)
{
    runs->merging = true;
    for (size_t left = runs->count; left-- > 0;) {
        struct reject_runs tail = {.list = runs->list + left,
                                   .count = runs->count - left,
                                   .file = runs->file};
        if (!read_entry(runs, tail.list, err))
            return false;
        settle_first(&tail);
    }
    return true;
}

const struct reject_entry *reject_runs_next(struct reject_runs *runs,
                                            struct err *err)
{
    if (runs->count == 0)
        return NULL;
    if (!runs->merging) {
        if (!begin(runs, err))
            return NULL;
        return runs->list[0].entry;
    }
    if (!read_entry(runs, &runs->list[0], err))
        return NULL;
    settle_first(runs);
    return runs->list[0].entry;
}

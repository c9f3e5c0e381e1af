/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "output/edge_list.h"

#include "base/buf.h"

#define ABOUT_BYTES ((size_t)1 << 20)

bool edge_list_check(const struct result *const *results, size_t count,
                     const char *format, struct err *err)
{
    if (count != 1)
        return err_set(err, ERR_REQUEST,
                       "%s holds one network, and these are %zu; ask for one "
                       "release and one period",
                       format, count);
    return results[0]->edges ||
           err_set(err, ERR_REQUEST,
                   "%s holds the links of a network, and this answer of %s is "
                   "none; armstats network --links is",
                   format, results[0]->command);
}

static const char *or_nothing(const char *text)
{
    return text ? text : "";
}

const char *edge_list_title(const struct result *result)
{
    return or_nothing(result->view.title);
}

const char *edge_list_release(const struct result *result)
{
    return or_nothing(result->provenance.release);
}

const char *edge_list_program(const struct result *result)
{
    return or_nothing(result->provenance.program);
}

static void add_sentence(struct buf *buf, const char *text)
{
    if (!text || !*text)
        return;
    buf_add_text(buf, buf->len ? "\n" : "");
    buf_add_text(buf, text);
}

static void add_file(struct buf *buf, const struct provenance_file *file)
{
    buf_printf(buf, "\nFile: %s", or_nothing(file->name));
    if (file->layout && *file->layout)
        buf_printf(buf, ", %s", file->layout);
    if (file->generated && *file->generated)
        buf_printf(buf, ", generated %s", file->generated);
    if (file->sha256 && *file->sha256)
        buf_printf(buf, ", SHA-256 (%s) %s", hashed_words(file->hashed),
                   file->sha256);
}

struct str edge_list_about(struct arena *arena, const struct result *result)
{
    const struct provenance *provenance = &result->provenance;
    struct buf buf;
    buf_init(&buf, ABOUT_BYTES);
    add_sentence(&buf, result->view.title);
    add_sentence(&buf, result->view.unit_line);
    for (size_t i = 0; i < result->view.foot_count; i++)
        add_sentence(&buf, result->view.foot[i]);
    for (size_t i = 0; i < provenance->file_count; i++)
        add_file(&buf, &provenance->files[i]);
    if (provenance->command_line)
        buf_printf(&buf, "\nCommand: %s", provenance->command_line);
    struct str text = arena_str(arena, buf_str(&buf));
    buf_done(&buf);
    return text;
}

void edge_list_amount(FILE *out, amount sum)
{
    char text[DECIMAL_TEXT];
    amount_exact(text, sum);
    fputs(text, out);
}

void edge_list_weight(FILE *out, const struct result *result, size_t row)
{
    edge_list_amount(out,
                     result_row(result, row)[result->edges->weight].as.amount);
}

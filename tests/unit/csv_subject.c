/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "csv_subject.h"

#include <stdint.h>
#include <stdio.h>

#include "tap.h"

const char subject_delimiters[SUBJECT_DELIMITERS] = {',', ';', '\t', '|'};

static void dump(struct buf *out, const struct subject *subject, size_t chunk,
                 size_t block)
{
    struct csv_view view = subject->view;

    view.block = block;
    buf_clear(out);
    buf_add_text(out, "");
    if (subject->path)
        csv_dump_file(out, subject->path, chunk, &view);
    else
        csv_dump_bytes(out, subject->bytes, chunk, &view);
}

bool subject_agrees(struct subject *subject, size_t chunk, size_t block)
{
    dump(&subject->read, subject, chunk, block);
    if (str_eq(buf_str(&subject->read), buf_str(&subject->expected)))
        return true;
    printf("# %s, chunk %zu, block %zu, delimiter '%c', expected %zu\n",
           subject->path ? subject->path : "bytes", chunk, block,
           subject->view.dialect.delimiter, subject->view.expected);
    if (subject->expected.len < 2000)
        CHECK_TEXT(buf_str(&subject->read).ptr,
                   buf_str(&subject->expected).ptr);
    CU_FAIL("the lanes differ");
    return false;
}

void subject_init(struct subject *subject, const char *path, struct str bytes,
                  const struct csv_view *view)
{
    *subject = (struct subject){.path = path, .bytes = bytes, .view = *view};
    subject->view.bytes = true;
    buf_init(&subject->expected, PTRDIFF_MAX - 1);
    buf_init(&subject->read, PTRDIFF_MAX - 1);
    dump(&subject->expected, subject, 0, 0);
}

void subject_done(struct subject *subject)
{
    buf_done(&subject->expected);
    buf_done(&subject->read);
}

bool subject_agrees_everywhere(const char *path, struct str bytes, size_t most,
                               const struct csv_view *view)
{
    static const size_t few[] = {1, 7, 64, 100, 1024};
    struct subject subject;
    bool same = true;

    subject_init(&subject, path, bytes, view);

    for (size_t n = 1; same && n <= most; n++) {
        for (size_t i = 0; same && i < sizeof(few) / sizeof(few)[0]; i++)
            same = subject_agrees(&subject, n, few[i]);
        for (size_t i = 0; same && i < sizeof(few) / sizeof(few)[0]; i++)
            same = subject_agrees(&subject, few[i], n);
        for (size_t m = 1; same && m <= most && most <= 24; m++)
            same = subject_agrees(&subject, n, m);
    }
    subject_done(&subject);
    return same;
}

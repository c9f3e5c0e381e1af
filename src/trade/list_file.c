/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "trade/list_file.h"

#include "base/buf.h"
#include "base/input.h"

/* Well above any list that a person writes. */
#define LONGEST_LIST ((size_t)1 << 20)

static bool read_text(const char *path, struct buf *text, struct err *err)
{
    struct input *input = input_open(path, (struct input_limits){0}, err);
    if (!input)
        return false;
    char bytes[4096];
    size_t len = 1;
    bool done = true;
    while (done && len > 0) {
        done = input_read(input, bytes, sizeof(bytes), &len, err);
        if (done && !buf_add(text, (struct str){bytes, len}))
            done = err_set(err, ERR_REQUEST,
                           "%s: longer than such a list can be", path);
    }
    input_close(input);
    return done;
}

static struct str without_comment(struct str line)
{
    return str_trim(str_cut(&line, '#'));
}

static bool take_lines(const char *path, struct str text, const char *noun,
                       struct list_sink sink, struct err *err)
{
    const struct str byte_order_mark = STR("\xef\xbb\xbf");
    if (str_starts(text, byte_order_mark))
        text = str_skip(text, byte_order_mark.len);
    bool is_empty = true;
    for (size_t number = 1; text.ptr; number++) {
        struct str line = str_cut(&text, '\n');
        if (str_ends(line, STR("\r")))
            line.len--;
        line = without_comment(line);
        if (line.len == 0)
            continue;
        is_empty = false;
        struct err reason = {0};
        if (!sink.take(sink.context, line, &reason))
            return err_set(err, reason.kind, "%s:%zu: %s", path, number,
                           reason.text);
    }
    return !is_empty ||
           err_set(err, ERR_REQUEST, "%s: no %s in it; write one a line", path,
                   noun);
}

bool list_file_read(const char *path, const char *noun, struct list_sink sink,
                    struct err *err)
{
    struct buf text;
    buf_init(&text, LONGEST_LIST);
    bool done = read_text(path, &text, err) &&
                take_lines(path, buf_str(&text), noun, sink, err);
    buf_done(&text);
    return done;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "cmd/command_line.h"

#include "base/buf.h"

#define LINE_BYTES ((size_t)4096)

static void add_quoted(struct buf *buf, const char *word)
{
    buf_add_char(buf, '\'');
    for (; *word; word++) {
        if (*word == '\'')
            buf_add_text(buf, "'\\''");
        else
            buf_add_char(buf, *word);
    }
    buf_add_char(buf, '\'');
}

static void add_word(struct buf *buf, const char *word)
{
    const char *slash = strrchr(word, '/');
    if (slash && slash[1])
        word = slash + 1;
    bool plain = *word && strspn(word, "abcdefghijklmnopqrstuvwxyz"
                                       "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                       "0123456789-_=.,+:@%") == strlen(word);
    buf_add_char(buf, ' ');
    if (plain)
        buf_add_text(buf, word);
    else
        add_quoted(buf, word);
}

/* How many words stand for an option that is not recorded; 0: it is. */
static int count_unrecorded(const char *word)
{
    static const char *const options[] = {"--threads", "--max-memory"};
    for (size_t i = 0; i < sizeof(options) / sizeof(options[0]); i++) {
        struct str option = str_from(options[i]), given = str_from(word);
        if (str_eq(given, option))
            return 2;
        if (str_starts(given, option) && word[option.len] == '=')
            return 1;
    }
    return 0;
}

const char *command_line(struct arena *arena, const char *command, int argc,
                         char *const *argv)
{
    struct buf buf;
    buf_init(&buf, LINE_BYTES);
    buf_printf(&buf, "armstats %s", command);
    bool options = true;
    for (int i = 0; i < argc;) {
        int passed = options ? count_unrecorded(argv[i]) : 0;
        options = options && strcmp(argv[i], "--") != 0;
        if (passed == 0)
            add_word(&buf, argv[i++]);
        else
            i += passed;
    }
    const char *line = arena_str(arena, buf_str(&buf)).ptr;
    buf_done(&buf);
    return line;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "cmd/command_line.h"

#define LINE_BYTES ((size_t)16384)

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

void command_line_word(struct buf *buf, const char *word)
{
    bool plain = *word && strspn(word, "abcdefghijklmnopqrstuvwxyz"
                                       "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                       "0123456789-_=.,+:@%") == strlen(word);
    if (plain)
        buf_add_text(buf, word);
    else
        add_quoted(buf, word);
}

/* Without the folder of a file, which is nobody's business. */
static const char *without_folder(const char *word)
{
    const char *slash = strrchr(word, '/');
    return slash && slash[1] ? slash + 1 : word;
}

/* Whether the word is a mapping, which is all of it: any / is a column's. */
static bool is_mapping(const char *before, const char *word)
{
    struct str option = STR("--map");
    if (before && str_eq(str_from(before), option))
        return strchr(word, '=') != NULL;
    return str_starts(str_from(word), STR("--map=")) &&
           strchr(word + option.len + 1, '=') != NULL;
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
        if (passed) {
            i += passed;
            continue;
        }
        bool whole =
            options && is_mapping(i > 0 ? argv[i - 1] : NULL, argv[i]);
        buf_add_char(&buf, ' ');
        command_line_word(&buf, whole ? argv[i] : without_folder(argv[i]));
        i++;
    }
    const char *line = arena_str(arena, buf_str(&buf)).ptr;
    buf_done(&buf);
    return line;
}

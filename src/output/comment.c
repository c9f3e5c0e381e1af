/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "output/comment.h"

#include <inttypes.h>

#include "base/utf8.h"

static const char *or_empty(const char *text)
{
    return text ? text : "";
}

struct str comment_text(struct arena *arena,
                        const struct provenance *provenance)
{
    const char *text = or_empty(provenance->program);
    const char *command = or_empty(provenance->command_line);
    if (command[0])
        text =
            arena_printf(arena, "%s%s%s", text, text[0] ? ": " : "", command);
    for (size_t i = 0; i < provenance->file_count; i++) {
        const struct provenance_file *file = &provenance->files[i];
        text = arena_printf(arena, "%s; %s sha256 %s", text,
                            or_empty(file->name), or_empty(file->sha256));
        if (file->hashed != HASHED_WHOLE)
            text = arena_printf(arena, "%s of the %s of %" PRIu64 " bytes",
                                text, hashed_words(file->hashed), file->size);
    }
    return utf8_harmless(arena, str_from(text));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "cmd/proposal.h"

#include "base/diag.h"
#include "base/output.h"
#include "cmd/command_line.h"
#include "source/source.h"

#define MAPPING_BYTES ((size_t)1 << 20)

/* "# ..." lines of at most 78 columns; words are not cut. */
static void add_comment(struct buf *buf, const char *text)
{
    enum { WIDTH = 78 };
    struct str rest = str_from(text);
    size_t width = 0;
    while (rest.ptr) {
        struct str word = str_cut(&rest, ' ');
        if (width && width + 1 + word.len > WIDTH) {
            buf_add_char(buf, '\n');
            width = 0;
        }
        buf_add_text(buf, width ? " " : "# ");
        buf_add(buf, word);
        width += (width ? 1 : 2) + word.len;
    }
    buf_add_char(buf, '\n');
}

static void add_parts(struct buf *buf, const struct proposal *proposal)
{
    for (int role = 0; role < ROLE_COUNT; role++) {
        struct mapping one;
        mapping_init(&one);
        one.parts[role] = proposal->mapping.parts[role];
        if (one.parts[role].kind == PART_NONE)
            continue;
        add_comment(buf, proposal->reasons[role]);
        mapping_print(&one, true, buf);
    }
}

/* What is said of the file as a whole. */
static void add_keys(struct buf *buf, const struct proposal *proposal)
{
    struct mapping rest = proposal->mapping;
    memset(rest.parts, 0, sizeof rest.parts);
    mapping_print(&rest, true, buf);
}

/* How the file is read by it, as one command. */
static void add_command(struct buf *buf, const struct proposal *proposal,
                        const char *file)
{
    struct buf mapping;
    buf_init(&mapping, MAPPING_BYTES);
    mapping_print(&proposal->mapping, false, &mapping);
    buf_add_text(buf, "\n# armstats rank --map ");
    command_line_word(buf, mapping.ptr);
    if (proposal->mapping.unit < 0 &&
        proposal->mapping.parts[ROLE_UNIT].kind == PART_NONE)
        buf_add_text(buf, " --unit UNIT");
    buf_add_char(buf, ' ');
    command_line_word(buf, file);
    buf_add_char(buf, '\n');
    buf_done(&mapping);
}

static void print(struct buf *buf, const struct proposal *proposal,
                  const char *file)
{
    struct arena *arena = proposal->arena;
    add_comment(buf, arena_printf(arena,
                                  "A mapping for %s, which no layout "
                                  "knows: correct it, keep it as "
                                  "NAME.map, and read the file with "
                                  "--map NAME.map.",
                                  diag_quote(arena, str_from(file))));
    add_comment(buf, proposal->table);
    add_comment(buf, proposal->columns);
    for (size_t i = 0; i < proposal->remark_count; i++)
        add_comment(buf, proposal->remarks[i]);
    buf_add_char(buf, '\n');
    add_parts(buf, proposal);
    add_keys(buf, proposal);
    if (proposal->whole)
        add_command(buf, proposal, file);
}

/* To every -o NAME.map; *count says how many. */
static bool write_files(const struct request *request, struct str text,
                        size_t *count, struct err *err)
{
    struct outputs *outputs = outputs_new(request->force);
    bool done = true;
    *count = 0;
    for (size_t i = 0; done && i < request->output_count; i++) {
        const struct output_word *word = &request->outputs[i];
        if (!word->mapping)
            continue;
        FILE *out = outputs_add(outputs, word->path, err);
        done = out && fwrite(text.ptr, 1, text.len, out) == text.len;
        *count += done;
    }
    done = done && outputs_commit(outputs, err);
    for (size_t i = 0; done && i < request->output_count; i++) {
        if (request->outputs[i].mapping)
            diag_info("wrote %s", request->outputs[i].path);
    }
    outputs_free(outputs);
    return done;
}

bool proposal_deliver(const struct request *request,
                      const struct proposal *proposal, struct err *err)
{
    struct buf buf;
    size_t written;
    buf_init(&buf, MAPPING_BYTES);
    print(&buf, proposal, proposal->file);
    bool done = write_files(request, buf_str(&buf), &written, err);
    bool table = request->format == FORMAT_TABLE;
    if (done && table && (!request->output_count || request->format_given))
        fwrite(buf.ptr, 1, buf.len, stdout);
    buf_done(&buf);
    return done;
}

bool proposal_keep(struct request *request, const struct reading *reading,
                   struct err *err)
{
    struct buf buf;
    bool wanted = false;
    for (size_t i = 0; i < request->output_count; i++)
        wanted |= request->outputs[i].mapping;
    if (!wanted)
        return true;
    if (!reading->mapping)
        return err_set(err, ERR_REQUEST,
                       "-o NAME.map: %s is a %s, which needs no mapping; leave "
                       "it out",
                       reading->name, reading->source->title);
    buf_init(&buf, MAPPING_BYTES);
    mapping_print(reading->mapping, true, &buf);
    request->mapping = arena_str(&request->arena, buf_str(&buf));
    buf_done(&buf);
    return true;
}

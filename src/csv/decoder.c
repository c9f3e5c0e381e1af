/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "csv/decoder.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/mem.h"

static bool open_iconv(struct decoder *decoder, const char *name,
                       struct err *err)
{
    size_t size = strlen(name) + 1;
    iconv_t none = (iconv_t)-1, handle = none;

    /* An empty name is the locale's encoding, and what follows a slash could
     * tell iconv to pass over faults. */
    if (name[0] != '\0' && !strchr(name, '/'))
        handle = iconv_open("UTF-8", name);
    if (handle == none) {
        struct arena arena;
        arena_init(&arena);
        err_set(err, ERR_REQUEST,
                "unknown encoding: %s; `iconv -l` lists the names",
                diag_quote(&arena, str_from(name)));
        arena_done(&arena);
        return false;
    }
    decoder->handle = handle;
    decoder->name = mem_alloc(size, 1);
    memcpy(decoder->name, name, size);
    return true;
}

bool decoder_init(struct decoder *decoder, const char *encoding,
                  struct err *err)
{
    *decoder = (struct decoder){
        .named = encoding != NULL,
        .encoding = encoding ? encoding_named(encoding) : ENCODING_ASCII,
    };
    return decoder->encoding != ENCODING_ICONV ||
           open_iconv(decoder, encoding, err);
}

void decoder_done(struct decoder *decoder)
{
    if (decoder->name)
        iconv_close(decoder->handle);
    queue_done(&decoder->raw);
    queue_done(&decoder->out);
    mem_free(decoder->name);
}

const char *decoder_label(const struct decoder *decoder)
{
    return decoder->name ? decoder->name : encoding_label(decoder->encoding);
}

bool decoder_is_direct(const struct decoder *decoder)
{
    return decoder->encoding == ENCODING_ASCII ||
           decoder->encoding == ENCODING_UTF8;
}

struct str decoder_waiting(const struct decoder *decoder)
{
    return str_skip(queue_str(&decoder->raw), decoder->sound);
}

struct str decoder_ready(const struct decoder *decoder)
{
    if (!decoder_is_direct(decoder))
        return queue_str(&decoder->out);
    return (struct str){queue_str(&decoder->raw).ptr, decoder->sound};
}

void decoder_take(struct decoder *decoder, size_t len)
{
    if (decoder_is_direct(decoder)) {
        queue_take(&decoder->raw, len);
        decoder->sound -= len;
    } else {
        queue_take(&decoder->out, len);
    }
}

static void become_windows_1252(struct decoder *decoder, uint64_t line)
{
    struct str ready = decoder_ready(decoder);

    if (ready.len > 0) {
        memcpy(queue_room(&decoder->out, ready.len), ready.ptr, ready.len);
        queue_put(&decoder->out, ready.len);
        decoder_take(decoder, ready.len);
    }
    decoder->encoding = ENCODING_WINDOWS_1252;
    decoder->guessed_at = line;
}

void decoder_guess(struct decoder *decoder, size_t most)
{
    struct str head = decoder_waiting(decoder);
    bool whole = head.len <= most;

    if (!whole)
        head.len = most;
    if (decoder->encoding == ENCODING_UTF16)
        decoder->encoding = encoding_utf16_order(head);
    if (decoder->named)
        return;

    size_t bad;
    enum encoding found = encoding_guess(head, whole, &bad);
    if (found == ENCODING_WINDOWS_1252) {
        struct line_ends before = {0};
        line_ends_add(&before, (struct str){head.ptr, bad});
        become_windows_1252(decoder, before.count + 1);
    }
    decoder->encoding = found;
}

static struct decoded check(struct decoder *decoder, struct str bytes)
{
    size_t plain =
        decoder->encoding == ENCODING_ASCII ? encoding_plain(bytes) : 0;
    struct decoded step = {plain, plain, DECODE_ALL};

    if (plain == 0) {
        step = encoding_check(bytes);
        if (step.used > 0)
            decoder->encoding = ENCODING_UTF8;
    }
    line_ends_add(&decoder->line_ends, (struct str){bytes.ptr, step.used});
    decoder->sound += step.used;
    return step;
}

static struct decoded convert(struct decoder *decoder, struct str bytes)
{
    size_t room = DECODE_ROOM(bytes.len);
    char *out = queue_room(&decoder->out, room);
    struct decoded step =
        encoding_decode(decoder->encoding, decoder->handle, bytes, out, room);

    line_ends_add(&decoder->line_ends, (struct str){out, step.made});
    queue_put(&decoder->out, step.made);
    queue_take(&decoder->raw, step.used);
    return step;
}

/* What the converter still holds back, once all bytes are used. */
static enum decoder_step finish(struct decoder *decoder)
{
    if (decoder->encoding != ENCODING_ICONV)
        return DECODER_END;
    return convert(decoder, (struct str){NULL, 0}).made > 0 ? DECODER_MADE
                                                            : DECODER_END;
}

enum decoder_step decoder_step(struct decoder *decoder, size_t len, bool last)
{
    struct str bytes = {decoder_waiting(decoder).ptr, len};

    if (decoder->stuck)
        return DECODER_FAULT;
    if (len == 0)
        return last ? finish(decoder) : DECODER_MORE;

    struct decoded step = decoder_is_direct(decoder) ? check(decoder, bytes)
                                                     : convert(decoder, bytes);
    bool faulty = step.end == DECODE_NUL || step.end == DECODE_BAD ||
                  (step.end == DECODE_CUT && last);
    if (faulty && step.used == 0 && step.end != DECODE_NUL &&
        decoder->encoding == ENCODING_ASCII) {
        become_windows_1252(decoder, decoder->line_ends.count + 1);
        return decoder_step(decoder, len, last);
    }
    if (faulty)
        decoder->stuck = step.end;
    if (step.used > 0 || step.made > 0)
        return DECODER_MADE;
    return faulty ? DECODER_FAULT : DECODER_MORE;
}

bool decoder_is_clear(const struct decoder *decoder)
{
    return decoder_is_direct(decoder) && !decoder->stuck &&
           decoder->sound == 0 && decoder_waiting(decoder).len < 4;
}

size_t decoder_pass(struct decoder *decoder, struct str bytes, char mark,
                    struct glance *seen)
{
    const struct glance none = {.ends.last = decoder->line_ends.last};
    size_t sound = bytes.len;

    *seen = none;
    glance_add(seen, bytes, mark);
    if (seen->foreign) {
        sound = encoding_check(bytes).used;
        if (decoder->encoding == ENCODING_ASCII &&
            sound > encoding_plain(bytes))
            decoder->encoding = ENCODING_UTF8;
    }

    struct str rest = str_skip(bytes, sound);
    queue_take(&decoder->raw, decoder_waiting(decoder).len);
    if (rest.len > 0) {
        *seen = none;
        glance_add(seen, (struct str){bytes.ptr, sound}, mark);
        memcpy(queue_room(&decoder->raw, rest.len), rest.ptr, rest.len);
        queue_put(&decoder->raw, rest.len);
    }
    decoder->line_ends.count += seen->ends.count;
    decoder->line_ends.last = seen->ends.last;
    return sound;
}

static const char *what_is_wrong(const struct decoder *decoder,
                                 struct arena *arena)
{
    switch (decoder->encoding) {
    case ENCODING_UTF8:
        return decoder->named ? "not UTF-8"
                              : "not UTF-8 though earlier lines are";
    case ENCODING_WINDOWS_1252:
        return "a byte that Windows-1252 does not define";
    case ENCODING_UTF16LE:
    case ENCODING_UTF16BE:
        return "half a UTF-16 character";
    default:
        return arena_printf(arena, "not %s", decoder_label(decoder));
    }
}

bool decoder_fault(const struct decoder *decoder, const char *file,
                   struct err *err)
{
    const char *what = "a NUL byte, which no text has";
    const char *advice = "name the encoding with --encoding";
    struct str shown = STR("\0");
    struct arena arena;

    arena_init(&arena);
    if (decoder->stuck != DECODE_NUL) {
        what = what_is_wrong(decoder, &arena);
        /* One byte: more would depend on how much has been read. */
        shown = (struct str){decoder_waiting(decoder).ptr, 1};
        if (decoder->encoding == ENCODING_UTF8)
            advice = "--encoding windows-1252 reads it as it is";
    }
    err_set(err, ERR_DATA, "%.600s:%llu: %s: %s; %s", file,
            (unsigned long long)decoder->line_ends.count + 1, what,
            diag_quote(&arena, shown), advice);
    arena_done(&arena);
    return false;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "csv/text.h"

#include <assert.h>
#include <string.h>

#include "base/mem.h"
#include "csv/decoder.h"

#define BLOCK ((size_t)65536)

static const struct str byte_order_mark = {"\xEF\xBB\xBF", 3};

struct text {
    struct input *input; /* null: over memory, */
    struct str memory;   /* of which this is left */
    bool decodes;        /* the bytes are not known to be UTF-8 */
    const char *name;
    uint64_t first_line;
    struct decoder decoder;
    size_t chunk; /* decoded at a time, and taken from the input for it */
    size_t most;  /* handed out at a time */
    size_t mark;  /* bytes of the byte order mark */
    char last;    /* byte handed out */
    bool begun;   /* the encoding is known, the byte order mark removed */
    bool input_ended;
    bool ended;  /* nothing follows what is ready, */
    bool faulty; /* or what follows cannot be decoded */
};

static struct text *text_new(const char *name, const char *encoding,
                             struct err *err)
{
    struct text *text = mem_alloc(1, sizeof(*text));

    text->name = name;
    text->first_line = 1;
    text->chunk = BLOCK;
    text->most = SIZE_MAX;
    text->decodes = true;
    if (decoder_init(&text->decoder, encoding, err))
        return text;
    text_close(text);
    return NULL;
}

struct text *text_open(struct input *input, const char *encoding,
                       struct err *err)
{
    struct text *text = text_new(input_name(input), encoding, err);

    if (text)
        text->input = input;
    return text;
}

struct text *text_open_bytes(const char *name, struct str bytes,
                             const char *encoding, struct err *err)
{
    struct text *text = text_new(name, encoding, err);

    if (text)
        text->memory = bytes;
    return text;
}

struct text *text_memory(struct str bytes)
{
    struct text *text = text_open_bytes("", bytes, "utf-8", NULL);

    text->decodes = false;
    return text;
}

void text_close(struct text *text)
{
    if (!text)
        return;
    decoder_done(&text->decoder);
    mem_free(text);
}

void text_set_chunk(struct text *text, size_t bytes)
{
    assert(bytes > 0 && !text->begun);
    text->chunk = bytes < BLOCK ? bytes : BLOCK;
    text->most = bytes;
}

void text_set_first_line(struct text *text, uint64_t number)
{
    assert(!text->begun);
    text->first_line = number;
}

uint64_t text_first_line(const struct text *text)
{
    return text->first_line;
}

size_t text_offset(const struct text *text)
{
    bool stored = decoder_is_direct(&text->decoder) &&
                  (!text->input || !input_is_packed(text->input));

    return stored ? text->mark : SIZE_MAX;
}

const char *text_encoding(const struct text *text)
{
    return decoder_label(&text->decoder);
}

uint64_t text_guessed_at(const struct text *text)
{
    return text->decoder.guessed_at;
}

/* Bytes as they are stored; *len 0 at the end. */
static bool fetch(struct text *text, char *bytes, size_t size, size_t *len,
                  struct err *err)
{
    if (text->input)
        return input_read(text->input, bytes, size, len, err);
    *len = text->memory.len < size ? text->memory.len : size;
    if (*len > 0)
        memcpy(bytes, text->memory.ptr, *len);
    text->memory = str_skip(text->memory, *len);
    return true;
}

static bool read_raw(struct text *text, struct err *err)
{
    struct queue *raw = &text->decoder.raw;
    char *room = queue_room(raw, text->chunk);
    size_t len;

    if (!fetch(text, room, text->chunk, &len, err))
        return false;
    queue_put(raw, len);
    text->input_ended = len == 0;
    return true;
}

/* Makes more ready, or finds the end or a fault. */
static bool fill(struct text *text, struct err *err)
{
    struct decoder *decoder = &text->decoder;
    enum decoder_step step = DECODER_MORE;

    for (size_t len = 0; step == DECODER_MORE;) {
        if (len == decoder_waiting(decoder).len && !text->input_ended &&
            !read_raw(text, err))
            return false;
        size_t waiting = decoder_waiting(decoder).len;
        len = waiting - len < text->chunk ? waiting : len + text->chunk;
        step = decoder_step(decoder, len, text->input_ended && len == waiting);
    }
    text->ended = step == DECODER_END;
    text->faulty = step == DECODER_FAULT;
    return true;
}

/* Tries to have `len` bytes ready. */
static bool gather(struct text *text, size_t len, struct err *err)
{
    while (decoder_ready(&text->decoder).len < len && !text->ended &&
           !text->faulty)
        if (!fill(text, err))
            return false;
    return true;
}

/* Reads the head, finds the encoding in it and removes the mark. */
static bool begin(struct text *text, struct err *err)
{
    struct decoder *decoder = &text->decoder;

    if (text->begun)
        return true;
    while (decoder_waiting(decoder).len <= BLOCK && !text->input_ended)
        if (!read_raw(text, err))
            return false;
    decoder_guess(decoder, BLOCK);
    text->begun = true;

    if (!gather(text, byte_order_mark.len, err))
        return false;
    if (str_starts(decoder_ready(decoder), byte_order_mark))
        text->mark = byte_order_mark.len;
    decoder_take(decoder, text->mark);
    return true;
}

static struct str ready(const struct text *text)
{
    return text->decodes ? decoder_ready(&text->decoder) : text->memory;
}

/* Has `len` bytes ready, fewer only at the end. */
static bool prepare(struct text *text, size_t len, struct err *err)
{
    if (!text->decodes)
        return true;
    if (!begin(text, err) || !gather(text, len, err))
        return false;
    if (text->faulty && ready(text).len < len)
        return decoder_fault(&text->decoder, text->name, err);
    return true;
}

bool text_peek(struct text *text, size_t size, struct str *head, bool *whole,
               struct err *err)
{
    if (!prepare(text, size + 1, err))
        return false;
    *head = ready(text);
    *whole = head->len <= size;
    if (!*whole)
        head->len = size;
    return true;
}

/* ASCII and UTF-8 go from the input to where they are wanted. */
static bool pass(struct text *text, char *bytes, size_t size, size_t *len,
                 char mark, struct glance *seen, struct err *err)
{
    struct decoder *decoder = &text->decoder;
    struct str first = decoder_waiting(decoder);

    if (first.len > 0)
        memcpy(bytes, first.ptr, first.len);
    if (!fetch(text, bytes + first.len, size - first.len, len, err))
        return false;
    text->input_ended = *len == 0;
    *len = decoder_pass(decoder, (struct str){bytes, first.len + *len}, mark,
                        seen);
    return true;
}

/* By way of what is ready. */
static bool take(struct text *text, char *bytes, size_t size, size_t *len,
                 struct err *err)
{
    if (!prepare(text, 1, err))
        return false;
    struct str first = ready(text);
    *len = first.len < size ? first.len : size;
    if (*len > 0)
        memcpy(bytes, first.ptr, *len);
    if (text->decodes)
        decoder_take(&text->decoder, *len);
    else
        text->memory = str_skip(first, *len);
    return true;
}

bool text_glance(struct text *text, char *bytes, size_t size, size_t *len,
                 char mark, struct glance *seen, struct err *err)
{
    struct glance look = {.ends.last = text->last};

    size = size < text->most ? size : text->most;
    *len = 0;
    if (text->begun && !text->input_ended && decoder_is_clear(&text->decoder) &&
        decoder_waiting(&text->decoder).len < size &&
        !pass(text, bytes, size, len, mark, &look, err))
        return false;
    if (*len == 0) {
        if (!take(text, bytes, size, len, err))
            return false;
        if (seen)
            glance_add(&look, (struct str){bytes, *len}, mark);
    }
    if (*len > 0)
        text->last = bytes[*len - 1];
    if (seen)
        glance_join(seen, look);
    return true;
}

bool text_read(struct text *text, char *bytes, size_t size, size_t *len,
               struct err *err)
{
    return text_glance(text, bytes, size, len, 0, NULL, err);
}

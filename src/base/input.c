/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/input.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "base/file.h"
#include "base/fingerprint.h"
#include "base/mem.h"

#define BLOCK ((size_t)128 * 1024)
#define RATIO_ASKED_FROM ((uint64_t)64 * 1024 * 1024)
#define GZIP_ONLY (MAX_WBITS + 16)

struct input {
    char *name;
    int descriptor;
    struct stat status;
    struct input_limits limits;
    struct fingerprint print;
    uint64_t total;
    bool ended; /* a terminal would wait for more if it were asked again */
    unsigned char *block;
    size_t first, last; /* stored bytes not handed on: block[first..last) */
    bool recognised;    /* whether it is gzip is known */
    bool gzip;
    bool in_member;
    z_stream inflater;
    uint64_t unpacked;
};

static struct input *input_new(const char *name, int descriptor,
                               struct input_limits limits)
{
    struct input *input = mem_alloc(1, sizeof(*input));
    size_t size = strlen(name) + 1;

    input->name = mem_alloc(size, 1);
    memcpy(input->name, name, size);
    input->block = mem_alloc(BLOCK, 1);
    input->descriptor = descriptor;
    input->limits = limits;
    return input;
}

/* From where the descriptor stands: standard input may have been read from. */
static uint64_t size_ahead(int descriptor, const struct stat *status)
{
    off_t at = S_ISREG(status->st_mode) ? lseek(descriptor, 0, SEEK_CUR) : -1;
    return at >= 0 && status->st_size > at ? (uint64_t)(status->st_size - at)
                                           : 0;
}

struct input *input_open(const char *name, struct input_limits limits,
                         struct err *err)
{
    bool standard = strcmp(name, "-") == 0;
    const char *shown = standard ? "standard input" : name;
    int descriptor = standard ? STDIN_FILENO : file_open(name, O_RDONLY);
    struct stat status;

    bool sound = descriptor >= 0 && fstat(descriptor, &status) == 0;

    if (sound && S_ISDIR(status.st_mode)) {
        errno = EISDIR;
        sound = false;
    }
    if (!sound) {
        file_fault(err, shown, "read");
        if (descriptor > STDIN_FILENO)
            close(descriptor);
        return NULL;
    }
    /* Advice: no harm where it is refused, as on pipes. */
    (void)posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL);

    struct input *input = input_new(shown, descriptor, limits);
    input->status = status;
    input->total = size_ahead(descriptor, &status);
    fingerprint_init(&input->print, input->total, false);
    return input;
}

void input_close(struct input *input)
{
    if (!input)
        return;
    if (input->gzip)
        inflateEnd(&input->inflater);
    if (input->descriptor != STDIN_FILENO)
        close(input->descriptor);
    fingerprint_done(&input->print);
    mem_free(input->block);
    mem_free(input->name);
    mem_free(input);
}

/* One read() of the file as it is stored, counted and hashed. */
static bool fetch(struct input *input, void *bytes, size_t size, size_t *len,
                  struct err *err)
{
    ssize_t got;

    *len = 0;
    if (input->ended)
        return true;
    while ((got = read(input->descriptor, bytes, size)) < 0) {
        /* Another program may have made a shared stream non-blocking. */
        if (errno == EAGAIN)
            poll(&(struct pollfd){input->descriptor, POLLIN, 0}, 1, -1);
        else if (errno != EINTR)
            return file_fault(err, input->name, "read");
    }
    *len = (size_t)got;
    input->ended = got == 0;
    fingerprint_add(&input->print, bytes, *len);
    return true;
}

static size_t waiting(const struct input *input)
{
    return input->last - input->first;
}

/* Has `count` stored bytes waiting in the block, fewer only at the end. */
static bool peek(struct input *input, size_t count, struct err *err)
{
    if (waiting(input) >= count)
        return true;
    memmove(input->block, input->block + input->first, waiting(input));
    input->last = waiting(input);
    input->first = 0;
    while (waiting(input) < count && !input->ended) {
        size_t got;
        if (!fetch(input, input->block + input->last, BLOCK - input->last, &got,
                   err))
            return false;
        input->last += got;
    }
    return true;
}

static bool at_magic(const struct input *input)
{
    const unsigned char *next = input->block + input->first;

    return waiting(input) >= 2 && next[0] == 0x1f && next[1] == 0x8b;
}

/* A member begins, or the file ends here (in_member stays false). */
static bool next_member(struct input *input, struct err *err)
{
    if (!peek(input, 2, err))
        return false;
    if (waiting(input) == 0)
        return true;
    if (!at_magic(input))
        return err_set(err, ERR_DATA,
                       "%.600s: damaged gzip stream: other bytes follow its "
                       "end; unpack it with gzip -d and look at the end",
                       input->name);
    inflateReset(&input->inflater);
    input->in_member = true;
    return true;
}

static bool within_limits(const struct input *input, struct err *err)
{
    uint64_t limit = input->limits.unpacked_bytes;
    unsigned ratio = input->limits.ratio;
    uint64_t packed = input->print.passed - waiting(input);

    if (limit > 0 && input->unpacked > limit)
        return err_set(err, ERR_DATA,
                       "%.600s: unpacks to more than %llu bytes, the limit "
                       "for gzip; --no-limits lifts it",
                       input->name, (unsigned long long)limit);
    if (ratio > 0 && input->unpacked > RATIO_ASKED_FROM &&
        input->unpacked / ratio > packed)
        return err_set(err, ERR_DATA,
                       "%.600s: unpacks to more than %u times its size, the "
                       "limit for gzip; --no-limits lifts it",
                       input->name, ratio);
    return true;
}

static bool inflate_some(struct input *input, char *bytes, size_t size,
                         size_t *len, struct err *err)
{
    z_stream *z = &input->inflater;
    uInt room = size < UINT_MAX ? (uInt)size : UINT_MAX;

    /* At the end of the file the inflater may still hold output back. */
    if (!peek(input, 1, err))
        return false;
    z->next_in = input->block + input->first;
    z->avail_in = (uInt)waiting(input);
    z->next_out = (unsigned char *)bytes;
    z->avail_out = room;

    int status = inflate(z, Z_NO_FLUSH);
    input->first = input->last - z->avail_in;
    *len = room - z->avail_out;
    input->unpacked += *len;

    if (status == Z_MEM_ERROR)
        mem_exhausted();
    if (status == Z_STREAM_END)
        input->in_member = false;
    else if (status == Z_BUF_ERROR)
        return err_set(err, ERR_DATA,
                       "%.600s: the gzip stream is cut short; fetch the file "
                       "again",
                       input->name);
    else if (status != Z_OK)
        return err_set(err, ERR_DATA,
                       "%.600s: damaged gzip stream: %s; fetch the file again",
                       input->name, z->msg ? z->msg : "wrong header");
    return within_limits(input, err);
}

static bool read_gzip(struct input *input, char *bytes, size_t size,
                      size_t *len, struct err *err)
{
    while (*len == 0) {
        if (!input->in_member && !next_member(input, err))
            return false;
        if (!input->in_member)
            return true;
        if (!inflate_some(input, bytes, size, len, err))
            return false;
    }
    return true;
}

static bool read_plain(struct input *input, char *bytes, size_t size,
                       size_t *len, struct err *err)
{
    if (waiting(input) == 0)
        return fetch(input, bytes, size, len, err);
    *len = waiting(input) < size ? waiting(input) : size;
    memcpy(bytes, input->block + input->first, *len);
    input->first += *len;
    return true;
}

static bool recognise(struct input *input, struct err *err)
{
    if (!peek(input, 2, err))
        return false;
    if (at_magic(input)) {
        if (inflateInit2(&input->inflater, GZIP_ONLY) != Z_OK)
            mem_exhausted();
        input->gzip = true;
    }
    input->recognised = true;
    return true;
}

bool input_read(struct input *input, char *bytes, size_t size, size_t *len,
                struct err *err)
{
    assert(size > 0);
    *len = 0;
    bool sound = (input->recognised || recognise(input, err)) &&
                 (input->gzip ? read_gzip(input, bytes, size, len, err)
                              : read_plain(input, bytes, size, len, err));

    if (!sound)
        *len = 0;
    return sound;
}

const char *input_name(const struct input *input)
{
    return input->name;
}

uint64_t input_stored_size(const struct input *input)
{
    return input->print.passed;
}

void input_hash_all(struct input *input)
{
    assert(input->print.passed == 0);
    fingerprint_init(&input->print, input->total, true);
}

bool input_is_packed(const struct input *input)
{
    return input->gzip;
}

uint64_t input_total(const struct input *input)
{
    return input->total;
}

enum hashed input_sha256(const struct input *input, char text[DIGEST_TEXT])
{
    return fingerprint_text(&input->print, text);
}

bool input_identity(const struct input *input, uint64_t *device,
                    uint64_t *inode)
{
    *device = input->status.st_dev;
    *inode = input->status.st_ino;
    return S_ISREG(input->status.st_mode);
}

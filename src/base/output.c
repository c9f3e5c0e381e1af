/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/output.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio_ext.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/target.h"
#include "base/temporary.h"

struct output {
    struct target target;
    const char *temporary; /* null: written directly, or no longer there */
    FILE *stream;          /* null once closed */
};

struct identity {
    uint64_t device;
    uint64_t inode;
};

struct outputs {
    struct arena arena;
    bool force;
    bool committed;
    struct output *list;
    size_t len;
    struct identity *inputs;
    size_t input_count;
};

struct outputs *outputs_new(bool force)
{
    struct outputs *outputs = mem_alloc(1, sizeof(*outputs));

    arena_init(&outputs->arena);
    outputs->force = force;
    return outputs;
}

static void remove_temporaries(struct outputs *outputs)
{
    for (size_t i = 0; i < outputs->len; i++) {
        if (outputs->list[i].temporary)
            temporary_remove(outputs->list[i].temporary);
        outputs->list[i].temporary = NULL;
    }
}

void outputs_free(struct outputs *outputs)
{
    if (!outputs)
        return;
    for (size_t i = 0; i < outputs->len; i++)
        if (outputs->list[i].stream)
            fclose(outputs->list[i].stream);
    remove_temporaries(outputs);
    arena_done(&outputs->arena);
    mem_free(outputs->list);
    mem_free(outputs->inputs);
    mem_free(outputs);
}

void outputs_protect(struct outputs *outputs, const struct input *input)
{
    struct identity file;

    if (!input_identity(input, &file.device, &file.inode))
        return;
    outputs->inputs = mem_resize(outputs->inputs, outputs->input_count + 1,
                                 sizeof(*outputs->inputs));
    outputs->inputs[outputs->input_count++] = file;
}

static bool is_input(const struct outputs *outputs, const struct stat *status)
{
    for (size_t i = 0; i < outputs->input_count; i++)
        if (outputs->inputs[i].device == status->st_dev &&
            outputs->inputs[i].inode == status->st_ino)
            return true;
    return false;
}

static bool refuse_input(const struct target *target, struct err *err)
{
    return err_set(err, ERR_REQUEST,
                   "output is an input: '%.600s'; give it another name",
                   target->path);
}

static bool refuse_existing(const struct target *target, struct err *err)
{
    return err_set(err, ERR_REQUEST,
                   "output exists: '%.600s'; --force replaces it",
                   target->path);
}

static bool permitted(const struct outputs *outputs,
                      const struct target *target, struct err *err)
{
    if (is_input(outputs, &target->status))
        return refuse_input(target, err);
    if (target->status.st_mode != 0 && !target_is_direct(target) &&
        !outputs->force)
        return refuse_existing(target, err);
    for (size_t i = 0; i < outputs->len; i++)
        if (target_same(&outputs->list[i].target, target))
            return err_set(err, ERR_REQUEST,
                           "output is named twice: '%.600s'; give each a name "
                           "of its own",
                           target->path);
    return true;
}

/* A descriptor to write to; -1 with errno. */
static int open_output(struct outputs *outputs, struct output *output)
{
    const struct target *target = &output->target;

    if (target->descriptor >= 0)
        return fcntl(target->descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    if (target_is_direct(target))
        return file_open(target->file, O_WRONLY);

    int descriptor =
        temporary_create(&outputs->arena, target->file, &output->temporary);
    /* A file that only its owner may read stays so when it is replaced. */
    if (descriptor >= 0 && target->status.st_mode != 0)
        fchmod(descriptor, target->status.st_mode & 0777);
    return descriptor;
}

FILE *outputs_add(struct outputs *outputs, const char *path, struct err *err)
{
    struct output output = {0};

    assert(!outputs->committed);
    if (!target_find(&output.target, &outputs->arena, path, err) ||
        !permitted(outputs, &output.target, err))
        return NULL;

    int descriptor = open_output(outputs, &output);
    if (descriptor < 0) {
        file_fault(err, path, "written");
        return NULL;
    }
    output.stream = fdopen(descriptor, "w");
    if (!output.stream)
        mem_exhausted();
    outputs->list =
        mem_resize(outputs->list, outputs->len + 1, sizeof(*outputs->list));
    outputs->list[outputs->len++] = output;
    return output.stream;
}

/* Closes a stream with every byte accounted for; errno is 0 when only an
 * earlier write failed, whose reason nobody kept. */
static bool close_stream(FILE *stream, bool sync)
{
    errno = 0;
    bool sound = fflush(stream) == 0 && !ferror(stream) &&
                 (!sync || target_sync(fileno(stream)));
    int reason = errno;

    if (fclose(stream) != 0) {
        sound = false;
        reason = reason ? reason : errno;
    }
    errno = reason;
    return sound;
}

static bool finish_all(struct outputs *outputs, struct err *err)
{
    bool sound = true;

    for (size_t i = 0; i < outputs->len; i++) {
        struct output *output = &outputs->list[i];
        if (!close_stream(output->stream, output->temporary != NULL))
            sound = file_fault(err, output->target.path, "written");
        output->stream = NULL;
    }
    return sound;
}

static bool put(const struct outputs *outputs, struct output *output,
                struct err *err)
{
    const struct target *target = &output->target;
    struct stat status;

    if (!output->temporary)
        return true;
    /* An input may have been named after the output was. */
    if (stat(target->file, &status) == 0 && is_input(outputs, &status))
        return refuse_input(target, err);
    if (!target_put(target, output->temporary, outputs->force))
        return errno == EEXIST ? refuse_existing(target, err)
                               : file_fault(err, target->path, "written");
    temporary_forget(output->temporary);
    output->temporary = NULL;
    return true;
}

static bool put_all(struct outputs *outputs, struct err *err)
{
    size_t done = 0;
    bool sound = true;

    while (sound && done < outputs->len) {
        sound = put(outputs, &outputs->list[done], err);
        done += sound;
    }
    for (size_t i = 0; sound && i < done; i++) {
        const struct target *target = &outputs->list[i].target;
        if (!target_is_direct(target) && !target_sync_folder(target))
            sound = file_fault(err, target->path, "written");
    }
    for (size_t i = 0; !sound && i < done; i++)
        if (outputs->list[i].target.status.st_mode == 0)
            unlink(outputs->list[i].target.file);
    return sound;
}

bool outputs_commit(struct outputs *outputs, struct err *err)
{
    sigset_t all, before;

    assert(!outputs->committed);
    outputs->committed = true;
    bool sound = finish_all(outputs, err);

    /* A signal waits until all are renamed or none is. */
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    sound = sound && put_all(outputs, err);
    remove_temporaries(outputs);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return sound;
}

bool output_close_stdout(struct err *err)
{
    bool failed = ferror(stdout) != 0 || __fpending(stdout) > 0;

    /* Closed from the start is no fault unless something was written. */
    if (close_stream(stdout, false) || (!failed && errno == EBADF))
        return true;
    int reason = errno;
    return err_set(err, ERR_SYSTEM, "standard output: cannot be written: %s",
                   reason ? strerror(reason) : "an earlier write failed");
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The floor of all reading: counts the line ends of a file in blocks, each
 * thread a part of the file. Usage: newlines FILE [THREADS] */
#include <config.h>

#include <fcntl.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BLOCK ((size_t)128 * 1024)
#define THREADS_MAX 64
#define LANES 16

struct part {
    int file;
    off_t from;
    off_t to;
    uint64_t lines;
    bool failed;
};

/* 16 sums of bytes side by side, added up before one can overflow. */
static uint64_t count(const char *bytes, size_t size)
{
    uint64_t lines = 0;
    size_t at = 0;
    while (size - at >= LANES) {
        signed char sums __attribute__((vector_size(LANES))) = {0};
        for (int i = 0; i < 127 && size - at >= LANES; i++, at += LANES) {
            signed char block __attribute__((vector_size(LANES)));
            memcpy(&block, bytes + at, LANES);
            sums -= block == '\n';
        }
        for (int i = 0; i < LANES; i++)
            lines += (uint64_t)sums[i];
    }
    for (; at < size; at++)
        lines += bytes[at] == '\n';
    return lines;
}

static void *read_part(void *data)
{
    struct part *part = data;
    char *block = malloc(BLOCK);
    part->failed = !block;
    while (!part->failed && part->from < part->to) {
        size_t left = (size_t)(part->to - part->from);
        ssize_t got =
            pread(part->file, block, left < BLOCK ? left : BLOCK, part->from);
        part->failed = got <= 0;
        if (!part->failed) {
            part->lines += count(block, (size_t)got);
            part->from += got;
        }
    }
    free(block);
    return NULL;
}

int main(int argc, char **argv)
{
    int file = argc > 1 ? open(argv[1], O_RDONLY) : -1;
    struct stat facts;
    if (file < 0 || fstat(file, &facts) != 0) {
        fputs("Usage: newlines FILE [THREADS]\n", stderr);
        return 2;
    }
    unsigned long threads = argc > 2 ? strtoul(argv[2], NULL, 10) : 1;
    if (threads < 1 || threads > THREADS_MAX)
        threads = 1;

    struct part parts[THREADS_MAX] = {0};
    pthread_t ids[THREADS_MAX];
    for (unsigned long i = 0; i < threads; i++) {
        off_t size = facts.st_size / (off_t)threads;
        parts[i].file = file;
        parts[i].from = size * (off_t)i;
        parts[i].to = i + 1 < threads ? size * (off_t)(i + 1) : facts.st_size;
        if (pthread_create(&ids[i], NULL, read_part, &parts[i]) != 0)
            abort();
    }
    uint64_t lines = 0;
    bool failed = false;
    for (unsigned long i = 0; i < threads; i++) {
        pthread_join(ids[i], NULL);
        lines += parts[i].lines;
        failed |= parts[i].failed;
    }
    if (failed) {
        perror(argv[1]);
        return 1;
    }
    printf("%llu\n", (unsigned long long)lines);
    return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a command and tells what it cost: a line "SECONDS CPU KIB STATUS" into
 * the file named first: by the wall clock, by the processors (user and system),
 * and the largest resident size of the command and what it waited for.
 * Usage: measure FILE COMMAND [ARGUMENTS] */
#include <config.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double seconds_of(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fputs("Usage: measure FILE COMMAND [ARGUMENTS]\n", stderr);
        return 2;
    }
    double start = now();
    pid_t child = fork();
    if (child == 0) {
        execvp(argv[2], argv + 2);
        perror(argv[2]);
        _exit(127);
    }
    int status = 0;
    struct rusage usage = {0};
    while (child > 0 && wait4(child, &status, 0, &usage) < 0) {
        if (errno != EINTR)
            child = -1;
    }
    if (child < 0) {
        perror("measure");
        return 1;
    }
    double seconds = now() - start;
    double cpu = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);

    int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    FILE *stream = fopen(argv[1], "w");
    if (!stream ||
        fprintf(stream, "%.4f %.4f %ld %d\n", seconds, cpu, usage.ru_maxrss,
                code) < 0 ||
        fclose(stream) != 0) {
        perror(argv[1]);
        return 1;
    }
    return code;
}

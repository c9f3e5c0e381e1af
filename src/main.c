/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the command, prints the one error, returns the one exit status. */
#include <config.h>

#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/mem.h"
#include "base/output.h"
#include "cmd/command.h"
#include "stat/gsl.h"

/* Two threads may get here: one says it. */
static void die_of_memory(enum mem_end reason)
{
    static const char exhausted[] = "armstats: error: out of memory\n";
    static const char limit[] =
        "armstats: error: the limit on memory is reached; --max-memory SIZE "
        "raises it (default: half of the machine's)\n";
    static atomic_flag said = ATOMIC_FLAG_INIT;
    while (atomic_flag_test_and_set(&said))
        pause();
    bool full = reason == MEM_LIMIT;
    output_remove_temporaries();
    diag_clear_line();
    ssize_t ignored = full ? write(2, limit, sizeof limit - 1)
                           : write(2, exhausted, sizeof exhausted - 1);
    (void)ignored;
    _exit(full ? ERR_REQUEST : ERR_SYSTEM);
}

static bool run_command(int argc, char **argv, struct err *err)
{
    const struct command *command = command_find(argv[1], err);
    struct request request;
    if (!command)
        return false;
    bool done = request_parse(&request, command, argc - 2, argv + 2, err);
    if (done && request.help) {
        help_command(stdout, command);
    } else if (done) {
        diag_quiet(request.quiet);
        mem_set_limit(request.max_memory);
        done = command->run(&request, err);
    }
    request_done(&request);
    return done;
}

static bool run(int argc, char **argv, struct err *err)
{
    if (argc < 2)
        return err_set(err, ERR_REQUEST,
                       "no command; armstats --help lists the commands");
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 ||
        strcmp(argv[1], "help") == 0)
        help_program(stdout);
    else if (strcmp(argv[1], "--version") == 0)
        help_version(stdout);
    else
        return run_command(argc, argv, err);
    return true;
}

int main(int argc, char **argv)
{
    struct err err = {0};
    mem_on_end(die_of_memory);
    output_catch_signals();
    gsl_begin();
    run(argc, argv, &err);
    output_remove_temporaries();
    output_close_stdout(&err);
    if (err.kind == ERR_NONE)
        return 0;
    diag_error("%s", err.text);
    return (int)err.kind;
}

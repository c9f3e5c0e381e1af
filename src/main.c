/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the command, prints the one error, returns the one exit status. */
#include <config.h>

#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/mem.h"
#include "base/output.h"
#include "cmd/command.h"
#include "stat/gsl.h"

static void die_of_exhaustion(void)
{
    static const char text[] = "armstats: error: out of memory\n";
    output_remove_temporaries();
    ssize_t ignored = write(2, text, sizeof text - 1);
    (void)ignored;
    _exit(ERR_SYSTEM);
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
    mem_on_exhaustion(die_of_exhaustion);
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include <jansson.h>
#include <nettle/version.h>
#include <utf8proc.h>
#include <zlib.h>

#include "cmd/command.h"
#include "cmd/options.h"
#include "csv/tokenizer.h"
#include "output/wrap.h"
#include "stat/gsl.h"

static const char *const first_steps[] = {
    "rank --years 2018-22 --release 2023",
    "partners --supplier KOR --years 2019-23",
    "rank --supplier KOR -f sentence",
};

static void print_examples(FILE *out, const char *const *examples, size_t count)
{
    fputs("\nExamples:\n", out);
    for (size_t i = 0; i < count && examples[i]; i++)
        fprintf(out, "  armstats %s\n", examples[i]);
}

void help_program(FILE *out)
{
    fputs("Usage: armstats COMMAND [OPTIONS] [[RELEASE=]DATA...]\n\n"
          "Arms-export statistics that can be checked. DATA is a file as its "
          "publisher\noffers it, FILE.gz, or - for standard input; without "
          "it, the bundled extract.\n\nCommands:\n",
          out);
    for (size_t i = 0; i < command_count; i++)
        fprintf(out, "  %-14s %s\n", command_list[i]->name,
                command_list[i]->summary);
    print_examples(out, first_steps,
                   sizeof first_steps / sizeof first_steps[0]);
    fputs("\narmstats COMMAND --help tells the options of a command; "
          "man armstats tells all.\n"
          "Exit status: 0 done, 1 the answer is no, 2 the request is at "
          "fault, 3 the data\nare, 4 the system failed.\n",
          out);
}

static bool is_taken(const struct opt *option, const void *context)
{
    const struct command *command = context;
    return option_group((enum option_id)option->id) & command->groups;
}

/* What --variant names, a line each. */
static void print_variants(FILE *out, const struct variant *variants)
{
    if (!variants)
        return;
    fputs("\nVariants:\n", out);
    for (; variants->name; variants++)
        fprintf(out, "  %-17s %s\n", variants->name, variants->summary);
}

void help_command(FILE *out, const struct command *command)
{
    struct arena arena;
    arena_init(&arena);
    fprintf(out, "Usage: armstats %s [OPTIONS] %s\n\n%s\n", command->name,
            command->operands, command->summary);
    wrap_paragraph(out,
                   str_from(arena_printf(&arena, "Without options: %s",
                                         command->by_default)),
                   VIEW_WIDTH);
    arena_done(&arena);
    opt_help(out, option_table, OPTION_ROWS, is_taken, command);
    print_variants(out, command->variants);
    print_examples(out, command->examples, SIZE_MAX);
}

void help_version(FILE *out)
{
    fprintf(out,
            "armstats %s\n"
            "GSL %s, libcsv %s, zlib %s, utf8proc %s, jansson %s, "
            "nettle %d.%d\n"
            "Licence GPL-3.0-or-later: free software, without warranty.\n",
            PACKAGE_VERSION, gsl_version_text(), tokenizer_library(),
            zlibVersion(), utf8proc_version(), JANSSON_VERSION,
            NETTLE_VERSION_MAJOR, NETTLE_VERSION_MINOR);
}

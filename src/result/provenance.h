/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a result comes from. Filled by source/ (one per file) and cmd/ (the
 * command line); carried by every format that can. No absolute path, host,
 * user or modification time is ever in it. */
#ifndef RESULT_PROVENANCE_H
#define RESULT_PROVENANCE_H

#include <stddef.h>
#include <stdint.h>

#include "base/fingerprint.h"

struct left_out {
    const char *reason; /* "wrong number of fields" */
    uint64_t rows;
};

struct provenance_file {
    const char *name; /* without its folder */
    uint64_t size;    /* bytes as stored */
    const char *sha256;
    enum hashed hashed;    /* what the sha256 is of */
    const char *layout;    /* "SIPRI register by delivery year" */
    const char *database;  /* "SIPRI Arms Transfers Database" */
    const char *generated; /* "2024-04-13", or "" */
    int release_year;      /* 0: not known */
    uint64_t rows_read;
    uint64_t rows_used;
    const struct left_out *left_out;
    size_t left_out_count;
};

struct provenance {
    const char *program; /* "armstats 0.1.0" */
    const char *command_line;
    const char *release;  /* "March 2024", "" */
    const char *universe; /* "2019–23 against 2014–18; world 139 978, ..." */
    const struct provenance_file *files;
    size_t file_count;
};

#endif

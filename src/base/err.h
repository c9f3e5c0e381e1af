/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What went wrong in the world. Functions that can fail return false and fill
 * the struct err given last; the first failure wins, later ones are ignored.
 * Only main.c prints it and turns the kind into the exit status. */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stdbool.h>

enum err_kind {
    ERR_NONE = 0,
    ERR_REQUEST = 2, /* a sound file could not answer this request */
    ERR_DATA = 3,    /* the data are at fault */
    ERR_SYSTEM = 4,  /* disk, memory, a missing program */
};

struct err {
    enum err_kind kind;
    char text[1000]; /* one line without the leading "armstats: " */
};

/* Always false, so that `return err_set(...)` reads as the failure it is.
 * Text: "FILE:LINE: what is wrong: 'the text'; what to do". Text from data
 * is printed with "%s" of diag_quote() (base/diag.h). */
bool err_set(struct err *err, enum err_kind kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* ERR_SYSTEM with strerror(errno) behind the text. */
bool err_errno(struct err *err, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An empty folder to make files in, and children to die in: for the tests
 * that touch the file system. */
#ifndef TESTS_UNIT_SCRATCH_H
#define TESTS_UNIT_SCRATCH_H

#include <stdbool.h>
#include <stddef.h>

/* Makes a new empty folder and goes there; leaving removes what is in it
 * (files and links, no folders) and goes back. */
void scratch_enter(void);
void scratch_leave(void);

/* A file with these bytes, replacing what was there. */
void scratch_write(const char *name, const void *bytes, size_t len);
void scratch_text(const char *name, const char *text);

/* Whether the file has exactly this text. */
bool scratch_holds(const char *name, const char *text);

/* How many names there are in the folder, hidden ones too. */
size_t scratch_count(void);

/* The status, as waitpid() gives it, of a child that ran `run` and exited
 * with what it returned. What it has on its stdout is lost. */
int scratch_child(int (*run)(void));

#endif

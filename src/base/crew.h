/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One piece of work done by several threads at once. Signals are taken by the
 * thread that started the program: it alone makes temporaries, and removes
 * them when it is told to stop. */
#ifndef BASE_CREW_H
#define BASE_CREW_H

/* More threads than these are of no use to anybody. */
#define CREW_MOST 256

/* Cores that this process may use, at most CREW_MOST. */
unsigned crew_size(void);

/* Calls work(context, worker) once in each of up to `threads` threads, at
 * least one: the caller is worker 0, the others have the numbers behind it.
 * Returns when all have returned. A thread that the system does not grant is
 * done without, so work that lies ready has to be taken, not assigned by
 * number. The result is how many worked. */
unsigned crew_run(unsigned threads,
                  void (*work)(void *context, unsigned worker), void *context);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "trade/names.h"

void names_init(struct names *names)
{
    map_init(&names->places);
    map_init(&names->categories);
    map_init(&names->designations);
    map_init(&names->descriptions);
    map_init(&names->deals);
    names->shared = false;
    pthread_mutex_init(&names->lock, NULL);
}

void names_done(struct names *names)
{
    map_done(&names->places);
    map_done(&names->categories);
    map_done(&names->designations);
    map_done(&names->descriptions);
    map_done(&names->deals);
    pthread_mutex_destroy(&names->lock);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "stat/gsl.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_version.h>

void gsl_begin(void)
{
    gsl_set_error_handler_off();
}

const char *gsl_version_text(void)
{
    return gsl_version;
}

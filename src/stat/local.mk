# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libstat.a
libstat_a_SOURCES = %D%/gsl.c %D%/gsl.h

# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libstat.a
libstat_a_SOURCES = \
  %D%/estimate.h \
  %D%/gsl.c %D%/gsl.h \
  %D%/rank_draws.c %D%/rank_draws.h \
  %D%/rank_law.c %D%/rank_law.h

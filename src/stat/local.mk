# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libstat.a
libstat_a_SOURCES = \
  %D%/estimate.h \
  %D%/concentration.c %D%/concentration.h \
  %D%/decomposition.c %D%/decomposition.h \
  %D%/gsl.c %D%/gsl.h \
  %D%/inequality.c %D%/inequality.h \
  %D%/sum.h \
  %D%/units.c %D%/units.h

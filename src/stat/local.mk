# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libstat.a
libstat_a_SOURCES = \
  %D%/benford.c %D%/benford.h \
  %D%/estimate.h \
  %D%/gsl.c %D%/gsl.h \
  %D%/hampel.c %D%/hampel.h \
  %D%/log_rank.c %D%/log_rank.h \
  %D%/sign_test.c %D%/sign_test.h \
  %D%/survival.c %D%/survival.h

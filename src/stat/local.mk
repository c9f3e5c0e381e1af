# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libstat.a
libstat_a_SOURCES = \
  %D%/bai_interval.c %D%/bai_interval.h \
  %D%/bai_perron.c %D%/bai_perron.h \
  %D%/benford.c %D%/benford.h \
  %D%/bisquare.c %D%/bisquare.h \
  %D%/chow.c %D%/chow.h \
  %D%/cusum.c %D%/cusum.h \
  %D%/estimate.h \
  %D%/gsl.c %D%/gsl.h \
  %D%/hp.c %D%/hp.h \
  %D%/loess.c %D%/loess.h \
  %D%/lowess.c %D%/lowess.h \
  %D%/partition.c %D%/partition.h \
  %D%/pettitt.c %D%/pettitt.h \
  %D%/segment.c %D%/segment.h \
  %D%/smooth.c %D%/smooth.h \
  %D%/sup_f.c %D%/sup_f.h \
  %D%/volatility.c %D%/volatility.h

# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libfigure.a
libfigure_a_SOURCES = \
  %D%/axis.c %D%/axis.h \
  %D%/bar_columns.c %D%/bar_columns.h \
  %D%/figure.c %D%/figure.h \
  %D%/fonts.c %D%/fonts.h \
  %D%/gnuplot.c %D%/gnuplot.h \
  %D%/page.c %D%/page.h \
  %D%/panels.c %D%/panels.h \
  %D%/product.c %D%/product.h \
  %D%/ranking.c \
  %D%/script.c %D%/script.h \
  %D%/series.c \
  %D%/sketch.c %D%/sketch.h \
  %D%/text.c %D%/text.h

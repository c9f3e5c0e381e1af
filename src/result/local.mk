# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libresult.a
libresult_a_SOURCES = \
  %D%/edges.h \
  %D%/grow.c %D%/grow.h \
  %D%/provenance.h \
  %D%/result.c %D%/result.h \
  %D%/value.c %D%/value.h \
  %D%/view.c %D%/view.h

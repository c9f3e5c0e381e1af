# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libsource.a
libsource_a_SOURCES = \
  %D%/cells.c %D%/cells.h \
  %D%/date.c %D%/date.h \
  %D%/descriptor.c %D%/descriptor.h \
  %D%/detect.c %D%/detect.h \
  %D%/layouts.h \
  %D%/reading.c %D%/reading.h \
  %D%/registry.c \
  %D%/rows.c \
  %D%/settle.c \
  %D%/sipri_register.c \
  %D%/sipri_tiv_table.c \
  %D%/source.h \
  %D%/tally.c %D%/tally.h \
  %D%/tidy.c \
  %D%/title.c %D%/title.h \
  %D%/tiv_direction.c %D%/tiv_direction.h \
  %D%/unread.c

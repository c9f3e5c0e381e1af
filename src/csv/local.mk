# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libreader.a
libreader_a_SOURCES = \
  %D%/block.c %D%/block.h \
  %D%/carve.c %D%/carve.h \
  %D%/cpu.h \
  %D%/decoder.c %D%/decoder.h \
  %D%/dialect.c %D%/dialect.h %D%/dialect_judge.c \
  %D%/encoding.c %D%/encoding.h \
  %D%/glance.c %D%/glance.h \
  %D%/head.c %D%/head.h \
  %D%/index.c %D%/index.h \
  %D%/line_ends.c %D%/line_ends.h \
  %D%/lines.c %D%/lines.h \
  %D%/queue.c %D%/queue.h \
  %D%/reader.c %D%/reader.h \
  %D%/rewrite.c %D%/rewrite.h \
  %D%/share.c %D%/share.h \
  %D%/sheet.c %D%/sheet.h \
  %D%/text.c %D%/text.h \
  %D%/tokenizer.c %D%/tokenizer.h

# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libreader.a
libreader_a_SOURCES = \
  %D%/decoder.c %D%/decoder.h \
  %D%/encoding.c %D%/encoding.h \
  %D%/head.c %D%/head.h \
  %D%/line_ends.c %D%/line_ends.h \
  %D%/lines.c %D%/lines.h \
  %D%/queue.c %D%/queue.h \
  %D%/reader.c %D%/reader.h \
  %D%/text.c %D%/text.h \
  %D%/tokenizer.c %D%/tokenizer.h

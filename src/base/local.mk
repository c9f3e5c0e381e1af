# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libbase.a
libbase_a_SOURCES = \
  %D%/arena.c %D%/arena.h \
  %D%/big.c %D%/big.h \
  %D%/buf.c %D%/buf.h \
  %D%/child.c %D%/child.h \
  %D%/crew.c %D%/crew.h \
  %D%/decimal.c %D%/decimal.h \
  %D%/diag.c %D%/diag.h \
  %D%/digest.c %D%/digest.h \
  %D%/err.c %D%/err.h \
  %D%/digits.h \
  %D%/file.c %D%/file.h \
  %D%/fingerprint.c %D%/fingerprint.h \
  %D%/fraction.c %D%/fraction.h \
  %D%/input.c %D%/input.h \
  %D%/key.h \
  %D%/map.c %D%/map.h \
  %D%/mem.c %D%/mem.h \
  %D%/opt.c %D%/opt.h \
  %D%/output.c %D%/output.h \
  %D%/progress.c %D%/progress.h \
  %D%/ratio.c \
  %D%/spawn.c %D%/spawn.h \
  %D%/spool.c %D%/spool.h \
  %D%/str.c %D%/str.h \
  %D%/target.c %D%/target.h \
  %D%/temporary.c %D%/temporary.h \
  %D%/utf8.c %D%/utf8.h

# SPDX-License-Identifier: GPL-3.0-or-later
# What scripts/bench makes its files and measures with, and its short run,
# which fails only on wrong answers.
check_PROGRAMS += %D%/make_table %D%/measure %D%/newlines
tests_bench_make_table_SOURCES = %D%/answers.c %D%/answers.h %D%/flows.c \
  %D%/flows.h %D%/layouts.c %D%/layouts.h %D%/make_table.c %D%/sheet.c \
  %D%/sheet.h
tests_bench_measure_SOURCES = %D%/measure.c
tests_bench_newlines_SOURCES = %D%/newlines.c
tests_bench_newlines_LDADD = -lpthread

bench_tests = %D%/quick
TESTS += $(bench_tests)
EXTRA_DIST += $(bench_tests) %D%/answer.awk %D%/compare.sh %D%/full.sh \
  %D%/instructions.sh %D%/peers %D%/quick.sh %D%/same.awk %D%/table.awk

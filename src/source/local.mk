# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libsource.a
libsource_a_SOURCES = \
  %D%/baci.c \
  %D%/cells.c %D%/cells.h \
  %D%/code_table.c %D%/code_table.h \
  %D%/code_table_file.c %D%/code_table_file.h \
  %D%/code_table_find.c \
  %D%/comtrade.c %D%/comtrade.h \
  %D%/comtrade_amount.c \
  %D%/comtrade_book.c \
  %D%/comtrade_choice.c \
  %D%/comtrade_flows.c \
  %D%/comtrade_rows.c \
  %D%/date.c %D%/date.h \
  %D%/descriptor.c %D%/descriptor.h \
  %D%/detect.c %D%/detect.h \
  %D%/layouts.h \
  %D%/memo.c %D%/memo.h \
  %D%/quantity.c \
  %D%/reading.c %D%/reading.h \
  %D%/records.c %D%/records.h \
  %D%/registry.c \
  %D%/reject_runs.c %D%/reject_runs.h \
  %D%/rejects.c %D%/rejects.h \
  %D%/row_columns.c \
  %D%/row_crew.c \
  %D%/row_flow.c \
  %D%/rows.c %D%/rows.h \
  %D%/settle.c \
  %D%/sipri_register.c \
  %D%/sipri_tiv_table.c \
  %D%/source.h \
  %D%/tally.c %D%/tally.h \
  %D%/tidy.c \
  %D%/title.c %D%/title.h \
  %D%/tiv_direction.c %D%/tiv_direction.h \
  %D%/unread.c

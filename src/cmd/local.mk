# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libcmd.a
libcmd_a_SOURCES = \
  %D%/answer.c %D%/answer.h \
  %D%/bundle.c %D%/bundle.h \
  %D%/check.c %D%/check.h \
  %D%/command.h \
  %D%/command_line.c %D%/command_line.h \
  %D%/commands.c \
  %D%/compare.c \
  %D%/concentration.c \
  %D%/convert.c \
  %D%/data.c %D%/data.h \
  %D%/datasets.c \
  %D%/deals.c \
  %D%/deflation.c %D%/deflation.h \
  %D%/deflation_say.c \
  %D%/deliver.c %D%/deliver.h \
  %D%/describe.c %D%/describe.h \
  %D%/describe_against.c \
  %D%/describe_screens.c \
  %D%/factsheet.c \
  %D%/funnel.c %D%/funnel.h \
  %D%/help.c \
  %D%/join.c %D%/join.h \
  %D%/load.c %D%/load.h \
  %D%/load_file.c %D%/load_file.h \
  %D%/matrix.c \
  %D%/mirror.c \
  %D%/names.c %D%/names.h \
  %D%/network.c \
  %D%/options.c %D%/options.h \
  %D%/partners.c \
  %D%/places.c \
  %D%/proposal.c %D%/proposal.h \
  %D%/rank.c \
  %D%/rank_variants.c %D%/rank_variants.h \
  %D%/reject_file.c %D%/reject_file.h \
  %D%/places.c %D%/places.h \
  %D%/places_unmatched.c \
  %D%/places_view.c \
  %D%/regroup.c %D%/regroup.h \
  %D%/regroup_note.c \
  %D%/report.c %D%/report.h \
  %D%/request.c %D%/request.h \
  %D%/request_statistics.c \
  %D%/series.c \
  %D%/tidy_columns.c %D%/tidy_columns.h \
  %D%/trend.c \
  %D%/words.c %D%/words.h \
  %D%/world.c %D%/world.h \
  %D%/yearly_plan.c %D%/yearly_plan.h

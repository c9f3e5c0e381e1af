# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libanalysis.a
libanalysis_a_SOURCES = \
  %D%/assumption.c %D%/assumption.h \
  %D%/agreement.c %D%/agreement.h \
  %D%/agreement_words.c \
  %D%/census.c %D%/census.h \
  %D%/columns.c %D%/columns.h \
  %D%/deals_list.c %D%/deals_list.h \
  %D%/deals_view.c %D%/deals_view.h \
  %D%/estimates.c %D%/estimates.h \
  %D%/factsheet.c %D%/factsheet.h \
  %D%/factsheet_view.c %D%/factsheet_view.h \
  %D%/first_digits.c %D%/first_digits.h \
  %D%/group.c %D%/group.h \
  %D%/lags.c %D%/lags.h \
  %D%/lags_columns.c %D%/lags_columns.h \
  %D%/lags_notes.c \
  %D%/lags_view.c %D%/lags_view.h \
  %D%/lines.c %D%/lines.h \
  %D%/magnitude.c %D%/magnitude.h \
  %D%/matrix.c %D%/matrix.h \
  %D%/matrix_view.c %D%/matrix_view.h \
  %D%/mirror.c %D%/mirror.h \
  %D%/mirror_flows.c \
  %D%/mirror_list.c \
  %D%/mirror_notes.c \
  %D%/mirror_reporters.c \
  %D%/mirror_reports.c %D%/mirror_reports.h \
  %D%/mirror_sums.c %D%/mirror_sums.h \
  %D%/mirror_view.c %D%/mirror_view.h \
  %D%/orders.c %D%/orders.h \
  %D%/partners.c %D%/partners.h \
  %D%/partners_sentence.c \
  %D%/partners_view.c %D%/partners_view.h \
  %D%/pieces.c %D%/pieces.h \
  %D%/prose.c %D%/prose.h \
  %D%/rank.c %D%/rank.h \
  %D%/rank_sentence.c \
  %D%/rank_view.c %D%/rank_view.h \
  %D%/ranking.c %D%/ranking.h \
  %D%/release.c %D%/release.h \
  %D%/screens.c %D%/screens.h \
  %D%/series.c %D%/series.h \
  %D%/series_grid.c \
  %D%/series_sentence.c \
  %D%/series_view.c %D%/series_view.h \
  %D%/sides.c %D%/sides.h \
  %D%/study.c %D%/study.h \
  %D%/ties.h \
  %D%/tracks.c %D%/tracks.h \
  %D%/values.c %D%/values.h \
  %D%/view_parts.c %D%/view_parts.h \
  %D%/whole.c %D%/whole.h

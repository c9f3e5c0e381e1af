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
  %D%/group.c %D%/group.h \
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
  %D%/series.c %D%/series.h \
  %D%/series_grid.c \
  %D%/series_sentence.c \
  %D%/series_view.c %D%/series_view.h \
  %D%/sides.c %D%/sides.h \
  %D%/study.c %D%/study.h \
  %D%/ties.h \
  %D%/tracks.c %D%/tracks.h \
  %D%/trend.c %D%/trend.h \
  %D%/trend_break.c \
  %D%/trend_core.c %D%/trend_core.h \
  %D%/trend_each.c \
  %D%/trend_list.c %D%/trend_list.h \
  %D%/trend_list_view.c \
  %D%/trend_notes.c %D%/trend_parts.h \
  %D%/trend_regimes.c %D%/trend_regimes.h \
  %D%/trend_search.c \
  %D%/trend_sentence.c \
  %D%/trend_shift.c \
  %D%/trend_smooth.c \
  %D%/trend_variants.c \
  %D%/trend_words.c \
  %D%/values.c %D%/values.h \
  %D%/view_parts.c %D%/view_parts.h \
  %D%/whole.c %D%/whole.h \
  %D%/yearly.c %D%/yearly.h

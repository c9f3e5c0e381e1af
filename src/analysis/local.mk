# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libanalysis.a
libanalysis_a_SOURCES = \
  %D%/assumption.c %D%/assumption.h \
  %D%/agreement.c %D%/agreement.h \
  %D%/agreement_words.c \
  %D%/balance.c %D%/balance.h \
  %D%/census.c %D%/census.h \
  %D%/columns.c %D%/columns.h \
  %D%/concentration.c %D%/concentration.h \
  %D%/concentration_columns.c \
  %D%/concentration_list.c \
  %D%/concentration_parts.h \
  %D%/concentration_sentence.c \
  %D%/concentration_view.c \
  %D%/contributions.c \
  %D%/compare.c %D%/compare.h \
  %D%/compare_sentence.c \
  %D%/compare_view.c %D%/compare_view.h \
  %D%/constant_shares.c %D%/constant_shares.h \
  %D%/constant_shares_view.c %D%/constant_shares_view.h \
  %D%/crosstab.c %D%/crosstab.h \
  %D%/deals_list.c %D%/deals_list.h \
  %D%/deals_view.c %D%/deals_view.h \
  %D%/estimates.c %D%/estimates.h \
  %D%/factsheet.c %D%/factsheet.h \
  %D%/factsheet_view.c %D%/factsheet_view.h \
  %D%/findings.c %D%/findings.h \
  %D%/group.c %D%/group.h \
  %D%/indices.c %D%/indices.h \
  %D%/intensity.c %D%/intensity.h \
  %D%/group_ranks.c %D%/group_ranks.h \
  %D%/first_digits.c %D%/first_digits.h \
  %D%/lags.c %D%/lags.h \
  %D%/lags_columns.c %D%/lags_columns.h \
  %D%/lags_notes.c \
  %D%/lags_view.c %D%/lags_view.h \
  %D%/lines.c %D%/lines.h \
  %D%/lorenz.c \
  %D%/magnitude.c %D%/magnitude.h \
  %D%/market_share.c %D%/market_share.h \
  %D%/markets.c %D%/markets.h \
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
  %D%/network.c %D%/network.h \
  %D%/network_backbone.c \
  %D%/network_by_place.c %D%/network_by_place.h \
  %D%/network_hits.c \
  %D%/network_links.c \
  %D%/network_measures.c \
  %D%/network_result.c \
  %D%/network_rows.c %D%/network_rows.h \
  %D%/network_sets.c \
  %D%/network_summary.c \
  %D%/network_tables.h \
  %D%/network_turnover.c %D%/network_turnover.h \
  %D%/network_words.c %D%/network_words.h \
  %D%/orders.c %D%/orders.h \
  %D%/partners.c %D%/partners.h \
  %D%/partners_sentence.c \
  %D%/partners_view.c %D%/partners_view.h \
  %D%/pieces.c %D%/pieces.h \
  %D%/prose.c %D%/prose.h \
  %D%/rank.c %D%/rank.h \
  %D%/rank_agreement.c %D%/rank_agreement.h \
  %D%/rank_agreement_view.c \
  %D%/rank_chance.c %D%/rank_chance.h \
  %D%/rank_chance_view.c \
  %D%/rank_estimates.c \
  %D%/rank_rolling.c \
  %D%/rank_sample.c %D%/rank_sample.h \
  %D%/rank_sentence.c \
  %D%/rank_table.c %D%/rank_table.h \
  %D%/rank_variants.h \
  %D%/rank_view.c %D%/rank_view.h \
  %D%/ranking.c %D%/ranking.h \
  %D%/release.c %D%/release.h \
  %D%/screens.c %D%/screens.h \
  %D%/series.c %D%/series.h \
  %D%/series_grid.c \
  %D%/series_sentence.c \
  %D%/series_view.c %D%/series_view.h \
  %D%/sides.c %D%/sides.h \
  %D%/spread.c %D%/spread.h \
  %D%/similarity.c %D%/similarity.h \
  %D%/specialisation.c %D%/specialisation.h \
  %D%/study.c %D%/study.h \
  %D%/subjects.c %D%/subjects.h \
  %D%/subjects_words.c \
  %D%/theil_groups.c \
  %D%/ties.h \
  %D%/ties.c %D%/ties.h \
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

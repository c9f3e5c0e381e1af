# SPDX-License-Identifier: GPL-3.0-or-later
# One program a room; each links its own room and those to the left of it, so
# a test shows when a room reaches upward.
if HAVE_CUNIT
check_LIBRARIES += %D%/libtap.a
tests_unit_libtap_a_SOURCES = %D%/scratch.c %D%/scratch.h %D%/tap.c %D%/tap.h
tests_unit_libtap_a_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/unit
unit_cppflags = $(AM_CPPFLAGS) $(CUNIT_CFLAGS) -I$(top_srcdir)/tests/unit
unit_libs = tests/unit/libtap.a $(CUNIT_LIBS)

# Statistics against reference values: each program lists itself here and below.
fixture = %D%/fixture.c %D%/fixture.h
stat_libs = libstat.a libbase.a $(unit_libs) $(JANSSON_LIBS) $(GSL_LIBS) \
  $(BASE_LIBS)

unit_programs = tests/unit/test_base tests/unit/test_crew \
  tests/unit/test_decimal tests/unit/test_fingerprint tests/unit/test_mem \
  tests/unit/test_progress tests/unit/test_words \
  tests/unit/test_ratio tests/unit/test_text tests/unit/test_utf8 \
  tests/unit/test_gzip \
  tests/unit/test_input tests/unit/test_opt tests/unit/test_output \
  tests/unit/test_spawn tests/unit/test_streams \
  tests/unit/test_trade tests/unit/test_period tests/unit/test_filter \
  tests/unit/test_place tests/unit/test_place_files \
  tests/unit/test_place_names tests/unit/test_place_groups \
  tests/unit/test_merge \
  tests/unit/test_emit tests/unit/test_markup tests/unit/test_print \
  tests/unit/test_table \
  tests/unit/test_figure tests/unit/test_figure_draw \
  tests/unit/test_figure_formats tests/unit/test_figure_gnuplot \
  tests/unit/test_figure_plan tests/unit/test_figure_refused
unit_programs += tests/unit/test_rows tests/unit/test_source
unit_programs += tests/unit/test_json tests/unit/test_money
unit_programs += tests/unit/test_deal_cells tests/unit/test_rows \
  tests/unit/test_source
unit_programs += tests/unit/test_mapping
unit_programs += tests/unit/test_pollock tests/unit/test_rejects \
  tests/unit/test_rows tests/unit/test_source
unit_programs += tests/unit/test_baci tests/unit/test_comtrade \
  tests/unit/test_comtrade_real tests/unit/test_hs
unit_programs += tests/unit/test_two_reports
unit_programs += tests/unit/test_deals tests/unit/test_deals_table \
  tests/unit/test_matrix tests/unit/test_series \
  tests/unit/test_series_divided tests/unit/test_series_real \
  tests/unit/test_series_sides
unit_programs += tests/unit/test_tables
unit_programs += tests/unit/test_bai_perron tests/unit/test_breaks \
  tests/unit/test_loess tests/unit/test_shifts tests/unit/test_smooth \
  tests/unit/test_volatility
unit_programs += tests/unit/test_rank_law
unit_programs += tests/unit/test_adjust \
  tests/unit/test_coefficient \
  tests/unit/test_correction \
  tests/unit/test_gravity \
  tests/unit/test_growth \
  tests/unit/test_kendall \
  tests/unit/test_ols \
  tests/unit/test_poisson \
  tests/unit/test_rank_agreement \
  tests/unit/test_regression \
  tests/unit/test_robust \
  tests/unit/test_sen
unit_programs += tests/unit/test_communities tests/unit/test_edges \
  tests/unit/test_graph
unit_programs += tests/unit/test_fraction tests/unit/test_market_share
unit_programs += tests/unit/test_two_column
check_PROGRAMS += $(unit_programs)
TESTS += $(unit_programs)

invented = %D%/invented.c %D%/invented.h $(fixture)
tests_unit_test_bai_perron_SOURCES = %D%/test_bai_perron.c $(invented)
tests_unit_test_bai_perron_CPPFLAGS = $(unit_cppflags)
tests_unit_test_bai_perron_LDADD = $(stat_libs)
tests_unit_test_breaks_SOURCES = %D%/test_breaks.c $(invented)
tests_unit_test_breaks_CPPFLAGS = $(unit_cppflags)
tests_unit_test_breaks_LDADD = $(stat_libs)
tests_unit_test_loess_SOURCES = %D%/test_loess.c $(invented)
tests_unit_test_loess_CPPFLAGS = $(unit_cppflags)
tests_unit_test_loess_LDADD = $(stat_libs)
tests_unit_test_shifts_SOURCES = %D%/test_shifts.c $(invented)
tests_unit_test_shifts_CPPFLAGS = $(unit_cppflags)
tests_unit_test_shifts_LDADD = $(stat_libs)
tests_unit_test_smooth_SOURCES = %D%/test_smooth.c $(invented)
tests_unit_test_smooth_CPPFLAGS = $(unit_cppflags)
tests_unit_test_smooth_LDADD = $(stat_libs)
tests_unit_test_volatility_SOURCES = %D%/test_volatility.c $(invented)
tests_unit_test_volatility_CPPFLAGS = $(unit_cppflags)
tests_unit_test_volatility_LDADD = $(stat_libs)
unit_programs += tests/unit/test_concentration
check_PROGRAMS += $(unit_programs)
TESTS += $(unit_programs)

tests_unit_test_concentration_SOURCES = %D%/test_concentration.c $(fixture)
tests_unit_test_concentration_CPPFLAGS = $(unit_cppflags) $(JANSSON_CFLAGS)
tests_unit_test_concentration_LDADD = $(stat_libs)
tests_unit_test_rank_law_SOURCES = %D%/test_rank_law.c $(fixture)
tests_unit_test_rank_law_CPPFLAGS = $(unit_cppflags) $(JANSSON_CFLAGS) \
  $(GSL_CFLAGS)
tests_unit_test_rank_law_LDADD = $(stat_libs)
unit_programs += tests/unit/test_price_index tests/unit/test_screens \
  tests/unit/test_survival
check_PROGRAMS += $(unit_programs)
TESTS += $(unit_programs)

tests_unit_test_price_index_SOURCES = %D%/test_price_index.c
tests_unit_test_price_index_CPPFLAGS = $(unit_cppflags)
tests_unit_test_price_index_LDADD = libtrade.a libbase.a $(unit_libs) \
  $(BASE_LIBS)

tests_unit_test_screens_SOURCES = %D%/test_screens.c $(fixture)
tests_unit_test_screens_CPPFLAGS = $(unit_cppflags) $(JANSSON_CFLAGS) \
  $(GSL_CFLAGS)
tests_unit_test_screens_LDADD = $(stat_libs)

tests_unit_test_survival_SOURCES = %D%/test_survival.c $(fixture)
tests_unit_test_survival_CPPFLAGS = $(unit_cppflags) $(JANSSON_CFLAGS) \
  $(GSL_CFLAGS)
tests_unit_test_survival_LDADD = $(stat_libs)

tests_unit_test_base_SOURCES = %D%/test_base.c
tests_unit_test_base_CPPFLAGS = $(unit_cppflags)
tests_unit_test_base_LDADD = libbase.a $(unit_libs) $(BASE_LIBS)

tests_unit_test_crew_SOURCES = %D%/test_crew.c
tests_unit_test_crew_CPPFLAGS = $(unit_cppflags)
tests_unit_test_crew_LDADD = libbase.a $(unit_libs) $(BASE_LIBS)

tests_unit_test_fingerprint_SOURCES = %D%/test_fingerprint.c \
  %D%/whole.c %D%/whole.h
tests_unit_test_fingerprint_CPPFLAGS = $(unit_cppflags)
tests_unit_test_fingerprint_LDADD = libbase.a $(unit_libs) $(BASE_LIBS)

tests_unit_test_mem_SOURCES = %D%/test_mem.c
tests_unit_test_mem_CPPFLAGS = $(unit_cppflags)
tests_unit_test_mem_LDADD = libbase.a $(unit_libs) $(BASE_LIBS)

tests_unit_test_progress_SOURCES = %D%/test_progress.c
tests_unit_test_progress_CPPFLAGS = $(unit_cppflags)
tests_unit_test_progress_LDADD = libbase.a $(unit_libs) $(BASE_LIBS)

tests_unit_test_rows_SOURCES = %D%/test_rows.c
tests_unit_test_rows_CPPFLAGS = $(unit_cppflags)
tests_unit_test_rows_LDADD = $(unit_libs) $(armstats_LDADD)

tests_unit_test_mapping_SOURCES = %D%/test_mapping.c
tests_unit_test_mapping_CPPFLAGS = $(unit_cppflags)
tests_unit_test_mapping_LDADD = $(unit_libs) $(armstats_LDADD)

tests_unit_test_words_SOURCES = %D%/test_words.c
tests_unit_test_words_CPPFLAGS = $(unit_cppflags)
tests_unit_test_words_LDADD = $(unit_libs) $(armstats_LDADD)

tests_unit_test_decimal_SOURCES = %D%/test_decimal.c
tests_unit_test_decimal_CPPFLAGS = $(unit_cppflags)
tests_unit_test_decimal_LDADD = libbase.a $(unit_libs) $(BASE_LIBS)

tests_unit_test_ratio_SOURCES = %D%/test_ratio.c
tests_unit_test_ratio_CPPFLAGS = $(unit_cppflags)
tests_unit_test_ratio_LDADD = libbase.a $(unit_libs) $(BASE_LIBS)

tests_unit_test_fraction_SOURCES = %D%/test_fraction.c
tests_unit_test_fraction_CPPFLAGS = $(unit_cppflags)
tests_unit_test_fraction_LDADD = libbase.a $(unit_libs) $(BASE_LIBS) -lm

tests_unit_test_market_share_SOURCES = %D%/test_market_share.c
tests_unit_test_market_share_CPPFLAGS = $(unit_cppflags)
tests_unit_test_market_share_LDADD = $(unit_libs) $(armstats_LDADD)

tests_unit_test_text_SOURCES = %D%/test_text.c
tests_unit_test_text_CPPFLAGS = $(unit_cppflags)
tests_unit_test_text_LDADD = libbase.a $(unit_libs) $(BASE_LIBS)

tests_unit_test_utf8_SOURCES = %D%/test_utf8.c
tests_unit_test_utf8_CPPFLAGS = $(unit_cppflags)
tests_unit_test_utf8_LDADD = libbase.a $(unit_libs) $(BASE_LIBS)

tests_unit_test_gzip_SOURCES = %D%/test_gzip.c %D%/whole.c %D%/whole.h
tests_unit_test_gzip_CPPFLAGS = $(unit_cppflags)
tests_unit_test_gzip_LDADD = libbase.a $(unit_libs) $(BASE_LIBS)

tests_unit_test_input_SOURCES = %D%/test_input.c %D%/whole.c %D%/whole.h
tests_unit_test_input_CPPFLAGS = $(unit_cppflags)
tests_unit_test_input_LDADD = libbase.a $(unit_libs) $(BASE_LIBS)

tests_unit_test_opt_SOURCES = %D%/test_opt.c
tests_unit_test_opt_CPPFLAGS = $(unit_cppflags)
tests_unit_test_opt_LDADD = libbase.a $(unit_libs) $(BASE_LIBS)

tests_unit_test_output_SOURCES = %D%/test_output.c
tests_unit_test_output_CPPFLAGS = $(unit_cppflags)
tests_unit_test_output_LDADD = libbase.a $(unit_libs) $(BASE_LIBS)

tests_unit_test_spawn_SOURCES = %D%/test_spawn.c
tests_unit_test_spawn_CPPFLAGS = $(unit_cppflags)
tests_unit_test_spawn_LDADD = libbase.a $(unit_libs) $(BASE_LIBS)

tests_unit_test_streams_SOURCES = %D%/test_streams.c
tests_unit_test_streams_CPPFLAGS = $(unit_cppflags)
tests_unit_test_streams_LDADD = libbase.a $(unit_libs) $(BASE_LIBS)

tests_unit_test_trade_SOURCES = %D%/test_trade.c
tests_unit_test_trade_CPPFLAGS = $(unit_cppflags)
tests_unit_test_trade_LDADD = libtrade.a libbase.a $(unit_libs) $(BASE_LIBS)

tests_unit_test_period_SOURCES = %D%/test_period.c
tests_unit_test_period_CPPFLAGS = $(unit_cppflags)
tests_unit_test_period_LDADD = libtrade.a libbase.a $(unit_libs) $(BASE_LIBS)

tests_unit_test_filter_SOURCES = %D%/test_filter.c
tests_unit_test_filter_CPPFLAGS = $(unit_cppflags)
tests_unit_test_filter_LDADD = libtrade.a libbase.a $(unit_libs) $(BASE_LIBS)

tests_unit_test_place_SOURCES = %D%/test_place.c
tests_unit_test_place_CPPFLAGS = $(unit_cppflags)
tests_unit_test_place_LDADD = libtrade.a libbase.a $(unit_libs) $(BASE_LIBS)

tests_unit_test_place_files_SOURCES = %D%/test_place_files.c %D%/whole.c \
  %D%/whole.h
tests_unit_test_place_files_CPPFLAGS = $(unit_cppflags)
tests_unit_test_place_files_LDADD = libtrade.a libbase.a $(unit_libs) \
  $(BASE_LIBS)

tests_unit_test_place_names_SOURCES = %D%/test_place_names.c %D%/whole.c \
  %D%/whole.h
tests_unit_test_place_names_CPPFLAGS = $(unit_cppflags)
tests_unit_test_place_names_LDADD = libtrade.a libbase.a $(unit_libs) \
  $(BASE_LIBS)

tests_unit_test_place_groups_SOURCES = %D%/test_place_groups.c
tests_unit_test_place_groups_CPPFLAGS = $(unit_cppflags)
tests_unit_test_place_groups_LDADD = libtrade.a libbase.a $(unit_libs) \
  $(BASE_LIBS)

tests_unit_test_merge_SOURCES = %D%/test_merge.c
tests_unit_test_merge_CPPFLAGS = $(unit_cppflags)
tests_unit_test_merge_LDADD = libtrade.a libbase.a $(unit_libs) \
  $(BASE_LIBS)

networks = %D%/networks.c %D%/networks.h
tests_unit_test_communities_SOURCES = %D%/test_communities.c $(fixture) \
  $(networks)
tests_unit_test_communities_CPPFLAGS = $(unit_cppflags) $(JANSSON_CFLAGS) \
  $(GSL_CFLAGS)
tests_unit_test_communities_LDADD = $(stat_libs)

tests_unit_test_graph_SOURCES = %D%/test_graph.c $(fixture) $(networks)
tests_unit_test_graph_CPPFLAGS = $(unit_cppflags) $(JANSSON_CFLAGS) \
  $(GSL_CFLAGS)
tests_unit_test_graph_LDADD = $(stat_libs)

csv_programs = tests/unit/test_csv tests/unit/test_csv_batch \
  tests/unit/test_csv_corpus tests/unit/test_csv_cpu \
  tests/unit/test_csv_dialect tests/unit/test_csv_encoding \
  tests/unit/test_csv_head tests/unit/test_csv_lanes \
  tests/unit/test_csv_lanes_files \
  tests/unit/test_csv_model tests/unit/test_csv_peek \
  tests/unit/test_csv_suites tests/unit/test_csv_text
check_PROGRAMS += $(csv_programs)
TESTS += $(csv_programs)
csv_dump = %D%/csv_dump.c %D%/csv_dump.h
csv_decode = %D%/csv_decode.c %D%/csv_decode.h
csv_libs = libreader.a libbase.a $(unit_libs) $(CSV_LIBS) $(BASE_LIBS)

tests_unit_test_csv_SOURCES = %D%/test_csv.c $(csv_dump)
tests_unit_test_csv_CPPFLAGS = $(unit_cppflags)
tests_unit_test_csv_LDADD = $(csv_libs)

tests_unit_test_csv_batch_SOURCES = %D%/test_csv_batch.c $(csv_dump)
tests_unit_test_csv_batch_CPPFLAGS = $(unit_cppflags)
tests_unit_test_csv_batch_LDADD = $(csv_libs)

tests_unit_test_csv_corpus_SOURCES = %D%/test_csv_corpus.c $(csv_dump)
tests_unit_test_csv_corpus_CPPFLAGS = $(unit_cppflags)
tests_unit_test_csv_corpus_LDADD = $(csv_libs)

tests_unit_test_csv_cpu_SOURCES = %D%/test_csv_cpu.c
tests_unit_test_csv_cpu_CPPFLAGS = $(unit_cppflags)
tests_unit_test_csv_cpu_LDADD = $(csv_libs)

tests_unit_test_csv_dialect_SOURCES = %D%/test_csv_dialect.c
tests_unit_test_csv_dialect_CPPFLAGS = $(unit_cppflags)
tests_unit_test_csv_dialect_LDADD = $(csv_libs)

tests_unit_test_csv_encoding_SOURCES = %D%/test_csv_encoding.c $(csv_decode)
tests_unit_test_csv_encoding_CPPFLAGS = $(unit_cppflags)
tests_unit_test_csv_encoding_LDADD = $(csv_libs)

tests_unit_test_csv_head_SOURCES = %D%/test_csv_head.c
tests_unit_test_csv_head_CPPFLAGS = $(unit_cppflags)
tests_unit_test_csv_head_LDADD = $(csv_libs)

csv_subject = %D%/csv_subject.c %D%/csv_subject.h $(csv_dump)
tests_unit_test_csv_lanes_SOURCES = %D%/test_csv_lanes.c $(csv_subject)
tests_unit_test_csv_lanes_CPPFLAGS = $(unit_cppflags)
tests_unit_test_csv_lanes_LDADD = $(csv_libs)

tests_unit_test_csv_lanes_files_SOURCES = %D%/test_csv_lanes_files.c \
  $(csv_subject)
tests_unit_test_csv_lanes_files_CPPFLAGS = $(unit_cppflags)
tests_unit_test_csv_lanes_files_LDADD = $(csv_libs)

tests_unit_test_csv_model_SOURCES = %D%/test_csv_model.c $(csv_dump)
tests_unit_test_csv_model_CPPFLAGS = $(unit_cppflags)
tests_unit_test_csv_model_LDADD = $(csv_libs)

tests_unit_test_csv_peek_SOURCES = %D%/test_csv_peek.c $(csv_decode)
tests_unit_test_csv_peek_CPPFLAGS = $(unit_cppflags)
tests_unit_test_csv_peek_LDADD = $(csv_libs)

tests_unit_test_csv_suites_SOURCES = %D%/test_csv_suites.c $(csv_dump)
tests_unit_test_csv_suites_CPPFLAGS = $(unit_cppflags)
tests_unit_test_csv_suites_LDADD = $(csv_libs) $(JANSSON_LIBS)

tests_unit_test_csv_text_SOURCES = %D%/test_csv_text.c $(csv_decode)
tests_unit_test_csv_text_CPPFLAGS = $(unit_cppflags)
tests_unit_test_csv_text_LDADD = $(csv_libs)

figure_cases = %D%/figure_cases.c %D%/figure_cases.h %D%/figure_svg.c \
  %D%/figure_svg.h
figure_libs = libfigure.a liboutput.a libresult.a libbase.a $(unit_libs) \
  $(BASE_LIBS) -lm

tests_unit_test_figure_SOURCES = %D%/test_figure.c $(figure_cases)
tests_unit_test_figure_CPPFLAGS = $(unit_cppflags)
tests_unit_test_figure_LDADD = $(figure_libs)

tests_unit_test_figure_draw_SOURCES = %D%/test_figure_draw.c $(figure_cases)
tests_unit_test_figure_draw_CPPFLAGS = $(unit_cppflags)
tests_unit_test_figure_draw_LDADD = $(figure_libs)

tests_unit_test_figure_formats_SOURCES = %D%/test_figure_formats.c \
  $(figure_cases)
tests_unit_test_figure_formats_CPPFLAGS = $(unit_cppflags)
tests_unit_test_figure_formats_LDADD = $(figure_libs)

tests_unit_test_figure_gnuplot_SOURCES = %D%/test_figure_gnuplot.c \
  $(figure_cases)
tests_unit_test_figure_gnuplot_CPPFLAGS = $(unit_cppflags)
tests_unit_test_figure_gnuplot_LDADD = $(figure_libs)

tests_unit_test_figure_plan_SOURCES = %D%/test_figure_plan.c $(figure_cases)
tests_unit_test_figure_plan_CPPFLAGS = $(unit_cppflags)
tests_unit_test_figure_plan_LDADD = $(figure_libs)

tests_unit_test_figure_refused_SOURCES = %D%/test_figure_refused.c \
  $(figure_cases)
tests_unit_test_figure_refused_CPPFLAGS = $(unit_cppflags)
tests_unit_test_figure_refused_LDADD = $(figure_libs)
source_libs = libsource.a libtrade.a libreader.a libbase.a $(unit_libs) \
  $(JANSSON_LIBS) $(CSV_LIBS) $(BASE_LIBS)
told = %D%/told.c %D%/told.h

tests_unit_test_baci_SOURCES = %D%/test_baci.c $(told)
tests_unit_test_baci_CPPFLAGS = $(unit_cppflags)
tests_unit_test_baci_LDADD = $(source_libs)

tests_unit_test_comtrade_SOURCES = %D%/test_comtrade.c $(told)
tests_unit_test_comtrade_CPPFLAGS = $(unit_cppflags)
tests_unit_test_comtrade_LDADD = $(source_libs)

tests_unit_test_comtrade_real_SOURCES = %D%/test_comtrade_real.c $(told)
tests_unit_test_comtrade_real_CPPFLAGS = $(unit_cppflags)
tests_unit_test_comtrade_real_LDADD = $(source_libs)

tests_unit_test_json_SOURCES = %D%/test_json.c $(told)
tests_unit_test_json_CPPFLAGS = $(unit_cppflags)
tests_unit_test_json_LDADD = $(source_libs)

tests_unit_test_money_SOURCES = %D%/test_money.c
tests_unit_test_money_CPPFLAGS = $(unit_cppflags)
tests_unit_test_money_LDADD = $(source_libs)
tests_unit_test_two_column_SOURCES = %D%/test_two_column.c $(told) \
  %D%/scratch.c %D%/scratch.h
tests_unit_test_two_column_CPPFLAGS = $(unit_cppflags)
tests_unit_test_two_column_LDADD = $(source_libs)

tests_unit_test_two_reports_SOURCES = %D%/test_two_reports.c $(told)
tests_unit_test_two_reports_CPPFLAGS = $(unit_cppflags)
tests_unit_test_two_reports_LDADD = $(source_libs)

tests_unit_test_hs_SOURCES = %D%/test_hs.c
tests_unit_test_hs_CPPFLAGS = $(unit_cppflags)
tests_unit_test_hs_LDADD = libtrade.a libbase.a $(unit_libs) $(BASE_LIBS)

tests_unit_test_deal_cells_SOURCES = %D%/test_deal_cells.c
tests_unit_test_deal_cells_CPPFLAGS = $(unit_cppflags)
tests_unit_test_deal_cells_LDADD = $(source_libs)
tests_unit_test_tables_SOURCES = %D%/test_tables.c
tests_unit_test_tables_CPPFLAGS = $(unit_cppflags)
tests_unit_test_tables_LDADD = $(unit_libs) $(armstats_LDADD)
tests_unit_test_pollock_SOURCES = %D%/test_pollock.c
tests_unit_test_pollock_CPPFLAGS = $(unit_cppflags)
tests_unit_test_pollock_LDADD = $(source_libs)

tests_unit_test_rejects_SOURCES = %D%/test_rejects.c
tests_unit_test_rejects_CPPFLAGS = $(unit_cppflags)
tests_unit_test_rejects_LDADD = $(source_libs)

tests_unit_test_source_SOURCES = %D%/test_source.c
tests_unit_test_source_CPPFLAGS = $(unit_cppflags)
tests_unit_test_source_LDADD = libsource.a libtrade.a libreader.a libbase.a \
  $(unit_libs) $(JANSSON_LIBS) $(CSV_LIBS) $(BASE_LIBS)

output_libs = liboutput.a libresult.a libbase.a $(unit_libs) $(BASE_LIBS)
output_helpers = %D%/emitted.c %D%/emitted.h %D%/views.c %D%/views.h \
  %D%/views_factsheet.c %D%/views_partners.c %D%/views_rank.c \
  %D%/views_trend.c %D%/views_verify.c
EXTRA_DIST += %D%/drawn/factsheet.txt %D%/drawn/partners.txt \
  %D%/drawn/rank.txt %D%/drawn/rank-2023.txt %D%/drawn/trend.txt \
  %D%/drawn/verify.txt

tests_unit_test_print_SOURCES = %D%/test_print.c
tests_unit_test_print_CPPFLAGS = $(unit_cppflags)
tests_unit_test_print_LDADD = $(output_libs)

tests_unit_test_table_SOURCES = %D%/test_table.c $(output_helpers)
tests_unit_test_table_CPPFLAGS = $(unit_cppflags)
tests_unit_test_table_LDADD = $(output_libs)

tests_unit_test_emit_SOURCES = %D%/test_emit.c %D%/hostile.c %D%/hostile.h \
  %D%/strict.c %D%/strict.h $(output_helpers)
tests_unit_test_emit_CPPFLAGS = $(unit_cppflags)
tests_unit_test_emit_LDADD = $(output_libs) $(JANSSON_LIBS)

tests_unit_test_edges_SOURCES = %D%/test_edges.c %D%/hostile.c \
  %D%/hostile.h %D%/xml_reader.c %D%/xml_reader.h $(output_helpers)
tests_unit_test_edges_CPPFLAGS = $(unit_cppflags)
tests_unit_test_edges_LDADD = $(output_libs)

tests_unit_test_markup_SOURCES = %D%/test_markup.c %D%/hostile.c \
  %D%/hostile.h $(output_helpers)
tests_unit_test_markup_CPPFLAGS = $(unit_cppflags)
tests_unit_test_markup_LDADD = $(output_libs)

# Statistics of one series.
annual_fixture = %D%/annual_fixture.c %D%/annual_fixture.h $(fixture)
stat_cppflags = $(unit_cppflags) $(JANSSON_CFLAGS) $(GSL_CFLAGS)

tests_unit_test_adjust_SOURCES = %D%/test_adjust.c $(annual_fixture)
tests_unit_test_adjust_CPPFLAGS = $(stat_cppflags)
tests_unit_test_adjust_LDADD = $(stat_libs)

tests_unit_test_coefficient_SOURCES = %D%/test_coefficient.c $(annual_fixture)
tests_unit_test_coefficient_CPPFLAGS = $(stat_cppflags)
tests_unit_test_coefficient_LDADD = $(stat_libs)

tests_unit_test_correction_SOURCES = %D%/test_correction.c $(annual_fixture)
tests_unit_test_correction_CPPFLAGS = $(stat_cppflags)
tests_unit_test_correction_LDADD = $(stat_libs)

tests_unit_test_gravity_SOURCES = %D%/test_gravity.c $(fixture)
tests_unit_test_gravity_CPPFLAGS = $(stat_cppflags)
tests_unit_test_gravity_LDADD = $(stat_libs)

tests_unit_test_growth_SOURCES = %D%/test_growth.c $(annual_fixture)
tests_unit_test_growth_CPPFLAGS = $(stat_cppflags)
tests_unit_test_growth_LDADD = $(stat_libs)

tests_unit_test_kendall_SOURCES = %D%/test_kendall.c $(annual_fixture)
tests_unit_test_kendall_CPPFLAGS = $(stat_cppflags)
tests_unit_test_kendall_LDADD = $(stat_libs)

tests_unit_test_ols_SOURCES = %D%/test_ols.c $(annual_fixture)
tests_unit_test_ols_CPPFLAGS = $(stat_cppflags)
tests_unit_test_ols_LDADD = $(stat_libs)

tests_unit_test_poisson_SOURCES = %D%/test_poisson.c $(annual_fixture)
tests_unit_test_poisson_CPPFLAGS = $(stat_cppflags)
tests_unit_test_poisson_LDADD = $(stat_libs)

tests_unit_test_rank_agreement_SOURCES = %D%/test_rank_agreement.c $(annual_fixture)
tests_unit_test_rank_agreement_CPPFLAGS = $(stat_cppflags)
tests_unit_test_rank_agreement_LDADD = $(stat_libs)

tests_unit_test_regression_SOURCES = %D%/test_regression.c $(annual_fixture)
tests_unit_test_regression_CPPFLAGS = $(stat_cppflags)
tests_unit_test_regression_LDADD = $(stat_libs)

tests_unit_test_robust_SOURCES = %D%/test_robust.c $(annual_fixture)
tests_unit_test_robust_CPPFLAGS = $(stat_cppflags)
tests_unit_test_robust_LDADD = $(stat_libs)

tests_unit_test_sen_SOURCES = %D%/test_sen.c $(annual_fixture)
tests_unit_test_sen_CPPFLAGS = $(stat_cppflags)
tests_unit_test_sen_LDADD = $(stat_libs)

# What is asked of a study at a desk, printed.
at_desk = %D%/desk.c %D%/desk.h %D%/desk_answer.c
at_desk_libs = liboutput.a libanalysis.a libsource.a libresult.a libtrade.a \
  libreader.a libbase.a $(unit_libs) $(ROOM_LIBS)

tests_unit_test_deals_SOURCES = %D%/test_deals.c $(at_desk) \
  %D%/orders_desk.c %D%/orders_desk.h
tests_unit_test_deals_CPPFLAGS = $(unit_cppflags)
tests_unit_test_deals_LDADD = $(at_desk_libs)

tests_unit_test_deals_table_SOURCES = %D%/test_deals_table.c $(at_desk) \
  %D%/orders_desk.c %D%/orders_desk.h
tests_unit_test_deals_table_CPPFLAGS = $(unit_cppflags)
tests_unit_test_deals_table_LDADD = $(at_desk_libs)

tests_unit_test_matrix_SOURCES = %D%/test_matrix.c $(at_desk)
tests_unit_test_matrix_CPPFLAGS = $(unit_cppflags)
tests_unit_test_matrix_LDADD = $(at_desk_libs)

tests_unit_test_series_SOURCES = %D%/test_series.c $(at_desk) \
  %D%/series_desk.c %D%/series_desk.h
tests_unit_test_series_CPPFLAGS = $(unit_cppflags)
tests_unit_test_series_LDADD = $(at_desk_libs)

tests_unit_test_series_divided_SOURCES = %D%/test_series_divided.c $(at_desk) \
  %D%/series_desk.c %D%/series_desk.h
tests_unit_test_series_divided_CPPFLAGS = $(unit_cppflags)
tests_unit_test_series_divided_LDADD = $(at_desk_libs)

tests_unit_test_series_real_SOURCES = %D%/test_series_real.c $(at_desk)
tests_unit_test_series_real_CPPFLAGS = $(unit_cppflags)
tests_unit_test_series_real_LDADD = $(at_desk_libs)

tests_unit_test_series_sides_SOURCES = %D%/test_series_sides.c $(at_desk) \
  %D%/series_desk.c %D%/series_desk.h
tests_unit_test_series_sides_CPPFLAGS = $(unit_cppflags)
tests_unit_test_series_sides_LDADD = $(at_desk_libs)

analysis_programs = tests/unit/test_analysis tests/unit/test_analysis_real \
  tests/unit/test_partners tests/unit/test_published
check_PROGRAMS += $(analysis_programs)
TESTS += $(analysis_programs)

tests_unit_test_analysis_SOURCES = %D%/test_analysis.c $(at_desk)
tests_unit_test_analysis_CPPFLAGS = $(unit_cppflags)
tests_unit_test_analysis_LDADD = $(at_desk_libs)

tests_unit_test_analysis_real_SOURCES = %D%/test_analysis_real.c $(at_desk)
tests_unit_test_analysis_real_CPPFLAGS = $(unit_cppflags)
tests_unit_test_analysis_real_LDADD = $(at_desk_libs)

tests_unit_test_partners_SOURCES = %D%/test_partners.c $(at_desk)
tests_unit_test_partners_CPPFLAGS = $(unit_cppflags)
tests_unit_test_partners_LDADD = $(at_desk_libs)

tests_unit_test_published_SOURCES = %D%/test_published.c $(at_desk)
tests_unit_test_published_CPPFLAGS = $(unit_cppflags)
tests_unit_test_published_LDADD = $(at_desk_libs)
endif

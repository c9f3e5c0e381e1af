# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libsource.a
libsource_a_SOURCES = \
  %D%/aggregates.c %D%/aggregates.h \
  %D%/baci.c \
  %D%/cell_amount.c %D%/cell_amount.h \
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
  %D%/country_rows.c %D%/country_rows.h \
  %D%/country_series.c %D%/country_series.h \
  %D%/date.c %D%/date.h \
  %D%/deal_cells.c %D%/deal_cells.h \
  %D%/deal_pieces.c %D%/deal_pieces.h \
  %D%/deal_row.c %D%/deal_row.h \
  %D%/deal_rows.c %D%/deal_rows.h \
  %D%/deal_table.c %D%/deal_table.h \
  %D%/descriptor.c %D%/descriptor.h \
  %D%/detect.c %D%/detect.h \
  %D%/dutch_licences.c \
  %D%/eu_licences.c \
  %D%/json_records.c %D%/json_records.h \
  %D%/json_scan.c %D%/json_scan.h \
  %D%/json_shape.c %D%/json_shape.h \
  %D%/json_table.c %D%/json_table.h \
  %D%/header.c %D%/header.h \
  %D%/layouts.h \
  %D%/licences.c \
  %D%/map_entry.c %D%/map_entry.h \
  %D%/map_key.c \
  %D%/map_part.c \
  %D%/map_scan.h \
  %D%/mapped.c %D%/mapped.h \
  %D%/mapped_bind.c \
  %D%/mapped_find.c \
  %D%/mapped_wide.c \
  %D%/mapping.c %D%/mapping.h \
  %D%/mapping_print.c \
  %D%/memo.c %D%/memo.h \
  %D%/indicator.c %D%/indicator.h \
  %D%/owid.c \
  %D%/number.c %D%/number.h \
  %D%/propose.c %D%/propose.h \
  %D%/propose_amount.c \
  %D%/propose_column.c %D%/propose_column.h \
  %D%/propose_search.h \
  %D%/propose_table.c %D%/propose_table.h \
  %D%/propose_words.c %D%/propose_words.h \
  %D%/quantity.c \
  %D%/reading.c %D%/reading.h \
  %D%/records.c %D%/records.h \
  %D%/registry.c \
  %D%/reports.c \
  %D%/reject_runs.c %D%/reject_runs.h \
  %D%/rejects.c %D%/rejects.h \
  %D%/row_batch.c \
  %D%/row_columns.c \
  %D%/row_crew.c \
  %D%/row_flow.c \
  %D%/rows.c %D%/rows.h \
  %D%/settle.c \
  %D%/rtf.c %D%/rtf.h \
  %D%/rtf_control.c \
  %D%/rtf_text.c %D%/rtf_text.h \
  %D%/sipri_deals.c \
  %D%/sipri_deals_2013.c \
  %D%/sipri_preamble.c %D%/sipri_preamble.h \
  %D%/sipri_legacy_deals.c \
  %D%/sipri_milex.c \
  %D%/sipri_regional.c \
  %D%/sipri_register.c \
  %D%/sipri_register_rtf.c \
  %D%/sipri_register_text.c \
  %D%/sipri_sellers.c \
  %D%/sipri_tiv_table.c \
  %D%/source.h \
  %D%/tally.c %D%/tally.h \
  %D%/tidy.c \
  %D%/title.c %D%/title.h \
  %D%/tiv_direction.c %D%/tiv_direction.h \
  %D%/two_column.c %D%/two_column.h \
  %D%/two_column_rows.c \
  %D%/two_column_words.c \
  %D%/uk_licences.c \
  %D%/unread.c \
  %D%/us_totals.c \
  %D%/unroca.c %D%/unroca.h \
  %D%/unroca_rows.c \
  %D%/unroca_words.c \
  %D%/wide.c %D%/wide.h \
  %D%/world_bank.c %D%/world_bank.h \
  %D%/world_bank_long.c

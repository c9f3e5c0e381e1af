# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libtrade.a
libtrade_a_SOURCES = \
  %D%/cube.c %D%/cube.h \
  %D%/cube_cells.h %D%/cube_columns.c \
  %D%/deal_years.c %D%/deal_years.h \
  %D%/deals.c %D%/deals.h \
  %D%/filter.c %D%/filter.h \
  %D%/filter_judge.c \
  %D%/flow.c %D%/flow.h \
  %D%/hs.c %D%/hs.h \
  %D%/list.h \
  %D%/names.c %D%/names.h \
  %D%/period.c %D%/period.h \
  %D%/category.c %D%/category.h \
  %D%/list_file.c %D%/list_file.h \
  %D%/merge.c %D%/merge.h \
  %D%/place.c %D%/place.h \
  %D%/place_group.c %D%/place_group.h \
  %D%/place_group_table.h \
  %D%/place_lookup.c \
  %D%/place_set.c %D%/place_set.h \
  %D%/place_system.c \
  %D%/place_table.h \
  %D%/price_index.c %D%/price_index.h \
  %D%/quantity.c %D%/quantity.h \
  %D%/recode.c %D%/recode.h \
  %D%/scope.h \
  %D%/succession.c %D%/succession.h \
  %D%/unit.c %D%/unit.h \
  %D%/year_series.h \
  %D%/year_set.h
nodist_libtrade_a_SOURCES = %D%/place_group_table.c %D%/place_table.c

# The tables of places and of groups are built, never committed. The C locale:
# the scripts order by bytes.
tables_awk = LC_ALL=C $(AWK) -f $(srcdir)/scripts/tables.awk
place_data = datasets/places.csv datasets/place-codes.csv \
  datasets/place-numbers.csv datasets/place-systems.csv \
  datasets/successors.csv
group_data = datasets/groups.csv datasets/group-members.csv
BUILT_SOURCES += %D%/place_group_table.c %D%/place_table.c
CLEANFILES += %D%/place_group_table.c %D%/place_group_table.c.tmp \
  %D%/place_table.c %D%/place_table.c.tmp
%D%/place_table.c: $(place_data) scripts/tables.awk scripts/places-table.awk
	$(AM_V_GEN)$(MKDIR_P) %D% && \
	  $(tables_awk) -f $(srcdir)/scripts/places-table.awk \
	  $(srcdir)/datasets/places.csv $(srcdir)/datasets/place-codes.csv \
	  $(srcdir)/datasets/place-numbers.csv \
	  $(srcdir)/datasets/place-systems.csv \
	  $(srcdir)/datasets/successors.csv > $@.tmp && mv $@.tmp $@
%D%/place_group_table.c: datasets/places.csv $(group_data) \
  scripts/tables.awk scripts/groups-table.awk
	$(AM_V_GEN)$(MKDIR_P) %D% && \
	  $(tables_awk) -f $(srcdir)/scripts/groups-table.awk \
	  $(srcdir)/datasets/places.csv $(srcdir)/datasets/groups.csv \
	  $(srcdir)/datasets/group-members.csv > $@.tmp && mv $@.tmp $@
EXTRA_DIST += $(place_data) $(group_data) scripts/tables.awk \
  scripts/places-table.awk scripts/groups-table.awk

# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libtrade.a
libtrade_a_SOURCES = \
  %D%/cube.c %D%/cube.h \
  %D%/cube_cells.h %D%/cube_columns.c \
  %D%/deal_years.c %D%/deal_years.h \
  %D%/deals.c %D%/deals.h \
  %D%/filter.c %D%/filter.h \
  %D%/flow.c %D%/flow.h \
  %D%/hs.c %D%/hs.h \
  %D%/list.h \
  %D%/names.c %D%/names.h \
  %D%/period.c %D%/period.h \
  %D%/place.c %D%/place.h \
  %D%/place_lookup.c \
  %D%/place_set.c \
  %D%/place_table.h \
  %D%/quantity.c %D%/quantity.h \
  %D%/scope.h \
  %D%/unit.c %D%/unit.h
nodist_libtrade_a_SOURCES = %D%/place_table.c

# The table of places is built, never committed. The C locale: the script
# orders by bytes.
place_data = datasets/places.csv datasets/place-codes.csv \
  datasets/place-numbers.csv
BUILT_SOURCES += %D%/place_table.c
CLEANFILES += %D%/place_table.c %D%/place_table.c.tmp
%D%/place_table.c: $(place_data) scripts/places-table.awk
	$(AM_V_GEN)$(MKDIR_P) %D% && \
	  LC_ALL=C $(AWK) -f $(srcdir)/scripts/places-table.awk \
	  $(srcdir)/datasets/places.csv $(srcdir)/datasets/place-codes.csv \
	  $(srcdir)/datasets/place-numbers.csv > $@.tmp && mv $@.tmp $@
EXTRA_DIST += $(place_data) scripts/places-table.awk

# SPDX-License-Identifier: GPL-3.0-or-later
bin_PROGRAMS += armstats

armstats_SOURCES = %D%/main.c

# From the top of the house to the ground.
armstats_LDADD = libcmd.a libfigure.a liboutput.a libanalysis.a libsource.a \
  libresult.a libstat.a libtrade.a libreader.a libbase.a $(ROOM_LIBS)

# What the rooms need from outside.
BASE_LIBS = $(NETTLE_LIBS) $(ZLIB_LIBS) $(UTF8PROC_LIBS)
ROOM_LIBS = $(JANSSON_LIBS) $(GSL_LIBS) $(CSV_LIBS) $(BASE_LIBS)

include %D%/base/local.mk
include %D%/csv/local.mk
include %D%/trade/local.mk
include %D%/stat/local.mk
include %D%/result/local.mk
include %D%/source/local.mk
include %D%/analysis/local.mk
include %D%/output/local.mk
include %D%/figure/local.mk
include %D%/cmd/local.mk

# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libstat.a
libstat_a_SOURCES = \
  %D%/betweenness.c %D%/betweenness.h \
  %D%/communities.c %D%/communities.h \
  %D%/components.c %D%/components.h \
  %D%/disparity.c %D%/disparity.h \
  %D%/estimate.h \
  %D%/graph.c %D%/graph.h \
  %D%/gsl.c %D%/gsl.h \
  %D%/hits.c %D%/hits.h \
  %D%/k_core.c %D%/k_core.h \
  %D%/louvain.c %D%/louvain.h \
  %D%/pagerank.c %D%/pagerank.h

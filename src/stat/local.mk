# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libstat.a
libstat_a_SOURCES = \
  %D%/adjust.c %D%/adjust.h \
  %D%/annual.c %D%/annual.h \
  %D%/autocorrelation.c %D%/autocorrelation.h \
  %D%/bai_interval.c %D%/bai_interval.h \
  %D%/bai_perron.c %D%/bai_perron.h \
  %D%/benford.c %D%/benford.h \
  %D%/bisquare.c %D%/bisquare.h \
  %D%/chow.c %D%/chow.h \
  %D%/coefficient.c %D%/coefficient.h \
  %D%/correction.c %D%/correction.h \
  %D%/cusum.c %D%/cusum.h \
  %D%/design.c %D%/design.h \
  %D%/estimate.h \
  %D%/growth.c %D%/growth.h \
  %D%/gsl.c %D%/gsl.h \
  %D%/hp.c %D%/hp.h \
  %D%/interval.h \
  %D%/irls.c %D%/irls.h \
  %D%/kendall.c %D%/kendall.h \
  %D%/list_overlap.c %D%/list_overlap.h \
  %D%/loess.c %D%/loess.h \
  %D%/lowess.c %D%/lowess.h \
  %D%/ols.c %D%/ols.h \
  %D%/partition.c %D%/partition.h \
  %D%/pettitt.c %D%/pettitt.h \
  %D%/poisson.c %D%/poisson.h \
  %D%/poisson_errors.c \
  %D%/poisson_trend.c \
  %D%/quantile.c %D%/quantile.h \
  %D%/rank_correlation.c %D%/rank_correlation.h \
  %D%/rank_draws.c %D%/rank_draws.h \
  %D%/rank_law.c %D%/rank_law.h \
  %D%/regression.c %D%/regression.h \
  %D%/robust.c %D%/robust.h \
  %D%/sandwich.c %D%/sandwich.h \
  %D%/segment.c %D%/segment.h \
  %D%/sen.c %D%/sen.h \
  %D%/separation.c %D%/separation.h \
  %D%/smooth.c %D%/smooth.h \
  %D%/sup_f.c %D%/sup_f.h \
  %D%/volatility.c %D%/volatility.h \
  %D%/concentration.c %D%/concentration.h \
  %D%/decomposition.c %D%/decomposition.h \
  %D%/inequality.c %D%/inequality.h \
  %D%/sum.h \
  %D%/units.c %D%/units.h \
  %D%/betweenness.c %D%/betweenness.h \
  %D%/communities.c %D%/communities.h \
  %D%/components.c %D%/components.h \
  %D%/disparity.c %D%/disparity.h \
  %D%/graph.c %D%/graph.h \
  %D%/hits.c %D%/hits.h \
  %D%/k_core.c %D%/k_core.h \
  %D%/louvain.c %D%/louvain.h \
  %D%/pagerank.c %D%/pagerank.h \
  %D%/hampel.c %D%/hampel.h \
  %D%/log_rank.c %D%/log_rank.h \
  %D%/sign_test.c %D%/sign_test.h \
  %D%/survival.c %D%/survival.h

# SPDX-License-Identifier: GPL-3.0-or-later
plotsdir = $(pkgdatadir)/plots
dist_plots_DATA = \
  %D%/ranking.gp \
  %D%/series.gp \
  %D%/style.gp

# SPDX-License-Identifier: GPL-3.0-or-later
dist_man_MANS += %D%/armstats.1

bashcompdir = $(datadir)/bash-completion/completions
dist_bashcomp_DATA = %D%/armstats.bash

# With their folders, so that their links hold.
nobase_dist_doc_DATA = README.md HACKING.md SECURITY.md COPYING \
  datasets/README.md \
  %D%/benchmarks.md \
  %D%/columns.md \
  %D%/cookbook.md \
  %D%/figure-ranking.svg \
  %D%/formats/README.md \
  %D%/formats/baci.md \
  %D%/formats/comtrade.md \
  %D%/formats/sipri-deals.md \
  %D%/formats/sipri-deals-2013.md \
  %D%/formats/dutch-licences.md \
  %D%/formats/eu-licences.md \
  %D%/formats/json.md \
  %D%/formats/sipri-legacy-deals.md \
  %D%/formats/our-world-in-data.md \
  %D%/formats/sipri-milex.md \
  %D%/formats/sipri-regional.md \
  %D%/formats/mapping.md \
  %D%/formats/dialects.md \
  %D%/formats/sipri-register.md \
  %D%/formats/sipri-register-text.md \
  %D%/formats/sipri-sellers.md \
  %D%/formats/sipri-tiv-table.md \
  %D%/formats/tidy.md \
  %D%/formats/two-column.md \
  %D%/formats/uk-licences.md \
  %D%/formats/unread.md \
  %D%/formats/us-totals.md \
  %D%/formats/unroca.md \
  %D%/formats/world-bank.md \
  %D%/methods/README.md \
  %D%/methods/breaks.md \
  %D%/methods/first-digits.md \
  %D%/methods/smoothing.md \
  %D%/methods/volatility.md \
  %D%/methods/concentration.md \
  %D%/methods/growth.md \
  %D%/methods/rank-agreement.md \
  %D%/methods/regression.md \
  %D%/methods/trend-tests.md \
  %D%/methods/network.md \
  %D%/methods/compare.md \
  %D%/methods/ranking.md \
  %D%/methods/trend.md \
  %D%/methods/deflators.md \
  %D%/methods/lags.md \
  %D%/methods/screens.md \
  %D%/places.md

# SPDX-License-Identifier: GPL-3.0-or-later
sipri2024dir = $(pkgdatadir)/datasets/sipri-2024
dist_sipri2024_DATA = \
  %D%/sipri-2024/datapackage.json \
  %D%/sipri-2024/south-korea-poland-deals.csv \
  %D%/sipri-2024/south-korea-recipients.csv \
  %D%/sipri-2024/suppliers.csv

sipri2023dir = $(pkgdatadir)/datasets/sipri-2023
dist_sipri2023_DATA = \
  %D%/sipri-2023/datapackage.json \
  %D%/sipri-2023/suppliers.csv

EXTRA_DIST += %D%/README.md

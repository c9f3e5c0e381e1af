/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every layout by name; each is defined in the file of that name. */
#ifndef SOURCE_LAYOUTS_H
#define SOURCE_LAYOUTS_H

#include "source/source.h"

extern const struct source source_baci;
extern const struct source source_comtrade;
extern const struct source source_comtrade_plus;
extern const struct source source_sipri_deals;
extern const struct source source_sipri_deals_2013;
extern const struct source source_dutch_licences;
extern const struct source source_eu_licences;
extern const struct source source_sipri_legacy_deals;
extern const struct source source_owid;
extern const struct source source_sipri_milex;
extern const struct source source_sipri_regional;
extern const struct source source_sipri_register;
extern const struct source source_sipri_register_rtf;
extern const struct source source_sipri_register_text;
extern const struct source source_sipri_sellers;
extern const struct source source_sipri_tiv_table;
extern const struct source source_tidy;
extern const struct source source_two_column;
extern const struct source source_uk_licences;
extern const struct source source_us_regions;
extern const struct source source_us_totals;
extern const struct source source_unroca;
extern const struct source source_world_bank;
extern const struct source source_world_bank_long;

/* Layouts that are recognised only, to be told what to download instead. */
extern const struct source source_unread[];
extern const size_t source_unread_count;

#endif

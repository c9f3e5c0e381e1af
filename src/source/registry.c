/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of layouts. Order decides only between equal scores. */
#include <config.h>

#include "source/layouts.h"

const struct source *const source_registry[] = {
    &source_sipri_register,
    &source_sipri_tiv_table,
    &source_sipri_deals,
    &source_sipri_deals_2013,
    &source_sipri_register_text,
    &source_sipri_register_rtf,
    &source_sipri_sellers,
    &source_sipri_regional,
    &source_world_bank,
    &source_world_bank_long,
    &source_owid,
    &source_sipri_milex,
    &source_tidy,
    &source_baci,
    &source_comtrade,
    &source_comtrade_plus,
    &source_sipri_legacy_deals,
    &source_uk_licences,
    &source_dutch_licences,
    &source_eu_licences,
    &source_us_totals,
    &source_us_regions,
    &source_unroca,
    &source_two_column,
};

const size_t source_registry_count =
    sizeof source_registry / sizeof source_registry[0];

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside source/ only: what is true of the World Bank's files in every form. */
#ifndef SOURCE_WORLD_BANK_H
#define SOURCE_WORLD_BANK_H

#define WORLD_BANK_TRADE \
    "SIPRI Arms Transfers Database, as the World Bank gives it"
#define WORLD_BANK_SPENDING \
    "SIPRI Military Expenditure Database, as the World Bank gives it"

#define WORLD_BANK_LISTED                                                \
    "its countries are those of today; the Soviet Union, Taiwan, armed " \
    "groups and unknown places are not in it, nor in All."

#endif

# SPDX-License-Identifier: GPL-3.0-or-later
docs_tests = %D%/commands %D%/sets
TESTS += $(docs_tests)
EXTRA_DIST += $(docs_tests) %D%/cases.awk %D%/same.awk

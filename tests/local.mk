# SPDX-License-Identifier: GPL-3.0-or-later
# Every test, program or script, speaks TAP: each of its cases is counted.
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) \
  $(top_srcdir)/build-aux/tap-driver.sh
AM_TESTS_ENVIRONMENT = PATH='$(abs_top_builddir)':"$$PATH"; export PATH;

# The longest first, so that parallel runs end together.
whole_program_tests = \
  %D%/robust/streams \
  %D%/identities \
  %D%/robust/hostile \
  %D%/robust/locales \
  %D%/acceptance/compare \
  %D%/acceptance/corpus \
  %D%/acceptance/countries \
  %D%/acceptance/dependence \
  %D%/acceptance/drawn \
  %D%/acceptance/orders \
  %D%/acceptance/lags \
  %D%/acceptance/licences \
  %D%/acceptance/mirror \
  %D%/acceptance/network \
  %D%/acceptance/shares \
  %D%/acceptance/mapped \
  %D%/acceptance/groups \
  %D%/acceptance/published \
  %D%/acceptance/regions \
  %D%/acceptance/tables \
  %D%/acceptance/trend \
  %D%/layers
TESTS += %D%/cli/run $(whole_program_tests)
EXTRA_DIST += $(whole_program_tests) %D%/fuzz %D%/tap.sh %D%/cli %D%/data

include %D%/bench/local.mk
include %D%/docs/local.mk
include %D%/unit/local.mk

# tests/cli goes into the archive as it is, less what a run left there.
dist-hook:
	rm -f $(distdir)/tests/cli/run.log $(distdir)/tests/cli/run.trs

# The golden cases as the program answers now: for a person to read the
# difference.
.PHONY: golden
golden: all
	@PATH='$(abs_top_builddir)':"$$PATH" srcdir='$(srcdir)' \
	  $(SHELL) $(srcdir)/tests/cli/run --golden

# SPDX-License-Identifier: GPL-3.0-or-later
EXTRA_DIST += %D%/bench %D%/build-packages %D%/check %D%/extract-datasets \
  %D%/fuzz %D%/packages %D%/quickstart %D%/test-packages

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text inside XML 1.0: the same escapes hold in attributes and between tags. */
#ifndef OUTPUT_XML_H
#define OUTPUT_XML_H

#include <stdio.h>

#include "base/str.h"

/* Markup, quotes, blanks but the space, and what a terminal obeys become
 * references; what XML has no way to say (other control characters, U+FFFE,
 * U+FFFF, each invalid byte) becomes U+FFFD. */
void xml_text(FILE *out, struct str text);

#endif

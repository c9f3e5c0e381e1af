/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strict reader of the XML that this program writes: a declaration, elements
 * with attributes in double quotes, text, references to characters by number.
 * Whatever else stands there is a fault. */
#ifndef TESTS_UNIT_XML_READER_H
#define TESTS_UNIT_XML_READER_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

#define XML_ATTRIBUTES 8
#define XML_DEPTH 16

enum xml_kind { XML_START, XML_END, XML_DONE, XML_FAULT };

struct xml_reader {
    struct arena *arena;
    struct str rest;
    struct str open[XML_DEPTH]; /* elements around this place */
    size_t depth;
    bool ends;       /* the element that began ends at once */
    struct str text; /* before the tag, references resolved */
    struct str name;
    struct str names[XML_ATTRIBUTES];
    struct str values[XML_ATTRIBUTES]; /* references resolved */
    size_t count;
};

/* Reads the declaration. */
bool xml_begin(struct xml_reader *reader, struct arena *arena, struct str text);

/* The next start or end of an element; XML_DONE once all are closed. */
enum xml_kind xml_next(struct xml_reader *reader);

/* The attribute of the element that began; empty if there is none. */
struct str xml_attribute(const struct xml_reader *reader, const char *name);

#endif

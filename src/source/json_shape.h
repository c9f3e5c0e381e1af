/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside source/ only: what a JSON text is, from the keys of its first object
 * and what their values begin with. */
#ifndef SOURCE_JSON_SHAPE_H
#define SOURCE_JSON_SHAPE_H

#include "source/json_records.h"

enum json_kind {
    JSON_ANSWER,  /* of SIPRI's site: a text with a table in it */
    JSON_RECORDS, /* objects; `form` and `member` say where */
    JSON_OTHER,   /* `words` say what */
};

struct json_shape {
    enum json_kind kind;
    struct str answer;   /* from the text with the table on */
    uint64_t line;       /* on which that begins */
    bool base64;         /* it is */
    enum json_form form; /* of records */
    struct str member;
    const char *words; /* "an object with the keys 'a', 'b'" */
};

/* Whether the text may be JSON that is looked for here. */
bool json_shape_may_be(struct str head);

/* Texts of the shape live in the arena or in the text. */
bool json_shape_find(struct json_shape *shape, const char *file,
                     struct str text, struct arena *arena, struct err *err);

/* "'a', 'b', 'c', ...": one key more. */
const char *json_shape_list(struct arena *arena, const char *words,
                            size_t count, struct str key);

#endif

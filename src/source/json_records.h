/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside source/ only: objects of a JSON text, one after the other or in a
 * list, as a table in CSV. */
#ifndef SOURCE_JSON_RECORDS_H
#define SOURCE_JSON_RECORDS_H

#include "base/buf.h"
#include "base/map.h"
#include "source/json_scan.h"

enum json_form {
    JSON_SEQUENCE, /* objects one after the other */
    JSON_LIST,     /* a list of objects */
    JSON_MEMBER,   /* an object with a member that is such a list */
};

struct json_records {
    const char *file;
    struct str text;
    enum json_form form;
    struct str member; /* its name */
    struct map keys;   /* of all records */
    uint64_t count;
    bool apart; /* each record begins on a line of its own, so that the lines
                   of the table can be those of the file; else they are the
                   numbers of the records */
};

void json_records_init(struct json_records *records, const char *file,
                       struct str text);
void json_records_done(struct json_records *records);

/* Goes through all of them: keys, count, apart. ERR_DATA: damaged JSON, or
 * something in a record's place that is no object. */
bool json_records_survey(struct json_records *records, struct err *err);

/* The header and a line for each record, which stand on the lines that
 * `apart` means if the header has the number 0. Line ends within texts become
 * blanks; what is a list or an object is written as JSON. */
bool json_records_write(struct json_records *records, struct buf *table,
                        struct err *err);

#endif

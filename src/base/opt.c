/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "base/opt.h"

#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"

#define PAGE ((size_t)80)
#define GAP ((size_t)2)
#define LAST_COLUMN ((size_t)32) /* longer forms have a line of their own */
#define LONGEST_FORM ((size_t)1000)
#define COMPARED 64 /* str_distance() looks no further */

/* The words not yet read, and where what they say goes. */
struct reading {
    const struct opt *table;
    size_t count;
    char *const *words;
    int left;
    struct opt_sink sink;
};

/* Nearer than *least, and near enough for its length. */
static bool is_nearer(struct str text, struct str word, size_t *least)
{
    size_t longer = word.len > text.len ? word.len : text.len;
    size_t distance = str_distance(text, word);

    if (longer > COMPARED)
        longer = COMPARED;
    if (distance >= *least || distance * 3 > longer)
        return false;
    *least = distance;
    return true;
}

const char *opt_nearest(struct str text, const char *const *words, size_t count)
{
    const char *nearest = NULL;
    size_t least = COMPARED;

    for (size_t i = 0; i < count; i++)
        if (is_nearer(text, str_from(words[i]), &least))
            nearest = words[i];
    return nearest;
}

static const struct opt *find_name(const struct reading *reading,
                                   struct str name)
{
    for (size_t i = 0; i < reading->count; i++)
        if (str_eq(str_from(reading->table[i].name), name))
            return &reading->table[i];
    return NULL;
}

static const struct opt *find_letter(const struct reading *reading, char letter)
{
    for (size_t i = 0; i < reading->count; i++)
        if (reading->table[i].letter == letter && letter != '\0')
            return &reading->table[i];
    return NULL;
}

/* The option that was meant: nearest in spelling, else cut short. */
static const char *suggestion(const struct reading *reading, struct str name)
{
    const char *meant = NULL;
    size_t least = COMPARED;

    for (size_t i = 0; i < reading->count; i++)
        if (is_nearer(name, str_from(reading->table[i].name), &least))
            meant = reading->table[i].name;
    for (size_t i = 0; !meant && name.len > 1 && i < reading->count; i++)
        if (str_starts(str_from(reading->table[i].name), name))
            meant = reading->table[i].name;
    return meant;
}

/* `word` as it was typed; `name` is the part of it that should be one. */
static bool refuse_unknown(const struct reading *reading, const char *word,
                           struct str name, struct err *err)
{
    const char *meant = suggestion(reading, name);
    const char *said = reading->sink.meant ? reading->sink.meant(name) : NULL;
    int shown = (int)strcspn(word, "=");

    if (shown > 60)
        shown = 60;
    if (said)
        return err_set(err, ERR_REQUEST, "unknown option '%.*s': %s", shown,
                       word, said);
    if (meant)
        return err_set(err, ERR_REQUEST,
                       "unknown option '%.*s'; did you mean --%s?", shown, word,
                       meant);
    return err_set(err, ERR_REQUEST, "unknown option '%.*s'; --help lists all",
                   shown, word);
}

static const char *next_word(struct reading *reading)
{
    reading->left--;
    return *reading->words++;
}

static bool take_option(struct reading *reading, const struct opt *option,
                        const char *value, struct err *err)
{
    if (option->value && !value && reading->left > 0 &&
        strncmp(*reading->words, "--", 2) != 0)
        value = next_word(reading);
    if (option->value && !value)
        return err_set(err, ERR_REQUEST, "option --%s needs a value: --%s %s",
                       option->name, option->name, option->value);
    if (!option->value && value)
        return err_set(err, ERR_REQUEST, "option --%s takes no value: '%.60s'",
                       option->name, value);
    return reading->sink.take(reading->sink.context, option->id, value, err);
}

static bool read_long(struct reading *reading, const char *word,
                      struct err *err)
{
    struct str value = str_from(word + strlen("--"));
    struct str name = str_cut(&value, '=');
    const struct opt *option = find_name(reading, name);

    if (!option)
        return refuse_unknown(reading, word, name, err);
    return take_option(reading, option, value.ptr, err);
}

static bool read_short(struct reading *reading, const char *word,
                       struct err *err)
{
    const struct opt *option = find_letter(reading, word[1]);

    if (!option)
        return refuse_unknown(reading, word, str_from(word + 1), err);
    return take_option(reading, option, word[2] ? word + 2 : NULL, err);
}

bool opt_parse(const struct opt *table, size_t count, int argc,
               char *const *argv, struct opt_sink sink, struct err *err)
{
    struct reading reading = {table, count, argv, argc, sink};
    bool options = true;
    bool sound = true;

    while (sound && reading.left > 0) {
        const char *word = next_word(&reading);
        if (!options || word[0] != '-' || word[1] == '\0')
            sound = sink.take(sink.context, OPT_POSITIONAL, word, err);
        else if (strcmp(word, "--") == 0)
            options = false;
        else if (word[1] == '-')
            sound = read_long(&reading, word, err);
        else
            sound = read_short(&reading, word, err);
    }
    return sound;
}

/* "  --name VALUE, -f" */
static void write_form(struct buf *form, const struct opt *option)
{
    buf_clear(form);
    buf_printf(form, "  --%s", option->name);
    if (option->value)
        buf_printf(form, " %s", option->value);
    if (option->letter)
        buf_printf(form, ", -%c", option->letter);
}

/* Words from `column` on; the cursor stands at `at`. */
static void write_wrapped(FILE *out, const char *text, size_t column, size_t at)
{
    struct str rest = str_from(text);
    bool first = true;

    while (rest.ptr) {
        struct str word = str_cut(&rest, ' ');
        size_t width = utf8_width(word);
        if (word.len == 0)
            continue;
        if (first ? at > column - GAP : at + 1 + width > PAGE) {
            fputc('\n', out);
            at = 0;
        }
        size_t start = first || at == 0 ? column : at + 1;
        fprintf(out, "%*s%.*s", (int)(start - at), "", STR_ARG(word));
        at = start + width;
        first = false;
    }
    fputc('\n', out);
}

struct listing {
    FILE *out;
    const struct opt *table;
    size_t count;
    bool (*listed)(const struct opt *option, const void *context);
    const void *context;
    struct buf form; /* of the option at hand */
    size_t column;   /* where the texts begin */
    bool begun;
};

static bool in_group(const struct listing *listing, size_t i, const char *group)
{
    const struct opt *option = &listing->table[i];

    return strcmp(option->group, group) == 0 &&
           listing->listed(option, listing->context);
}

/* Behind the longest form that leaves the texts room. */
static void find_column(struct listing *listing)
{
    for (size_t i = 0; i < listing->count; i++) {
        if (!listing->listed(&listing->table[i], listing->context))
            continue;
        write_form(&listing->form, &listing->table[i]);
        size_t needed = utf8_width(buf_str(&listing->form)) + GAP;
        if (needed > listing->column && needed <= LAST_COLUMN)
            listing->column = needed;
    }
    if (listing->column == 0)
        listing->column = LAST_COLUMN;
}

/* The heading and its options; nothing when none is listed. */
static void write_group(struct listing *listing, const char *group)
{
    bool headed = false;

    for (size_t i = 0; i < listing->count; i++) {
        if (!in_group(listing, i, group))
            continue;
        if (!headed)
            fprintf(listing->out, "%s%s:\n", listing->begun ? "\n" : "", group);
        headed = listing->begun = true;
        write_form(&listing->form, &listing->table[i]);
        fputs(listing->form.ptr, listing->out);
        write_wrapped(listing->out, listing->table[i].help, listing->column,
                      utf8_width(buf_str(&listing->form)));
    }
}

static bool begins_group(const struct opt *table, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (strcmp(table[i].group, table[at].group) == 0)
            return false;
    return true;
}

void opt_help(FILE *out, const struct opt *table, size_t count,
              bool (*listed)(const struct opt *option, const void *context),
              const void *context)
{
    struct listing listing = {.out = out,
                              .table = table,
                              .count = count,
                              .listed = listed,
                              .context = context};

    buf_init(&listing.form, LONGEST_FORM);
    find_column(&listing);
    for (size_t i = 0; i < count; i++)
        if (begins_group(table, i))
            write_group(&listing, table[i].group);
    buf_done(&listing.form);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "figure/figure.h"

#include <assert.h>
#include <string.h>

#include "base/diag.h"
#include "figure/fonts.h"
#include "figure/gnuplot.h"
#include "figure/product.h"
#include "figure/script.h"
#include "figure/sketch.h"

#define SCRIPT_BYTES ((size_t)4 << 20)
#define DATA_BYTES ((size_t)16 << 20)
#define REMARK_BYTES ((size_t)2000)

static const struct {
    const char *word;
    bool (*sketch)(struct sketch *sketch, struct err *err);
} kinds[FIGURE_COUNT] = {
    [FIGURE_RANKING] = {"ranking", ranking_sketch},
    [FIGURE_SERIES] = {"series", series_sketch},
};

static const struct {
    const char *command;
    enum figure_kind kind;
} natural[] = {
    {"rank", FIGURE_RANKING},
    {"factsheet", FIGURE_RANKING},
    {"partners", FIGURE_RANKING},
    {"series", FIGURE_SERIES},
};

static const struct {
    const char *suffix;
    enum figure_format format;
} suffixes[] = {
    {".pdf", FIGURE_PDF}, {".svg", FIGURE_SVG}, {".png", FIGURE_PNG},
    {".eps", FIGURE_EPS}, {".gp", FIGURE_GP},
};

#define LENGTH(array) (sizeof(array) / sizeof(array)[0])

bool figure_kind_from_word(struct str word, enum figure_kind *kind)
{
    for (size_t i = 0; i < FIGURE_COUNT; i++) {
        if (str_eq(word, str_from(kinds[i].word))) {
            *kind = (enum figure_kind)i;
            return true;
        }
    }
    return false;
}

bool figure_natural(const char *command, enum figure_kind *kind)
{
    for (size_t i = 0; i < LENGTH(natural); i++) {
        if (strcmp(command, natural[i].command) == 0) {
            *kind = natural[i].kind;
            return true;
        }
    }
    return false;
}

bool figure_format_from_suffix(struct str path, enum figure_format *format)
{
    for (size_t i = 0; i < LENGTH(suffixes); i++) {
        struct str suffix = str_from(suffixes[i].suffix);
        if (path.len > suffix.len &&
            str_eq_fold(str_skip(path, path.len - suffix.len), suffix)) {
            *format = suffixes[i].format;
            return true;
        }
    }
    return false;
}

struct drawing {
    struct arena arena;
    const struct figure_options *options;
    enum figure_format format;
    struct sketch sketch;
    struct buf script;
};

/* A file of plots/, byte for byte. */
static bool add_template(struct drawing *drawing, const char *name,
                         struct err *err)
{
    const char *path = arena_printf(&drawing->arena, "%s/%s.gp",
                                    drawing->options->template_dir, name);
    char bytes[4096];
    size_t got;
    FILE *file = fopen(path, "rbe");

    if (!file)
        return err_errno(err, "%s: cannot be read", path);
    while ((got = fread(bytes, 1, sizeof(bytes), file)) > 0)
        buf_add(&drawing->script, (struct str){bytes, got});
    bool done = !ferror(file) || err_errno(err, "%s: cannot be read", path);
    fclose(file);
    return done;
}

static void set_word(struct drawing *drawing, const char *name,
                     const char *text)
{
    struct str word = str_from(text ? text : "");

    gp_set_text(&drawing->script, name, text_clean(&drawing->arena, word));
}

/* `data` and `stem` are file names that begin with "./". */
static bool write_script(struct drawing *drawing, const char *data,
                         const char *stem, struct err *err)
{
    const struct provenance *from = &drawing->sketch.result->provenance;
    struct buf *script = &drawing->script;

    buf_add_text(script,
                 "# To draw again, in the folder of this file:\n"
                 "#   gnuplot -d FILE\n"
                 "# file_type is svg, pdf, png or eps; sizes are in cm, places "
                 "are parts of the\n"
                 "# page from its lower left corner.\n");
    set_word(drawing, "file_type", product_suffix(drawing->format));
    set_word(drawing, "data_file", data);
    set_word(drawing, "output_stem", stem);
    set_word(drawing, "program", from->program);
    set_word(drawing, "command_line", from->command_line);
    gp_set_number(script, "mono", drawing->options->mono);
    buf_add(script, buf_str(&drawing->sketch.variables));
    buf_add_char(script, '\n');
    if (!add_template(drawing, "style", err) ||
        !add_template(drawing, kinds[drawing->options->kind].word, err))
        return false;
    return !(script->full || drawing->sketch.variables.full ||
             drawing->sketch.data.full) ||
           err_set(err, ERR_REQUEST, "too much for one figure");
}

static bool write_picture(struct drawing *drawing, FILE *out, struct err *err)
{
    const char *suffix = product_suffix(drawing->format);
    struct gnuplot_job job = {
        .data = buf_str(&drawing->sketch.data),
        .suffix = suffix,
        .records = drawing->sketch.records,
        .seconds = GNUPLOT_SECONDS,
    };
    struct buf picture;
    struct buf remarks;

    if ((drawing->format != FIGURE_SVG &&
         !fonts_cover(&drawing->arena, buf_str(&drawing->sketch.page.drawn),
                      err)) ||
        !write_script(drawing, GNUPLOT_DATA, GNUPLOT_STEM, err))
        return false;
    job.script = buf_str(&drawing->script);
    buf_init(&picture, GNUPLOT_PICTURE_BYTES);
    buf_init(&remarks, REMARK_BYTES);
    bool done = gnuplot_draw(&job, &picture, &remarks, err) &&
                product_check(drawing->format, buf_str(&picture), err);
    if (done) {
        product_write(out, drawing->format, buf_str(&picture));
        if (drawing->options->remarks)
            buf_add(drawing->options->remarks, buf_str(&remarks));
    }
    buf_done(&picture);
    buf_done(&remarks);
    return done;
}

/* The script and, beside it, its data: their names are all of the user's that
 * ever stands in a script, quoted as any text and behind "./". */
static bool write_bundle(struct drawing *drawing, const char *path, FILE *out,
                         struct outputs *outputs, struct err *err)
{
    struct arena *arena = &drawing->arena;
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    struct str stem = {name, strlen(name) - strlen(".gp")};

    if (!str_eq(text_clean(arena, stem), stem))
        return err_set(err, ERR_REQUEST,
                       "a script cannot be named %s: its own text could not "
                       "say so",
                       diag_quote(arena, str_from(name)));
    int folder = (int)(name - path);
    FILE *data = outputs_add(
        outputs,
        arena_printf(arena, "%.*s%.*s.dat", folder, path, STR_ARG(stem)), err);
    if (!data ||
        !write_script(drawing, arena_printf(arena, "./%.*s.dat", STR_ARG(stem)),
                      arena_printf(arena, "./%.*s", STR_ARG(stem)), err))
        return false;
    struct str script = buf_str(&drawing->script);
    struct str rows = buf_str(&drawing->sketch.data);
    fwrite(script.ptr, 1, script.len, out);
    fwrite(rows.ptr, 1, rows.len, data);
    return true;
}

static bool make_sketch(struct drawing *drawing, const struct result *result,
                        struct err *err)
{
    const struct figure_options *options = drawing->options;
    struct sketch *sketch = &drawing->sketch;

    sketch->arena = &drawing->arena;
    sketch->result = result;
    if (!page_init(&sketch->page, sketch->arena, options->size, err))
        return false;
    if (options->title)
        page_set_title(&sketch->page, str_from(options->title));
    return kinds[options->kind].sketch(sketch, err);
}

bool figure_draw(const struct result *result,
                 const struct figure_options *options, const char *path,
                 struct outputs *outputs, struct err *err)
{
    struct drawing drawing = {.options = options};
    FILE *out = NULL;

    assert(options->kind < FIGURE_COUNT && options->template_dir);
    if (!figure_format_from_suffix(str_from(path), &drawing.format))
        return err_set(err, ERR_REQUEST,
                       "no figure by its name: a figure ends in .pdf, .svg, "
                       ".png, .eps or .gp");
    arena_init(&drawing.arena);
    buf_init(&drawing.script, SCRIPT_BYTES);
    buf_init(&drawing.sketch.variables, SCRIPT_BYTES);
    buf_init(&drawing.sketch.data, DATA_BYTES);
    bool done = make_sketch(&drawing, result, err) &&
                (out = outputs_add(outputs, path, err)) &&
                (drawing.format == FIGURE_GP
                     ? write_bundle(&drawing, path, out, outputs, err)
                     : write_picture(&drawing, out, err));
    page_done(&drawing.sketch.page);
    buf_done(&drawing.sketch.data);
    buf_done(&drawing.sketch.variables);
    buf_done(&drawing.script);
    arena_done(&drawing.arena);
    return done;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "analysis/matrix_view.h"

#include "analysis/prose.h"
#include "analysis/values.h"
#include "analysis/view_parts.h"
#include "base/buf.h"
#include "base/utf8.h"

#define NAME_WIDTH ((size_t)14)
#define CODE_WIDTH ((size_t)3)
#define GAP ((size_t)2)
#define OTHERS "Others"
#define TOTAL "Total"
#define LEGEND_BYTES ((size_t)4000)

/* The sums of the view: a row for each listed supplier, one for the others and
 * one for all; columns likewise. */
struct sheet {
    const struct matrix *matrix;
    size_t rows;    /* listed suppliers */
    size_t columns; /* shown recipients */
    const char **codes;
    struct cube_cell *cells; /* (rows + 2) * (columns + 2) */
};

static struct cube_cell *cell_at(const struct sheet *sheet, size_t row,
                                 size_t column)
{
    return &sheet->cells[row * (sheet->columns + 2) + column];
}

static size_t at_least(size_t width, size_t least)
{
    return width > least ? width : least;
}

/* No amount of a column is wider than its total. */
static size_t columns_that_fit(const struct matrix *matrix)
{
    size_t total = parts_amount_width(matrix->pairs.now.sum);
    size_t taken = NAME_WIDTH + GAP + at_least(total, sizeof OTHERS - 1) + GAP +
                   at_least(total, sizeof TOTAL - 1);
    size_t count = 0;
    while (count < matrix->recipients.count) {
        const struct entity *entity = matrix->recipients.rows[count];
        taken +=
            GAP + at_least(parts_amount_width(entity->now.sum), CODE_WIDTH);
        if (taken > VIEW_WIDTH)
            break;
        count++;
    }
    return count;
}

/* Where a place stands among the first of a ranking; the number of those when
 * it does not. */
static size_t position(const struct ranking *ranking, size_t count,
                       uint32_t place)
{
    for (size_t i = 0; i < count; i++) {
        const struct cube_key *key = &ranking->rows[i]->key;
        if (key->supplier == place || key->recipient == place)
            return i;
    }
    return count;
}

static void fill_cells(struct sheet *sheet)
{
    const struct matrix *matrix = sheet->matrix;
    sheet->cells = arena_alloc(matrix->study->arena,
                               (sheet->rows + 2) * (sheet->columns + 2),
                               sizeof *sheet->cells);
    for (size_t i = 0; i < matrix->pairs.ranked; i++) {
        const struct entity *pair = &matrix->pairs.entities[i];
        size_t row =
            position(&matrix->suppliers, sheet->rows, pair->key.supplier);
        size_t column =
            position(&matrix->recipients, sheet->columns, pair->key.recipient);
        cube_cell_add(cell_at(sheet, row, column), &pair->now);
        cube_cell_add(cell_at(sheet, row, sheet->columns + 1), &pair->now);
        cube_cell_add(cell_at(sheet, sheet->rows + 1, column), &pair->now);
        cube_cell_add(cell_at(sheet, sheet->rows + 1, sheet->columns + 1),
                      &pair->now);
    }
}

/* ISO codes; a number for a place without one, or with that of a place before
 * it. */
static void name_columns(struct sheet *sheet)
{
    struct arena *arena = sheet->matrix->study->arena;
    sheet->codes = arena_alloc(arena, sheet->columns + 1, sizeof *sheet->codes);
    for (size_t i = 0; i < sheet->columns; i++) {
        struct str code = study_iso3(sheet->matrix->recipients.rows[i]->name);
        bool usable = code.len > 0;
        for (size_t j = 0; usable && j < i; j++)
            usable = !str_eq(code, str_from(sheet->codes[j]));
        sheet->codes[i] = usable ? code.ptr : arena_printf(arena, "%zu", i + 1);
    }
}

static bool has_other_suppliers(const struct sheet *sheet)
{
    return cell_at(sheet, sheet->rows, sheet->columns + 1)->rows > 0;
}

static bool has_other_recipients(const struct sheet *sheet)
{
    return cell_at(sheet, sheet->rows + 1, sheet->columns)->rows > 0;
}

static void add_column(struct result *result, const char *head, size_t width)
{
    parts_column(result, KIND_AMOUNT, width, GAP,
                 (struct heads){{NULL, NULL, head}, head});
}

static void add_columns(struct result *result, const struct sheet *sheet)
{
    parts_column(result, KIND_TEXT, NAME_WIDTH, 0,
                 (struct heads){{NULL, NULL, "Supplier"}, "Supplier"});
    for (size_t i = 0; i < sheet->columns; i++)
        add_column(result, sheet->codes[i], CODE_WIDTH);
    if (has_other_recipients(sheet))
        add_column(result, OTHERS, sizeof OTHERS - 1);
    add_column(result, TOTAL, sizeof TOTAL - 1);
}

static void add_row(struct result *result, const struct sheet *sheet,
                    enum view_role role, struct value name, size_t row)
{
    struct value *cells = view_add_row(&result->view, &result->arena, role);
    *cells++ = name;
    for (size_t i = 0; i < sheet->columns + 2; i++) {
        if (i != sheet->columns || has_other_recipients(sheet))
            *cells++ = amount_value(cell_at(sheet, row, i));
    }
}

static void add_rows(struct result *result, const struct sheet *sheet)
{
    const struct matrix *matrix = sheet->matrix;
    const struct ranking *suppliers = &matrix->suppliers;
    for (size_t i = 0; i < sheet->rows; i++)
        add_row(result, sheet, VIEW_ENTRY, value_text(suppliers->rows[i]->name),
                i);
    if (has_other_suppliers(sheet))
        add_row(result, sheet, VIEW_OTHERS,
                value_word(parts_others(&result->arena,
                                        suppliers->group.ranked - sheet->rows)),
                sheet->rows);
    add_row(result, sheet, VIEW_TOTAL, value_word(whole_label(matrix->whole)),
            sheet->rows + 1);
    view_add_row(&result->view, &result->arena, VIEW_RULE);
}

/* "the 6 largest recipients", "all 3 suppliers", "2 of the 68 suppliers" */
static const char *side_words(struct arena *arena,
                              const struct ranking *ranking, size_t count)
{
    enum by by = ranking->question->by;
    size_t ranked = ranking->group.ranked;
    if (ranking->chosen)
        return arena_printf(arena, "%zu of the %zu %s", count, ranked,
                            by_plural(by));
    if (count == 0)
        return arena_printf(arena, "no %s", by_word(by));
    if (count == 1)
        return arena_printf(arena, "the %s %s",
                            ranked == 1 ? "only" : "largest", by_word(by));
    if (count < ranked)
        return arena_printf(arena, "the %zu largest %s", count, by_plural(by));
    return arena_printf(arena, "all %zu %s", count, by_plural(by));
}

/* "The 10 largest suppliers of major arms by the 6 largest recipients,
 * 2019–23" */
static const char *title_of(struct arena *arena, const struct sheet *sheet)
{
    const struct matrix *matrix = sheet->matrix;
    const struct periods *periods = &matrix->pairs.periods;
    const char *suppliers = side_words(arena, &matrix->suppliers, sheet->rows);
    char first = suppliers[0];
    char years[PERIOD_TEXT];
    period_print(years, periods->now);
    return arena_printf(arena, "%c%s of %s by %s, %s%s",
                        first >= 'a' ? first - 'a' + 'A' : first, suppliers + 1,
                        study_goods(matrix->study, matrix->question),
                        side_words(arena, &matrix->recipients, sheet->columns),
                        years, periods->clipped ? " (covered years only)" : "");
}

/* "IND India, SAU Saudi Arabia." */
static void add_legend(struct result *result, const struct sheet *sheet)
{
    struct buf buf;
    buf_init(&buf, LEGEND_BYTES);
    for (size_t i = 0; i < sheet->columns; i++)
        buf_printf(&buf, "%s%s %.*s", i ? ", " : "", sheet->codes[i],
                   STR_ARG(sheet->matrix->recipients.rows[i]->name));
    if (buf.len)
        view_add_foot(&result->view, &result->arena, "Recipients: %s.",
                      buf.ptr);
    buf_done(&buf);
}

static void note_tie(struct result *result, const struct ranking *ranking)
{
    if (ranking->tied_at_cut)
        result_add_note(result,
                        "The last %s listed is tied; all that share its rank "
                        "are listed.",
                        by_word(ranking->question->by));
}

static void add_notes(struct result *result, const struct matrix *matrix)
{
    struct periods periods = {.now = matrix->pairs.periods.now,
                              .clipped = matrix->pairs.periods.clipped,
                              .undivided = matrix->pairs.periods.undivided};
    note_tie(result, &matrix->suppliers);
    note_tie(result, &matrix->recipients);
    parts_note_periods(result, &periods);
    if (!matrix->pairs.ranked)
        parts_note_nothing(result, matrix->study);
}

void matrix_view(struct result *result, const struct matrix *matrix)
{
    const struct study *study = matrix->study;
    struct view *view = &result->view;
    struct sheet sheet = {
        .matrix = matrix,
        .rows = matrix->suppliers.count,
        .columns = columns_that_fit(matrix),
    };
    fill_cells(&sheet);
    name_columns(&sheet);
    view->title = title_of(&result->arena, &sheet);
    view->unit_line = unit_line(study->cube->unit, study->cube->measure);
    add_columns(result, &sheet);
    add_rows(result, &sheet);
    add_notes(result, matrix);
    add_legend(result, &sheet);
    if (parts_has_no_record(view))
        view_add_foot(view, &result->arena, "–: no %s recorded.",
                      measure_words(study->cube->measure)->record);
    result->provenance.universe = whole_summary(
        matrix->whole, study, &matrix->suppliers.group, BY_SUPPLIER);
    parts_show_notes(result);
    view_add_foot(view, &result->arena, "%s",
                  whole_line(matrix->whole, study, &matrix->suppliers.group,
                             BY_SUPPLIER));
    view_add_foot(view, &result->arena, "%s", study->source_line);
}

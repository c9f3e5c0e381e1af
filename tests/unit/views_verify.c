/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "views.h"

static void add_verdict(struct result *result, const char *verdict,
                        const char *statement, const char *said,
                        const char *old, const char *new)
{
    struct value *cells = view_row(result, VIEW_ENTRY);
    cells[0] = value_word(verdict);
    cells[1] = value_word(statement);
    cells[2] = value_word(said);
    cells[3] = value_word(old);
    cells[4] = value_word(new);
}

static void add_columns(struct result *result)
{
    view_texts(result, 8, 0, "Verdict");
    view_texts(result, 42, 2, "Statement")->flexible = true;
    view_figures(result, KIND_TEXT, 7, 2, NULL, NULL, "Said");
    view_figures(result, KIND_TEXT, 7, 2, NULL, NULL, "2023");
    view_figures(result, KIND_TEXT, 7, 2, NULL, NULL, "2024");
    view_span(result, 1, 3, 4, 0, "Release of March");
}

struct result *view_verify(void)
{
    struct result *result = view_titled(
        "verify",
        "4 statements against SIPRI's releases of March 2023 and March 2024",
        "1 correct, 2 outdated, 1 wrong");
    add_columns(result);
    add_verdict(result, "OUTDATED", "1 South Korea's rank as exporter, 2018–22",
                "9", "9", "10");
    add_verdict(result, "OUTDATED", "2 South Korea's share of exports, 2018–22",
                "2.4", "2.4", "2.3");
    add_verdict(result, "WRONG", "3 Poland in South Korea's exports, 2018–22",
                "> 50 ", "·", "6.2");
    add_verdict(result, "CORRECT", "4 Poland in South Korea's exports, 2019–23",
                "27", "·", "27");
    view_row(result, VIEW_RULE);
    view_foot(result,
              "1  True when published, revised since. Lead over the 10th was "
              "36 TIV m (1.1 %); it is now 198 behind the 9th. With one year "
              "left out: rank 7 to 10.");
    view_foot(result,
              "3  \"primarily … to … Poland\": Poland was the 7th recipient of "
              "2018–22. Nearest true: largest recipient in 2019–23 (27 %); "
              "more than half in 2022 (77 %) and 2023 (92 %).");
    view_foot(result, "· not in the data given: the release of 2023 without "
                      "recipients.");
    view_foot(result, "Sources of the statements: armstats verify -f csv.");
    return result;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Published files against what another reader (Python's csv module, strict)
 * makes of them, cell for cell. */
#include <config.h>

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/input.h"
#include "csv_dump.h"
#include "tap.h"

#define PATH 4096
#define COLUMNS 80
#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* None of them has a line end inside quotes, so records and lines are as many.
 * The hash is FNV-1a over the cells as UTF-8, each but a record's last
 * followed by 0x1F, that by 0x1E. */
static const struct file {
    const char *path;
    char delimiter;
    uint64_t records, fields, hash;
} files[] = {
    {"baci/IaBrilliant_country_codes_V202301.csv", ',', 239, 1195,
     0x4C52031BD7649AEA},
    {"baci/IaBrilliant_product_codes_HS92_V202301.csv", ',', 5022, 10044,
     0x4256920CB45A2F37},
    {"baci/igalkej_country_codes_V202301.csv", ',', 239, 1195,
     0x1707F0BB56CDCB3C},
    {"caat_uk/ratings.csv", ',', 318, 1272, 0x2CD12EFFEB382717},
    {"caat_uk/values_6e9ce334.csv", ',', 45680, 319760, 0xC7353B0100998899},
    {"comtrade/Ntacyica_late-legacy_comtrade_252310.csv", ',', 16184, 566440,
     0x1899D4C4775920F0},
    {"comtrade/hkhsieh_legacy_comtrade_871200_2017.csv", ',', 1303, 45605,
     0xDC0BDD77F7DCB8D7},
    {"comtrade/nikolinanikolovska_plus_TradeData.csv", ',', 1353, 64943,
     0x1AE3F53938DC4BCC},
    {"comtrade/sstaple15_legacy_comtrade_US-CN_chapters.csv", ',', 291, 3492,
     0x92B0D6E71EDC4866},
    {"netherlands/tijmenb_Overzicht.uitvoer.militaire.goederen.2004-2014.csv",
     ',', 16593, 265488, 0x569CB00CEE4B35F9},
    {"owid/manantpu_military-expenditure-total.csv", ',', 8279, 33116,
     0x2CAD236CC164B062},
    {"sipri_register/AndreiPetre_trade-register.csv", ',', 27850, 473274,
     0x3AD8CC9B3D365A05},
    {"sipri_register/AndreiPetre_trade-register_initial_situation.csv", ',',
     31331, 532451, 0x01C1A8EEE8A38998},
    {"sipri_register/ColasDroin_trade-register.csv", ',', 29531, 472271,
     0xDF81C7A7DC611F82},
    {"sipri_register/DCL2049_trade_register_china_2000_2025.csv", ',', 704,
     11099, 0xDAFC6535DC314D02},
    {"sipri_register/alexarui_trade-register.csv", ',', 29928, 478683,
     0x3CAF9A96FF7DD4E1},
    {"sipri_register/epfl_trade_reg.csv", '\t', 18315, 164835,
     0xBCE4542CC67BE903},
    {"sipri_register/lucacasu_trade_2023.csv", ',', 20492, 348188,
     0xF28DC71F552736E1},
    {"sipri_register/stevenlsenior_trade_register_report.csv", ',', 2758, 44128,
     0x33059B8A1742CEA8},
    {"sipri_tiv_tables/360info_TIV-Export-KOS-1950-2021.csv", ',', 49, 3637,
     0xEDF9B0CB65612E71},
    {"sipri_tiv_tables/360info_TIV-Export-USA-1950-2021.csv", ',', 194, 14367,
     0x3C9CC9BDC3305B73},
    {"sipri_tiv_tables/AndreiPetre_export-values_1990-2023.csv", ',', 131, 4729,
     0xFEB058B854781349},
    {"sipri_tiv_tables/AndreiPetre_import-values_1990-2023.csv", ',', 235, 8785,
     0x63A4B6BB1C2A899A},
    {"sipri_tiv_tables/"
     "AndreiPetre_regional-transfers_1990-2023-suppliers_to_the_region.csv",
     ',', 2037, 77036, 0x6DB7321C84F4F979},
    {"sipri_tiv_tables/DCL2049_sipri_tiv_table_2000_2025.csv", ',', 95, 2645,
     0x2772075EE2593B36},
    {"sipri_tiv_tables/MJHofmann_import-export-values_1950-2024.csv", ',', 273,
     21050, 0x242A5952E828631B},
    {"sipri_tiv_tables/MJHofmann_import-export-values_1950-2024_1950-2024.csv",
     ',', 148, 11050, 0xA7D7F5B7074919E5},
    {"sipri_tiv_tables/rajaupadhyay_sipri-arms-by-seller-2010.csv", ',', 1053,
     10530, 0x848C11089E8D71C3},
    {"sipri_tiv_tables/sumn2u_TIV-Export-All-1950-2022.csv", ',', 24, 1811,
     0xFF4AD8B7221152D2},
    {"sipri_tiv_tables/sumn2u_TIV-Export-All-Country-1950-2022.csv", ',', 148,
     11111, 0x711CE3A541382394},
    {"sipri_tiv_tables/sumn2u_TIV-Import-All-Country-1950-2022.csv", ',', 274,
     20561, 0x440716B79DF0159C},
    {"worldbank/TobiPrae_API_MS.MIL.XPRT.KD_DS2_en_csv_v2_1740278.csv", ',',
     265, 17490, 0x23601E2A60DA6B93},
    {"worldbank/arrudafranco_API_KOR_DS2_en_csv_v2_1226272.csv", ',', 1436,
     93088, 0x5F850F76BB997D98},
};

struct sum {
    uint64_t records, fields, hash, damaged;
    bool in_order; /* records and lines have the same numbers */
    bool ended;    /* the last record */
    char encoding[20];
    uint64_t guessed_at;
    struct err err;
};

static bool find_file(char path[PATH], const char *name)
{
    const char *shared = tap_shared();

    if (shared)
        snprintf(path, PATH, "%s/corpus/%s", shared, name);
    else
        tap_skip("ARMSTATS_SHARED is not set");
    return shared != NULL;
}

static void hash_bytes(uint64_t *hash, struct str bytes)
{
    for (size_t i = 0; i < bytes.len; i++)
        *hash = (*hash ^ (unsigned char)bytes.ptr[i]) * 0x100000001B3;
}

static void add_batch(struct sum *sum, const struct batch *batch)
{
    for (size_t row = 0; row < batch->rows; row++) {
        const struct str *cells = batch->cells + row * batch->columns;
        size_t fields = batch->fields[row];
        for (size_t i = 0; i < fields && i < COLUMNS; i++) {
            hash_bytes(&sum->hash, cells[i]);
            hash_bytes(&sum->hash, i + 1 < fields ? STR("\x1F") : STR("\x1E"));
        }
        sum->fields += fields;
        sum->damaged += batch->status[row] != RECORD_OK;
        if (batch->lines[row] != ++sum->records)
            sum->in_order = false;
        sum->ended = batch->ended[row];
    }
}

static void sum_file(struct sum *sum, const char *path, struct dialect dialect)
{
    size_t columns[COLUMNS];
    struct batch batch = {.rows = 1};

    *sum = (struct sum){.hash = 0xCBF29CE484222325, .in_order = true};
    struct input *input = input_open(path, (struct input_limits){0}, &sum->err);
    CU_ASSERT_FATAL(input != NULL);
    struct text *text = text_open(input, NULL, &sum->err);
    struct reader *reader =
        reader_open(text, path, dialect, reader_default_limits);

    for (size_t i = 0; i < COLUMNS; i++)
        columns[i] = i;
    reader_want(reader, columns, COLUMNS, 0);
    while (batch.rows > 0 && reader_next(reader, &batch, &sum->err))
        add_batch(sum, &batch);
    snprintf(sum->encoding, sizeof(sum->encoding), "%s", text_encoding(text));
    sum->guessed_at = text_guessed_at(text);
    reader_close(reader);
    text_close(text);
    input_close(input);
}

static void test_cells(void)
{
    char path[PATH];

    for (size_t i = 0; i < COUNT(files) && find_file(path, files[i].path);
         i++) {
        struct sum sum;
        sum_file(
            &sum, path,
            (struct dialect){.delimiter = files[i].delimiter, .quote = '"'});
        CHECK_TEXT(sum.err.text, "");
        CU_ASSERT_EQUAL(sum.records, files[i].records);
        CU_ASSERT_EQUAL(sum.fields, files[i].fields);
        CU_ASSERT_EQUAL(sum.hash, files[i].hash);
        CU_ASSERT_EQUAL(sum.damaged, 0);
        CU_ASSERT(sum.in_order);
        if (sum.hash != files[i].hash)
            printf("# %s reads otherwise\n", files[i].path);
    }
}

/* With quotes as ordinary characters every line is a record. */
static void test_lines(void)
{
    char path[PATH];

    for (size_t i = 0; i < COUNT(files) && find_file(path, files[i].path);
         i++) {
        struct sum sum;
        sum_file(&sum, path, (struct dialect){.delimiter = files[i].delimiter});
        CU_ASSERT_EQUAL(sum.records, files[i].records);
        CU_ASSERT(sum.in_order && sum.damaged == 0);
    }
}

static void test_encodings(void)
{
    static const struct {
        const char *path, *encoding;
        uint64_t guessed_at;
        bool ended;
    } known[] = {
        {"sipri_register/alexarui_trade-register.csv", "Windows-1252", 303,
         true},
        {"sipri_register/ColasDroin_trade-register.csv", "Windows-1252", 446,
         true},
        {"sipri_tiv_tables/rajaupadhyay_sipri-arms-by-seller-2010.csv",
         "Windows-1252", 275, false},
        {"comtrade/nikolinanikolovska_plus_TradeData.csv", "Windows-1252", 95,
         true},
        {"baci/igalkej_country_codes_V202301.csv", "UTF-8", 0, true},
        {"caat_uk/ratings.csv", "UTF-8", 0, true},
        {"sipri_register/AndreiPetre_trade-register.csv", "ASCII", 0, true},
    };
    char path[PATH];

    for (size_t i = 0; i < COUNT(known) && find_file(path, known[i].path);
         i++) {
        struct sum sum;
        sum_file(&sum, path, (struct dialect){.delimiter = ',', .quote = '"'});
        CHECK_TEXT(sum.encoding, known[i].encoding);
        CU_ASSERT_EQUAL(sum.guessed_at, known[i].guessed_at);
        CU_ASSERT_EQUAL(sum.ended, known[i].ended);
    }
}

static void test_latin_letters(void)
{
    struct csv_view view = csv_plain_view;
    struct buf read;
    char path[PATH];

    if (!find_file(path, "sipri_register/alexarui_trade-register.csv"))
        return;
    view.columns = 16;
    view.expected = 16;
    buf_init(&read, (size_t)1 << 30);
    csv_dump_file(&read, path, 0, &view);
    CU_ASSERT(str_find(buf_str(&read), STR("W\xC3\xA4rtsil\xC3\xA4 12V32")) >
              0);
    /* The preamble is narrower than the table; nothing else is. */
    CU_ASSERT(str_find(buf_str(&read), STR("\n11 fewer 1 [")) > 0);
    CU_ASSERT(str_find(buf_str(&read), STR("\n12 ok 16 [Recipient]")) > 0);
    struct str body = buf_str(&read);
    body = str_skip(body, (size_t)str_find(body, STR("\n12 ok 16")));
    CU_ASSERT(str_find(body, STR(" raw(")) < 0);
    buf_done(&read);
}

/* Whole files in pieces, one of each kind: LF, CRLF, lone CR, quoted, wide,
 * Windows-1252, UTF-8. */
static void test_chunks(void)
{
    static const char *const names[] = {
        "baci/igalkej_country_codes_V202301.csv",
        "baci/IaBrilliant_country_codes_V202301.csv",
        "caat_uk/ratings.csv",
        "comtrade/nikolinanikolovska_plus_TradeData.csv",
        "sipri_register/DCL2049_trade_register_china_2000_2025.csv",
        "sipri_tiv_tables/rajaupadhyay_sipri-arms-by-seller-2010.csv",
        "sipri_tiv_tables/360info_TIV-Export-USA-1950-2021.csv",
    };
    struct csv_view view = csv_plain_view;
    char path[PATH];

    view.columns = COLUMNS;
    for (size_t i = 0; i < COUNT(names) && find_file(path, names[i]); i++)
        CU_ASSERT_EQUAL(csv_bad_file_chunk(path, 2, &view), 0);
}

int main(void)
{
    static const struct tap_case cases[] = {
        {"cells of all files", test_cells},
        {"lines of all files", test_lines},
        {"encodings", test_encodings},
        {"letters of Windows-1252", test_latin_letters},
        {"any chunk size", test_chunks},
    };
    return TAP_RUN("csv corpus", cases);
}

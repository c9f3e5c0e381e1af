/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <config.h>

#include "source/propose_words.h"

#include "base/decimal.h"
#include "trade/unit.h"

/* Of words: so short they mean something only alone; so long they mean it
 * inside of others ("exporterName"). */
enum { SHORT = 2, LONG = 5 };

/* As utf8_key() has them; English, German, French, Spanish, Portuguese,
 * Italian, Dutch, Polish, Swedish, Turkish, Russian, Chinese, Korean,
 * Japanese. */
static const char *const supplier_words[] = {
    "supplier",       "exporter",    "seller",        "exporting",
    "supplying",      "producer",    "origin",        "from",
    "source country", "reporter",    "ausfuhrland",   "exporteur",
    "lieferant",      "lieferland",  "herkunftsland", "exportland",
    "exportateur",    "fournisseur", "exportador",    "proveedor",
    "vendedor",       "fornecedor",  "esportatore",   "fornitore",
    "leverancier",    "uitvoerland", "eksporter",     "dostawca",
    "saljare",        "leverantor",  "ihracatci",     "tedarikci",
    "экспортер",      "поставщик",   "продавец",      "出口国",
    "供应国",         "供应商",      "수출국",        "공급국",
    "공급자",         "輸出国",      "供給国",        NULL,
};

static const char *const recipient_words[] = {
    "recipient",
    "importer",
    "buyer",
    "importing",
    "receiving",
    "destination",
    "end user",
    "customer",
    "to",
    "partner",
    "purchaser",
    "receiver",
    "einfuhrland",
    "importeur",
    "empfanger",
    "empfangerland",
    "bestimmungsland",
    "kaufer",
    "kauferland",
    "abnehmer",
    "endverbleib",
    "importateur",
    "destinataire",
    "acheteur",
    "client",
    "importador",
    "destinatario",
    "comprador",
    "destino",
    "receptor",
    "importatore",
    "acquirente",
    "destinazione",
    "bestemming",
    "eindbestemming",
    "land van bestemming",
    "land van eindbestemming",
    "ontvanger",
    "koper",
    "afnemer",
    "importer",
    "odbiorca",
    "mottagare",
    "kopare",
    "ithalatci",
    "alici",
    "импортер",
    "получатель",
    "покупатель",
    "进口国",
    "接收国",
    "买方",
    "수입국",
    "수령국",
    "구매국",
    "輸入国",
    "受領国",
    NULL,
};

static const char *const year_words[] = {
    "year",
    "yr",
    "date",
    "delivery year",
    "year of delivery",
    "delivered",
    "period",
    "jahr",
    "lieferjahr",
    "datum",
    "annee",
    "an",
    "exercice",
    "ano",
    "fecha",
    "data",
    "anno",
    "jaar",
    "rok",
    "ar",
    "yil",
    "год",
    "дата",
    "年",
    "年份",
    "年度",
    "연도",
    "년도",
    NULL,
};

static const char *const order_year_words[] = {
    "order year",    "year of order",       "order date",  "ordered",
    "contract year", "year ordered",        "bestelljahr", "annee de commande",
    "ano de pedido", "jaar van bestelling", "год заказа",  NULL,
};

static const char *const amount_words[] = {
    "amount", "value",   "tiv",       "trade value", "total",  "sum",
    "price",  "usd",     "us$",       "eur",         "euro",   "gbp",
    "wert",   "betrag",  "summe",     "warenwert",   "valeur", "montant",
    "valor",  "importe", "monto",     "total value", "valore", "importo",
    "waarde", "bedrag",  "wartosc",   "kwota",       "varde",  "belopp",
    "deger",  "tutar",   "стоимость", "сумма",       "объем",  "金额",
    "价值",   "总额",    "금액",      "가액",        "金額",   NULL,
};

static const char *const items_words[] = {
    "items",        "quantity",   "qty",       "pieces",
    "number",       "units",      "num items", "number delivered",
    "no delivered", "count",      "anzahl",    "stuckzahl",
    "menge",        "quantite",   "nombre",    "cantidad",
    "numero",       "quantidade", "quantita",  "aantal",
    "hoeveelheid",  "liczba",     "ilosc",     "antal",
    "adet",         "количество", "数量",      "수량",
    NULL,
};

static const char *const category_words[] = {
    "category",
    "rating",
    "class",
    "type of weapon",
    "weapon category",
    "armament category",
    "commodity",
    "ml",
    "munitions list",
    "hs code",
    "kategorie",
    "categorie",
    "categoria",
    "kategoria",
    "kategori",
    "guterposition",
    "categorie",
    "категория",
    "类别",
    "품목",
    "분류",
    NULL,
};

static const char *const designation_words[] = {
    "designation", "weapon designation",
    "model",       "system",
    "weapon",      "bezeichnung",
    "modele",      "modelo",
    "aanduiding",  "型号",
    "모델",        "модель",
    NULL,
};

static const char *const description_words[] = {
    "description",
    "weapon description",
    "goods",
    "product",
    "goods description",
    "beschreibung",
    "ware",
    "descripcion",
    "descricao",
    "omschrijving",
    "goederen omschrijving",
    "описание",
    "描述",
    "설명",
    NULL,
};

static const char *const unit_words[] = {
    "unit",    "currency", "einheit", "wahrung", "unite",
    "devise",  "unidad",   "moneda",  "eenheid", "valuta",
    "единица", "валюта",   "单位",    "단위",    NULL,
};

static const char *const *words_of(enum role role)
{
    switch (role) {
    case ROLE_SUPPLIER:
        return supplier_words;
    case ROLE_RECIPIENT:
        return recipient_words;
    case ROLE_YEAR:
        return year_words;
    case ROLE_ORDER_YEAR:
        return order_year_words;
    case ROLE_AMOUNT:
        return amount_words;
    case ROLE_ITEMS:
        return items_words;
    case ROLE_CATEGORY:
        return category_words;
    case ROLE_DESIGNATION:
        return designation_words;
    case ROLE_DESCRIPTION:
        return description_words;
    case ROLE_UNIT:
        return unit_words;
    default:
        return NULL;
    }
}

/* Letters of the languages that put blanks between words. */
static bool is_letter(struct str text, ptrdiff_t at)
{
    unsigned char c;
    if (at < 0 || (size_t)at >= text.len)
        return false;
    c = (unsigned char)text.ptr[at];
    return (c >= 'a' && c <= 'z') || c >= 0xC0;
}

/* Whether the word stands in the text with no letter beside it; what is not
 * ASCII may have some: not all scripts have blanks between words. */
static bool has_word(struct str text, struct str word)
{
    size_t from = 0;
    for (;;) {
        ptrdiff_t at = str_find(str_skip(text, from), word);
        if (at < 0)
            return false;
        at += (ptrdiff_t)from;
        bool foreign = (unsigned char)word.ptr[0] >= 0x80;
        if (foreign || (!is_letter(text, at - 1) &&
                        !is_letter(text, at + (ptrdiff_t)word.len)))
            return true;
        from = (size_t)at + 1;
    }
}

unsigned propose_says(struct str key, enum role role)
{
    const char *const *words = words_of(role);
    unsigned most = 0;
    for (size_t i = 0; words && words[i]; i++) {
        struct str word = str_from(words[i]);
        unsigned says = 0;
        if (str_eq(key, word))
            return 3;
        if (word.len > SHORT && has_word(key, word))
            says = 2;
        else if (word.len > LONG && str_find(key, word) >= 0)
            says = 1;
        most = says > most ? says : most;
    }
    return most;
}

int propose_unit(struct str key)
{
    static const struct {
        const char *word;
        enum unit unit;
    } words[] = {
        {"tiv", UNIT_TIV_MILLION},   {"usd", UNIT_USD},
        {"us$", UNIT_USD},           {"dollar", UNIT_USD},
        {"dollars", UNIT_USD},       {"$", UNIT_USD},
        {"eur", UNIT_EUR},           {"euro", UNIT_EUR},
        {"euros", UNIT_EUR},         {"€", UNIT_EUR},
        {"gbp", UNIT_GBP},           {"pounds", UNIT_GBP},
        {"sterling", UNIT_GBP},      {"£", UNIT_GBP},
        {"tonnes", UNIT_TONNES},     {"licences", UNIT_LICENCES},
        {"licenses", UNIT_LICENCES},
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (has_word(key, str_from(words[i].word)))
            return (int)words[i].unit;
    }
    return -1;
}

amount propose_scale(struct str key)
{
    static const struct {
        const char *word;
        amount scale;
    } words[] = {
        {"thousand", 1000},
        {"thousands", 1000},
        {"'000", 1000},
        {"000", 1000},
        {"000s", 1000},
        {"1000", 1000},
        {"k", 1000},
        {"k€", 1000},
        {"€k", 1000},
        {"£k", 1000},
        {"$k", 1000},
        {"tys", 1000},
        {"m", 1000000},
        {"mn", 1000000},
        {"m€", 1000000},
        {"€m", 1000000},
        {"£m", 1000000},
        {"$m", 1000000},
        {"billions", 1000000000},
        {"bln", 1000000000},
        {"mld", 1000000000},
        {"milliards", 1000000000},
        {"tausend", 1000},
        {"tsd", 1000},
        {"milliers", 1000},
        {"miles", 1000},
        {"duizend", 1000},
        {"тыс", 1000},
        {"million", 1000000},
        {"millions", 1000000},
        {"mln", 1000000},
        {"mio", 1000000},
        {"millionen", 1000000},
        {"millones", 1000000},
        {"miljoen", 1000000},
        {"млн", 1000000},
        {"billion", 1000000000},
        {"bn", 1000000000},
        {"mrd", 1000000000},
        {"milliarden", 1000000000},
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (has_word(key, str_from(words[i].word)))
            return words[i].scale;
    }
    return 0;
}

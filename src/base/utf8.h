/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unicode through utf8proc; nothing here asks the locale. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* Length of the longest valid prefix; == text.len when all is valid UTF-8
 * (no surrogates, no overlong forms, at most U+10FFFF). */
size_t utf8_valid_prefix(struct str text);

/* The first character of a non-empty text: its length in bytes and, in *code,
 * its code point. An invalid byte is 1 long and has code -1. */
size_t utf8_next(struct str text, int32_t *code);

/* Columns on a terminal: combining marks 0, East Asian wide 2. Invalid bytes
 * and control characters count 1. */
size_t utf8_width(struct str text);

/* The longest prefix that is at most `columns` wide, whole characters only. */
struct str utf8_prefix(struct str text, size_t columns);

/* The comparison key of a name: NFC, case folded, typographic apostrophes
 * and dashes made plain, diacritics removed, runs of blanks made one, ends
 * trimmed. "Türkiye" and "TURKIYE" have one key. Letters that do not
 * decompose are spelled out (ø o, ß ss, æ ae, dotless i as i); marks that
 * belong to the letter (Japanese voicing, Indic vowels) stay. Invalid bytes
 * are kept as they are. */
struct str utf8_key(struct arena *arena, struct str text);

/* A text that may be shown on a terminal: C0 (newline and tab too), DEL, C1,
 * bidi controls, the line separators U+2028 and U+2029, and invalid bytes
 * written as \xNN or \u{NNNN}. Returns the text itself when nothing had to be
 * changed. */
struct str utf8_harmless(struct arena *arena, struct str text);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside source/ only: characters as RTF writes them. */
#ifndef SOURCE_RTF_TEXT_H
#define SOURCE_RTF_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes of UTF-8 that a character may take. */
enum { RTF_CHARACTER = 4 };

/* What a byte of Mac Roman or Windows-1252 means; U+FFFD: nothing. */
uint32_t rtf_byte_code(unsigned char byte, bool mac);

/* The character as UTF-8, its length; what is no character is U+FFFD. */
size_t rtf_character(char text[RTF_CHARACTER], uint32_t code);

#endif

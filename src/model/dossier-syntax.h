/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-limits.h"

G_BEGIN_DECLS

/**
 * DossierSyntax:
 * @DOSSIER_SYNTAX_OK: nothing is wrong
 * @DOSSIER_SYNTAX_TOO_LARGE: the document has more bytes than it may
 * @DOSSIER_SYNTAX_EMPTY: there is nothing in it but white space
 * @DOSSIER_SYNTAX_BYTE_ORDER_MARK: it begins with a byte order mark
 * @DOSSIER_SYNTAX_UTF16: it is in UTF-16 or UTF-32
 * @DOSSIER_SYNTAX_UTF8: bytes that are no UTF-8: overlong, a surrogate, above U+10FFFF, cut short, out of place
 * @DOSSIER_SYNTAX_TRUNCATED: it ends while an object, an array, a word or a number is not complete
 * @DOSSIER_SYNTAX_TRAILING: something follows the document
 * @DOSSIER_SYNTAX_COMMENT: a comment
 * @DOSSIER_SYNTAX_QUOTE: a string in other than straight double quotes
 * @DOSSIER_SYNTAX_CHARACTER: a character that cannot stand outside a string
 * @DOSSIER_SYNTAX_WORD: a word that is none of true, false and null
 * @DOSSIER_SYNTAX_NAME: no name where a name of an object must stand
 * @DOSSIER_SYNTAX_COLON: no colon behind a name
 * @DOSSIER_SYNTAX_VALUE: no value where a value must stand
 * @DOSSIER_SYNTAX_COMMA: no comma between two values or names
 * @DOSSIER_SYNTAX_TRAILING_COMMA: a comma behind the last value
 * @DOSSIER_SYNTAX_BRACKET: a bracket that closes what was opened by another, or nothing
 * @DOSSIER_SYNTAX_NOT_A_NUMBER: NaN or Infinity
 * @DOSSIER_SYNTAX_LEADING_ZERO: a zero before other digits
 * @DOSSIER_SYNTAX_LEADING_PLUS: a plus before a number
 * @DOSSIER_SYNTAX_LEADING_POINT: no digit before the decimal point
 * @DOSSIER_SYNTAX_MINUS: a minus without digits
 * @DOSSIER_SYNTAX_FRACTION: no digit behind the decimal point
 * @DOSSIER_SYNTAX_EXPONENT: no digit in the exponent
 * @DOSSIER_SYNTAX_NUMBER: something else in or behind a number that does not belong there, as in 0x10 or 1_000
 * @DOSSIER_SYNTAX_UNTERMINATED: a string without an end
 * @DOSSIER_SYNTAX_CONTROL: a control character within a string that is not escaped
 * @DOSSIER_SYNTAX_ESCAPE: an escape that there is not
 * @DOSSIER_SYNTAX_HEXADECIMAL: less than four hexadecimal digits behind `\u`
 * @DOSSIER_SYNTAX_SURROGATE: half of a surrogate pair alone, as an escape; RFC 8259 lets it pass, Unicode does not
 * @DOSSIER_SYNTAX_NUL: `\u0000` in a string; good JSON, but not a dossier: no text holds it, and C ends there
 * @DOSSIER_SYNTAX_TOO_DEEP: more objects and arrays within each other than there may be
 * @DOSSIER_SYNTAX_STRING_TOO_LONG: a string of more bytes than it may have
 * @DOSSIER_SYNTAX_NUMBER_TOO_LONG: a number of more bytes than it may have
 * @DOSSIER_SYNTAX_NOT_INTEGER: a number with a fraction where a whole one is asked for
 * @DOSSIER_SYNTAX_INTEGER_RANGE: a whole number that does not fit into 64 bits
 * @DOSSIER_SYNTAX_NUMBER_RANGE: a number beyond the largest double
 *
 * What is wrong with the bytes of a document. The last three are never an error of a scan, only of a number
 * when it is asked for its value.
 */
typedef enum
{
  DOSSIER_SYNTAX_OK,
  DOSSIER_SYNTAX_TOO_LARGE,
  DOSSIER_SYNTAX_EMPTY,
  DOSSIER_SYNTAX_BYTE_ORDER_MARK,
  DOSSIER_SYNTAX_UTF16,
  DOSSIER_SYNTAX_UTF8,
  DOSSIER_SYNTAX_TRUNCATED,
  DOSSIER_SYNTAX_TRAILING,
  DOSSIER_SYNTAX_COMMENT,
  DOSSIER_SYNTAX_QUOTE,
  DOSSIER_SYNTAX_CHARACTER,
  DOSSIER_SYNTAX_WORD,
  DOSSIER_SYNTAX_NAME,
  DOSSIER_SYNTAX_COLON,
  DOSSIER_SYNTAX_VALUE,
  DOSSIER_SYNTAX_COMMA,
  DOSSIER_SYNTAX_TRAILING_COMMA,
  DOSSIER_SYNTAX_BRACKET,
  DOSSIER_SYNTAX_NOT_A_NUMBER,
  DOSSIER_SYNTAX_LEADING_ZERO,
  DOSSIER_SYNTAX_LEADING_PLUS,
  DOSSIER_SYNTAX_LEADING_POINT,
  DOSSIER_SYNTAX_MINUS,
  DOSSIER_SYNTAX_FRACTION,
  DOSSIER_SYNTAX_EXPONENT,
  DOSSIER_SYNTAX_NUMBER,
  DOSSIER_SYNTAX_UNTERMINATED,
  DOSSIER_SYNTAX_CONTROL,
  DOSSIER_SYNTAX_ESCAPE,
  DOSSIER_SYNTAX_HEXADECIMAL,
  DOSSIER_SYNTAX_SURROGATE,
  DOSSIER_SYNTAX_NUL,
  DOSSIER_SYNTAX_TOO_DEEP,
  DOSSIER_SYNTAX_STRING_TOO_LONG,
  DOSSIER_SYNTAX_NUMBER_TOO_LONG,
  DOSSIER_SYNTAX_NOT_INTEGER,
  DOSSIER_SYNTAX_INTEGER_RANGE,
  DOSSIER_SYNTAX_NUMBER_RANGE,
  DOSSIER_N_SYNTAX,
} DossierSyntax;

const char *dossier_syntax_get_name (DossierSyntax code);
void        dossier_syntax_describe (DossierSyntax code,
                                     const char *data,
                                     gsize length,
                                     gsize offset,
                                     const DossierLimits *limits,
                                     char **message,
                                     char **suggestion);

G_END_DECLS

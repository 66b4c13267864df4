/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-syntax.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many characters of an unknown word are shown. */
#define LONGEST_WORD 24

typedef struct
{
  const char *name;
  const char *message;
  const char *suggestion;
} Words;

/* The %s of a message is filled in by dossier_syntax_describe(), and is never more than one. */
static const Words all_words[] = {
  [DOSSIER_SYNTAX_OK] = { "ok", N_ ("nothing is wrong"), NULL },
  [DOSSIER_SYNTAX_TOO_LARGE] = {
      "too-large",
      N_ ("the document is larger than it may be, %s"),
      N_ ("raise the limit if it can be trusted") },
  [DOSSIER_SYNTAX_EMPTY] = { "empty", N_ ("the document is empty"), N_ ("the least that can be read is “{}”") },
  [DOSSIER_SYNTAX_BYTE_ORDER_MARK] = { "byte-order-mark", N_ ("the document begins with a byte order mark"), N_ ("save it as UTF-8 without a mark") },
  [DOSSIER_SYNTAX_UTF16] = { "utf-16", N_ ("the document is not in UTF-8, but seems to be in UTF-16 or UTF-32"), N_ ("save it as UTF-8") },
  [DOSSIER_SYNTAX_UTF8] = { "utf-8", N_ ("the byte %s is not part of a character in UTF-8"), N_ ("save the document as UTF-8") },
  [DOSSIER_SYNTAX_TRUNCATED] = { "truncated", N_ ("the document ends too early"), N_ ("something is missing: close every “{” and “[”, or look for the complete file") },
  [DOSSIER_SYNTAX_TRAILING] = { "trailing", N_ ("%s follows the end of the document"), N_ ("a document is one value, with nothing behind it") },
  [DOSSIER_SYNTAX_COMMENT] = { "comment", N_ ("a comment"), N_ ("JSON has no comments: remove it, or make it a note") },
  [DOSSIER_SYNTAX_QUOTE] = { "quote", N_ ("%s does not quote a string"), N_ ("write strings in straight double quotes, as \"this\"") },
  [DOSSIER_SYNTAX_CHARACTER] = { "character", N_ ("%s cannot stand outside a string"), N_ ("remove it, or write it within double quotes") },
  [DOSSIER_SYNTAX_WORD] = { "word", N_ ("the word “%s” means nothing here"), N_ ("the words are true, false and null; any other is written in double quotes") },
  [DOSSIER_SYNTAX_NAME] = { "name", N_ ("%s where a name should be"), N_ ("write the name of a field in double quotes, as \"title\"") },
  [DOSSIER_SYNTAX_COLON] = { "colon", N_ ("%s where a colon should be"), N_ ("write a colon between the name of a field and its value") },
  [DOSSIER_SYNTAX_VALUE] = { "value", N_ ("%s where a value should be"), N_ ("a value is missing before it") },
  [DOSSIER_SYNTAX_COMMA] = { "comma", N_ ("%s where a comma or a closing bracket should be"), N_ ("a comma is missing before it, or a bracket is not closed") },
  [DOSSIER_SYNTAX_TRAILING_COMMA] = { "trailing-comma", N_ ("a comma behind the last value"), N_ ("remove the comma") },
  [DOSSIER_SYNTAX_BRACKET] = { "bracket", N_ ("%s closes nothing that it could close"), N_ ("“{” is closed by “}” and “[” by “]”, the last to be opened first") },
  [DOSSIER_SYNTAX_NOT_A_NUMBER] = { "not-a-number", N_ ("“%s” is no number in JSON"), N_ ("leave the field out if the number is not known") },
  [DOSSIER_SYNTAX_LEADING_ZERO] = { "leading-zero", N_ ("a number begins with a zero that does not count"), N_ ("write 7, not 07") },
  [DOSSIER_SYNTAX_LEADING_PLUS] = { "leading-plus", N_ ("a number begins with a plus"), N_ ("write 7, not +7") },
  [DOSSIER_SYNTAX_LEADING_POINT] = { "leading-point", N_ ("a number begins with its decimal point"), N_ ("write 0.5, not .5") },
  [DOSSIER_SYNTAX_MINUS] = { "minus", N_ ("%s follows a minus where a digit should be"), N_ ("write a number, as -7") },
  [DOSSIER_SYNTAX_FRACTION] = { "fraction", N_ ("%s follows a decimal point where a digit should be"), N_ ("write 1.0 or 1, not 1.") },
  [DOSSIER_SYNTAX_EXPONENT] = { "exponent", N_ ("%s where a digit of an exponent should be"), N_ ("write digits behind the “e”, as 1e3") },
  [DOSSIER_SYNTAX_NUMBER] = { "number", N_ ("%s does not belong in a number"), N_ ("write decimal digits only, as 1000 or 0.5; anything else goes in double quotes") },
  [DOSSIER_SYNTAX_UNTERMINATED] = { "unterminated", N_ ("a string begins here and does not end"), N_ ("write a double quote at its end; within it, write \\\" for one") },
  [DOSSIER_SYNTAX_CONTROL] = { "control", N_ ("the control character %s in a string"), N_ ("write it as an escape, as \\n for a new line; or a double quote is missing before it") },
  [DOSSIER_SYNTAX_ESCAPE] = { "escape", N_ ("a backslash before %s means nothing"), N_ ("the escapes are \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits; write \\\\ for a backslash") },
  [DOSSIER_SYNTAX_HEXADECIMAL] = { "hexadecimal", N_ ("“\\u” without four hexadecimal digits"), N_ ("write four, as \\u00e9, or the character itself") },
  [DOSSIER_SYNTAX_SURROGATE] = { "surrogate", N_ ("“%s” is half a character"), N_ ("write both halves, as \\ud83d\\ude00, or the character itself") },
  [DOSSIER_SYNTAX_NUL] = { "nul", N_ ("“\\u0000” in a string"), N_ ("remove it: it is no text") },
  [DOSSIER_SYNTAX_TOO_DEEP] = { "too-deep", N_ ("more than %s objects and arrays within each other"), N_ ("raise the limit if the document can be trusted") },
  [DOSSIER_SYNTAX_STRING_TOO_LONG] = { "string-too-long", N_ ("a string longer than it may be, %s"), N_ ("a double quote may be missing; or raise the limit if the document can be trusted") },
  [DOSSIER_SYNTAX_NUMBER_TOO_LONG] = { "number-too-long", N_ ("a number longer than it may be, %s"), N_ ("17 digits are all that count") },
  [DOSSIER_SYNTAX_NOT_INTEGER] = { "not-integer", N_ ("the number is not whole"), N_ ("write a number without a fraction") },
  [DOSSIER_SYNTAX_INTEGER_RANGE] = { "integer-range", N_ ("the number is too large for us"), N_ ("whole numbers go from -9223372036854775808 to 9223372036854775807") },
  [DOSSIER_SYNTAX_NUMBER_RANGE] = { "number-range", N_ ("the number is too large for us"), N_ ("numbers go up to about 1.8e308") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (all_words) == DOSSIER_N_SYNTAX);

/* Names what stands at @offset, for a sentence that begins with it. */
static char *
name_character (const char *data, gsize length, gsize offset)
{
  gunichar character;
  char utf8[7] = "";

  if (offset >= length)
    return g_strdup (_ ("the end"));

  character = g_utf8_get_char_validated (data + offset, (gssize) MIN (length - offset, 6));
  if (character == (gunichar) -1 || character == (gunichar) -2)
    return g_strdup_printf ("0x%02X", (guchar) data[offset]);

  /* A mark that combines, or a letter that is written to the left, is better not put within our words. */
  if (!g_unichar_isgraph (character) || g_unichar_ismark (character) ||
      (character >= 0x590 && (character < 0x2010 || character > 0x2027)))
    return g_strdup_printf ("U+%04X", character);

  g_unichar_to_utf8 (character, utf8);

  return g_strdup_printf ("“%s”", utf8);
}

/* Copies the word at @offset, of a very long one only the begin. */
static char *
copy_word (const char *data, gsize length, gsize offset)
{
  gsize end = offset;

  if (end < length && data[end] == '-')
    end++;
  while (end < length && end - offset < LONGEST_WORD &&
         (g_ascii_isalnum (data[end]) || data[end] == '_' || data[end] == '$'))
    end++;

  return g_strndup (data + offset, end - offset);
}

/* Puts @detail in the place of %s. Messages come from a table and from translators, so printf() is not trusted with them. */
static char *
complete (const char *message, const char *detail)
{
  const char *place = strstr (message, "%s");

  if (place == NULL)
    return g_strdup (message);

  return g_strdup_printf ("%.*s%s%s", (int) (place - message), message, detail, place + 2);
}

/**
 * dossier_syntax_get_name:
 * @code: what is wrong
 *
 * Returns: (transfer none): a short name of @code that stays the same, for programs: "trailing-comma"
 */
const char *
dossier_syntax_get_name (DossierSyntax code)
{
  g_return_val_if_fail ((guint) code < DOSSIER_N_SYNTAX, NULL);

  return all_words[code].name;
}

/**
 * dossier_syntax_describe:
 * @code: what is wrong
 * @data: (array length=length): the document
 * @length: how many bytes @data has
 * @offset: where it is wrong, in bytes from the begin of @data, at most @length
 * @limits: the limits in force
 * @message: (out) (transfer full): what is wrong, translated, without a full stop
 * @suggestion: (out) (transfer full) (nullable): what would be right, translated, without a full stop
 *
 * Puts an error into words for the user.
 */
void
dossier_syntax_describe (DossierSyntax code,
                         const char *data,
                         gsize length,
                         gsize offset,
                         const DossierLimits *limits,
                         char **message,
                         char **suggestion)
{
  g_autofree char *detail = NULL;

  g_return_if_fail ((guint) code < DOSSIER_N_SYNTAX);
  g_return_if_fail (offset <= length);

  *suggestion = g_strdup (all_words[code].suggestion != NULL ? _ (all_words[code].suggestion) : NULL);

  if (code == DOSSIER_SYNTAX_TOO_LARGE)
    detail = g_format_size_full (limits->max_bytes, G_FORMAT_SIZE_IEC_UNITS);
  else if (code == DOSSIER_SYNTAX_STRING_TOO_LONG)
    detail = g_format_size_full (limits->max_string, G_FORMAT_SIZE_IEC_UNITS);
  else if (code == DOSSIER_SYNTAX_NUMBER_TOO_LONG)
    detail = g_format_size_full (limits->max_number, G_FORMAT_SIZE_IEC_UNITS);
  else if (code == DOSSIER_SYNTAX_TOO_DEEP)
    detail = g_strdup_printf ("%d", limits->max_depth);
  else if (code == DOSSIER_SYNTAX_WORD || code == DOSSIER_SYNTAX_NOT_A_NUMBER)
    detail = copy_word (data, length, offset);
  else if (code == DOSSIER_SYNTAX_SURROGATE)
    detail = g_strndup (data + offset, MIN (6, length - offset));
  else if (code == DOSSIER_SYNTAX_ESCAPE)
    detail = name_character (data, length, MIN (offset + 1, length));
  else
    detail = name_character (data, length, offset);

  *message = complete (_ (all_words[code].message), detail);
}

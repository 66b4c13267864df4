/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-date-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is often written in place of something else, and what would be right. */
static const struct
{
  const char *mistake;
  const char *hint;
} hints[] = {
  { "unknown", N_ ("an unknown end of an interval is left empty, as in 1985/") },
  { "open", N_ ("an open end of an interval is written “..”, as in 1985/..") },
  { "x", N_ ("an unspecified digit is written “X”") },
  { "u", N_ ("an unspecified digit is written “X”") },
  { "U", N_ ("an unspecified digit is written “X”") },
  { "y", N_ ("the “Y” of a long year is a capital letter") },
  { "e", N_ ("the “E” of a long year is a capital letter") },
  { "s", N_ ("significant digits are written with a capital “S”, as in 1950S2") },
  { "p", N_ ("significant digits are written with a capital “S”, as in 1950S2") },
  { "t", N_ ("the “T” before a time is a capital letter") },
  { "z", N_ ("the “Z” after a time is a capital letter") },
  { "P", N_ ("a duration is not a date; write both ends of an interval") },
  { "+", N_ ("a year has no plus sign") },
  { ".", N_ ("the parts of a date are joined by “-”, and the year comes first, as in 2024-03-29") },
  { "(", N_ ("there are no parentheses; write “?” or “~” beside the part that it qualifies, as in 2004-?06-11") },
  { ")", N_ ("there are no parentheses; write “?” or “~” beside the part that it qualifies, as in 2004-?06-11") },
  { " ", N_ ("a date holds no spaces") },
  /* Hyphens and dashes that text editors put in place of “-”. */
  { "‐", N_ ("write the plain hyphen “-”, or “/” between the ends of an interval") },
  { "‑", N_ ("write the plain hyphen “-”, or “/” between the ends of an interval") },
  { "‒", N_ ("write the plain hyphen “-”, or “/” between the ends of an interval") },
  { "–", N_ ("write the plain hyphen “-”, or “/” between the ends of an interval") },
  { "—", N_ ("write the plain hyphen “-”, or “/” between the ends of an interval") },
  { "−", N_ ("write the plain hyphen “-”, or “/” between the ends of an interval") },
};

/* The number of the character that begins at byte @at, from 1. */
static int
count_characters (const DossierDateReader *reader, gsize at)
{
  int number = 1;

  for (gsize i = 0; i < at && i < reader->length; i++)
    number += (reader->text[i] & 0xc0) != 0x80;

  return number;
}

/* What stands at byte @at, for a message: never the character itself where it could do harm in a terminal. */
static char *
describe (const DossierDateReader *reader, gsize at)
{
  gunichar character;

  if (at >= reader->length)
    return g_strdup (_ ("the end"));
  if (g_ascii_isgraph (reader->text[at]))
    return g_strdup_printf ("“%c”", reader->text[at]);
  if (reader->text[at] == ' ')
    return g_strdup (_ ("a space"));

  character = g_utf8_get_char_validated (reader->text + at, (gssize) (reader->length - at));
  if (character == (gunichar) -1 || character == (gunichar) -2)
    return g_strdup_printf (_ ("the byte 0x%02X"), (unsigned int) (guchar) reader->text[at]);

  return g_strdup_printf ("U+%04X", character);
}

static const char *
find_hint (const DossierDateReader *reader, gsize at)
{
  for (gsize i = 0; i < G_N_ELEMENTS (hints); i++)
    {
      gsize length = strlen (hints[i].mistake);

      if (reader->length - at >= length && memcmp (reader->text + at, hints[i].mistake, length) == 0)
        return _ (hints[i].hint);
    }

  return NULL;
}

/**
 * dossier_date_reader_fail:
 * @reader: a reader
 * @code: #DossierDateError
 * @at: at which byte
 * @format: what is wrong there, translated, and what would be right
 * @...: what goes into @format
 *
 * Sets the error of @reader, if it has a place for one.
 *
 * Returns: always %FALSE
 */
gboolean
dossier_date_reader_fail (DossierDateReader *reader, DossierDateError code, gsize at, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  if (reader->error == NULL)
    return FALSE;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  /* Translators: a place in a date, and what is wrong there: “at character 6: there is no month 13” */
  g_set_error (reader->error, DOSSIER_DATE_ERROR, code, _ ("at character %d: %s"), count_characters (reader, at), message);

  return FALSE;
}

/**
 * dossier_date_reader_fail_expected:
 * @reader: a reader
 * @expected: what must stand where @reader is, not translated but marked for translation
 *
 * Sets the error of @reader, if it has a place for one: something else than @expected stands there. Says what would
 * be right if it is a common mistake.
 *
 * Returns: always %FALSE
 */
gboolean
dossier_date_reader_fail_expected (DossierDateReader *reader, const char *expected)
{
  g_autofree char *found = NULL;
  const char *hint;

  if (reader->error == NULL)
    return FALSE;

  found = describe (reader, reader->at);
  hint = find_hint (reader, reader->at);
  if (hint != NULL)
    return dossier_date_reader_fail (reader,
                                     DOSSIER_DATE_ERROR_SYNTAX,
                                     reader->at,
                                     /* Translators: what must stand at some place in a date, what does, and what would be right */
                                     _ ("%s must stand here, not %s: %s"),
                                     _ (expected),
                                     found,
                                     hint);

  return dossier_date_reader_fail (reader,
                                   DOSSIER_DATE_ERROR_SYNTAX,
                                   reader->at,
                                   /* Translators: what must stand at some place in a date, and what does: “two digits must stand here, not the end” */
                                   _ ("%s must stand here, not %s"),
                                   _ (expected),
                                   found);
}

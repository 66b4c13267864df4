/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-harmless.h"

#include <string.h>

/*
 * Whether @character does something to the text around it instead of being seen: moves the cursor, changes the
 * direction of writing, begins a line. Two that join letters are needed by honest words and do nothing else.
 */
static gboolean
is_harmful (gunichar character)
{
  GUnicodeType type = g_unichar_type (character);

  return type == G_UNICODE_CONTROL ||
         type == G_UNICODE_LINE_SEPARATOR ||
         type == G_UNICODE_PARAGRAPH_SEPARATOR ||
         (type == G_UNICODE_FORMAT && character != 0x200c && character != 0x200d);
}

/**
 * dossier_append_harmless:
 * @string: what to append to
 * @text: any bytes that end with NUL
 * @lines: what becomes of new lines and tabs
 *
 * Appends @text so that it can be printed to a terminal or put in a line of a log: control characters, controls of
 * the direction of writing and other invisible ones are written as JSON escapes them, as `\u202e`; bytes that are no
 * UTF-8 become U+FFFD. In a JSON text that keeps its lines this changes nothing but how its strings are written.
 */
void
dossier_append_harmless (GString *string, const char *text, DossierHarmless lines)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  const char *begin = valid;
  const char *p;

  for (p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if ((character >= 0x20 && character < 0x7f) || !is_harmful (character))
        continue;
      if (lines == DOSSIER_HARMLESS_KEEP_LINES && (character == '\n' || character == '\t'))
        continue;

      g_string_append_len (string, begin, p - begin);
      if (character == '\n')
        g_string_append (string, "\\n");
      else if (character == '\t')
        g_string_append (string, "\\t");
      else if (character <= 0xffff)
        g_string_append_printf (string, "\\u%04x", character);
      else
        g_string_append_printf (string,
                                "\\u%04x\\u%04x",
                                0xd800 + ((character - 0x10000) >> 10),
                                0xdc00 + ((character - 0x10000) & 0x3ff));
      begin = g_utf8_next_char (p);
    }

  g_string_append_len (string, begin, p - begin);
}

/**
 * dossier_make_harmless:
 * @text: any bytes that end with NUL
 * @lines: what becomes of new lines and tabs
 *
 * Returns: (transfer full): @text as dossier_append_harmless() writes it
 */
char *
dossier_make_harmless (const char *text, DossierHarmless lines)
{
  GString *string = g_string_new (NULL);

  dossier_append_harmless (string, text, lines);

  return g_string_free (string, FALSE);
}

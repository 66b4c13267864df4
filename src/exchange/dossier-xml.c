/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-xml.h"

/* What XML 1.0 takes as a character. Neither as it is nor as a reference may others stand in a document. */
static gboolean
is_character (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xd7ff) || (c >= 0xe000 && c <= 0xfffd) || c >= 0x10000;
}

/**
 * dossier_xml_append_text:
 * @xml: what is written
 * @text: any text in UTF-8
 *
 * Appends @text so that a parser reads the same, within an element or within an attribute's quotes. A character that XML
 * cannot hold becomes U+FFFD. Ends of lines and tabs are written as references, for parsers change them otherwise.
 */
void
dossier_xml_append_text (GString *xml, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      switch (c)
        {
        case '&':
          g_string_append (xml, "&amp;");
          break;
        case '<':
          g_string_append (xml, "&lt;");
          break;
        case '>':
          g_string_append (xml, "&gt;");
          break;
        case '"':
          g_string_append (xml, "&quot;");
          break;
        case '\t':
        case '\n':
        case '\r':
          g_string_append_printf (xml, "&#%u;", c);
          break;
        default:
          g_string_append_unichar (xml, is_character (c) ? c : 0xfffd);
          break;
        }
    }
}

/**
 * dossier_xml_append_attribute:
 * @xml: a start tag that is not closed yet
 * @name: the attribute's name
 * @value: (nullable): its value; nothing is written for %NULL
 */
void
dossier_xml_append_attribute (GString *xml, const char *name, const char *value)
{
  if (value == NULL)
    return;

  g_string_append_printf (xml, " %s=\"", name);
  dossier_xml_append_text (xml, value);
  g_string_append_c (xml, '"');
}

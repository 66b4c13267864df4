/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-object-text.h"

#include "model/dossier-json.h"
#include "model/dossier-scanner.h"

#include <string.h>

/* A member of an object: its name with the quotes, and its value. */
typedef struct
{
  DossierTextRange name;
  DossierTextRange value;
} Member;

/* Every member of the object @text, and where its closing bracket stands. Which of them is called @name, -1 for none,
 * goes to @found. */
static GArray *
list_members (const char *text, const char *name, int *found, gsize *closing)
{
  g_auto (DossierScanner) scanner = { 0 };
  GArray *members = g_array_new (FALSE, FALSE, sizeof (Member));

  *found = -1;
  dossier_scanner_init (&scanner, text, strlen (text), NULL);
  dossier_scanner_next (&scanner);
  while (dossier_scanner_next (&scanner) == DOSSIER_TOKEN_NAME)
    {
      Member member = { .name = { scanner.begin, scanner.end } };

      if (dossier_scanner_text_equals (&scanner, name))
        *found = (int) members->len;
      dossier_scanner_skip_value (&scanner, NULL);
      member.value = (DossierTextRange){ scanner.begin, scanner.end };
      g_array_append_val (members, member);
    }
  *closing = scanner.begin;

  return members;
}

/**
 * dossier_object_text_find:
 * @text: the text of an object
 * @name: the name of a member
 * @value: (out) (optional): where its value stands in @text
 *
 * Returns: whether there is one of that name
 */
gboolean
dossier_object_text_find (const char *text, const char *name, DossierTextRange *value)
{
  gsize closing;
  int found;
  g_autoptr (GArray) members = list_members (text, name, &found, &closing);

  if (found >= 0 && value != NULL)
    *value = g_array_index (members, Member, found).value;

  return found >= 0;
}

/* The text with that range replaced. */
static char *
splice (const char *text, gsize begin, gsize end, const char *replacement)
{
  g_autofree char *before = g_strndup (text, begin);

  return g_strconcat (before, replacement, text + end, NULL);
}

/* The white space before a name, if that stands on a line of its own; NULL if it does not. */
static char *
dup_line_indent (const char *text, gsize name)
{
  gsize begin = name;

  while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t'))
    begin--;

  return begin > 0 && text[begin - 1] == '\n' ? g_strndup (text + begin, name - begin) : NULL;
}

static char *
remove_member (const char *text, GArray *members, int index)
{
  gboolean is_last = index + 1 == (int) members->len;
  const Member *member = &g_array_index (members, Member, index);

  /* The comma before it goes too; that of the first is the one behind. */
  if (index > 0)
    return splice (text, g_array_index (members, Member, index - 1).value.end, member->value.end, "");

  return splice (text, member->name.begin, is_last ? member->value.end : g_array_index (members, Member, index + 1).name.begin, "");
}

/**
 * dossier_object_text_set:
 * @text: the text of an object
 * @name: the name of a member, of letters and digits and `_` alone
 * @value: (nullable): the text of what it is to hold, %NULL to remove it
 *
 * A member that is not there is added as the last, on a line of its own where the others have one.
 *
 * Returns: (transfer full): the changed text
 */
char *
dossier_object_text_set (const char *text, const char *name, const char *value)
{
  gsize closing;
  int found;
  g_autoptr (GArray) members = list_members (text, name, &found, &closing);
  g_autofree char *indent = NULL;
  g_autofree char *addition = NULL;
  gsize end;

  if (found >= 0 && value == NULL)
    return remove_member (text, members, found);
  if (found >= 0)
    {
      DossierTextRange range = g_array_index (members, Member, found).value;

      return splice (text, range.begin, range.end, value);
    }
  if (value == NULL)
    return g_strdup (text);
  if (members->len == 0)
    {
      addition = g_strdup_printf (" \"%s\": %s ", name, value);

      return splice (text, strchr (text, '{') - text + 1, closing, addition);
    }

  end = g_array_index (members, Member, members->len - 1).value.end;
  indent = dup_line_indent (text, g_array_index (members, Member, 0).name.begin);
  addition = indent != NULL ? g_strdup_printf (",\n%s\"%s\": %s", indent, name, value) : g_strdup_printf (", \"%s\": %s", name, value);

  return splice (text, end, end, addition);
}

/**
 * dossier_array_text_list:
 * @text: a text
 * @begin: where an array begins in it, at its bracket
 * @end: where it ends, behind its bracket
 *
 * Returns: (transfer full) (element-type DossierTextRange): where its elements stand in @text
 */
GArray *
dossier_array_text_list (const char *text, gsize begin, gsize end)
{
  g_auto (DossierScanner) scanner = { 0 };
  GArray *elements = g_array_new (FALSE, FALSE, sizeof (DossierTextRange));

  /* Scanned as one value after the other, each with what is left behind it: the scan of a value stops at its end. */
  dossier_scanner_init_range (&scanner, text, begin, end, NULL);
  dossier_scanner_next (&scanner);
  for (;;)
    {
      DossierTextRange element;
      DossierToken token = dossier_scanner_next (&scanner);
      int depth = scanner.depth;

      if (token == DOSSIER_TOKEN_ARRAY_END || token == DOSSIER_TOKEN_ERROR || token == DOSSIER_TOKEN_END)
        break;
      element.begin = scanner.begin;
      if (token == DOSSIER_TOKEN_OBJECT_BEGIN || token == DOSSIER_TOKEN_ARRAY_BEGIN)
        while (scanner.depth >= depth && dossier_scanner_next (&scanner) != DOSSIER_TOKEN_ERROR)
          ;
      element.end = scanner.end;
      g_array_append_val (elements, element);
    }

  return elements;
}

/**
 * dossier_text_quote:
 * @string: a string, UTF-8
 *
 * Returns: (transfer full): it as JSON writes it, on one line and with its quotes
 */
char *
dossier_text_quote (const char *string)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), string);

  return dossier_json_to_text (node, FALSE);
}

/**
 * dossier_text_join_lines:
 * @text: the text of any value
 *
 * A string of JSON holds no line break as such, so that every one is white space between values.
 *
 * Returns: (transfer full): @text on one line, as JSON Lines wants it
 */
char *
dossier_text_join_lines (const char *text)
{
  GString *joined = g_string_new (NULL);

  while (*text != '\0')
    {
      gsize length = strcspn (text, "\r\n");

      g_string_append_len (joined, text, (gssize) length);
      text += length;
      if (*text == '\0')
        break;
      text += strspn (text, " \t\r\n");
      g_string_append_c (joined, ' ');
    }

  return g_string_free (joined, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-help-page.h"

#include "model/dossier-address.h"

#include <string.h>

#define FENCE "```"

/* What is being read: the blocks so far, and the lines of what is not finished. */
typedef struct
{
  GPtrArray *blocks; /* of DossierHelpBlock */
  DossierHelpBlock *open; /* may go on with the next line; NULL if none may */
  GString *text;
} Reader;

static void
free_block (gpointer data)
{
  DossierHelpBlock *block = data;

  g_free (block->text);
  g_free (block->address);
  g_clear_pointer (&block->cells, g_ptr_array_unref);
  g_free (block);
}

/* Only other pages, which stand beside this one, and the web can be gone to. */
static gboolean
leads_somewhere (const char *address)
{
  return (g_str_has_suffix (address, ".md") && strchr (address, '/') == NULL) || dossier_address_is_harmless (address, NULL);
}

static void append_words (GString *markup, const char *words, gsize length);

/* What stands between two signs, and where it goes on; NULL if the second is missing. */
static const char *
find_end (const char *begin, const char *end, const char *sign)
{
  const char *found = g_strstr_len (begin, end - begin, sign);

  return found != NULL && found > begin ? found : NULL;
}

static const char *
append_between (GString *markup, const char *at, const char *end, const char *sign, const char *element)
{
  const char *begin = at + strlen (sign);
  const char *close = find_end (begin, end, sign);

  if (close == NULL)
    return NULL;

  g_string_append_printf (markup, "<%s>", element);
  if (*sign == '`')
    {
      g_autofree char *escaped = g_markup_escape_text (begin, close - begin);

      g_string_append (markup, escaped);
    }
  else
    {
      append_words (markup, begin, (gsize) (close - begin));
    }
  g_string_append_printf (markup, "</%s>", element);

  return close + strlen (sign);
}

/* [words](address) */
static const char *
append_link (GString *markup, const char *at, const char *end)
{
  const char *middle = find_end (at + 1, end, "](");
  const char *close = middle != NULL ? find_end (middle + 2, end, ")") : NULL;
  g_autofree char *address = NULL;
  g_autofree char *escaped = NULL;

  if (close == NULL)
    return NULL;

  address = g_strndup (middle + 2, (gsize) (close - middle - 2));
  escaped = g_markup_escape_text (address, -1);
  if (leads_somewhere (address))
    g_string_append_printf (markup, "<a href=\"%s\">", escaped);
  append_words (markup, at + 1, (gsize) (middle - at - 1));
  if (leads_somewhere (address))
    g_string_append (markup, "</a>");

  return close + 1;
}

/* Writes a stretch of a line as Pango markup. A sign that has no second is itself. */
static void
append_words (GString *markup, const char *words, gsize length)
{
  const char *end = words + length;

  for (const char *at = words; at < end;)
    {
      const char *next = NULL;

      if (*at == '`')
        next = append_between (markup, at, end, "`", "tt");
      else if (*at == '*' && at + 1 < end && at[1] == '*')
        next = append_between (markup, at, end, "**", "b");
      else if (*at == '*')
        next = append_between (markup, at, end, "*", "i");
      else if (*at == '[')
        next = append_link (markup, at, end);

      if (next == NULL)
        {
          g_autofree char *escaped = NULL;

          next = g_utf8_next_char (at);
          escaped = g_markup_escape_text (at, next - at);
          g_string_append (markup, escaped);
        }
      at = next;
    }
}

static char *
to_markup (const char *words)
{
  GString *markup = g_string_new (NULL);

  append_words (markup, words, strlen (words));

  return g_string_free (markup, FALSE);
}

static DossierHelpBlock *
add_block (Reader *reader, DossierHelpBlockKind kind, int level)
{
  DossierHelpBlock *block = g_new0 (DossierHelpBlock, 1);

  block->kind = kind;
  block->level = level;
  g_ptr_array_add (reader->blocks, block);

  return block;
}

/* The block that may go on ends here. */
static void
finish (Reader *reader)
{
  if (reader->open != NULL && reader->open->kind == DOSSIER_HELP_BLOCK_CODE)
    reader->open->text = g_strdup (reader->text->str);
  else if (reader->open != NULL && reader->open->kind != DOSSIER_HELP_BLOCK_TABLE)
    reader->open->text = to_markup (reader->text->str);
  reader->open = NULL;
  g_string_truncate (reader->text, 0);
}

static void
begin (Reader *reader, DossierHelpBlockKind kind, int level, const char *words)
{
  finish (reader);
  reader->open = add_block (reader, kind, level);
  g_string_append (reader->text, words);
}

/* | cell | cell | */
static void
add_row (Reader *reader, char *line)
{
  g_auto (GStrv) cells = NULL;
  int n_cells;

  line[strlen (line) - 1] = '\0';
  cells = g_strsplit (line + 1, "|", -1);
  n_cells = (int) g_strv_length (cells);
  if (reader->open == NULL || reader->open->kind != DOSSIER_HELP_BLOCK_TABLE)
    {
      begin (reader, DOSSIER_HELP_BLOCK_TABLE, n_cells, "");
      reader->open->cells = g_ptr_array_new_with_free_func (g_free);
    }

  /* The second row only parts the first from the others. */
  if (strspn (line, "|-: ") == strlen (line))
    return;

  for (int i = 0; i < reader->open->level; i++)
    g_ptr_array_add (reader->open->cells, to_markup (i < n_cells ? g_strstrip (cells[i]) : ""));
}

/* ![what it shows](where it is), alone in its line */
static gboolean
read_picture (Reader *reader, const char *line)
{
  const char *middle = g_str_has_prefix (line, "![") && g_str_has_suffix (line, ")") ? strstr (line, "](") : NULL;
  DossierHelpBlock *block;

  if (middle == NULL)
    return FALSE;

  finish (reader);
  block = add_block (reader, DOSSIER_HELP_BLOCK_PICTURE, 0);
  block->text = g_strndup (line + 2, (gsize) (middle - line - 2));
  block->address = g_strndup (middle + 2, strlen (middle + 2) - 1);

  return TRUE;
}

/* "- item" or "1. item"; returns where its words begin, NULL if it is none. */
static const char *
read_item (const char *line, int *number)
{
  gsize n_digits = strspn (line, "0123456789");

  *number = 0;
  if (g_str_has_prefix (line, "- "))
    return line + 2;
  if (n_digits == 0 || n_digits > 3 || !g_str_has_prefix (line + n_digits, ". "))
    return NULL;

  *number = (int) g_ascii_strtoll (line, NULL, 10);

  return line + n_digits + 2;
}

static void
read_line (Reader *reader, char *line)
{
  gsize n_signs = strspn (line, "#");
  const char *item;
  int number;

  if (*line == '\0')
    {
      finish (reader);
      return;
    }

  item = read_item (line, &number);
  if (n_signs > 0 && line[n_signs] == ' ')
    {
      begin (reader, DOSSIER_HELP_BLOCK_HEADING, (int) n_signs, line + n_signs + 1);
      finish (reader);
    }
  else if (item != NULL)
    {
      begin (reader, DOSSIER_HELP_BLOCK_ITEM, number, item);
    }
  else if (*line == '|' && strlen (line) > 1 && g_str_has_suffix (line, "|"))
    {
      add_row (reader, line);
    }
  else if (!read_picture (reader, line))
    {
      /* What goes on with the line before is one sentence with it. */
      if (reader->open != NULL && reader->open->kind != DOSSIER_HELP_BLOCK_TABLE)
        g_string_append_printf (reader->text, " %s", line);
      else
        begin (reader, DOSSIER_HELP_BLOCK_PARAGRAPH, 0, line);
    }
}

/**
 * dossier_help_page_read:
 * @page: a page of the help, in the part of Markdown that the help is written in: headings, paragraphs, lists of one
 *   level, code between fences, pictures in a line of their own, tables, emphasis, code within a line, links
 *
 * What is not known is taken as words.
 *
 * Returns: (transfer full) (element-type DossierHelpBlock): its parts in their order
 */
GPtrArray *
dossier_help_page_read (const char *page)
{
  Reader reader = { .blocks = g_ptr_array_new_with_free_func (free_block), .text = g_string_new (NULL) };
  g_auto (GStrv) lines = g_strsplit (page, "\n", -1);

  for (int i = 0; lines[i] != NULL; i++)
    {
      gboolean is_fence = g_str_has_prefix (lines[i], FENCE);
      gboolean is_code = reader.open != NULL && reader.open->kind == DOSSIER_HELP_BLOCK_CODE;

      if (is_fence && is_code)
        finish (&reader);
      else if (is_fence)
        begin (&reader, DOSSIER_HELP_BLOCK_CODE, 0, "");
      else if (is_code)
        g_string_append_printf (reader.text, "%s%s", reader.text->len > 0 ? "\n" : "", lines[i]);
      else
        read_line (&reader, g_strstrip (lines[i]));
    }
  finish (&reader);
  g_string_free (reader.text, TRUE);

  return reader.blocks;
}

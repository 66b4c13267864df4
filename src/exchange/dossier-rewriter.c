/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-rewriter.h"

#include "model/dossier-document-private.h"
#include "model/dossier-scanner.h"

#include <string.h>

/* Bytes of the document: a value, or a member of an object with its name. */
typedef struct
{
  gsize begin;
  gsize end;
} Range;

/* Values that belong under one name. */
typedef struct
{
  char *name;          /* as it is written, without the quotes */
  const char *line;    /* what a line calls one of them; NULL if it is a member of the heading */
  GArray *ranges;      /* Range; of a member of the heading exactly one */
} Group;

typedef struct
{
  const char *data;
  gsize length;
  const DossierLimits *limits;
  GPtrArray *groups; /* Group, in the order of the document's members */
  GString *text;
} Rewriter;

static void
free_group (gpointer data)
{
  Group *group = data;

  g_free (group->name);
  g_array_unref (group->ranges);
  g_free (group);
}

static Group *
get_group (Rewriter *self, const char *name, gsize length, const char *line)
{
  Group *group;

  for (guint i = 0; i < self->groups->len; i++)
    {
      group = g_ptr_array_index (self->groups, i);
      if (strlen (group->name) == length && memcmp (group->name, name, length) == 0)
        return group;
    }

  group = g_new0 (Group, 1);
  group->name = g_strndup (name, length);
  group->line = line;
  group->ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  g_ptr_array_add (self->groups, group);

  return group;
}

static void
add_range (Group *group, const DossierScanner *scanner)
{
  Range range = { scanner->begin, scanner->end };

  g_array_append_val (group->ranges, range);
}

/* The list of the document that the current name is of, or the type of record that it is in a line; or none. */
static const DossierField *
find_list (const DossierScanner *scanner, gboolean in_line)
{
  const DossierShape *document = dossier_shape_get_document ();

  for (int i = 0; i < document->n_fields; i++)
    {
      const DossierField *field = &document->fields[i];

      if (field->type == DOSSIER_FIELD_COLLECTION &&
          dossier_scanner_text_equals (scanner, in_line ? field->shape->name : field->name))
        return field;
    }

  return NULL;
}

/* Sorts the members of the document, or of the first line, into groups. */
static void
collect_document (Rewriter *self, DossierScanner *scanner)
{
  dossier_scanner_next (scanner);

  while (dossier_scanner_next (scanner) == DOSSIER_TOKEN_NAME)
    {
      const DossierField *list = find_list (scanner, FALSE);
      Group *group = list != NULL ? get_group (self, list->name, strlen (list->name), list->shape->name)
                                  : get_group (self, scanner->text, scanner->length, NULL);

      if (list == NULL)
        {
          dossier_scanner_skip_value (scanner, NULL);
          add_range (group, scanner);
          continue;
        }

      dossier_scanner_next (scanner);
      while (dossier_scanner_next (scanner) != DOSSIER_TOKEN_ARRAY_END)
        {
          dossier_scanner_skip_value (scanner, NULL);
          add_range (group, scanner);
        }
    }
}

/* A type of record that the format does not know is kept as a list of the document that it does not know either. */
static void
collect_line (Rewriter *self, DossierScanner *scanner)
{
  dossier_scanner_next (scanner);

  while (dossier_scanner_next (scanner) == DOSSIER_TOKEN_NAME)
    {
      const DossierField *list = find_list (scanner, TRUE);
      Group *group = list != NULL ? get_group (self, list->name, strlen (list->name), list->shape->name)
                                  : get_group (self, scanner->text, scanner->length, "");

      dossier_scanner_skip_value (scanner, NULL);
      add_range (group, scanner);
    }
}

static void
collect (Rewriter *self, DossierForm form)
{
  gboolean first = TRUE;

  for (gsize begin = 0; begin < self->length;)
    {
      const char *newline = form == DOSSIER_FORM_LINES ? memchr (self->data + begin, '\n', self->length - begin) : NULL;
      gsize end = newline != NULL ? (gsize) (newline - self->data) : self->length;
      g_auto (DossierScanner) scanner = { 0 };

      dossier_scanner_init_range (&scanner, self->data, begin, end, self->limits);
      if (first)
        collect_document (self, &scanner);
      else
        collect_line (self, &scanner);

      /* A blank line holds no token, and the heading is the first that is not blank. */
      first &= self->groups->len == 0;
      begin = end + 1;
    }
}

static void
append_new_line (Rewriter *self, int indent)
{
  if (indent < 0)
    return;

  g_string_append_c (self->text, '\n');
  for (int i = 0; i < indent; i++)
    g_string_append (self->text, "  ");
}

/* Appends a value letter for letter but for the white space between its parts. With @indent of 0 or more it is laid
 * out over several lines, each list and object one level further in; below 0 it goes on one line. */
static void
append_value (Rewriter *self, const Range *range, int indent)
{
  g_auto (DossierScanner) scanner = { 0 };
  DossierToken before = DOSSIER_TOKEN_NONE;
  DossierToken token;

  dossier_scanner_init_range (&scanner, self->data, range->begin, range->end, self->limits);

  while ((token = dossier_scanner_next (&scanner)) != DOSSIER_TOKEN_END)
    {
      gboolean opens = before == DOSSIER_TOKEN_OBJECT_BEGIN || before == DOSSIER_TOKEN_ARRAY_BEGIN;
      gboolean closes = token == DOSSIER_TOKEN_OBJECT_END || token == DOSSIER_TOKEN_ARRAY_END;

      /* The range was read before, and was good. */
      g_assert (token != DOSSIER_TOKEN_ERROR);

      if (before == DOSSIER_TOKEN_NAME)
        g_string_append (self->text, indent < 0 ? ":" : ": ");
      else if (before != DOSSIER_TOKEN_NONE && !(opens && closes))
        {
          int depth = scanner.depth - (token == DOSSIER_TOKEN_OBJECT_BEGIN || token == DOSSIER_TOKEN_ARRAY_BEGIN);

          if (!opens && !closes)
            g_string_append_c (self->text, ',');
          append_new_line (self, indent < 0 ? -1 : indent + depth);
        }

      g_string_append_len (self->text, self->data + scanner.begin, (gssize) (scanner.end - scanner.begin));
      before = token;
    }
}

static void
write_as_document (Rewriter *self)
{
  g_string_append_c (self->text, '{');

  for (guint i = 0; i < self->groups->len; i++)
    {
      const Group *group = g_ptr_array_index (self->groups, i);

      if (i > 0)
        g_string_append_c (self->text, ',');
      append_new_line (self, 1);
      g_string_append_printf (self->text, "\"%s\": ", group->name);

      if (group->line == NULL)
        {
          append_value (self, &g_array_index (group->ranges, Range, 0), 1);
          continue;
        }

      g_string_append_c (self->text, '[');
      for (guint j = 0; j < group->ranges->len; j++)
        {
          if (j > 0)
            g_string_append_c (self->text, ',');
          append_new_line (self, 2);
          append_value (self, &g_array_index (group->ranges, Range, j), 2);
        }
      if (group->ranges->len > 0)
        append_new_line (self, 1);
      g_string_append_c (self->text, ']');
    }

  g_string_append (self->text, "\n}\n");
}

static void
write_as_lines (Rewriter *self)
{
  gboolean first = TRUE;

  g_string_append_c (self->text, '{');
  for (guint i = 0; i < self->groups->len; i++)
    {
      const Group *group = g_ptr_array_index (self->groups, i);

      if (group->line != NULL)
        continue;

      g_string_append_printf (self->text, "%s\"%s\":", first ? "" : ",", group->name);
      append_value (self, &g_array_index (group->ranges, Range, 0), -1);
      first = FALSE;
    }
  g_string_append (self->text, "}\n");

  for (guint i = 0; i < self->groups->len; i++)
    {
      const Group *group = g_ptr_array_index (self->groups, i);

      for (guint j = 0; group->line != NULL && j < group->ranges->len; j++)
        {
          g_string_append_printf (self->text, "{\"%s\":", *group->line != '\0' ? group->line : group->name);
          append_value (self, &g_array_index (group->ranges, Range, j), -1);
          g_string_append (self->text, "}\n");
        }
    }
}

/**
 * dossier_rewriter_write:
 * @document: a document
 * @form: the form to write it in
 *
 * Writes a document in another form, or lays it out anew in the same. Every value stays as it is written, be it a
 * number too large for anyone; every field that the format does not know stays, too; only white space, and in JSON
 * Lines the order of the members of the document, may change.
 *
 * Returns: (transfer full): the document in @form
 */
GBytes *
dossier_rewriter_write (DossierDocument *document, DossierForm form)
{
  Rewriter self = { .limits = dossier_document_get_limits (document) };

  self.data = g_bytes_get_data (dossier_document_get_bytes (document), &self.length);
  self.groups = g_ptr_array_new_with_free_func (free_group);
  self.text = g_string_sized_new (self.length + 1024);

  collect (&self, dossier_document_get_form (document));
  if (form == DOSSIER_FORM_LINES)
    write_as_lines (&self);
  else
    write_as_document (&self);

  g_ptr_array_unref (self.groups);

  return g_string_free_to_bytes (self.text);
}

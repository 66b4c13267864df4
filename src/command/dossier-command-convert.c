/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/dossier-command-convert.h"

#include "command/dossier-command-document.h"
#include "exchange/dossier-citation.h"
#include "exchange/dossier-csv.h"
#include "exchange/dossier-gexf.h"
#include "exchange/dossier-graphml.h"
#include "exchange/dossier-rewriter.h"
#include "model/dossier-error.h"
#include "model/dossier-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *style;
  char *what;
  DossierFilter *filter; /* NULL if everything is written */
} Arguments;

/* Writes the document to a path in one format. Returns FALSE with @error set. */
typedef gboolean (*WriteFunc) (DossierDocument *document, const char *path, const Arguments *arguments, GError **error);

static gboolean
write_text (const char *path, char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return dossier_file_replace (path, bytes, error);
}

static gboolean
write_bibtex (DossierDocument *document, const char *path, const Arguments *arguments, GError **error)
{
  return write_text (path, dossier_citation_dup_bibliography (document, DOSSIER_CITATION_BIBTEX), error);
}

static gboolean
write_csl_json (DossierDocument *document, const char *path, const Arguments *arguments, GError **error)
{
  return write_text (path, dossier_citation_dup_bibliography (document, DOSSIER_CITATION_CSL_JSON), error);
}

static gboolean
write_bibliography (DossierDocument *document, const char *path, const Arguments *arguments, GError **error)
{
  DossierCitationStyle style = DOSSIER_CITATION_CHICAGO;

  if (arguments->style != NULL && g_ascii_strcasecmp (arguments->style, "apa") == 0)
    style = DOSSIER_CITATION_APA;
  else if (arguments->style != NULL && g_ascii_strcasecmp (arguments->style, "chicago") != 0)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("--style is chicago or apa"));
      return FALSE;
    }

  return write_text (path, dossier_citation_dup_bibliography (document, style), error);
}

static gboolean
write_document (DossierDocument *document, const char *path, const Arguments *arguments, GError **error)
{
  g_autoptr (GBytes) bytes = dossier_rewriter_write (document, DOSSIER_FORM_DOCUMENT);

  return dossier_file_replace (path, bytes, error);
}

static gboolean
write_lines (DossierDocument *document, const char *path, const Arguments *arguments, GError **error)
{
  g_autoptr (GBytes) bytes = dossier_rewriter_write (document, DOSSIER_FORM_LINES);

  return dossier_file_replace (path, bytes, error);
}

/* The tables that --what names, as a list of their numbers; NULL with @error set if it names another one. */
static GArray *
parse_tables (const char *what, GError **error)
{
  g_autoptr (GArray) tables = g_array_new (FALSE, FALSE, sizeof (int));
  g_auto (GStrv) names = g_strsplit (what, ",", -1);

  /* An empty list is no table either. */
  for (int i = 0; i == 0 || names[i] != NULL; i++)
    {
      int table = names[i] != NULL ? dossier_csv_lookup (names[i]) : -1;

      if (table < 0)
        {
          g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("--what is one or more of events, ties, reactions, claims and quotes, with commas between them"));
          return NULL;
        }
      g_array_append_val (tables, table);
    }

  return g_steal_pointer (&tables);
}

static gboolean
write_table (DossierDocument *document, const char *path, int table, const Arguments *arguments, GError **error)
{
  g_autoptr (GBytes) bytes = dossier_csv_write (document, table, arguments->filter);

  return dossier_file_replace (path, bytes, error);
}

static gboolean
write_csv (DossierDocument *document, const char *path, const Arguments *arguments, GError **error)
{
  g_autoptr (GArray) tables = parse_tables (arguments->what != NULL ? arguments->what : "events", error);

  if (tables == NULL)
    return FALSE;
  if (tables->len > 1)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("A file holds one table; for several name a folder"));
      return FALSE;
    }

  return write_table (document, path, g_array_index (tables, int, 0), arguments, error);
}

/* Each table in a file of its own: events.csv, ties.csv ... */
static gboolean
write_folder (DossierDocument *document, const char *path, const Arguments *arguments, GError **error)
{
  g_autoptr (GArray) tables = parse_tables (arguments->what != NULL ? arguments->what : "events,ties,reactions,claims,quotes", error);

  if (tables == NULL)
    return FALSE;
  if (g_mkdir (path, 0777) != 0 && errno != EEXIST)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, DOSSIER_ERROR, DOSSIER_ERROR_FILE, _ ("the folder %s cannot be made: %s"), name, g_strerror (errno));
      return FALSE;
    }

  for (guint i = 0; i < tables->len; i++)
    {
      int table = g_array_index (tables, int, i);
      g_autofree char *name = g_strconcat (dossier_csv_get_name (table), ".csv", NULL);
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (!write_table (document, file, table, arguments, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_graphml (DossierDocument *document, const char *path, const Arguments *arguments, GError **error)
{
  g_autoptr (GBytes) bytes = dossier_graphml_write (document, arguments->filter);

  return dossier_file_replace (path, bytes, error);
}

static gboolean
write_gexf (DossierDocument *document, const char *path, const Arguments *arguments, GError **error)
{
  g_autoptr (GBytes) bytes = dossier_gexf_write (document, arguments->filter);

  return dossier_file_replace (path, bytes, error);
}

/* By the end of the name; a longer end comes before one that it ends in. */
static const struct
{
  const char *suffix;
  WriteFunc write;
} formats[] = {
  { "/", write_folder },
  { ".csv", write_csv },
  { ".csl.json", write_csl_json },
  { ".bib", write_bibtex },
  { ".txt", write_bibliography },
  { ".graphml", write_graphml },
  { ".gexf", write_gexf },
  { ".dossier", write_document },
  { ".json", write_document },
  { ".dossierl", write_lines },
  { ".jsonl", write_lines },
};

static WriteFunc
find_format (const char *path, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  g_autofree char *name = NULL;
  g_autoptr (GString) known = g_string_new (NULL);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return write_folder;

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_str_has_suffix (lower, formats[i].suffix))
        return formats[i].write;
      g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", formats[i].suffix);
    }

  name = g_filename_display_name (path);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("%s does not end in one of these: %s"), name, known->str);

  return NULL;
}

/**
 * dossier_command_convert:
 * @argc: how many arguments
 * @argv: the arguments; the first is the command's name
 *
 * `dossier convert IN OUT`: writes a dossier, or a part of it, in another format, which the end of OUT's name tells.
 *
 * Returns: 0 if it was written, 1 if IN has errors or OUT cannot be written, 2 if the arguments are wrong
 */
int
dossier_command_convert (int argc, char **argv)
{
  Arguments arguments = { NULL };
  g_auto (GStrv) conditions = NULL;
  const GOptionEntry entries[] = {
    { "style", 0, 0, G_OPTION_ARG_STRING, &arguments.style, N_ ("How a .txt cites: chicago (as a rule) or apa"), N_ ("STYLE") },
    { "what", 0, 0, G_OPTION_ARG_STRING, &arguments.what, N_ ("What a .csv holds: events (as a rule), ties, reactions, claims or quotes; for a folder, several with commas"), N_ ("TABLES") },
    { "filter", 0, 0, G_OPTION_ARG_STRING_ARRAY, &conditions, N_ ("Write only these events and what refers to them, such as kind=diplomacy; may be given several times"), N_ ("CONDITION") },
    { NULL },
  };
  /* Translators: the arguments of "dossier convert". */
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("IN OUT - write a dossier in another format"));
  g_autoptr (DossierDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  DossierLimits limits;
  WriteFunc write = NULL;
  int status = 0;

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_group (context, dossier_command_new_limits_group (&limits));

  if (!g_option_context_parse (context, &argc, &argv, &error))
    status = 2;
  else if (argc != 3)
    {
      g_set_error_literal (&error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _ ("Name what is read and what is written: dossier convert IN OUT"));
      status = 2;
    }
  else if ((write = find_format (argv[2], &error)) == NULL)
    status = 2;
  else if (conditions != NULL && write != write_csv && write != write_folder && write != write_graphml && write != write_gexf)
    {
      g_set_error_literal (&error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("Only tables and networks can be filtered: a .csv, a folder, a .graphml or a .gexf"));
      status = 2;
    }
  else if ((document = dossier_command_open (argv[1], &limits)) == NULL)
    status = 1;
  else if (conditions != NULL && (arguments.filter = dossier_command_make_filter (document, (const char *const *) conditions, &error)) == NULL)
    status = 2;
  else if (!write (document, argv[2], &arguments, &error))
    status = error->domain == G_OPTION_ERROR ? 2 : 1;

  if (error != NULL)
    g_printerr ("%s\n", error->message);
  g_free (arguments.style);
  g_free (arguments.what);
  g_clear_object (&arguments.filter);

  return status;
}

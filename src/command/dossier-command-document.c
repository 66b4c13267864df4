/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/dossier-command-document.h"

#include "model/dossier-filter-condition.h"

#include <glib/gi18n-lib.h>

/* What the options are parsed into, and where it goes. */
typedef struct
{
  DossierLimits *limits;
  gint64 bytes;
  int depth;
  gint64 string;
} Values;

static gboolean
set_limits (GOptionContext *context, GOptionGroup *group, gpointer data, GError **error)
{
  Values *values = data;

  if (values->bytes != 0)
    values->limits->max_bytes = (gsize) values->bytes;
  if (values->depth != 0)
    values->limits->max_depth = values->depth;
  if (values->string != 0)
    values->limits->max_string = (gsize) values->string;

  if (values->bytes < 0 || values->depth < 0 || values->string < 0 || !dossier_limits_are_valid (values->limits))
    {
      g_set_error (error,
                   G_OPTION_ERROR,
                   G_OPTION_ERROR_BAD_VALUE,
                   _ ("a limit is out of range: at most %zu bytes, %d levels and %zu bytes in a string"),
                   DOSSIER_LIMITS_MOST_BYTES,
                   DOSSIER_LIMITS_MOST_DEPTH,
                   DOSSIER_LIMITS_MOST_STRING);
      return FALSE;
    }

  return TRUE;
}

/**
 * dossier_command_new_limits_group:
 * @limits: (out): is set to the defaults, and to what the options say when they are parsed
 *
 * Returns: (transfer full): options that raise the limits of the reader
 */
GOptionGroup *
dossier_command_new_limits_group (DossierLimits *limits)
{
  Values *values = g_new0 (Values, 1);
  const GOptionEntry entries[] = {
    { "max-bytes", 0, 0, G_OPTION_ARG_INT64, &values->bytes, N_ ("Read files of up to N bytes"), "N" },
    { "max-depth", 0, 0, G_OPTION_ARG_INT, &values->depth, N_ ("Read up to N objects and arrays within each other"), "N" },
    { "max-string", 0, 0, G_OPTION_ARG_INT64, &values->string, N_ ("Read strings of up to N bytes"), "N" },
    { NULL },
  };
  GOptionGroup *group;

  *limits = *dossier_limits_get_default ();
  values->limits = limits;

  group = g_option_group_new ("limits", _ ("Limits:"), _ ("Show options that raise the limits for large files"), values, g_free);
  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  g_option_group_add_entries (group, entries);
  g_option_group_set_parse_hooks (group, NULL, set_limits);

  return group;
}

/**
 * dossier_command_read:
 * @path: a path or a file URI, as it was typed
 * @limits: how much the file may ask for
 * @report: what is wrong with it is added here
 *
 * Returns: (transfer full) (nullable): the document, %NULL if it has errors
 */
DossierDocument *
dossier_command_read (const char *path, const DossierLimits *limits, DossierReport *report)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

  return dossier_reader_read_file (file, limits, report, NULL, NULL);
}

/**
 * dossier_command_open:
 * @path: a path or a file URI, as it was typed
 * @limits: how much the file may ask for
 *
 * Reads a dossier, and prints to standard error what is wrong with it.
 *
 * Returns: (transfer full) (nullable): the document, %NULL if it has errors
 */
DossierDocument *
dossier_command_open (const char *path, const DossierLimits *limits)
{
  g_autoptr (DossierReport) report = dossier_report_new ();
  DossierDocument *document = dossier_command_read (path, limits, report);
  g_autofree char *text = dossier_report_to_text (report);

  if (*text != '\0')
    g_printerr ("%s", text);

  return document;
}

/**
 * dossier_command_make_filter:
 * @document: a document
 * @conditions: (array zero-terminated=1): what dossier_filter_add_condition() takes, as it was typed
 * @error: %G_OPTION_ERROR_BAD_VALUE if a condition is not understood
 *
 * Returns: (transfer full) (nullable): a filter with these conditions, %NULL with @error set
 */
DossierFilter *
dossier_command_make_filter (DossierDocument *document, const char *const *conditions, GError **error)
{
  g_autoptr (DossierFilter) filter = dossier_filter_new (document);

  for (int i = 0; conditions[i] != NULL; i++)
    {
      g_autoptr (GError) reason = NULL;

      if (!dossier_filter_add_condition (filter, conditions[i], &reason))
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "--filter: %s", reason->message);
          return NULL;
        }
    }

  return g_steal_pointer (&filter);
}

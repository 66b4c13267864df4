/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/dossier-command-check.h"

#include "command/dossier-command-document.h"
#include "model/dossier-harmless.h"
#include "model/dossier-json.h"
#include "model/dossier-shape.h"

#include <glib/gi18n-lib.h>

static void
print_counts (DossierDocument *document, const char *path)
{
  const DossierShape *shape = dossier_shape_get_document ();
  g_autofree char *name = dossier_make_harmless (path, DOSSIER_HARMLESS_ONE_LINE);
  g_autofree char *title = dossier_make_harmless (dossier_text_get (&dossier_document_get_heading (document)->title, NULL), DOSSIER_HARMLESS_ONE_LINE);

  g_print ("%s: %s\n", name, title);
  for (int i = 0; i < shape->n_fields; i++)
    {
      if (shape->fields[i].type == DOSSIER_FIELD_COLLECTION)
        g_print ("%8d %s\n", dossier_document_get_count (document, shape->fields[i].shape->record), shape->fields[i].name);
    }
}

static void
add_json (JsonBuilder *builder, DossierDocument *document, DossierReport *report, const char *path)
{
  const DossierShape *shape = dossier_shape_get_document ();
  g_autofree char *name = g_filename_display_name (path);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "file");
  json_builder_add_string_value (builder, name);
  json_builder_set_member_name (builder, "valid");
  json_builder_add_boolean_value (builder, document != NULL);

  if (document != NULL)
    {
      json_builder_set_member_name (builder, "counts");
      json_builder_begin_object (builder);
      for (int i = 0; i < shape->n_fields; i++)
        {
          if (shape->fields[i].type != DOSSIER_FIELD_COLLECTION)
            continue;

          json_builder_set_member_name (builder, shape->fields[i].name);
          json_builder_add_int_value (builder, dossier_document_get_count (document, shape->fields[i].shape->record));
        }
      json_builder_end_object (builder);
    }

  json_builder_set_member_name (builder, "report");
  json_builder_add_value (builder, dossier_report_to_json (report));
  json_builder_end_object (builder);
}

/**
 * dossier_command_check:
 * @argc: how many arguments
 * @argv: the arguments; the first is the command's name
 *
 * `dossier check FILE…`: reads each file, prints how many records of each type it has, and on standard error what
 * is wrong with it.
 *
 * Returns: 0 if all files are good, 1 if one is not, 2 if the arguments are wrong
 */
int
dossier_command_check (int argc, char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print counts and problems as JSON"), NULL },
    { NULL },
  };
  /* Translators: the arguments of "dossier check". */
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("FILE… - check dossiers and say what is wrong with them"));
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;
  DossierLimits limits;
  gboolean good = TRUE;

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_group (context, dossier_command_new_limits_group (&limits));
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc < 2)
    {
      g_printerr ("%s\n", error != NULL ? error->message : _ ("Name at least one file: dossier check FILE…"));
      return 2;
    }

  json_builder_begin_array (builder);

  for (int i = 1; i < argc; i++)
    {
      g_autoptr (DossierReport) report = dossier_report_new ();
      g_autoptr (DossierDocument) document = dossier_command_read (argv[i], &limits, report);
      g_autofree char *text = dossier_report_to_text (report);

      good &= document != NULL;
      if (json)
        {
          add_json (builder, document, report, argv[i]);
          continue;
        }

      g_printerr ("%s", text);
      if (document != NULL)
        print_counts (document, argv[i]);
    }

  json_builder_end_array (builder);

  if (json)
    {
      g_autoptr (JsonNode) root = json_builder_get_root (builder);
      g_autofree char *text = dossier_json_to_text (root, TRUE);

      g_print ("%s\n", text);
    }

  return good ? 0 : 1;
}

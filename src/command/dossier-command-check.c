/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/dossier-command-check.h"

#include "command/dossier-command-document.h"
#include "model/dossier-harmless.h"
#include "model/dossier-json.h"
#include "model/dossier-shape.h"
#include "model/dossier-verification.h"

#include <glib/gi18n-lib.h>

/* How many quotes fit their text, as it is written in JSON. */
static const char *const fit_keys[DOSSIER_N_FITS] = { "unverified", "exact", "moved", "ambiguous", "orphaned" };

static void
print_verification (DossierVerification *verification)
{
  /* Translators: of quotes, held against the text of their source */
  static const char *const words[DOSSIER_N_FITS] = { N_ ("without a text"), N_ ("exact"), N_ ("moved"), N_ ("ambiguous"), N_ ("orphaned") };
  g_autoptr (GString) line = g_string_new (NULL);

  for (int i = 1; i <= DOSSIER_N_FITS; i++)
    {
      DossierFit fit = (DossierFit) (i % DOSSIER_N_FITS);
      int n = dossier_verification_get_count (verification, fit);

      if (n > 0)
        g_string_append_printf (line, "%s%d %s", line->len > 0 ? ", " : "", n, _ (words[fit]));
    }

  if (line->len > 0)
    {
      g_print ("         ");
      /* Translators: how quotes fit the texts that they are taken from, such as: quotes: 188 exact, 2 moved */
      g_print (_ ("quotes: %s"), line->str);
      g_print ("\n");
    }
}

static void
print_texts (DossierDocument *document, DossierVerification *verification)
{
  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_SOURCE); i++)
    {
      const DossierSource *source = dossier_document_get_source (document, i);
      const char *why;
      DossierTextState state = dossier_verification_get_text_state (verification, i, &why);
      g_autofree char *name = source->file != NULL ? dossier_make_harmless (source->file, DOSSIER_HARMLESS_ONE_LINE) : NULL;

      if (state == DOSSIER_TEXT_STATE_MISSING)
        {
          g_autofree char *harmless = dossier_make_harmless (why, DOSSIER_HARMLESS_ONE_LINE);

          g_print ("         %s: %s\n", name, harmless);
        }
      else if (state == DOSSIER_TEXT_STATE_CHANGED)
        {
          g_print ("         %s: %s\n", name, _ ("it is not the text that was quoted: its checksum is another one"));
        }
    }
}

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
add_json (JsonBuilder *builder, DossierDocument *document, DossierVerification *verification, DossierReport *report, const char *path)
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

      json_builder_set_member_name (builder, "verification");
      json_builder_begin_object (builder);
      for (int i = 0; i < DOSSIER_N_FITS; i++)
        {
          json_builder_set_member_name (builder, fit_keys[i]);
          json_builder_add_int_value (builder, dossier_verification_get_count (verification, (DossierFit) i));
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
 * is wrong with it. Each quote is held against the text of its source, where there is one.
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
      g_autoptr (DossierVerification) verification = NULL;
      g_autofree char *text = NULL;

      if (document != NULL)
        {
          g_autofree char *name = g_file_get_parse_name (dossier_document_get_file (document));

          verification = dossier_verification_new (document, NULL);
          dossier_verification_report (verification, report, name);
        }
      text = dossier_report_to_text (report);

      good &= document != NULL;
      if (json)
        {
          add_json (builder, document, verification, report, argv[i]);
          continue;
        }

      g_printerr ("%s", text);
      if (document != NULL)
        {
          print_counts (document, argv[i]);
          print_verification (verification);
          print_texts (document, verification);
        }
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

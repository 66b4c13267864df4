/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/dossier-command-date.h"

#include "model/dossier-calendar.h"
#include "model/dossier-date-text.h"
#include "model/dossier-harmless.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* What stands in a column where there is no date. */
#define NO_DATE "-"

typedef struct
{
  gboolean json;
  gboolean text;
} Options;

/* Parts the arguments into options and dates: those that begin with a minus and a digit are years before the common
 * era, which GOptionContext would take for options. */
static void
sort_arguments (int argc, char **argv, GPtrArray *options, GPtrArray *expressions)
{
  gboolean only_dates = FALSE;

  g_ptr_array_add (options, argv[0]);
  for (int i = 1; i < argc; i++)
    {
      gboolean is_option = argv[i][0] == '-' && !g_ascii_isdigit (argv[i][1]) && argv[i][1] != 'X';

      if (!only_dates && g_str_equal (argv[i], "--"))
        only_dates = TRUE;
      else
        g_ptr_array_add (is_option && !only_dates ? options : expressions, argv[i]);
    }
  g_ptr_array_add (options, NULL);
}

/* The day of an end of a date, with the time where it is told. NULL if the end is open or unknown. */
static char *
write_end (gint64 time, DossierPrecision precision, const DossierDatePoint *point)
{
  g_autofree char *text = NULL;

  if (time == DOSSIER_TIME_MIN || time == DOSSIER_TIME_MAX)
    return NULL;

  text = dossier_calendar_to_iso (time, precision < DOSSIER_PRECISION_DAY);
  if (precision >= DOSSIER_PRECISION_DAY || point->zone == DOSSIER_DATE_ZONE_LOCAL)
    return g_steal_pointer (&text);

  return g_strconcat (text, "Z", NULL);
}

static void
print_line (const char *expression, const DossierDate *date, const char *earliest, const char *latest, const char *text)
{
  g_autoptr (GString) line = g_string_new (NULL);

  dossier_append_harmless (line, expression, DOSSIER_HARMLESS_ONE_LINE);
  g_string_append_printf (line, "\t%d\t%s\t%s", date->level, earliest != NULL ? earliest : NO_DATE, latest != NULL ? latest : NO_DATE);
  if (text != NULL)
    g_string_append_printf (line, "\t%s", text);

  g_print ("%s\n", line->str);
}

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

/* Prints what one expression comes to, or adds it to @builder. Returns whether it is valid. */
static gboolean
print_date (const char *expression, const Options *options, JsonBuilder *builder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DossierDate) date = dossier_date_parse (expression, -1, &error);
  g_autofree char *harmless = dossier_make_harmless (expression, DOSSIER_HARMLESS_ONE_LINE);
  g_autofree char *valid_utf8 = g_utf8_make_valid (expression, -1);
  g_autofree char *earliest = NULL;
  g_autofree char *latest = NULL;
  g_autofree char *text = NULL;

  if (options->json)
    {
      json_builder_begin_object (builder);
      add_string (builder, "expression", valid_utf8);
    }

  if (date == NULL)
    {
      g_printerr ("%s: %s\n", harmless, error->message);
      if (options->json)
        {
          add_string (builder, "error", error->message);
          json_builder_end_object (builder);
        }
      return FALSE;
    }

  earliest = write_end (date->span.start_earliest, date->span.start_precision, &date->items[0].first);
  latest = write_end (date->span.end_latest, date->span.end_precision, &date->items[date->n_items - 1].last);
  if (options->text)
    text = dossier_date_to_text (date, DOSSIER_DATE_STYLE_LONG);

  if (options->json)
    {
      json_builder_set_member_name (builder, "level");
      json_builder_add_int_value (builder, date->level);
      add_string (builder, "earliest", earliest);
      add_string (builder, "latest", latest);
      if (text != NULL)
        add_string (builder, "text", text);
      json_builder_end_object (builder);
    }
  else
    {
      print_line (expression, date, earliest, latest, text);
    }

  if (dossier_span_is_backward (&date->span))
    g_printerr (_ ("%s: the interval runs backward\n"), harmless);

  return TRUE;
}

/**
 * dossier_command_date:
 * @argc: how many arguments
 * @argv: the arguments; the first is the command's name
 *
 * `dossier date EXPR…`: prints for each date in EDTF what it comes to: the expression, its level, the earliest and
 * the latest day, parted by tabs. An end that is open or unknown is `-`. Where the time is told too, it follows the
 * day, in UTC if the zone is told. Years of more than four digits begin with `Y`. With `--text` a fifth column says
 * it in plain language. With `--json` it is a list of objects with `expression`, `level`, `earliest`, `latest` (null
 * for none) and `text`, or with `expression` and `error`.
 *
 * What is wrong with a date that is not valid is printed to the standard error, and the others are printed
 * nevertheless. An interval that runs backward is valid, but warned of.
 *
 * Returns: 0 if all are valid, 1 if one is not, 2 if the arguments are wrong
 */
int
dossier_command_date (int argc, char **argv)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("Print the dates as JSON"), NULL },
    { "text", 0, 0, G_OPTION_ARG_NONE, &options.text, N_ ("Add what each date is in plain language"), NULL },
    { NULL },
  };
  /* Translators: the arguments of "dossier date". EDTF is the name of a format. */
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("EXPR… - say what dates written in EDTF come to"));
  g_autoptr (GPtrArray) option_arguments = g_ptr_array_new ();
  g_autoptr (GPtrArray) expressions = g_ptr_array_new ();
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;
  char **option_argv;
  int n_option_arguments;
  gboolean valid = TRUE;

  sort_arguments (argc, argv, option_arguments, expressions);
  option_argv = (char **) option_arguments->pdata;
  n_option_arguments = (int) option_arguments->len - 1;

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &n_option_arguments, &option_argv, &error) || expressions->len == 0)
    {
      g_autofree char *message = dossier_make_harmless (error != NULL ? error->message : _ ("Name a date: dossier date EXPR…"), DOSSIER_HARMLESS_ONE_LINE);

      g_printerr ("%s\n", message);
      return 2;
    }

  json_builder_begin_array (builder);
  for (guint i = 0; i < expressions->len; i++)
    valid = print_date (expressions->pdata[i], &options, builder) && valid;
  json_builder_end_array (builder);

  if (options.json)
    {
      g_autoptr (JsonNode) root = json_builder_get_root (builder);
      g_autofree char *json = json_to_string (root, TRUE);
      g_autofree char *harmless = dossier_make_harmless (json, DOSSIER_HARMLESS_KEEP_LINES);

      g_print ("%s\n", harmless);
    }

  return valid ? 0 : 1;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/dossier-command-query.h"

#include "command/dossier-command-document.h"
#include "exchange/dossier-record-json.h"
#include "model/dossier-harmless.h"
#include "model/dossier-json.h"
#include "model/dossier-query.h"

#include <glib/gi18n-lib.h>

static void print_value (JsonNode *node, int indent);

/* What a reference leads to, on one line: "Kim Jong Un (kim-jong-un)". */
static char *
describe_reference (JsonObject *object)
{
  GString *line = g_string_new (NULL);

  dossier_append_harmless (line, json_object_get_string_member (object, "title"), DOSSIER_HARMLESS_ONE_LINE);
  g_string_append_printf (line, " (%s)", json_object_get_string_member (object, "id"));

  for (int i = 0; i < 2; i++)
    {
      const char *name = i == 0 ? "speaker" : "section";

      if (json_object_has_member (object, name))
        {
          g_string_append (line, i == 0 ? ": " : ", ");
          dossier_append_harmless (line, json_object_get_string_member (object, name), DOSSIER_HARMLESS_ONE_LINE);
        }
    }

  if (json_object_has_member (object, "paragraph"))
    g_string_append_printf (line, " ¶ %" G_GINT64_FORMAT, json_object_get_int_member (object, "paragraph"));

  return g_string_free (line, FALSE);
}

/* What goes on one line: a scalar, a reference, or a date. */
static char *
describe_simple (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);

      if (json_object_has_member (object, "id") && json_object_has_member (object, "title") && !json_object_has_member (object, "record"))
        return describe_reference (object);

      if (json_object_has_member (object, "edtf"))
        return g_strdup_printf ("%s (%s)",
                                json_object_get_string_member_with_default (object, "text", ""),
                                json_object_get_string_member (object, "edtf"));
    }
  else if (JSON_NODE_HOLDS_VALUE (node))
    {
      if (json_node_get_value_type (node) == G_TYPE_STRING)
        return dossier_make_harmless (json_node_get_string (node), DOSSIER_HARMLESS_ONE_LINE);

      return dossier_json_to_text (node, FALSE);
    }

  return NULL;
}

static void
print_member (JsonObject *object, const char *name, JsonNode *node, gpointer data)
{
  int indent = GPOINTER_TO_INT (data);
  g_autofree char *simple = describe_simple (node);

  if (simple != NULL)
    g_print ("%*s%s: %s\n", indent, "", name, simple);
  else
    {
      g_print ("%*s%s:\n", indent, "", name);
      print_value (node, indent + 2);
    }
}

static void
print_element (JsonArray *array, guint index, JsonNode *node, gpointer data)
{
  int indent = GPOINTER_TO_INT (data);
  g_autofree char *simple = describe_simple (node);

  if (simple != NULL)
    g_print ("%*s- %s\n", indent, "", simple);
  else
    {
      g_print ("%*s-\n", indent, "");
      print_value (node, indent + 2);
    }
}

static void
print_value (JsonNode *node, int indent)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    json_object_foreach_member (json_node_get_object (node), print_member, GINT_TO_POINTER (indent));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    json_array_foreach_element (json_node_get_array (node), print_element, GINT_TO_POINTER (indent));
}

/* Who asks for records by words wants the best; who asks by conditions wants all. */
#define MOST_FOUND_BY_WORDS 10

/* An id is the shortest way to say what one wants; it comes before what the words are found in. */
static GArray *
find (DossierDocument *document, const char *words, int n_most, GError **error)
{
  DossierRef named = dossier_document_lookup (document, words);
  g_autoptr (DossierQuery) query = NULL;

  if (dossier_ref_is_set (named))
    {
      GArray *found = g_array_new (FALSE, FALSE, sizeof (DossierRef));

      g_array_append_val (found, named);
      return found;
    }

  query = dossier_query_new (document, words, error);
  if (query == NULL)
    return NULL;
  if (n_most < 0)
    n_most = dossier_query_has_conditions (query) ? G_MAXINT : MOST_FOUND_BY_WORDS;

  return dossier_query_run (query, n_most, NULL);
}

static void
print_found (DossierDocument *document, const GArray *found, gboolean json)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  json_node_take_array (root, array);

  for (guint i = 0; i < found->len; i++)
    {
      JsonNode *node = dossier_record_to_json (document, g_array_index (found, DossierRef, i), NULL);

      if (!json)
        {
          print_value (node, 0);
          if (i + 1 < found->len)
            g_print ("\n");
        }

      json_array_add_element (array, node);
    }

  if (json)
    {
      g_autofree char *text = dossier_json_to_text (root, TRUE);

      g_print ("%s\n", text);
    }
}

/**
 * dossier_command_query:
 * @argc: how many arguments
 * @argv: the arguments; the first is the command's name
 *
 * `dossier query FILE WORDS…`: prints the records in which all the words occur, best first, with everything that
 * the dossier says of them; or the one record whose id is the words. Among the words there may be conditions, which
 * #DossierQuery tells.
 *
 * Returns: 0 if something was found, 1 if nothing was or the file has errors, 2 if the arguments are wrong
 */
int
dossier_command_query (int argc, char **argv)
{
  gboolean json = FALSE;
  int n_most = -1;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print the records as JSON"), NULL },
    { "most", 'n', 0, G_OPTION_ARG_INT, &n_most, N_ ("Print at most N records (10, or all if there are conditions)"), "N" },
    { NULL },
  };
  /* Translators: the arguments of "dossier query". */
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("FILE WORDS… - find records by words, by conditions such as status:alleged, or by id"));
  g_autoptr (DossierDocument) document = NULL;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  DossierLimits limits;

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_group (context, dossier_command_new_limits_group (&limits));
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc < 3 || n_most == 0 || n_most < -1)
    {
      g_printerr ("%s\n", error != NULL ? error->message : _ ("Name a file and words to look for: dossier query FILE WORDS…"));
      return 2;
    }

  document = dossier_command_open (argv[1], &limits);
  if (document == NULL)
    return 1;

  words = g_strjoinv (" ", argv + 2);
  if (!g_utf8_validate (words, -1, NULL))
    {
      g_printerr ("%s\n", _ ("The words to look for are not valid UTF-8."));
      return 2;
    }

  found = find (document, words, n_most, &error);
  if (found == NULL)
    {
      g_autofree char *message = dossier_make_harmless (error->message, DOSSIER_HARMLESS_ONE_LINE);

      g_printerr ("%s\n", message);
      return 2;
    }
  if (json || found->len > 0)
    print_found (document, found, json);
  if (found->len == 0)
    {
      g_printerr ("%s\n", _ ("Nothing was found."));
      return 1;
    }

  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-input.h"

#include "model/dossier-filter-state.h"
#include "model/dossier-scanner.h"

#include <json-glib/json-glib.h>

/* Whether it is one value: of two json-glib loses the first, and never frees it. */
static gboolean
is_json (const char *data, gsize length)
{
  DossierScanner scanner;
  DossierToken token;

  dossier_scanner_init (&scanner, data, length, dossier_limits_get_default ());
  do
    token = dossier_scanner_next (&scanner);
  while (token != DOSSIER_TOKEN_END && token != DOSSIER_TOKEN_ERROR);
  dossier_scanner_clear (&scanner);

  return token == DOSSIER_TOKEN_END;
}

/* Any JSON as a filter that was kept: what of it means something is restored, and that is saved as the same again. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (DossierFilter) filter = dossier_filter_new (fuzz_get_bundled ());
  g_autoptr (DossierFilter) other = dossier_filter_new (fuzz_get_bundled ());
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonObject) saved = NULL;
  g_autofree char *words = NULL;
  JsonNode *root;

  if (!is_json ((const char *) data, length) || !json_parser_load_from_data (parser, (const char *) data, (gssize) length, NULL))
    return 0;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return 0;

  dossier_filter_state_restore (filter, json_node_get_object (root));
  words = dossier_filter_describe (filter);
  g_assert_true (words == NULL || g_utf8_validate (words, -1, NULL));
  g_assert_cmpint (dossier_filter_get_n_shown (filter), >=, 0);

  saved = dossier_filter_state_save (filter);
  g_assert_cmpint (dossier_filter_state_restore (other, saved), ==, 0);
  g_assert_cmpint (dossier_filter_get_n_shown (other), ==, dossier_filter_get_n_shown (filter));

  return 0;
}

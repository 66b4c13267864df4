/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-json.h"

#include "model/dossier-harmless.h"

/**
 * dossier_json_to_text:
 * @node: a value
 * @pretty: whether to lay it out over several lines
 *
 * The one way in which JSON is written. json-glib 1.6 leaves U+001F in a string as it is, which no JSON may hold,
 * and leaves everything that a terminal acts on; both are escaped here, which changes no value.
 *
 * Returns: (transfer full): @node as JSON
 */
char *
dossier_json_to_text (JsonNode *node, gboolean pretty)
{
  g_autofree char *text = json_to_string (node, pretty);

  return dossier_make_harmless (text, DOSSIER_HARMLESS_KEEP_LINES);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-input.h"

#include "exchange/dossier-citation.h"
#include "exchange/dossier-csv.h"
#include "exchange/dossier-gexf.h"
#include "exchange/dossier-graphml.h"

#include <string.h>

static void
check (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_true (length > 0 && g_utf8_validate (data, (gssize) length, NULL));
  g_bytes_unref (bytes);
}

/* Only elements are looked at: the parser of GLib knows no more of XML, but that strictly. */
static void
check_xml (GBytes *bytes)
{
  static const GMarkupParser parser = { 0 };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (!g_markup_parse_context_parse (context, data, (gssize) length, &error) || !g_markup_parse_context_end_parse (context, &error))
    g_error ("%s", error->message);
  g_assert_null (strstr (data, "<!ENTITY"));
  check (bytes);
}

/* Any document as tables, networks and citations: all that leaves is text of its format. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  FuzzInput input = { .data = data, .length = length };
  g_autoptr (DossierDocument) document = length > 0 && data[0] == '{' ? fuzz_read (data, length, DOSSIER_FORM_DOCUMENT) : fuzz_input_take_document (&input);

  if (document == NULL)
    return 0;

  for (int table = 0; table < dossier_csv_get_n_tables (); table++)
    check (dossier_csv_write (document, table, NULL));
  check_xml (dossier_graphml_write (document, NULL));
  check_xml (dossier_gexf_write (document, NULL));
  for (DossierCitationStyle style = 0; style < DOSSIER_N_CITATIONS; style++)
    {
      g_autofree char *bibliography = dossier_citation_dup_bibliography (document, style);

      g_assert_true (g_utf8_validate (bibliography, -1, NULL));
      for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_QUOTE); i++)
        {
          g_autofree char *quote = dossier_citation_dup_quote (document, i, style);

          g_assert_true (g_utf8_validate (quote, -1, NULL));
        }
    }

  return 0;
}

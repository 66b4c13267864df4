/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-input.h"

#include "exchange/dossier-rewriter.h"
#include "exchange/dossier-writer.h"

#include <string.h>

/* Behind the edits of a document stands the document itself. */
#define N_EDIT_BYTES 8

/* Any document, changed and written: what comes out is a dossier again, with what was changed and everything else. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  FuzzInput input = { .data = data, .length = MIN (length, N_EDIT_BYTES) };
  g_autoptr (DossierDocument) document = NULL;
  g_autoptr (DossierDocument) changed = NULL;
  g_autoptr (DossierDocument) rewritten = NULL;
  g_autoptr (DossierWriter) writer = NULL;
  g_autoptr (GBytes) bytes = NULL;
  DossierRef ref;
  const char *title = fuzz_input_take_text (&input);

  if (length < N_EDIT_BYTES)
    return 0;
  document = fuzz_read (data + N_EDIT_BYTES, length - N_EDIT_BYTES, DOSSIER_FORM_DOCUMENT);
  if (document == NULL)
    return 0;

  ref = fuzz_input_take_record (&input, document);
  writer = dossier_writer_new (document);
  if (ref.type == DOSSIER_RECORD_EVENT)
    {
      g_autoptr (JsonNode) value = json_node_init_string (json_node_alloc (), title);

      dossier_writer_set_field (writer, ref, "title", value);
    }
  bytes = dossier_writer_write (writer);
  changed = fuzz_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), DOSSIER_FORM_DOCUMENT);
  g_assert_nonnull (changed);
  for (DossierRecord type = DOSSIER_RECORD_NONE + 1; type < DOSSIER_N_RECORDS; type++)
    g_assert_cmpint (dossier_document_get_count (changed, type), ==, dossier_document_get_count (document, type));
  if (ref.type == DOSSIER_RECORD_EVENT)
    {
      g_autofree char *found = dossier_document_dup_title (changed, ref, NULL);

      g_assert_cmpstr (found, ==, title);
    }

  for (DossierForm form = DOSSIER_FORM_DOCUMENT; form <= DOSSIER_FORM_LINES; form++)
    {
      g_autoptr (GBytes) other = dossier_rewriter_write (document, form);

      rewritten = fuzz_read (g_bytes_get_data (other, NULL), g_bytes_get_size (other), form);
      g_assert_nonnull (rewritten);
      for (DossierRecord type = DOSSIER_RECORD_NONE + 1; type < DOSSIER_N_RECORDS; type++)
        g_assert_cmpint (dossier_document_get_count (rewritten, type), ==, dossier_document_get_count (document, type));
      g_clear_object (&rewritten);
    }

  return 0;
}

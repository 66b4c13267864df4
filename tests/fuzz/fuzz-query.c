/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-input.h"

#include "model/dossier-query.h"
#include "model/dossier-search-index.h"
#include "model/dossier-search.h"

/* Any text as a search in the bundled dossier: with the index and without, which must find the same. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  static DossierSearchIndex *index;
  FuzzInput input = { .data = data, .length = length };
  g_autofree char *text = fuzz_input_take_rest (&input);
  DossierDocument *document = fuzz_get_bundled ();
  g_autoptr (DossierQuery) query = dossier_query_new (document, text, NULL);
  g_autoptr (GPtrArray) hits = dossier_search (document, text, 20, NULL);
  DossierSearchResult *indexed;

  if (index == NULL)
    index = dossier_search_index_new (document, NULL);

  if (query != NULL)
    {
      g_autoptr (GArray) refs = dossier_query_run (query, 100, NULL);
      g_autoptr (GPtrArray) marked = dossier_search_make_hits (document, text, refs);

      g_assert_cmpuint (marked->len, <=, refs->len);
    }

  indexed = dossier_search_index_run (index, text, 20, NULL);
  g_assert_cmpuint (indexed->hits->len, ==, hits->len);
  for (guint i = 0; i < hits->len; i++)
    {
      const DossierHit *hit = g_ptr_array_index (hits, i);
      const DossierHit *other = g_ptr_array_index (indexed->hits, i);
      g_autoptr (GArray) ranges = dossier_search_find_ranges (text, hit->text);

      g_assert_true (hit->ref.type == other->ref.type && hit->ref.index == other->ref.index);
      g_assert_cmpint (hit->score, ==, other->score);
      for (guint j = 0; j < ranges->len; j++)
        {
          const DossierRange *range = &g_array_index (ranges, DossierRange, j);

          g_assert_true (g_utf8_validate (hit->text + range->begin, range->end - range->begin, NULL));
        }
    }
  dossier_search_result_free (indexed);

  return 0;
}

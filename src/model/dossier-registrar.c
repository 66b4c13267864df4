/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-registrar.h"

#include "model/dossier-event.h"

#include <glib/gi18n-lib.h>

/* The place of an event's id in the table, and then the id itself, are fetched so many events ahead. */
#define AHEAD 16

typedef struct
{
  gsize offset;
  DossierRef ref;
} Place;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *first = a;
  const Place *second = b;

  return (first->offset > second->offset) - (first->offset < second->offset);
}

/* An id is taken. Which of its records comes first in the file is found out only now: no good document pays for it. */
static void
report_clashes (DossierDocument *document, const DossierIdEntry *entries, int n_entries, DossierProblems *problems)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (int i = 0; i < n_entries; i++)
    g_array_append_val (places, ((Place){ entries[i].offset, entries[i].ref }));
  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_EVENT); i++)
    {
      DossierRef ref = { DOSSIER_RECORD_EVENT, i };

      if (dossier_document_has_id (document, ref))
        g_array_append_val (places, ((Place){ dossier_event_find_id (document, i), ref }));
    }
  g_array_sort (places, compare_places);

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      g_autofree char *id = dossier_document_dup_id (document, place->ref);
      gpointer type;

      if (g_hash_table_lookup_extended (taken, id, NULL, &type))
        dossier_problems_add (problems,
                              DOSSIER_SEVERITY_ERROR,
                              DOSSIER_STAGE_MEANING,
                              place->offset,
                              g_strdup_printf (_ ("the id \"%s\" is taken: %s has it"), id, dossier_shape_get_record_name ((DossierRecord) GPOINTER_TO_INT (type))),
                              g_strdup (_ ("an id is unique in the whole dossier")));
      else
        g_hash_table_insert (taken, g_steal_pointer (&id), GINT_TO_POINTER (place->ref.type));
    }
}

/**
 * dossier_registrar_run:
 * @document: a document whose records are all read
 * @entries: (array length=n_entries): the ids of all records but the events
 * @n_entries: how many
 * @hashes: the hash of the id of each event, 0 if it has none
 * @problems: ids that are not unique are noted here
 *
 * Enters the ids of all records into the table of the document.
 */
void
dossier_registrar_run (DossierDocument *document,
                       const DossierIdEntry *entries,
                       int n_entries,
                       const guint32 *hashes,
                       DossierProblems *problems)
{
  DossierIdTable *table = dossier_document_edit_ids (document);
  int n_events = dossier_document_get_count (document, DOSSIER_RECORD_EVENT);
  gboolean unique = TRUE;

  dossier_id_table_reserve (table, (guint32) n_events + (guint32) n_entries);

  for (int i = 0; i < n_entries; i++)
    unique &= dossier_document_add_id (document, entries[i].ref, entries[i].id);

  for (int i = 0; i < n_events; i++)
    {
      if (i + AHEAD < n_events)
        dossier_id_table_prefetch (table, hashes[i + AHEAD]);
      if (hashes[i] != 0)
        unique &= dossier_document_add_event_id (document, i, hashes[i]);
    }

  if (!unique)
    report_clashes (document, entries, n_entries, problems);
}

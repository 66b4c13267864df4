/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-map-view-private.h"

/* So long after the last change of places they are kept, in milliseconds. */
#define KEEP_DELAY_MS 600

/* Looks up how the dossier's map was left. To be called before it is arranged for the first time. */
void
dossier_map_view_open_places (DossierMapView *self)
{
  g_autoptr (GError) error = NULL;
  gboolean *folding;

  self->store = dossier_places_store_new (dossier_view_get_document (self->view), NULL);
  self->places = dossier_places_store_load (self->store, &error);
  if (error != NULL)
    g_message ("%s: %s", dossier_places_store_get_path (self->store), error->message);
  if (self->places == NULL)
    return;

  folding = dossier_places_dup_folding (self->places);
  if (folding == NULL)
    return;
  g_free (self->folded_states);
  self->folded_states = folding;
  self->folding_is_chosen = TRUE;
  self->folded = FALSE;
  for (int i = 0; i < dossier_document_get_count (dossier_view_get_document (self->view), DOSSIER_RECORD_ACTOR); i++)
    self->folded |= folding[i];
}

/* Has the actors of the first map stand where they stood when it was left. */
void
dossier_map_view_recall_places (DossierMapView *self, DossierMap *map)
{
  if (self->places != NULL)
    dossier_places_apply (self->places, map, self->aspect);
  g_clear_pointer (&self->places, dossier_places_free);
}

/* Returns: (transfer full) (nullable): where the actors stand now, or will when they have arrived */
DossierPlaces *
dossier_map_view_get_places (DossierMapView *self)
{
  if (self->map == NULL)
    return NULL;

  dossier_map_view_finish_settling (self);

  return dossier_places_new (self->map, self->aspect, self->folding_is_chosen);
}

static void
keep_places (DossierMapView *self)
{
  g_autoptr (DossierPlaces) places = dossier_map_view_get_places (self);

  if (places != NULL && self->store != NULL)
    dossier_places_store_keep (self->store, places);
}

static gboolean
keep_cb (gpointer data)
{
  DossierMapView *self = data;

  self->keep_id = 0;
  keep_places (self);

  return G_SOURCE_REMOVE;
}

/**
 * dossier_map_view_set_saved:
 * @self: a map view
 * @document: the document as it was saved now, perhaps with the places of the map and to another file
 *
 * From now on what is kept beside the document, as who is folded into whom, goes with that.
 */
void
dossier_map_view_set_saved (DossierMapView *self, DossierDocument *document)
{
  g_return_if_fail (DOSSIER_IS_MAP_VIEW (self) && DOSSIER_IS_DOCUMENT (document));

  if (self->store == NULL || self->map == NULL)
    return;

  g_clear_pointer (&self->store, dossier_places_store_free);
  self->store = dossier_places_store_new (document, NULL);
  keep_places (self);
}

/* Places have changed: they are kept when that has come to rest. */
void
dossier_map_view_keep_places (DossierMapView *self)
{
  g_clear_handle_id (&self->keep_id, g_source_remove);
  self->keep_id = g_timeout_add (KEEP_DELAY_MS, keep_cb, self);
}

/* The dossier goes: what was changed last is kept now. */
void
dossier_map_view_close_places (DossierMapView *self)
{
  if (self->keep_id != 0)
    keep_places (self);
  g_clear_handle_id (&self->keep_id, g_source_remove);
  g_clear_pointer (&self->places, dossier_places_free);
  g_clear_pointer (&self->store, dossier_places_store_free);
  self->folding_is_chosen = FALSE;
}

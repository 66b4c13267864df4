/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-event.h"

#include "model/dossier-document-private.h"
#include "model/dossier-reader-private.h"

/* An event with the memory that holds it. The event comes first, so that the one can be had from the other. */
typedef struct
{
  DossierEvent event;
  gatomicrefcount references;
  DossierArena *arena;
} Box;

/* Reads an event once more, with a reader that the caller clears. */
static void
read_again (DossierDocument *document, int index, DossierRecordReader *reader, DossierArena *arena, DossierEvent *event)
{
  const char *data = g_bytes_get_data (dossier_document_get_bytes (document), NULL);
  guint32 begin;
  guint32 end;

  dossier_document_get_range (document, (DossierRef){ DOSSIER_RECORD_EVENT, index }, &begin, &end);
  dossier_record_reader_init (reader, arena, NULL);
  dossier_scanner_init_range (&reader->scanner, data, begin, end, dossier_document_get_limits (document));
  dossier_scanner_next (&reader->scanner);
  dossier_record_reader_read (reader, dossier_shape_get_record (DOSSIER_RECORD_EVENT), event);
}

/**
 * dossier_event_new_unresolved:
 * @document: a document
 * @index: one of its events
 *
 * Reads one event again from the document's bytes. It was good when the document was read, so it is now.
 *
 * Returns: (transfer full): the event, whose links have no refs
 */
DossierEvent *
dossier_event_new_unresolved (DossierDocument *document, int index)
{
  Box *box = g_new0 (Box, 1);
  g_auto (DossierRecordReader) reader = { 0 };

  g_atomic_ref_count_init (&box->references);
  box->arena = dossier_arena_new ();
  read_again (document, index, &reader, box->arena, &box->event);

  return &box->event;
}

/**
 * dossier_event_find_id:
 * @document: a document
 * @index: one of its events, which has an id
 *
 * Returns: where in the document that id is written, from its quote
 */
gsize
dossier_event_find_id (DossierDocument *document, int index)
{
  g_autoptr (DossierArena) arena = dossier_arena_new ();
  g_auto (DossierRecordReader) reader = { 0 };
  DossierEvent event = { 0 };

  read_again (document, index, &reader, arena, &event);

  return dossier_record_reader_find_id (&reader, event.id);
}

/* All fields of an event that hold links, by their relation. */
static void
collect_targets (const DossierShape *shape, guint *targets)
{
  for (int i = 0; i < shape->n_fields; i++)
    {
      const DossierField *field = &shape->fields[i];

      if (field->relation != DOSSIER_RELATION_NONE)
        targets[field->relation] |= field->targets;
      if (field->shape != NULL)
        collect_targets (field->shape, targets);
    }
}

/**
 * dossier_event_get_targets:
 * @relation: how an event refers to a record
 *
 * Returns: a bit (1 << #DossierRecord) for each type that the record may have; for an event it is one bit
 */
guint
dossier_event_get_targets (DossierRelation relation)
{
  static guint targets[DOSSIER_RELATION_SCENE + 1];
  static gsize once;

  if (g_once_init_enter (&once))
    {
      collect_targets (dossier_shape_get_record (DOSSIER_RECORD_EVENT), targets);
      g_once_init_leave (&once, 1);
    }

  return targets[relation];
}

static void
resolve_link (DossierLink *link, const DossierField *field, gconstpointer owner, gpointer data)
{
  link->ref = dossier_document_lookup (data, link->id);
}

/**
 * dossier_document_load_event:
 * @self: a document
 * @index: one of its events
 *
 * Makes an object of an event, with everything that the document says of it. It is read from the document's bytes
 * at each call: cheap for one that is selected, not for a loop over all.
 *
 * Returns: (transfer full): the event
 */
DossierEvent *
dossier_document_load_event (DossierDocument *self, int index)
{
  DossierEvent *event;

  g_return_val_if_fail (DOSSIER_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (index >= 0 && index < dossier_document_get_count (self, DOSSIER_RECORD_EVENT), NULL);

  event = dossier_event_new_unresolved (self, index);
  dossier_shape_foreach_link (dossier_shape_get_record (DOSSIER_RECORD_EVENT), event, resolve_link, self);
  if (dossier_document_is_preview (self))
    dossier_shape_drop_loose_links (dossier_shape_get_record (DOSSIER_RECORD_EVENT), event);

  return event;
}

/**
 * dossier_event_ref:
 * @event: an event
 *
 * Returns: (transfer full): @event
 */
DossierEvent *
dossier_event_ref (DossierEvent *event)
{
  g_atomic_ref_count_inc (&((Box *) event)->references);

  return event;
}

/**
 * dossier_event_unref:
 * @event: (transfer full) (nullable): an event, or %NULL
 */
void
dossier_event_unref (DossierEvent *event)
{
  Box *box = (Box *) event;

  if (box != NULL && g_atomic_ref_count_dec (&box->references))
    {
      dossier_arena_free (box->arena);
      g_free (box);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-events-part.h"

#include "model/dossier-pages.h"

#include <string.h>

/* After so many events it is known how long they are, and so how many there will be. */
#define N_SAMPLES 1000

/**
 * dossier_events_part_new:
 * @table: the table that will hold the ids of the events; it must outlive the part
 *
 * Returns: (transfer full): no events yet
 */
DossierEventsPart *
dossier_events_part_new (const DossierIdTable *table)
{
  DossierEventsPart *self = g_new0 (DossierEventsPart, 1);

  self->arena = dossier_arena_new ();
  self->events = dossier_events_new ();
  self->symbols = dossier_symbols_new (DOSSIER_EVENT_LINKS_NOTHING);
  self->ids = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->table = table;

  return self;
}

/**
 * dossier_events_part_free:
 * @self: (nullable): a part, or %NULL
 */
void
dossier_events_part_free (DossierEventsPart *self)
{
  if (self == NULL)
    return;

  dossier_arena_free (self->arena);
  dossier_events_free (self->events);
  dossier_symbols_free (self->symbols);
  g_clear_pointer (&self->hashes, dossier_pages_free);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_free (self);
}

/* Participants come first, so that the columns can tell them apart. */
static void
append_link (DossierLink *link, const DossierField *field, gconstpointer owner, gpointer data)
{
  DossierEventsPart *self = data;
  gboolean participant = field->relation == DOSSIER_RELATION_PARTICIPANT;
  DossierEventLink event_link = {
    .target = dossier_symbols_intern (self->symbols, link->id, strlen (link->id)),
    .relation = field->relation,
    .role = participant ? (DossierRole) ((const DossierParticipant *) owner)->role : DOSSIER_ROLE_NONE,
  };

  dossier_events_append_link (self->events, &event_link);
}

static void
set_hash_capacity (DossierEventsPart *self, guint32 capacity)
{
  self->hashes = dossier_pages_renew (guint32, self->hashes, capacity);
  self->hash_capacity = capacity;
}

static void
reserve (DossierEventsPart *self, gsize n_bytes_left)
{
  guint32 first_begin, last_begin, end;
  guint32 n_events;
  double factor;

  dossier_events_get_range (self->events, 0, &first_begin, &end);
  dossier_events_get_range (self->events, N_SAMPLES - 1, &last_begin, &end);
  factor = 1.05 * ((double) n_bytes_left / (last_begin - first_begin) + 1);

  n_events = (guint32) MIN (factor * N_SAMPLES, G_MAXINT32);
  set_hash_capacity (self, MAX (n_events, N_SAMPLES));
  dossier_events_reserve (self->events,
                          n_events,
                          (guint32) MIN (factor * dossier_events_get_n_all_links (self->events), G_MAXINT32));
}

/**
 * dossier_events_part_read:
 * @self: a part
 * @records: a reader, whose scanner stands at the begin of an event
 * @n_bytes_left: about how many bytes of events are still to be read
 *
 * Reads an event to its end, and appends it.
 *
 * Returns: %FALSE after an error of syntax; the event is not appended then
 */
gboolean
dossier_events_part_read (DossierEventsPart *self, DossierRecordReader *records, gsize n_bytes_left)
{
  const DossierShape *shape = dossier_shape_get_record (DOSSIER_RECORD_EVENT);
  DossierArena *arena = records->arena;
  DossierEvent event = { 0 };
  gsize begin = records->scanner.begin;
  guint32 id_offset = DOSSIER_EVENTS_NO_ID;
  guint32 hash = 0;
  gboolean read;
  int index;

  dossier_arena_reset (self->arena);
  dossier_record_reader_forget_ids (records);
  records->arena = self->arena;
  records->without_text = TRUE;
  read = dossier_record_reader_read (records, shape, &event);
  records->without_text = FALSE;
  records->arena = arena;

  if (!read)
    return FALSE;

  if (event.id != NULL)
    {
      gsize offset = dossier_record_reader_find_id (records, event.id) + 1;

      hash = dossier_id_table_hash (self->table, event.id, strlen (event.id));
      if (!records->id_escaped && offset - begin <= DOSSIER_EVENTS_MOST_DISTANCE)
        id_offset = (guint32) offset;
    }

  index = dossier_events_append (self->events, &event, (guint32) begin, (guint32) records->scanner.end, id_offset);
  if ((guint32) index >= self->hash_capacity)
    set_hash_capacity (self, MAX (64, (guint32) index + (guint32) index / 2));
  self->hashes[index] = hash;
  if (id_offset == DOSSIER_EVENTS_NO_ID)
    g_hash_table_insert (self->ids, GINT_TO_POINTER (index), g_strdup (event.id != NULL ? event.id : ""));

  dossier_shape_foreach_link (shape, &event, append_link, self);

  if (index == N_SAMPLES - 1)
    reserve (self, n_bytes_left);

  return TRUE;
}

/**
 * dossier_events_part_join:
 * @self: a part
 * @other: (transfer full): the part that follows it in the file
 *
 * Puts the events of @other behind those of @self.
 */
void
dossier_events_part_join (DossierEventsPart *self, DossierEventsPart *other)
{
  int n_symbols = dossier_symbols_get_count (other->symbols);
  g_autofree guint32 *symbols = g_new (guint32, n_symbols);
  int n = dossier_events_get_count (self->events);
  int n_other;
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  for (int i = 0; i < n_symbols; i++)
    {
      const char *id = dossier_symbols_get_id (other->symbols, (guint32) i);

      symbols[i] = dossier_symbols_intern (self->symbols, id, strlen (id));
    }

  n_other = dossier_events_get_count (other->events);
  dossier_events_join (self->events, g_steal_pointer (&other->events), symbols);
  set_hash_capacity (self, (guint32) n + (guint32) n_other);
  if (n_other > 0)
    memcpy (self->hashes + n, other->hashes, (gsize) n_other * sizeof (guint32));

  g_hash_table_iter_init (&iter, other->ids);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      g_hash_table_iter_steal (&iter);
      g_hash_table_insert (self->ids, GINT_TO_POINTER (GPOINTER_TO_INT (key) + n), value);
    }

  dossier_events_part_free (other);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-document-private.h"

#include "model/dossier-referrers.h"

#include <string.h>

/* The records of one type. Scenes are not here: they are part of their stories. */
typedef struct
{
  GPtrArray *records; /* in the arena of the document */
  GArray *begin; /* guint32: where each is in the document's bytes */
  GArray *end;
} Collection;

struct _DossierDocument
{
  GObject parent_instance;

  GBytes *bytes;
  GFile *file;
  DossierForm form;
  gboolean is_preview;
  DossierLimits limits;
  DossierArena *arena;
  DossierHeading heading;
  Collection collections[DOSSIER_N_RECORDS]; /* those of events and scenes stay empty */
  DossierEvents *events;
  GHashTable *event_ids; /* index to id, of the few that are written with escapes */
  GPtrArray *scenes;     /* DossierScene, those of all stories */
  DossierIdTable *ids;
  DossierReferrers *referrers; /* once has_referrers */
  gsize has_referrers;
};

G_DEFINE_FINAL_TYPE (DossierDocument, dossier_document, G_TYPE_OBJECT)

/* A reference in 32 bits, for the table of ids: 4 for the type, 28 for the index. */
#define PACK(ref) ((guint32) (ref).type << 28 | (guint32) (ref).index)
#define UNPACK(value) ((DossierRef){ (DossierRecord) ((value) >> 28), (int) ((value) &0x0fffffff) })

static const char *
get_event_id (const DossierDocument *self, int index, gsize *length)
{
  guint32 offset = dossier_events_get_id_offset (self->events, index);
  const char *id;
  const char *data;
  gsize size;

  if (offset == DOSSIER_EVENTS_NO_ID)
    {
      id = g_hash_table_lookup (self->event_ids, GINT_TO_POINTER (index));
      *length = strlen (id);

      return id;
    }

  data = g_bytes_get_data (self->bytes, &size);
  id = data + offset;
  *length = (gsize) ((const char *) memchr (id, '"', size - offset) - id);

  return id;
}

static gconstpointer
find_record (const DossierDocument *self, DossierRef ref)
{
  if (ref.type == DOSSIER_RECORD_SCENE)
    return g_ptr_array_index (self->scenes, ref.index);

  return g_ptr_array_index (self->collections[ref.type].records, ref.index);
}

/* Every structure of a record begins with its id. */
static const char *
get_id (guint32 value, gsize *length, gconstpointer data)
{
  const DossierDocument *self = data;
  DossierRef ref = UNPACK (value);
  const char *id;

  if (ref.type == DOSSIER_RECORD_EVENT)
    return get_event_id (self, ref.index, length);

  id = *(const char *const *) find_record (self, ref);
  *length = strlen (id);

  return id;
}

static void
dossier_document_finalize (GObject *object)
{
  DossierDocument *self = DOSSIER_DOCUMENT (object);

  for (int i = 0; i < DOSSIER_N_RECORDS; i++)
    {
      g_clear_pointer (&self->collections[i].records, g_ptr_array_unref);
      g_clear_pointer (&self->collections[i].begin, g_array_unref);
      g_clear_pointer (&self->collections[i].end, g_array_unref);
    }

  dossier_referrers_free (self->referrers);
  dossier_id_table_free (self->ids);
  dossier_events_free (self->events);
  g_hash_table_unref (self->event_ids);
  g_ptr_array_unref (self->scenes);
  dossier_arena_free (self->arena);
  g_clear_object (&self->file);
  g_bytes_unref (self->bytes);

  G_OBJECT_CLASS (dossier_document_parent_class)->finalize (object);
}

static void
dossier_document_class_init (DossierDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dossier_document_finalize;
}

static void
dossier_document_init (DossierDocument *self)
{
  for (int i = DOSSIER_RECORD_NONE + 1; i < DOSSIER_N_RECORDS; i++)
    {
      Collection *collection = &self->collections[i];

      collection->records = g_ptr_array_new ();
      collection->begin = g_array_new (FALSE, FALSE, sizeof (guint32));
      collection->end = g_array_new (FALSE, FALSE, sizeof (guint32));
    }

  self->arena = dossier_arena_new ();
  self->events = dossier_events_new ();
  self->event_ids = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->scenes = g_ptr_array_new ();
  self->ids = dossier_id_table_new (get_id, self);
}

/**
 * dossier_document_new:
 * @bytes: the whole document as it was read
 * @file: (nullable): where it was read from
 * @form: in which form @bytes are
 * @limits: within which limits, so that an event is read again as it was at first
 *
 * Returns: (transfer full): a document without records
 */
DossierDocument *
dossier_document_new (GBytes *bytes, GFile *file, DossierForm form, const DossierLimits *limits)
{
  DossierDocument *self = g_object_new (DOSSIER_TYPE_DOCUMENT, NULL);

  self->bytes = g_bytes_ref (bytes);
  self->form = form;
  self->limits = *limits;
  g_set_object (&self->file, file);

  return self;
}

/**
 * dossier_document_get_arena:
 * @self: a document
 *
 * Returns: (transfer none): where the strings of its records live
 */
DossierArena *
dossier_document_get_arena (DossierDocument *self)
{
  return self->arena;
}

/**
 * dossier_document_get_limits:
 * @self: a document
 *
 * Returns: (transfer none): the limits within which it was read
 */
const DossierLimits *
dossier_document_get_limits (DossierDocument *self)
{
  return &self->limits;
}

/**
 * dossier_document_edit_heading:
 * @self: a document that is being read
 *
 * Returns: (transfer none): its heading, to be filled
 */
DossierHeading *
dossier_document_edit_heading (DossierDocument *self)
{
  return &self->heading;
}

/**
 * dossier_document_edit_events:
 * @self: a document that is being read
 *
 * Returns: (transfer none): its events, to be filled
 */
DossierEvents *
dossier_document_edit_events (DossierDocument *self)
{
  return self->events;
}

/**
 * dossier_document_add_record:
 * @self: a document that is being read
 * @type: a type of record, neither event nor scene
 * @record: a structure of that type, which is copied; its strings live in the arena of @self
 * @begin: where it begins in the document, in bytes
 * @end: where it ends
 *
 * Returns: (transfer none): the copy
 */
gpointer
dossier_document_add_record (DossierDocument *self, DossierRecord type, gconstpointer record, guint32 begin, guint32 end)
{
  Collection *collection = &self->collections[type];
  gsize size = dossier_shape_get_record (type)->size;
  gpointer copy = memcpy (dossier_arena_alloc (self->arena, size), record, size);

  g_ptr_array_add (collection->records, copy);
  g_array_append_val (collection->begin, begin);
  g_array_append_val (collection->end, end);

  return copy;
}

/**
 * dossier_document_add_scene:
 * @self: a document that is being read
 * @scene: (transfer none): a scene of one of its stories; it must live as long as @self
 *
 * Returns: its index among the scenes of all stories
 */
int
dossier_document_add_scene (DossierDocument *self, const DossierScene *scene)
{
  g_ptr_array_add (self->scenes, (gpointer) scene);

  return (int) self->scenes->len - 1;
}

/**
 * dossier_document_set_preview:
 * @self: a document that is being read
 *
 * Says that it is only the begin of one.
 */
void
dossier_document_set_preview (DossierDocument *self)
{
  self->is_preview = TRUE;
}

/**
 * dossier_document_take_events:
 * @self: a document that is being read
 * @events: (transfer full): all its events
 * @ids: (transfer full): index to id, of those to whose ids the columns do not lead
 */
void
dossier_document_take_events (DossierDocument *self, DossierEvents *events, GHashTable *ids)
{
  dossier_events_free (self->events);
  g_hash_table_unref (self->event_ids);
  self->events = events;
  self->event_ids = ids;
}

/**
 * dossier_document_edit_ids:
 * @self: a document that is being read
 *
 * Returns: (transfer none): the table of its ids
 */
DossierIdTable *
dossier_document_edit_ids (DossierDocument *self)
{
  return self->ids;
}

/**
 * dossier_document_add_id:
 * @self: a document that is being read
 * @ref: a record that was added
 * @id: its id
 *
 * Returns: whether no other record that was added has that id
 */
gboolean
dossier_document_add_id (DossierDocument *self, DossierRef ref, const char *id)
{
  return dossier_id_table_add (self->ids, id, strlen (id), PACK (ref), NULL);
}

/**
 * dossier_document_add_event_id:
 * @self: a document that is being read
 * @index: an event that has an id
 * @hash: the hash of that, as dossier_id_table_hash() makes it
 *
 * Returns: whether no other record that was added has that id
 */
gboolean
dossier_document_add_event_id (DossierDocument *self, int index, guint32 hash)
{
  DossierRef ref = { DOSSIER_RECORD_EVENT, index };

  return dossier_id_table_add_value (self->ids, hash, PACK (ref));
}

/**
 * dossier_document_has_id:
 * @self: a document that is being read
 * @ref: a record that was added
 *
 * Returns: whether it has an id; one without is an error that was noted, and is still among the others
 */
gboolean
dossier_document_has_id (DossierDocument *self, DossierRef ref)
{
  gsize length;

  if (ref.type == DOSSIER_RECORD_EVENT)
    return *get_event_id (self, ref.index, &length) != '\0';

  return *(const char *const *) find_record (self, ref) != NULL;
}

/**
 * dossier_document_get_record:
 * @self: a document that is being read
 * @ref: a record, no event
 *
 * Returns: (transfer none): its structure
 */
gpointer
dossier_document_get_record (DossierDocument *self, DossierRef ref)
{
  return (gpointer) find_record (self, ref);
}

/**
 * dossier_document_get_range:
 * @self: a document
 * @ref: a record, no scene
 * @begin: (out): where it begins in the document, in bytes
 * @end: (out): where it ends
 */
void
dossier_document_get_range (DossierDocument *self, DossierRef ref, guint32 *begin, guint32 *end)
{
  if (ref.type == DOSSIER_RECORD_EVENT)
    {
      dossier_events_get_range (self->events, ref.index, begin, end);
      return;
    }

  *begin = g_array_index (self->collections[ref.type].begin, guint32, ref.index);
  *end = g_array_index (self->collections[ref.type].end, guint32, ref.index);
}

/**
 * dossier_document_finish:
 * @self: a document whose records are all read and whose links are all resolved
 *
 * Makes what follows from the records. @self does not change any more.
 */
void
dossier_document_finish (DossierDocument *self)
{
  dossier_events_finish (self->events, (guint32) dossier_document_get_count (self, DOSSIER_RECORD_KIND));
}

/**
 * dossier_document_get_heading:
 * @self: a document
 *
 * Returns: (transfer none): its title, question and so on
 */
const DossierHeading *
dossier_document_get_heading (DossierDocument *self)
{
  g_return_val_if_fail (DOSSIER_IS_DOCUMENT (self), NULL);

  return &self->heading;
}

/**
 * dossier_document_get_bytes:
 * @self: a document
 *
 * Returns: (transfer none): the file's content, as it was read
 */
GBytes *
dossier_document_get_bytes (DossierDocument *self)
{
  g_return_val_if_fail (DOSSIER_IS_DOCUMENT (self), NULL);

  return self->bytes;
}

/**
 * dossier_document_get_file:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): where it was read from, %NULL if from memory
 */
GFile *
dossier_document_get_file (DossierDocument *self)
{
  g_return_val_if_fail (DOSSIER_IS_DOCUMENT (self), NULL);

  return self->file;
}

/**
 * dossier_document_get_form:
 * @self: a document
 *
 * Returns: in which form its bytes are
 */
DossierForm
dossier_document_get_form (DossierDocument *self)
{
  g_return_val_if_fail (DOSSIER_IS_DOCUMENT (self), DOSSIER_FORM_DOCUMENT);

  return self->form;
}

/**
 * dossier_document_is_preview:
 * @self: a document
 *
 * Returns: whether it is only the first events of a large file, to be looked at while the rest is being read
 */
gboolean
dossier_document_is_preview (DossierDocument *self)
{
  g_return_val_if_fail (DOSSIER_IS_DOCUMENT (self), FALSE);

  return self->is_preview;
}

/**
 * dossier_document_get_count:
 * @self: a document
 * @type: a type of record
 *
 * Returns: how many there are; the scenes of all stories are counted together
 */
int
dossier_document_get_count (DossierDocument *self, DossierRecord type)
{
  g_return_val_if_fail (DOSSIER_IS_DOCUMENT (self), 0);
  g_return_val_if_fail (type > DOSSIER_RECORD_NONE && type < DOSSIER_N_RECORDS, 0);

  if (type == DOSSIER_RECORD_EVENT)
    return dossier_events_get_count (self->events);
  if (type == DOSSIER_RECORD_SCENE)
    return (int) self->scenes->len;

  return (int) self->collections[type].records->len;
}

/**
 * dossier_document_lookup:
 * @self: a document
 * @id: an id
 *
 * Returns: the record of that id, %DOSSIER_REF_NONE if there is none
 */
DossierRef
dossier_document_lookup (DossierDocument *self, const char *id)
{
  guint32 value;

  g_return_val_if_fail (DOSSIER_IS_DOCUMENT (self), DOSSIER_REF_NONE);

  if (!dossier_id_table_lookup (self->ids, id, strlen (id), &value))
    return DOSSIER_REF_NONE;

  return UNPACK (value);
}

/**
 * dossier_document_dup_id:
 * @self: a document
 * @ref: a record of it
 *
 * Returns: (transfer full): its id
 */
char *
dossier_document_dup_id (DossierDocument *self, DossierRef ref)
{
  const char *id;
  gsize length;

  g_return_val_if_fail (DOSSIER_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (ref.index >= 0 && ref.index < dossier_document_get_count (self, ref.type), NULL);

  id = get_id (PACK (ref), &length, self);

  return g_strndup (id, length);
}

/* Who refers to whom is a matter of what is selected, which is long after a document is first shown. */
static const DossierReferrers *
get_referrers (DossierDocument *self)
{
  if (g_once_init_enter (&self->has_referrers))
    {
      self->referrers = dossier_referrers_new (self);
      g_once_init_leave (&self->has_referrers, 1);
    }

  return self->referrers;
}

/**
 * dossier_document_prepare:
 * @self: a document
 *
 * Finds out who refers to whom, if nobody has asked yet. That takes its time for a million events, so it is for a
 * thread that has it.
 */
void
dossier_document_prepare (DossierDocument *self)
{
  g_return_if_fail (DOSSIER_IS_DOCUMENT (self));

  get_referrers (self);
}

/**
 * dossier_document_get_n_referrers:
 * @self: a document
 * @ref: a record of it
 *
 * Returns: how many references to it there are
 */
int
dossier_document_get_n_referrers (DossierDocument *self, DossierRef ref)
{
  g_return_val_if_fail (DOSSIER_IS_DOCUMENT (self), 0);

  return dossier_referrers_get_count (get_referrers (self), ref);
}

/**
 * dossier_document_get_referrer:
 * @self: a document
 * @ref: a record of it
 * @nth: which reference to it, from 0; they stand in the order of the types, and within one in that of the file
 *
 * Returns: who refers to it, and how
 */
DossierReferrer
dossier_document_get_referrer (DossierDocument *self, DossierRef ref, int nth)
{
  return dossier_referrers_get (get_referrers (self), ref, nth);
}

/**
 * dossier_document_find_referrers:
 * @self: a document
 * @ref: a record
 * @type: a type of records
 * @first: (out): the first of the references to @ref that come from those, for dossier_document_get_referrer(); the
 *   others follow, by record
 *
 * Returns: how many there are
 */
int
dossier_document_find_referrers (DossierDocument *self, DossierRef ref, DossierRecord type, int *first)
{
  g_return_val_if_fail (dossier_ref_is_set (ref), 0);

  return dossier_referrers_find (get_referrers (self), ref, type, first);
}

static gconstpointer
get_checked (DossierDocument *self, DossierRecord type, int index)
{
  g_return_val_if_fail (DOSSIER_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (index >= 0 && index < dossier_document_get_count (self, type), NULL);

  return find_record (self, (DossierRef){ type, index });
}

/* One function a type: dossier_document_get_kind() returns the kind of an index, from 0, (transfer none). */
#define DEFINE_GETTER(Type, name, RECORD)                          \
  const Type *dossier_document_get_##name (DossierDocument *self, int index) \
  {                                                                \
    return get_checked (self, DOSSIER_RECORD_##RECORD, index);     \
  }

DEFINE_GETTER (DossierKind, kind, KIND)
DEFINE_GETTER (DossierTieKind, tie_kind, TIE_KIND)
DEFINE_GETTER (DossierPlace, place, PLACE)
DEFINE_GETTER (DossierActor, actor, ACTOR)
DEFINE_GETTER (DossierSource, source, SOURCE)
DEFINE_GETTER (DossierQuote, quote, QUOTE)
DEFINE_GETTER (DossierHypothesis, hypothesis, HYPOTHESIS)
DEFINE_GETTER (DossierTie, tie, TIE)
DEFINE_GETTER (DossierReaction, reaction, REACTION)
DEFINE_GETTER (DossierClaim, claim, CLAIM)
DEFINE_GETTER (DossierNote, note, NOTE)
DEFINE_GETTER (DossierStory, story, STORY)
DEFINE_GETTER (DossierScene, scene, SCENE)

/**
 * dossier_document_get_events:
 * @self: a document
 *
 * Returns: (transfer none): the columns of all events
 */
const DossierEvents *
dossier_document_get_events (DossierDocument *self)
{
  g_return_val_if_fail (DOSSIER_IS_DOCUMENT (self), NULL);

  return self->events;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-hits.h"

#include <string.h>

struct _DossierHits
{
  GObject parent_instance;

  DossierDocument *document;
  GArray *refs;    /* DossierRef, in the order in which they are listed */
  guint8 *events;  /* of each event whether it was found; NULL while nothing is */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierHits, dossier_hits, G_TYPE_OBJECT)

static void
dossier_hits_finalize (GObject *object)
{
  DossierHits *self = DOSSIER_HITS (object);

  g_array_unref (self->refs);
  g_free (self->events);
  g_object_unref (self->document);

  G_OBJECT_CLASS (dossier_hits_parent_class)->finalize (object);
}

static void
dossier_hits_class_init (DossierHitsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dossier_hits_finalize;

  signals[CHANGED] = g_signal_new ("changed", DOSSIER_TYPE_HITS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dossier_hits_init (DossierHits *self)
{
  self->refs = g_array_new (FALSE, FALSE, sizeof (DossierRef));
}

/**
 * dossier_hits_new:
 * @document: a document
 *
 * Returns: (transfer full): no hits in @document
 */
DossierHits *
dossier_hits_new (DossierDocument *document)
{
  DossierHits *self = g_object_new (DOSSIER_TYPE_HITS, NULL);

  self->document = g_object_ref (document);

  return self;
}

/**
 * dossier_hits_set:
 * @self: hits
 * @refs: (array length=n_refs): what is listed, in the order of the list
 * @n_refs: how many that are
 * @events: (array): of each event of the document, whether it was found, listed or not
 */
void
dossier_hits_set (DossierHits *self, const DossierRef *refs, int n_refs, const guint8 *events)
{
  g_return_if_fail (DOSSIER_IS_HITS (self));

  g_array_set_size (self->refs, 0);
  g_array_append_vals (self->refs, refs, (guint) n_refs);
  g_free (self->events);
  self->events = g_memdup2 (events, (gsize) dossier_document_get_count (self->document, DOSSIER_RECORD_EVENT));
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * dossier_hits_clear:
 * @self: hits
 *
 * Nothing is searched for any more.
 */
void
dossier_hits_clear (DossierHits *self)
{
  g_return_if_fail (DOSSIER_IS_HITS (self));

  if (self->refs->len == 0 && self->events == NULL)
    return;

  g_array_set_size (self->refs, 0);
  g_clear_pointer (&self->events, g_free);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * dossier_hits_get_events:
 * @self: hits
 *
 * Returns: (transfer none) (nullable) (array): of each event of the document, 1 if it was found and 0 otherwise; %NULL while
 *   nothing is searched for
 */
const guint8 *
dossier_hits_get_events (DossierHits *self)
{
  g_return_val_if_fail (DOSSIER_IS_HITS (self), NULL);

  return self->events;
}

/**
 * dossier_hits_get_count:
 * @self: hits
 *
 * Returns: how many are listed
 */
int
dossier_hits_get_count (DossierHits *self)
{
  return (int) self->refs->len;
}

static int
find (DossierHits *self, DossierRef ref)
{
  for (guint i = 0; i < self->refs->len; i++)
    if (dossier_ref_equal (g_array_index (self->refs, DossierRef, i), ref))
      return (int) i;

  return -1;
}

/**
 * dossier_hits_contain:
 * @self: hits
 * @ref: a record
 *
 * Returns: whether it was found
 */
gboolean
dossier_hits_contain (DossierHits *self, DossierRef ref)
{
  if (ref.type == DOSSIER_RECORD_EVENT)
    return self->events != NULL && self->events[ref.index] != 0;

  return find (self, ref) >= 0;
}

/**
 * dossier_hits_step:
 * @self: hits
 * @from: where to begin, such as what is selected
 * @step: 1 for the one after it, -1 for the one before; they go round
 * @to: (out): where that leads: from what is not listed to the first or the last
 *
 * Returns: whether there is any
 */
gboolean
dossier_hits_step (DossierHits *self, DossierRef from, int step, DossierRef *to)
{
  int n = (int) self->refs->len;
  int at = find (self, from);

  if (n == 0)
    return FALSE;

  if (at < 0)
    at = step > 0 ? 0 : n - 1;
  else
    at = (at + step % n + n) % n;
  *to = g_array_index (self->refs, DossierRef, at);

  return TRUE;
}

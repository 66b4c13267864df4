/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-view.h"

#include "model/dossier-calendar.h"

#include <stdlib.h>
#include <string.h>

/* What can be selected: a record, a pair of actors (ref is the one, other the other), several events, or nothing. */
typedef struct
{
  DossierRef ref;
  int other;      /* an actor, -1 unless it is a pair */
  GArray *events; /* of int, ascending, at least two; NULL unless it is several events */
} Selection;

struct _DossierView
{
  GObject parent_instance;

  DossierDocument *document;
  DossierFilter *filter;
  DossierHits *hits;
  DossierChanges *changes;
  GArray *history; /* Selection */
  int current;     /* which of the history is selected */
  DossierRelated *related;
  DossierRef hover;
  gboolean has_brush;
  gint64 brush_begin;
  gint64 brush_end;
  gboolean has_as_of;
  gint64 as_of;
  gboolean has_sight;
  gint64 sight_begin;
  gint64 sight_end;
};

enum
{
  SELECTED_AGAIN,
  SELECTION_CHANGED,
  HOVER_CHANGED,
  BRUSH_CHANGED,
  AS_OF_CHANGED,
  SIGHT_CHANGED,
  REVEAL,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierView, dossier_view, G_TYPE_OBJECT)

static const Selection *
get_selection (DossierView *self)
{
  return &g_array_index (self->history, Selection, self->current);
}

static void
clear_selection (gpointer data)
{
  g_clear_pointer (&((Selection *) data)->events, g_array_unref);
}

static void
update_selection (DossierView *self)
{
  const Selection *selection = get_selection (self);

  g_clear_pointer (&self->related, dossier_related_free);
  if (selection->events != NULL)
    self->related = dossier_related_new_events (self->document, (const int *) selection->events->data, (int) selection->events->len);
  else if (selection->other >= 0)
    self->related = dossier_related_new_pair (self->document, selection->ref.index, selection->other);
  else
    self->related = dossier_related_new (self->document, selection->ref);

  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
push_selection (DossierView *self, Selection selection)
{
  const Selection *old = get_selection (self);

  if (dossier_ref_equal (old->ref, selection.ref) && old->other == selection.other && old->events == NULL)
    {
      g_signal_emit (self, signals[SELECTED_AGAIN], 0);
      return;
    }

  /* What was ahead is forgotten, as in a browser. */
  g_array_set_size (self->history, (guint) self->current + 1);
  g_array_append_val (self->history, selection);
  self->current++;
  update_selection (self);
}

static void
dossier_view_finalize (GObject *object)
{
  DossierView *self = DOSSIER_VIEW (object);

  dossier_related_free (self->related);
  g_array_unref (self->history);
  g_object_unref (self->filter);
  g_object_unref (self->hits);
  g_object_unref (self->changes);
  g_object_unref (self->document);

  G_OBJECT_CLASS (dossier_view_parent_class)->finalize (object);
}

static void
dossier_view_class_init (DossierViewClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dossier_view_finalize;

  signals[SELECTED_AGAIN] = g_signal_new ("selected-again", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[HOVER_CHANGED] = g_signal_new ("hover-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[BRUSH_CHANGED] = g_signal_new ("brush-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[AS_OF_CHANGED] = g_signal_new ("as-of-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGHT_CHANGED] = g_signal_new ("sight-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REVEAL] = g_signal_new ("reveal", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
dossier_view_init (DossierView *self)
{
  Selection nothing = { DOSSIER_REF_NONE, -1, NULL };

  self->history = g_array_new (FALSE, FALSE, sizeof (Selection));
  g_array_set_clear_func (self->history, clear_selection);
  g_array_append_val (self->history, nothing);
  self->hover = DOSSIER_REF_NONE;
}

/**
 * dossier_view_new:
 * @document: a document
 *
 * Returns: (transfer full): a view of @document in which nothing is selected and everything shown
 */
DossierView *
dossier_view_new (DossierDocument *document)
{
  DossierView *self = g_object_new (DOSSIER_TYPE_VIEW, NULL);

  self->document = g_object_ref (document);
  self->filter = dossier_filter_new (document);
  self->hits = dossier_hits_new (document);
  self->changes = dossier_changes_new ();
  self->related = dossier_related_new (document, DOSSIER_REF_NONE);

  return self;
}

/**
 * dossier_view_get_document:
 * @self: a view
 *
 * Returns: (transfer none): its document
 */
DossierDocument *
dossier_view_get_document (DossierView *self)
{
  g_return_val_if_fail (DOSSIER_IS_VIEW (self), NULL);

  return self->document;
}

/**
 * dossier_view_get_filter:
 * @self: a view
 *
 * Returns: (transfer none): which events it shows
 */
DossierFilter *
dossier_view_get_filter (DossierView *self)
{
  g_return_val_if_fail (DOSSIER_IS_VIEW (self), NULL);

  return self->filter;
}

/**
 * dossier_view_get_changes:
 * @self: a view
 *
 * Returns: (transfer none): what was changed in the window, to be undone and done again
 */
DossierChanges *
dossier_view_get_changes (DossierView *self)
{
  g_return_val_if_fail (DOSSIER_IS_VIEW (self), NULL);

  return self->changes;
}

/**
 * dossier_view_get_hits:
 * @self: a view
 *
 * Returns: (transfer none): what the search has found
 */
DossierHits *
dossier_view_get_hits (DossierView *self)
{
  g_return_val_if_fail (DOSSIER_IS_VIEW (self), NULL);

  return self->hits;
}

/**
 * dossier_view_step_hit:
 * @self: a view
 * @step: 1 for the next hit after what is selected, -1 for the one before
 *
 * Selects a hit of the search, and brings it into sight; nothing happens if there is none.
 */
void
dossier_view_step_hit (DossierView *self, int step)
{
  DossierRef ref;

  g_return_if_fail (DOSSIER_IS_VIEW (self));

  if (!dossier_hits_step (self->hits, dossier_view_get_selection (self), step, &ref))
    return;

  dossier_view_select (self, ref);
  dossier_view_reveal (self, ref);
}

/**
 * dossier_view_get_selection:
 * @self: a view
 *
 * Returns: the record that is selected, %DOSSIER_REF_NONE if none, a pair or several events are
 */
DossierRef
dossier_view_get_selection (DossierView *self)
{
  g_return_val_if_fail (DOSSIER_IS_VIEW (self), DOSSIER_REF_NONE);

  return get_selection (self)->other < 0 && get_selection (self)->events == NULL ? get_selection (self)->ref : DOSSIER_REF_NONE;
}

/**
 * dossier_view_get_pair:
 * @self: a view
 * @actor: (out): the one
 * @other_actor: (out): the other
 *
 * Returns: whether a pair of actors is selected
 */
gboolean
dossier_view_get_pair (DossierView *self, int *actor, int *other_actor)
{
  const Selection *selection;

  g_return_val_if_fail (DOSSIER_IS_VIEW (self), FALSE);

  selection = get_selection (self);
  if (selection->other < 0)
    return FALSE;

  *actor = selection->ref.index;
  *other_actor = selection->other;

  return TRUE;
}

/**
 * dossier_view_select:
 * @self: a view
 * @ref: a record of its document, or %DOSSIER_REF_NONE
 *
 * Selects a record, or nothing. It is what "back" comes back to.
 */
void
dossier_view_select (DossierView *self, DossierRef ref)
{
  g_return_if_fail (DOSSIER_IS_VIEW (self));

  push_selection (self, (Selection){ ref, -1, NULL });
}

/**
 * dossier_view_select_pair:
 * @self: a view
 * @actor: the index of an actor
 * @other_actor: that of another
 *
 * Selects what is between two actors.
 */
void
dossier_view_select_pair (DossierView *self, int actor, int other_actor)
{
  g_return_if_fail (DOSSIER_IS_VIEW (self));

  /* One pair, whichever end it was taken by. */
  push_selection (self, (Selection){ { DOSSIER_RECORD_ACTOR, MIN (actor, other_actor) }, MAX (actor, other_actor), NULL });
}

static int
compare_integers (gconstpointer a, gconstpointer b)
{
  int one = *(const int *) a, other = *(const int *) b;

  return (one > other) - (one < other);
}

static gboolean
has_events (const Selection *selection, const GArray *events)
{
  return selection->events != NULL && selection->events->len == events->len &&
         memcmp (selection->events->data, events->data, events->len * sizeof (int)) == 0;
}

/**
 * dossier_view_select_events:
 * @self: a view
 * @events: (array length=n_events): indexes of events in any order; one that stands there twice counts once
 * @n_events: how many, may be 0
 *
 * Selects several events together. One alone is selected as a record is, and none is no selection. While several
 * are selected, others in their place are the same step of the history: one comes back to what was before the
 * gathering, and not to each step of it.
 */
void
dossier_view_select_events (DossierView *self, const int *events, int n_events)
{
  g_autoptr (GArray) chosen = NULL;
  guint n = 0;

  g_return_if_fail (DOSSIER_IS_VIEW (self));
  g_return_if_fail (n_events >= 0);

  chosen = g_array_sized_new (FALSE, FALSE, sizeof (int), (guint) n_events);
  if (n_events > 0)
    g_array_append_vals (chosen, events, (guint) n_events);
  g_array_sort (chosen, compare_integers);
  for (guint i = 0; i < chosen->len; i++)
    if (n == 0 || g_array_index (chosen, int, i) != g_array_index (chosen, int, n - 1))
      g_array_index (chosen, int, n++) = g_array_index (chosen, int, i);
  g_array_set_size (chosen, n);

  if (n < 2)
    {
      dossier_view_select (self, n == 1 ? (DossierRef){ DOSSIER_RECORD_EVENT, g_array_index (chosen, int, 0) } : DOSSIER_REF_NONE);
      return;
    }
  if (has_events (get_selection (self), chosen))
    {
      g_signal_emit (self, signals[SELECTED_AGAIN], 0);
      return;
    }

  if (get_selection (self)->events != NULL)
    {
      g_array_set_size (self->history, (guint) self->current + 1);
      clear_selection (&g_array_index (self->history, Selection, self->current));
      g_array_index (self->history, Selection, self->current).events = g_steal_pointer (&chosen);
      update_selection (self);
      return;
    }
  push_selection (self, (Selection){ { DOSSIER_RECORD_EVENT, -1 }, -1, g_steal_pointer (&chosen) });
}

/**
 * dossier_view_get_events:
 * @self: a view
 * @n_events: (out): how many
 *
 * Returns: (transfer none) (nullable) (array length=n_events): the events that are selected, ascending: several, or
 *   the one record if it is an event; %NULL with 0 if none is. Valid until the selection changes
 */
const int *
dossier_view_get_events (DossierView *self, int *n_events)
{
  const Selection *selection;

  *n_events = 0;
  g_return_val_if_fail (DOSSIER_IS_VIEW (self), NULL);

  selection = get_selection (self);
  if (selection->events != NULL)
    {
      *n_events = (int) selection->events->len;
      return (const int *) selection->events->data;
    }
  if (selection->ref.type != DOSSIER_RECORD_EVENT)
    return NULL;

  *n_events = 1;
  return &selection->ref.index;
}

/**
 * dossier_view_is_selected:
 * @self: a view
 * @event: the index of an event
 *
 * Returns: whether it is selected, alone or among several
 */
gboolean
dossier_view_is_selected (DossierView *self, int event)
{
  int n;
  const int *events = dossier_view_get_events (self, &n);

  return n > 0 && bsearch (&event, events, (gsize) n, sizeof (int), compare_integers) != NULL;
}

/**
 * dossier_view_has_selection:
 * @self: a view
 *
 * Returns: whether anything is selected: a record, a pair or several events
 */
gboolean
dossier_view_has_selection (DossierView *self)
{
  const Selection *selection;

  g_return_val_if_fail (DOSSIER_IS_VIEW (self), FALSE);

  selection = get_selection (self);

  return selection->events != NULL || selection->other >= 0 || dossier_ref_is_set (selection->ref);
}

/**
 * dossier_view_get_related:
 * @self: a view
 *
 * Returns: (transfer none): what belongs to the selection; it is valid until the selection changes
 */
const DossierRelated *
dossier_view_get_related (DossierView *self)
{
  g_return_val_if_fail (DOSSIER_IS_VIEW (self), NULL);

  return self->related;
}

/**
 * dossier_view_can_go_back:
 * @self: a view
 *
 * Returns: whether there is an earlier selection
 */
gboolean
dossier_view_can_go_back (DossierView *self)
{
  g_return_val_if_fail (DOSSIER_IS_VIEW (self), FALSE);

  return self->current > 0;
}

/**
 * dossier_view_can_go_forward:
 * @self: a view
 *
 * Returns: whether there is a later selection, after going back
 */
gboolean
dossier_view_can_go_forward (DossierView *self)
{
  g_return_val_if_fail (DOSSIER_IS_VIEW (self), FALSE);

  return self->current + 1 < (int) self->history->len;
}

/**
 * dossier_view_go_back:
 * @self: a view
 *
 * Selects what was selected before; nothing happens if there is nothing.
 */
void
dossier_view_go_back (DossierView *self)
{
  if (!dossier_view_can_go_back (self))
    return;

  self->current--;
  update_selection (self);
}

/**
 * dossier_view_go_forward:
 * @self: a view
 *
 * Undoes dossier_view_go_back(); nothing happens if there is nothing to undo.
 */
void
dossier_view_go_forward (DossierView *self)
{
  if (!dossier_view_can_go_forward (self))
    return;

  self->current++;
  update_selection (self);
}

/**
 * dossier_view_get_hover:
 * @self: a view
 *
 * Returns: the record that the pointer is over, or %DOSSIER_REF_NONE
 */
DossierRef
dossier_view_get_hover (DossierView *self)
{
  g_return_val_if_fail (DOSSIER_IS_VIEW (self), DOSSIER_REF_NONE);

  return self->hover;
}

/**
 * dossier_view_set_hover:
 * @self: a view
 * @ref: the record that the pointer is over, or %DOSSIER_REF_NONE
 */
void
dossier_view_set_hover (DossierView *self, DossierRef ref)
{
  g_return_if_fail (DOSSIER_IS_VIEW (self));

  if (dossier_ref_equal (self->hover, ref))
    return;

  self->hover = ref;
  g_signal_emit (self, signals[HOVER_CHANGED], 0);
}

/**
 * dossier_view_get_brush:
 * @self: a view
 * @begin: (out) (optional): the first second
 * @end: (out) (optional): the last second
 *
 * Returns: whether a span of time is brushed
 */
gboolean
dossier_view_get_brush (DossierView *self, gint64 *begin, gint64 *end)
{
  g_return_val_if_fail (DOSSIER_IS_VIEW (self), FALSE);

  if (self->has_brush && begin != NULL)
    *begin = self->brush_begin;
  if (self->has_brush && end != NULL)
    *end = self->brush_end;

  return self->has_brush;
}

/**
 * dossier_view_set_brush:
 * @self: a view
 * @begin: the first second
 * @end: the last second, not before @begin
 *
 * Brushes a span. Who does so looks at that span: no longer at a single day.
 */
void
dossier_view_set_brush (DossierView *self, gint64 begin, gint64 end)
{
  g_return_if_fail (DOSSIER_IS_VIEW (self));
  g_return_if_fail (begin <= end);

  if (self->has_brush && self->brush_begin == begin && self->brush_end == end)
    return;

  self->has_brush = TRUE;
  self->brush_begin = begin;
  self->brush_end = end;
  dossier_view_unset_as_of (self);
  g_signal_emit (self, signals[BRUSH_CHANGED], 0);
}

/**
 * dossier_view_unset_brush:
 * @self: a view
 */
void
dossier_view_unset_brush (DossierView *self)
{
  g_return_if_fail (DOSSIER_IS_VIEW (self));

  if (!self->has_brush)
    return;

  self->has_brush = FALSE;
  g_signal_emit (self, signals[BRUSH_CHANGED], 0);
}

/**
 * dossier_view_get_as_of:
 * @self: a view
 * @moment: (out) (optional): a second of the day
 *
 * Returns: whether a single day is looked at
 */
gboolean
dossier_view_get_as_of (DossierView *self, gint64 *moment)
{
  g_return_val_if_fail (DOSSIER_IS_VIEW (self), FALSE);

  if (self->has_as_of && moment != NULL)
    *moment = self->as_of;

  return self->has_as_of;
}

/**
 * dossier_view_set_as_of:
 * @self: a view
 * @moment: a second of the day to be looked at
 *
 * What is brushed stays so, to be come back to.
 */
void
dossier_view_set_as_of (DossierView *self, gint64 moment)
{
  g_return_if_fail (DOSSIER_IS_VIEW (self));

  if (self->has_as_of && self->as_of == moment)
    return;

  self->has_as_of = TRUE;
  self->as_of = moment;
  g_signal_emit (self, signals[AS_OF_CHANGED], 0);
}

/**
 * dossier_view_unset_as_of:
 * @self: a view
 */
void
dossier_view_unset_as_of (DossierView *self)
{
  g_return_if_fail (DOSSIER_IS_VIEW (self));

  if (!self->has_as_of)
    return;

  self->has_as_of = FALSE;
  g_signal_emit (self, signals[AS_OF_CHANGED], 0);
}

/**
 * dossier_view_get_period:
 * @self: a view
 * @begin: (out): the first second
 * @end: (out): the last second
 *
 * Tells what is looked at: the day, from its first to its last second; else the brushed span; else the whole, from
 * %DOSSIER_TIME_MIN to %DOSSIER_TIME_MAX.
 */
void
dossier_view_get_period (DossierView *self, gint64 *begin, gint64 *end)
{
  g_return_if_fail (DOSSIER_IS_VIEW (self));

  *begin = DOSSIER_TIME_MIN;
  *end = DOSSIER_TIME_MAX;
  if (self->has_as_of)
    {
      int second;
      gint64 days = dossier_calendar_from_seconds (self->as_of, &second);

      *begin = dossier_calendar_to_seconds (days, 0);
      *end = dossier_calendar_to_seconds (days, DOSSIER_SECONDS_PER_DAY - 1);
      return;
    }

  dossier_view_get_brush (self, begin, end);
}

/**
 * dossier_view_get_sight:
 * @self: a view
 * @begin: (out): the first second that the timeline shows; unchanged if it shows nothing yet
 * @end: (out): the last
 *
 * Returns: whether it shows anything
 */
gboolean
dossier_view_get_sight (DossierView *self, gint64 *begin, gint64 *end)
{
  g_return_val_if_fail (DOSSIER_IS_VIEW (self), FALSE);

  if (self->has_sight)
    {
      *begin = self->sight_begin;
      *end = self->sight_end;
    }

  return self->has_sight;
}

/**
 * dossier_view_set_sight:
 * @self: a view
 * @begin: the first second that the timeline shows
 * @end: the last, not before @begin
 */
void
dossier_view_set_sight (DossierView *self, gint64 begin, gint64 end)
{
  g_return_if_fail (DOSSIER_IS_VIEW (self));
  g_return_if_fail (begin <= end);

  if (self->has_sight && self->sight_begin == begin && self->sight_end == end)
    return;

  self->has_sight = TRUE;
  self->sight_begin = begin;
  self->sight_end = end;
  g_signal_emit (self, signals[SIGHT_CHANGED], 0);
}

/**
 * dossier_view_escape:
 * @self: a view
 *
 * One step back to where nothing is set off: the brush goes first, then the selection.
 */
void
dossier_view_escape (DossierView *self)
{
  g_return_if_fail (DOSSIER_IS_VIEW (self));

  if (self->has_brush)
    dossier_view_unset_brush (self);
  else
    dossier_view_select (self, DOSSIER_REF_NONE);
}

/**
 * dossier_view_reveal:
 * @self: a view
 * @ref: a record
 *
 * Asks every view to bring @ref into sight.
 */
void
dossier_view_reveal (DossierView *self, DossierRef ref)
{
  g_return_if_fail (DOSSIER_IS_VIEW (self));

  g_signal_emit (self, signals[REVEAL], 0, &ref);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-view.h"

/* What can be selected: a record, a pair of actors (ref is the one, other the other), or nothing. */
typedef struct
{
  DossierRef ref;
  int other; /* an actor, -1 unless it is a pair */
} Selection;

struct _DossierView
{
  GObject parent_instance;

  DossierDocument *document;
  DossierFilter *filter;
  GArray *history; /* Selection */
  int current;     /* which of the history is selected */
  DossierRelated *related;
  DossierRef hover;
  gboolean has_brush;
  gint64 brush_begin;
  gint64 brush_end;
};

enum
{
  SELECTION_CHANGED,
  HOVER_CHANGED,
  BRUSH_CHANGED,
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
update_selection (DossierView *self)
{
  const Selection *selection = get_selection (self);

  g_clear_pointer (&self->related, dossier_related_free);
  self->related = selection->other >= 0 ? dossier_related_new_pair (self->document, selection->ref.index, selection->other)
                                        : dossier_related_new (self->document, selection->ref);

  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
push_selection (DossierView *self, Selection selection)
{
  const Selection *old = get_selection (self);

  if (dossier_ref_equal (old->ref, selection.ref) && old->other == selection.other)
    return;

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
  g_object_unref (self->document);

  G_OBJECT_CLASS (dossier_view_parent_class)->finalize (object);
}

static void
dossier_view_class_init (DossierViewClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dossier_view_finalize;

  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[HOVER_CHANGED] = g_signal_new ("hover-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[BRUSH_CHANGED] = g_signal_new ("brush-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REVEAL] = g_signal_new ("reveal", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
dossier_view_init (DossierView *self)
{
  Selection nothing = { DOSSIER_REF_NONE, -1 };

  self->history = g_array_new (FALSE, FALSE, sizeof (Selection));
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
 * dossier_view_get_selection:
 * @self: a view
 *
 * Returns: the record that is selected, %DOSSIER_REF_NONE if none or a pair is
 */
DossierRef
dossier_view_get_selection (DossierView *self)
{
  g_return_val_if_fail (DOSSIER_IS_VIEW (self), DOSSIER_REF_NONE);

  return get_selection (self)->other < 0 ? get_selection (self)->ref : DOSSIER_REF_NONE;
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

  push_selection (self, (Selection){ ref, -1 });
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
  push_selection (self, (Selection){ { DOSSIER_RECORD_ACTOR, MIN (actor, other_actor) }, MAX (actor, other_actor) });
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

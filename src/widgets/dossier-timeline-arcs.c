/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-timeline-arcs.h"

/* An event on which everything reacts must not hide everything. */
#define MAX_ARCS 40

struct _DossierTimelineArcs
{
  DossierDocument *document;
  GArray *hues; /* of DossierHue, parallel to the arcs that were given to the layout */
};

static void
add_reaction (DossierTimelineArcs *self, GArray *arcs, GPtrArray *labels, int event, int index)
{
  const DossierReaction *reaction = dossier_document_get_reaction (self->document, index);
  DossierTimelineArc arc = { .from = event, .to = -1, .to_span = reaction->date.span };
  DossierHue hue = dossier_palette_get_hue_of_stance ((DossierStance) reaction->stance);
  char *label = dossier_document_dup_title (self->document, (DossierRef){ DOSSIER_RECORD_REACTION, index }, NULL);

  if (dossier_ref_is_set (reaction->event.ref) && reaction->event.ref.index != event)
    arc.to = reaction->event.ref.index;

  g_ptr_array_add (labels, label);
  arc.label = label;

  /* A reaction that nobody dates has no place on the timeline. */
  if (arc.to < 0 && arc.to_span.flags & DOSSIER_SPAN_UNKNOWN)
    return;

  g_array_append_val (arcs, arc);
  g_array_append_val (self->hues, hue);
}

static void
add_following (DossierTimelineArcs *self, GArray *arcs, int from, int to)
{
  DossierTimelineArc arc = { .from = from, .to = to, .label = "" };
  DossierHue hue = DOSSIER_HUE_IS_NEUTRAL;

  g_array_append_val (arcs, arc);
  g_array_append_val (self->hues, hue);
}

/**
 * dossier_timeline_arcs_new:
 * @document: a document
 *
 * Returns: (transfer full): no arcs yet; free with dossier_timeline_arcs_free()
 */
DossierTimelineArcs *
dossier_timeline_arcs_new (DossierDocument *document)
{
  DossierTimelineArcs *self = g_new0 (DossierTimelineArcs, 1);

  self->document = g_object_ref (document);
  self->hues = g_array_new (FALSE, FALSE, sizeof (DossierHue));

  return self;
}

/**
 * dossier_timeline_arcs_free:
 * @arcs: (nullable): arcs, or %NULL
 */
void
dossier_timeline_arcs_free (DossierTimelineArcs *arcs)
{
  if (arcs == NULL)
    return;

  g_array_unref (arcs->hues);
  g_object_unref (arcs->document);
  g_free (arcs);
}

/**
 * dossier_timeline_arcs_update:
 * @arcs: arcs
 * @event: the event that is selected, or -1 for none
 * @layout: the layout that they are given to
 */
void
dossier_timeline_arcs_update (DossierTimelineArcs *arcs, int event, DossierTimelineLayout *layout)
{
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (DossierTimelineArc));
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  DossierRef ref = { DOSSIER_RECORD_EVENT, event };
  int n = event >= 0 ? dossier_document_get_n_referrers (arcs->document, ref) : 0;

  g_array_set_size (arcs->hues, 0);
  for (int i = 0; i < n && array->len < MAX_ARCS; i++)
    {
      DossierReferrer referrer = dossier_document_get_referrer (arcs->document, ref, i);

      if (referrer.relation == DOSSIER_RELATION_REACTION)
        add_reaction (arcs, array, labels, event, referrer.from.index);
      else if (referrer.relation == DOSSIER_RELATION_RESPONDS_TO)
        add_following (arcs, array, event, referrer.from.index);
    }

  dossier_timeline_layout_set_arcs (layout, (const DossierTimelineArc *) array->data, (int) array->len);
}

/**
 * dossier_timeline_arcs_get_hues:
 * @arcs: arcs
 *
 * Returns: (transfer none): the colours of the arcs that were given to the layout last, in their order
 */
const DossierHue *
dossier_timeline_arcs_get_hues (const DossierTimelineArcs *arcs)
{
  return (const DossierHue *) arcs->hues->data;
}

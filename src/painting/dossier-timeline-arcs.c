/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-timeline-arcs.h"

#include "model/dossier-date-words-private.h"
#include "model/dossier-delay-text.h"

#include <glib/gi18n-lib.h>

/* An event on which everything reacts must not hide everything. */
#define MAX_ARCS 40

struct _DossierTimelineArcs
{
  DossierDocument *document;
  GArray *hues; /* of DossierHue, parallel to the arcs that were given to the layout */
};

/* Reactions of one stance at one time. */
typedef struct
{
  int from;
  int to; /* -1 for a reaction that is no event */
  DossierSpan span;
  int stance;
  int reaction; /* the first */
  int n_actors;
} Group;

static const char *
get_pattern_of_several (DossierStance stance, gulong n)
{
  switch (stance)
    {
    case DOSSIER_STANCE_CONDEMNS:
      /* Translators: the following say how a number of actors react to an event */
      return ngettext ("%s actor condemns it", "%s condemn it", n);
    case DOSSIER_STANCE_CRITICISES:
      return ngettext ("%s actor criticises", "%s criticise", n);
    case DOSSIER_STANCE_IS_CONCERNED:
      return ngettext ("%s actor is concerned", "%s are concerned", n);
    case DOSSIER_STANCE_IS_NEUTRAL:
      return ngettext ("%s actor stays neutral", "%s stay neutral", n);
    case DOSSIER_STANCE_DECLINES_TO_COMMENT:
      return ngettext ("%s actor declines to comment", "%s decline to comment", n);
    case DOSSIER_STANCE_DEFENDS:
      return ngettext ("%s actor defends it", "%s defend it", n);
    case DOSSIER_STANCE_WELCOMES:
      return ngettext ("%s actor welcomes it", "%s welcome it", n);
    case DOSSIER_STANCE_NONE:
    default:
      return ngettext ("%s actor reacts", "%s react", n);
    }
}

static void
get_span (DossierTimelineArcs *self, int event, DossierSpan *span)
{
  dossier_events_get_span (dossier_document_get_events (self->document), event, span);
}

/* "4 criticise, 3 days later". */
static char *
write_group (DossierTimelineArcs *self, const Group *group)
{
  DossierSpan from;
  g_autofree char *who = NULL;
  g_autofree char *delay = NULL;
  g_autofree char *text = NULL;

  if (group->n_actors <= 1)
    {
      /* Who and a noun: a verb would have to know whether a name stands for one or many. */
      text = dossier_document_dup_title (self->document, (DossierRef){ DOSSIER_RECORD_REACTION, group->reaction }, NULL);
    }
  else
    {
      who = g_strdup_printf ("%d", group->n_actors);
      text = dossier_date_words_fill (get_pattern_of_several ((DossierStance) group->stance, (gulong) group->n_actors), who);
    }

  get_span (self, group->from, &from);
  delay = dossier_span_delay_to_text (&from, &group->span, DOSSIER_DATE_STYLE_LONG);
  if (delay == NULL)
    return g_steal_pointer (&text);

  /* Translators: a reaction and how much later it came: “3 criticise, 2 days later” */
  return g_strdup_printf (C_ ("reaction", "%1$s, %2$s"), text, delay);
}

static void
add_reaction (DossierTimelineArcs *self, GArray *groups, int event, int index)
{
  const DossierReaction *reaction = dossier_document_get_reaction (self->document, index);
  Group group = {
    .from = event,
    .to = -1,
    .span = reaction->date.span,
    .stance = reaction->stance,
    .reaction = index,
    .n_actors = reaction->actors.n,
  };

  if (reaction->date.edtf == NULL)
    dossier_span_set_unknown (&group.span);
  if (dossier_ref_is_set (reaction->event.ref) && reaction->event.ref.index != event)
    {
      group.to = reaction->event.ref.index;
      if (reaction->date.edtf == NULL)
        get_span (self, group.to, &group.span);
    }

  for (guint i = 0; i < groups->len; i++)
    {
      Group *other = &g_array_index (groups, Group, i);

      if (other->stance == group.stance && other->from == group.from && other->to == group.to &&
          other->span.start_earliest == group.span.start_earliest && other->span.start_latest == group.span.start_latest)
        {
          other->n_actors += group.n_actors;
          return;
        }
    }
  g_array_append_val (groups, group);
}

static void
add_arc (DossierTimelineArcs *self, GArray *arcs, const DossierTimelineArc *arc, DossierHue hue)
{
  if (arcs->len >= MAX_ARCS)
    return;

  g_array_append_val (arcs, *arc);
  g_array_append_val (self->hues, hue);
}

/* From one event to another that answers it, with the delay. A reaction between the two says more. */
static void
add_link (DossierTimelineArcs *self, GArray *arcs, GArray *groups, GPtrArray *labels, int from, int to, DossierHue hue)
{
  DossierTimelineArc arc = { .from = from, .to = to, .is_link = TRUE };
  DossierSpan from_span, to_span;
  char *label;

  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, i);

      if (group->from == from && group->to == to)
        return;
    }

  get_span (self, from, &from_span);
  get_span (self, to, &to_span);
  label = dossier_span_delay_to_text (&from_span, &to_span, DOSSIER_DATE_STYLE_LONG);
  if (label == NULL)
    label = g_strdup ("");
  g_ptr_array_add (labels, label);
  arc.label = label;
  add_arc (self, arcs, &arc, hue);
}

/* Reactions to an event, and what those are to that it is itself. */
static void
find_reactions (DossierTimelineArcs *self, GArray *groups, int event)
{
  DossierRef ref = { DOSSIER_RECORD_EVENT, event };
  int n = dossier_document_get_n_referrers (self->document, ref);

  for (int i = 0; i < n; i++)
    {
      DossierReferrer referrer = dossier_document_get_referrer (self->document, ref, i);
      const DossierReaction *reaction;

      if (referrer.relation == DOSSIER_RELATION_REACTION)
        add_reaction (self, groups, event, referrer.from.index);
      if (referrer.relation != DOSSIER_RELATION_EVENT || referrer.from.type != DOSSIER_RECORD_REACTION)
        continue;

      reaction = dossier_document_get_reaction (self->document, referrer.from.index);
      for (int j = 0; j < reaction->to.n; j++)
        if (reaction->to.items[j].ref.type == DOSSIER_RECORD_EVENT && reaction->to.items[j].ref.index != event)
          add_reaction (self, groups, reaction->to.items[j].ref.index, referrer.from.index);
    }
}

/* What the event answers, and what answers it. */
static void
find_links (DossierTimelineArcs *self, GArray *arcs, GArray *groups, GPtrArray *labels, int event)
{
  g_autoptr (DossierEvent) loaded = dossier_document_load_event (self->document, event);
  DossierRef ref = { DOSSIER_RECORD_EVENT, event };
  int n = dossier_document_get_n_referrers (self->document, ref);

  for (int i = 0; i < loaded->responds_to.n; i++)
    add_link (self, arcs, groups, labels, loaded->responds_to.items[i].ref.index, event, DOSSIER_HUE_CAUSE);
  for (int i = 0; i < n; i++)
    {
      DossierReferrer referrer = dossier_document_get_referrer (self->document, ref, i);

      if (referrer.relation == DOSSIER_RELATION_RESPONDS_TO)
        add_link (self, arcs, groups, labels, event, referrer.from.index, DOSSIER_HUE_ANSWER);
    }
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
 *
 * Finds the arcs of an event: reactions of one stance at one time are told together.
 */
void
dossier_timeline_arcs_update (DossierTimelineArcs *arcs, int event, DossierTimelineLayout *layout)
{
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (DossierTimelineArc));
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (Group));
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  g_array_set_size (arcs->hues, 0);
  if (event >= 0)
    {
      find_reactions (arcs, groups, event);
      find_links (arcs, array, groups, labels, event);
    }

  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, i);
      DossierTimelineArc arc = { .from = group->from, .to = group->to, .to_span = group->span };

      g_ptr_array_add (labels, write_group (arcs, group));
      arc.label = g_ptr_array_index (labels, labels->len - 1);
      add_arc (arcs, array, &arc, dossier_palette_get_hue_of_stance ((DossierStance) group->stance));
    }

  dossier_timeline_layout_set_arcs (layout, (const DossierTimelineArc *) (gpointer) array->data, (int) array->len);
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
  return (const DossierHue *) (gpointer) arcs->hues->data;
}

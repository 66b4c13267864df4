/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-view-picture-private.h"

#include "layout/dossier-timeline-lanes.h"
#include "model/dossier-view-sentence.h"
#include "painting/dossier-timeline-arcs.h"
#include "painting/dossier-timeline-legend.h"

#include <glib/gi18n-lib.h>

struct _DossierTimelineViewPart
{
  DossierDocument *document;
  DossierFilter *filter;
  DossierTimelineLanes *lanes;
  DossierTimelineLayout *layout;
  DossierTimelineArcs *arcs;
  DossierTimelineScene scene;
  DossierTimelineState state;
  int selected; /* an event, for @state */
  int actor;    /* who is selected, -1 if no actor is */
  DossierTimelinePainter painter;
};

static gboolean
is_related (int event, gpointer data)
{
  return dossier_related_contains (data, (DossierRef){ DOSSIER_RECORD_EVENT, event });
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/**
 * dossier_timeline_view_part_new:
 * @part: what to show, and how
 *
 * Returns: (transfer full): the timeline
 */
DossierTimelineViewPart *
dossier_timeline_view_part_new (const DossierViewPart *part)
{
  DossierTimelineViewPart *self = g_new0 (DossierTimelineViewPart, 1);
  const DossierViewPictureOptions *options = part->options;
  DossierTimelineSource source;
  DossierTimeViewport viewport;

  self->document = part->document;
  self->filter = options->filter != NULL ? g_object_ref (options->filter) : dossier_filter_new (part->document);
  self->lanes = dossier_timeline_lanes_new (part->document, options->facet, NULL);
  dossier_timeline_source_init (&source, part->document);
  self->layout = dossier_timeline_layout_new (&source, dossier_typesetter_measure, part->typesetter);
  dossier_timeline_lanes_apply (self->lanes, self->filter, self->layout);

  self->arcs = dossier_timeline_arcs_new (part->document);
  if (options->selected.type == DOSSIER_RECORD_EVENT)
    dossier_timeline_arcs_update (self->arcs, options->selected.index, self->layout);

  dossier_timeline_layout_get_home (self->layout, part->width, &viewport);
  if (options->has_dates)
    dossier_time_viewport_init (&viewport, options->begin, options->end, viewport.width);

  dossier_timeline_scene_init (&self->scene);
  dossier_timeline_layout_update (self->layout, &viewport, part->width, part->height, 0, &self->scene);

  self->actor = options->selected.type == DOSSIER_RECORD_ACTOR ? options->selected.index : -1;
  self->state = DOSSIER_TIMELINE_STATE_NONE;
  if (options->selected.type == DOSSIER_RECORD_EVENT)
    {
      self->selected = options->selected.index;
      self->state.selected = &self->selected;
      self->state.n_selected = 1;
      self->state.selected_merged = dossier_timeline_layout_find_merged (self->layout, &self->scene, self->selected);
    }
  if (part->related != NULL)
    {
      self->state.is_related = is_related;
      self->state.data = (gpointer) part->related;
    }
  self->state.arc_hues = dossier_timeline_arcs_get_hues (self->arcs);
  self->painter = (DossierTimelinePainter){ part->theme, part->swatches, part->typesetter };

  return self;
}

/**
 * dossier_timeline_view_part_free:
 * @self: (nullable): a timeline, or %NULL
 */
void
dossier_timeline_view_part_free (DossierTimelineViewPart *self)
{
  if (self == NULL)
    return;

  dossier_timeline_scene_clear (&self->scene);
  dossier_timeline_arcs_free (self->arcs);
  dossier_timeline_layout_free (self->layout);
  dossier_timeline_lanes_free (self->lanes);
  g_object_unref (self->filter);
  g_free (self);
}

/**
 * dossier_timeline_view_part_draw:
 * @self: a timeline
 * @cr: where to draw, with its upper left corner at 0,0
 */
void
dossier_timeline_view_part_draw (DossierTimelineViewPart *self, cairo_t *cr)
{
  dossier_timeline_paint (&self->painter, &self->scene, &self->state, cr);
}

/**
 * dossier_timeline_view_part_measure_legend:
 * @self: a timeline
 * @max_width: how wide its legend may be
 * @width: (out): how wide it is
 * @height: (out): how high it is
 */
void
dossier_timeline_view_part_measure_legend (DossierTimelineViewPart *self, double max_width, double *width, double *height)
{
  dossier_timeline_legend_measure (&self->painter, &self->scene, self->state.arc_hues, max_width, width, height);
}

/**
 * dossier_timeline_view_part_draw_legend:
 * @self: a timeline
 * @x: its left
 * @y: its top
 * @max_width: how wide it may be
 * @cr: where to draw
 */
void
dossier_timeline_view_part_draw_legend (DossierTimelineViewPart *self, double x, double y, double max_width, cairo_t *cr)
{
  dossier_timeline_legend_draw (&self->painter, &self->scene, self->state.arc_hues, x, y, max_width, cr);
}

/**
 * dossier_timeline_view_part_list_titled:
 * @self: a timeline
 *
 * Returns: (transfer full) (element-type int): the events that have a mark of their own with their whole title, ascending
 */
GArray *
dossier_timeline_view_part_list_titled (DossierTimelineViewPart *self)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < self->scene.items->len; i++)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (&self->scene, i);

      if (!item->is_shortened && !dossier_timeline_box_is_empty (&item->title_box))
        g_array_append_val (events, item->event);
    }
  g_array_sort (events, compare_events);

  return events;
}

/**
 * dossier_timeline_view_part_describe:
 * @self: a timeline
 *
 * Returns: (transfer full): what is to be seen, in one sentence
 */
char *
dossier_timeline_view_part_describe (DossierTimelineViewPart *self)
{
  gint64 begin, end;
  g_autofree char *sentence = NULL;

  dossier_time_viewport_get_range (&self->scene.viewport, &begin, &end);
  sentence = dossier_describe_events (self->document, self->filter, begin, end, self->actor);

  /* Translators: such as: Timeline: 64 events, June 2023–May 2024; 45 involve Russia. */
  return g_strdup_printf (_ ("Timeline: %s"), sentence);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-map-view-private.h"

#include "layout/dossier-map-arrangement.h"

/* More than that are routed anew only when a node that is dragged is let go. */
#define MAX_LIVE_NODES 200

void
dossier_map_view_point (DossierCanvas *canvas, double x, double y)
{
  DossierMapView *self = DOSSIER_MAP_VIEW (canvas);
  DossierMapHit found = dossier_map_view_hit (self, x, y);
  DossierRef ref = DOSSIER_REF_NONE;
  int strand = found.type == DOSSIER_MAP_HIT_STRAND ? found.index : -1;

  if (self->map == NULL)
    return;

  if (found.type == DOSSIER_MAP_HIT_NODE)
    ref = (DossierRef){ DOSSIER_RECORD_ACTOR, self->map->nodes[found.index].actor };
  else if (strand >= 0 && self->scene->strands[strand].n_ties == 1)
    ref = (DossierRef){ DOSSIER_RECORD_TIE, self->map->ties[self->scene->strands[strand].tie].tie };

  if (strand != self->hovered_strand)
    {
      self->hovered_strand = strand;
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), found.type == DOSSIER_MAP_HIT_NODE || strand >= 0 ? "pointer" : NULL);
  dossier_view_set_hover (self->view, ref);
}

void
dossier_map_view_click (DossierCanvas *canvas, int n_press, double x, double y, GdkModifierType modifiers)
{
  DossierMapView *self = DOSSIER_MAP_VIEW (canvas);
  DossierMapHit found = dossier_map_view_hit (self, x, y);
  DossierRef selected;

  if (self->map == NULL)
    return;

  selected = dossier_view_get_selection (self->view);
  if (n_press == 2 && found.type == DOSSIER_MAP_HIT_NODE)
    {
      dossier_map_view_centre_on (self, found.index);
      return;
    }

  /* The first click has opened it. */
  if (n_press == 2 && found.type == DOSSIER_MAP_HIT_STRAND && self->scene->strands[found.index].ribbon == self->opened_ribbon)
    {
      dossier_map_view_fit_ribbon (self, self->opened_ribbon);
      return;
    }

  switch (found.type)
    {
    case DOSSIER_MAP_HIT_NODE:
      /* A second actor: what is between the two. */
      if (modifiers & (GDK_SHIFT_MASK | GDK_CONTROL_MASK) && selected.type == DOSSIER_RECORD_ACTOR && selected.index != self->map->nodes[found.index].actor)
        dossier_view_select_pair (self->view, selected.index, self->map->nodes[found.index].actor);
      else
        dossier_map_view_select_node (self, found.index);
      break;
    case DOSSIER_MAP_HIT_STRAND:
      dossier_map_view_select_strand (self, &self->scene->strands[found.index]);
      break;
    case DOSSIER_MAP_HIT_NOTHING:
    case DOSSIER_MAP_HIT_GROUP:
    default:
      if (!dossier_map_view_choose_none (self))
        dossier_view_select (self->view, DOSSIER_REF_NONE);
      break;
    }
}

gboolean
dossier_map_view_grab (DossierCanvas *canvas, double x, double y, GdkModifierType modifiers)
{
  DossierMapView *self = DOSSIER_MAP_VIEW (canvas);
  DossierMapHit found = dossier_map_view_hit (self, x, y);
  DossierPoint point;

  /* Shift draws a line around several. */
  if (modifiers & GDK_SHIFT_MASK && self->map != NULL)
    {
      DossierPoint begin = { x, y };

      self->lasso = g_array_new (FALSE, FALSE, sizeof (DossierPoint));
      g_array_append_val (self->lasso, begin);
      return TRUE;
    }

  if (found.type != DOSSIER_MAP_HIT_NODE)
    return FALSE;

  point = dossier_map_camera_unproject (&self->camera, x, y);
  self->grabbed_node = found.index;
  self->grab_offset.x = self->map->nodes[found.index].x - point.x;
  self->grab_offset.y = self->map->nodes[found.index].y - point.y;
  dossier_map_view_begin_drag (self, found.index);

  /* The map must not slide away below what is held. */
  self->moved = TRUE;

  return TRUE;
}

static void
draw_lasso (DossierMapView *self, double x, double y)
{
  DossierPoint point = { x, y };

  g_array_append_val (self->lasso, point);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
move_grabbed (DossierMapView *self, double x, double y, gboolean route)
{
  DossierPoint point = dossier_map_camera_unproject (&self->camera, x, y);
  const DossierMapNode *node;

  if (self->map == NULL || self->grabbed_node < 0)
    return;

  node = &self->map->nodes[self->grabbed_node];
  dossier_map_view_move_by (self, self->grabbed_node, point.x + self->grab_offset.x - node->x, point.y + self->grab_offset.y - node->y);
  if (route)
    dossier_map_arrangement_update (self->map);
  g_clear_pointer (&self->plot, dossier_map_plot_unref);
  dossier_canvas_queue_update (DOSSIER_CANVAS (self));
}

void
dossier_map_view_drag (DossierCanvas *canvas, double x, double y)
{
  DossierMapView *self = DOSSIER_MAP_VIEW (canvas);

  if (self->lasso != NULL)
    draw_lasso (self, x, y);
  else
    move_grabbed (self, x, y, self->map != NULL && self->map->n_nodes <= MAX_LIVE_NODES);
}

void
dossier_map_view_drop (DossierCanvas *canvas, double x, double y)
{
  DossierMapView *self = DOSSIER_MAP_VIEW (canvas);

  if (self->lasso != NULL)
    {
      draw_lasso (self, x, y);
      if (self->map != NULL)
        dossier_map_view_choose (self, (const DossierPoint *) self->lasso->data, (int) self->lasso->len);
      g_clear_pointer (&self->lasso, g_array_unref);
      return;
    }

  move_grabbed (self, x, y, FALSE);
  if (self->map != NULL && self->grabbed_node >= 0)
    dossier_map_view_end_drag (self);
  self->grabbed_node = -1;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-map-view-private.h"

#include "layout/dossier-map-arrangement.h"

#include <glib/gi18n-lib.h>

/* Routes the lines anew, and shows what was moved. */
void
dossier_map_view_update_places (DossierMapView *self)
{
  /* Nothing slides away below what was moved. */
  self->moved = TRUE;
  dossier_map_arrangement_update (self->map);
  dossier_map_view_keep_places (self);
  g_clear_pointer (&self->plot, dossier_map_plot_unref);
  dossier_canvas_queue_update (DOSSIER_CANVAS (self));
}

/* What a move is about: all that are chosen if @node is one of them, else @node alone. */
static GArray *
list_moved (DossierMapView *self, int node)
{
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (int));

  if (!self->map->nodes[node].chosen)
    {
      g_array_append_val (nodes, node);
      return nodes;
    }

  for (int i = 0; i < self->map->n_nodes; i++)
    if (self->map->nodes[i].chosen && self->map->nodes[i].visible)
      g_array_append_val (nodes, i);

  return nodes;
}

static void
begin_move (DossierMapView *self, const GArray *nodes)
{
  dossier_map_view_finish_settling (self);
  g_clear_pointer (&self->move, dossier_map_move_free);
  self->move = dossier_map_move_new (self->map, (const int *) nodes->data, (int) nodes->len);
}

static void
end_move (DossierMapView *self)
{
  if (self->move == NULL)
    return;

  if (dossier_map_move_finish (self->move, self->map))
    dossier_changes_push (dossier_view_get_changes (self->view), self, _ ("Move"), dossier_map_view_apply_move, g_steal_pointer (&self->move), (GDestroyNotify) dossier_map_move_free);
  g_clear_pointer (&self->move, dossier_map_move_free);
  dossier_map_view_keep_places (self);
  dossier_map_view_update_actions (self);
}

void
dossier_map_view_begin_drag (DossierMapView *self, int node)
{
  g_autoptr (GArray) nodes = list_moved (self, node);

  begin_move (self, nodes);
}

/* Moves what is dragged by so much, in units of the layout. Who moves something wants it there: it is pinned. */
void
dossier_map_view_move_by (DossierMapView *self, int node, double dx, double dy)
{
  g_autoptr (GArray) nodes = list_moved (self, node);

  for (guint i = 0; i < nodes->len; i++)
    {
      DossierMapNode *moved = &self->map->nodes[g_array_index (nodes, int, i)];

      moved->x += dx;
      moved->y += dy;
      moved->pinned = TRUE;
    }
}

void
dossier_map_view_end_drag (DossierMapView *self)
{
  end_move (self);
  dossier_map_view_update_places (self);
}

/* By the keyboard, so many pixels at once. */
void
dossier_map_view_nudge (DossierMapView *self, double dx, double dy)
{
  if (self->focused_node < 0)
    return;

  dossier_map_view_begin_drag (self, self->focused_node);
  dossier_map_view_move_by (self, self->focused_node, dx / self->camera.scale, dy / self->camera.scale);
  dossier_map_view_end_drag (self);
}

void
dossier_map_view_set_pinned (DossierMapView *self, int node, gboolean pinned)
{
  g_autoptr (GArray) nodes = list_moved (self, node);

  begin_move (self, nodes);
  for (guint i = 0; i < nodes->len; i++)
    self->map->nodes[g_array_index (nodes, int, i)].pinned = pinned;
  end_move (self);
  dossier_canvas_announce (DOSSIER_CANVAS (self), pinned ? _ ("Pinned") : _ ("Unpinned"));
  dossier_canvas_queue_update (DOSSIER_CANVAS (self));
}

void
dossier_map_view_unpin_all (DossierMapView *self)
{
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (int));

  for (int i = 0; i < self->map->n_nodes; i++)
    if (self->map->nodes[i].pinned)
      g_array_append_val (nodes, i);

  begin_move (self, nodes);
  for (guint i = 0; i < nodes->len; i++)
    self->map->nodes[g_array_index (nodes, int, i)].pinned = FALSE;
  end_move (self);
  dossier_canvas_queue_update (DOSSIER_CANVAS (self));
}

/* A DossierChangesFunc. */
void
dossier_map_view_apply_move (gpointer change, gboolean undo, gpointer data)
{
  DossierMapView *self = data;

  if (self->map == NULL)
    return;

  dossier_map_view_finish_settling (self);
  dossier_map_move_apply (change, self->map, undo);
  dossier_map_view_update_places (self);
  dossier_map_view_update_actions (self);
}

/* Lets go of all that were chosen together. Returns whether there were any. */
gboolean
dossier_map_view_choose_none (DossierMapView *self)
{
  gboolean any = FALSE;

  for (int i = 0; i < self->map->n_nodes; i++)
    {
      any |= self->map->nodes[i].chosen;
      self->map->nodes[i].chosen = FALSE;
    }
  if (any)
    {
      g_clear_pointer (&self->plot, dossier_map_plot_unref);
      dossier_canvas_queue_update (DOSSIER_CANVAS (self));
    }

  return any;
}

void
dossier_map_view_choose (DossierMapView *self, const DossierPoint *points, int n_points)
{
  int n = dossier_map_lasso_choose (self->map, &self->camera, points, n_points);
  g_autofree char *message = g_strdup_printf (ngettext ("%d actor chosen", "%d actors chosen", (gulong) n), n);

  dossier_canvas_announce (DOSSIER_CANVAS (self), message);
  g_clear_pointer (&self->plot, dossier_map_plot_unref);
  dossier_canvas_queue_update (DOSSIER_CANVAS (self));
}
